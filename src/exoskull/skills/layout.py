"""The parts of a skill file, found by its lines: frontmatter, prose, code."""

import re
from dataclasses import dataclass

from exoskull.skills.model import FILE_MAX, Problem

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
# These very ones, by the format: `channels.text` takes away more from what goes out.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_LIKE_AN_END = re.compile(r"[ ]{0,3}`{3,}\s*")
"""What a reader of Markdown takes for the end of a block; code must not seem to end early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts as text, with the lines of the file on which two of them begin."""

    frontmatter: str
    frontmatter_line: int
    prose: str
    code: str
    code_line: int


def decode(data: bytes) -> str | Problem:
    """The file as text, its line ends made LF."""
    if len(data) > FILE_MAX:
        return Problem(key="file.too_large", args={"limit": str(FILE_MAX)})
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem(key="file.not_utf8", line=data.count(b"\n", 0, error.start) + 1)
    for key, pattern in (("file.control", _CONTROL), ("file.invisible", _INVISIBLE)):
        if found := pattern.search(text):
            code = f"U+{ord(found.group()[0]):04X}"
            line = text.count("\n", 0, found.start()) + 1
            return Problem(key=key, line=line, args={"character": code})
    return text.replace("\r\n", "\n")


def split(text: str) -> Layout | Problem:
    """The parts of `text`, or the first thing that is not where it has to be."""
    lines = text.split("\n")
    if lines[0] != "---":
        return Problem(key="file.no_frontmatter", line=1)
    try:
        end = lines.index("---", 1)
    except ValueError:
        return Problem(key="file.no_frontmatter_end", line=1)
    begin = close = None
    for number, line in enumerate(lines[end + 1 :], end + 1):
        inside = begin is not None and close is None
        if inside:
            if line == "```":
                close = number
            elif _LIKE_AN_END.fullmatch(line):
                return Problem(key="code.like_an_end", line=number + 1)
            continue
        if _FENCE.match(line) is None:
            continue
        if line == "```python" and begin is None:
            begin = number
        else:
            return Problem(key="code.second_block", line=number + 1)
    if begin is None:
        return Problem(key="code.missing")
    if close is None:
        return Problem(key="code.not_closed", line=begin + 1)
    return Layout(
        frontmatter="\n".join(lines[1:end]),
        frontmatter_line=2,
        prose="\n".join([*lines[end + 1 : begin], *lines[close + 1 :]]).strip(),
        code="\n".join(lines[begin + 1 : close]),
        code_line=begin + 2,
    )
