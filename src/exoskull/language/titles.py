"""Titles of tasks, reminders and goals: the person's own words, cut to what they name."""

from collections.abc import Collection, Sequence

from exoskull.language.tokens import Kind, Token
from exoskull.language.wordset import wordset

LONGEST = 200
"""Characters of a title; what is longer is cut at a word."""
LONGEST_SAID = 1000
"""Characters of what is given back word for word."""

_EDGE = frozenset(",:;.-!?\"'„”“()*•/\n")
_LEADING = wordset("zeby zebym zebys aby abym bym by ze to that prosze please i a and mi me")
_TRAILING = wordset(
    "i a oraz and o na w we do od z at on by for in to prosze please ok mi me the then potem,"
)


def title_of(
    text: str,
    tokens: Sequence[Token],
    drop: Collection[int] = (),
    *,
    leading: frozenset[str] = _LEADING,
) -> str:
    """The words of `tokens` as written in `text`, without those at the indices `drop`, without
    joining words and marks at the ends."""
    kept = [i for i in range(len(tokens)) if i not in drop]
    while kept and (tokens[kept[0]].text in _EDGE or tokens[kept[0]].text in leading):
        kept.pop(0)
    while kept and (tokens[kept[-1]].text in _EDGE or tokens[kept[-1]].text in _TRAILING):
        kept.pop()
    pieces: list[str] = []
    last: int | None = None
    for i in kept:
        gap = last is not None and (
            i != last + 1 or tokens[i].start > tokens[last].end or last in drop
        )
        closing = tokens[i].kind is Kind.MARK and tokens[i].text in ",.!?;:)"
        if gap and not (closing and last is not None and i != last + 1):
            pieces.append(" ")
        pieces.append(text[tokens[i].start : tokens[i].end])
        last = i
    return shortened("".join(pieces).replace("\n", " ").strip())


def shortened(text: str, longest: int = LONGEST) -> str:
    """`text` cut at a word to `longest` characters."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0] + "…"


def capitalised(title: str) -> str:
    """`title` with its first letter in upper case."""
    return title[:1].upper() + title[1:]


def words_of(text: str, tokens: Sequence[Token]) -> str:
    """The text from the first to the last of `tokens`, as written."""
    return text[tokens[0].start : tokens[-1].end] if tokens else ""
