"""A model's words as they may be shown: no link, no image, nothing invisible. Pure.

Only paths of the product's own pages stay as they are ("/goals"), and links of hosts that are
allowed by name. What is left is plain text: nothing in the product renders a model's markup.
"""

import re
import unicodedata
from collections.abc import Collection
from urllib.parse import urlsplit

from exoskull.channels.text import clean_outgoing

MARK = "…"
"""What stands where a link stood."""

# The repetitions are bounded: the time taken grows with the length of a text, not its square.
_MARKDOWN = re.compile(r"!?\[([^\[\]\n]{0,300})\]\s?(?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ ]?\S{0,2000}.*$", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z!][^<>\n]{0,2000}>?")
_SCHEMES = "javascript|vbscript|data|mailto|tel|sms|file|blob|intent|ftp|http|https|ws|wss|market"
_LINK = re.compile(
    rf"(?:[a-z][a-z0-9+.\-]{{0,31}}:[/\\]{{2}}|[/\\]{{2}}|\b(?:{_SCHEMES}):(?=\S)"
    r"|www\d{0,3}\.|xn--)\S*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s@<>()\[\]{},;:\"']{1,64}@[^\s@<>()\[\]{},;:\"']+")
_DOMAIN = re.compile(
    r"(?<!\w)(?:[^\W_](?:[\w\-]{0,62}\w)?\.){1,8}(?:xn--[a-z0-9\-]{1,59}|[^\W\d_]{2,24})"
    r"(?::\d{1,5}\b)?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_DOTS = re.compile("[\u3002\uff0e\uff61\ufe52\u2024]")
_COLONS = re.compile("[\uff1a\ufe55\ua789\u2236]")
_SLASHES = re.compile("[\uff0f\u2044\u2215\u29f8\ufe68\uff3c\u29f5\u2216]")
_SHORTENED = frozenset({"m.in", "e.g", "i.e", "a.m", "p.m", "o.k"})
"""Abbreviations that look like domains."""

_SENTENCE_END = re.compile(r"\w+\.[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{1,24}")


def unlinked(text: str, allowed: Collection[str] = ()) -> str:
    """`text` without links, images, addresses and markup. Doing it twice changes nothing.

    Args:
        allowed: hosts whose https links may stay, as they are called (`exoskull.example`).
    """
    text = clean_outgoing(text)
    while True:
        safe = _once(text, allowed)
        if safe == text:
            return text
        text = safe


def _once(text: str, allowed: Collection[str]) -> str:
    """One pass; what it brings together is found by the next one."""
    plain = _plain_marks(text)
    plain = _MARKDOWN.sub(r"\1", plain)
    plain = _REFERENCE.sub("", plain).replace("](", "] (")
    plain = _TAG.sub("", plain)
    plain = _LINK.sub(lambda found: _kept(found[0], allowed), plain)
    plain = _ADDRESS.sub(lambda found: _address(found[0], allowed), plain)
    return _DOMAIN.sub(lambda found: _domain(found, allowed), plain)


def _plain_marks(text: str) -> str:
    """`text` with the look-alikes of dots, colons and slashes as what they look like; where
    compatibility characters hide a link, unfolded."""
    folded = unicodedata.normalize("NFKC", text)
    text = _SLASHES.sub("/", _COLONS.sub(":", _DOTS.sub(".", text)))
    if folded == text:
        return text
    hides = any(
        len(pattern.findall(folded)) > len(pattern.findall(text)) for pattern in (_LINK, _DOMAIN)
    )
    return folded if hides else text


def _is_allowed(link: str, allowed: Collection[str]) -> bool:
    try:
        parts = urlsplit(link.rstrip(".,;:!?)\"'”’"))
        return (
            parts.scheme == "https"
            and parts.hostname in allowed
            and parts.netloc == parts.hostname
            and link.isascii()
            and "\\" not in link
        )
    except ValueError:
        return False


def _kept(link: str, allowed: Collection[str]) -> str:
    return link if _is_allowed(link, allowed) else MARK


def _address(address: str, allowed: Collection[str]) -> str:
    return address if _is_allowed(address, allowed) else MARK


def _domain(found: re.Match[str], allowed: Collection[str]) -> str:
    """A bare domain goes; where a sentence lacks its space ("wody.Potem"), it is given one."""
    if _inside_allowed(found, allowed):
        return found[0]
    if found[0].lower() in _SHORTENED:
        return found[0]
    if _SENTENCE_END.fullmatch(found[0]):
        head, _, tail = found[0].rpartition(".")
        return f"{head}. {tail}"
    return MARK


def _inside_allowed(found: re.Match[str], allowed: Collection[str]) -> bool:
    text, start, end = found.string, found.start(), found.end()
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return _is_allowed(text[start:end], allowed)
