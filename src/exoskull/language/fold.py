"""Text made comparable: one form for every way of typing the same word."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u00a0\u2000-\u200a\u202f\u3000]")
_INVISIBLE = re.compile(
    r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufe0f\ufeff\ud800-\udfff]"
)
_BELOW = re.compile(
    r"^\s*(?:-{2,}\s*(?:original message|wiadomo|forwarded|przekazan)|--\s*$|_{5,}"
    r"|(?:on|w dniu|dnia)\b.{0,200}\b(?:wrote|napisał(?:a|\(a\))?|pisze)\s*:\s*$)",
    re.IGNORECASE,
)
"""What stands between an answer and the mail it answers."""


def _folded(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    base = {"ł": "l", "ø": "o", "đ": "d", "ß": "s", "æ": "a"}.get(base, base)
    return base if len(base) == 1 else char


_TABLE = {
    code: _folded(chr(code))
    for code in (*range(0x20, 0x250), *range(0x1E00, 0x1F00))
    if chr(code).isalpha()
} | {ord("’"): "'", ord("‘"): "'", ord("`"): "'", ord("–"): "-", ord("—"): "-", ord("−"): "-"}


def clean(text: str) -> str:
    """`text` in NFC, line ends as \\n, without control and invisible characters."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub(" ", _INVISIBLE.sub("", text))


def fold(text: str) -> str:
    """`text` in lower case without diacritics, character for character: offsets stay true."""
    return text.translate(_TABLE)


def first_line(text: str) -> str:
    """The first line of `text` that is not empty, whoever wrote it; "" where there is none."""
    return next((line.strip() for line in text.split("\n") if line.strip()), "")


def own_lines(text: str) -> list[str]:
    """The non-empty lines that the person wrote: without quoted mail and signatures."""
    lines: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if not stripped or stripped.startswith(">"):
            continue
        if _BELOW.match(stripped[:300]):
            if lines:
                break
            continue
        lines.append(stripped)
    return lines
