"""Text made safe to go out: to a phone, into a mail, onto a page."""

import re
import unicodedata
from html import escape

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters, but tab and line ends
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # fillers, joiners
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # invisible, turning direction
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"  # invisible: music, tags, variants
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# The repetitions are bounded: the time taken grows with the length of a text, not its square.
_EMAIL = re.compile(r"[^\s@<>()\[\]{},;:\"']{1,64}@[^\s@<>()\[\]{},;:\"']+")
_LINK = re.compile(
    r"(?:[a-z0-9+.\-]{0,32}: ?//|https?:|www\.|mailto:|javascript:)\S*", re.IGNORECASE
)
_BARE_DOMAIN = re.compile(r"(?<=\w)[.\u3002](?=[^\W\d_]{2})")


def clean_outgoing(text: str) -> str:
    """`text` with no control character but "\\n" and nothing invisible or direction-changing.

    Line ends become "\\n", a tab a space, half a surrogate pair U+FFFD. Letters, diacritics and
    emoji stay; a joined emoji falls into its parts. Cleaning twice changes nothing.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _UNSEEN.sub("", _SURROGATES.sub("\ufffd", text))


def is_one_plain_line(text: str) -> bool:
    """Whether `text` holds no line end, tab or other control character, and nothing invisible or
    direction-changing: whether it can go out as it is, as one line."""
    return "\n" not in text and clean_outgoing(text) == text


def clean_line(text: str) -> str:
    """`text` cleaned as one line, runs of white space being one space: a subject, a title."""
    return " ".join(clean_outgoing(text).split())


def untrusted(text: str, limit: int = 200) -> str:
    """A person's words (a message, a mail, a title, an entry) fit to be quoted in what goes out.

    One clean line of at most `limit` characters, cut between words; a link becomes "[link]", an
    e-mail address "[e-mail]"; a bare domain is broken by a space ("evil. com"), so that no phone
    makes it a link. Where compatibility characters hide any of these, they are unfolded (NFKC).
    Doing it twice changes nothing.
    """
    line = clean_line(text)
    folded = clean_line(unicodedata.normalize("NFKC", line))
    safe = _without_links(line if _without_links(folded) == folded else folded)
    return shortened(safe, limit)


def _without_links(line: str) -> str:
    """`line` with its links and e-mail addresses replaced, and those that this brings together."""
    while True:
        safe = _EMAIL.sub("[e-mail]", _LINK.sub("[link]", line))
        safe = _BARE_DOMAIN.sub(". ", safe)
        if safe == line:
            return line
        line = safe


def shortened(text: str, limit: int, mark: str = "…") -> str:
    """`text` of at most `limit` characters, cut between words where it can be; `mark` at a cut."""
    if len(text) <= limit:
        return text
    room = max(limit - len(mark), 0)
    head = text[: room + 1]
    space = max(head.rfind(" "), head.rfind("\n"))
    cut = space if space > room // 2 else _whole(text, room)
    return (text[:cut].rstrip() + mark)[:limit]


def _whole(text: str, cut: int) -> int:
    """The last place at or before `cut` that does not part a letter from its marks."""
    while 0 < cut < len(text) and _belongs_to_previous(text[cut]):
        cut -= 1
    return cut


def _belongs_to_previous(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Mc") or "\U0001f3fb" <= char <= "\U0001f3ff"


def as_html(text: str, language: str) -> str:
    """`text` as the HTML part of a mail: escaped, blank lines between paragraphs, no links."""
    paragraphs = re.split(r"\n\s*\n", clean_outgoing(text).strip())
    body = "\n".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in paragraphs)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8"></head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )
