"""How long a text is as an SMS, and how it is made to fit."""

from dataclasses import dataclass

from exoskull.channels.text import shortened

_GSM7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM7_ESCAPED = frozenset("^{}\\[~]|€")


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsLength:
    """`units` are GSM 7-bit characters or UTF-16 units; `segments` what the operator bills."""

    unicode: bool
    units: int
    segments: int


def sms_length(text: str) -> SmsLength:
    """What `text` costs: 160 characters in one segment or 153 in each of several.

    With a character that GSM 03.38 lacks, as most Polish letters, 70 and 67. No character is
    split between segments. An empty text has none.
    """
    unicode = any(char not in _GSM7 and char not in _GSM7_ESCAPED for char in text)
    if unicode:
        sizes = [2 if ord(char) > 0xFFFF else 1 for char in text]
        alone, each = 70, 67
    else:
        sizes = [2 if char in _GSM7_ESCAPED else 1 for char in text]
        alone, each = 160, 153
    units = sum(sizes)
    if units <= alone:
        return SmsLength(unicode=unicode, units=units, segments=min(units, 1))
    segments, used = 1, 0
    for size in sizes:
        if used + size > each:
            segments, used = segments + 1, 0
        used += size
    return SmsLength(unicode=unicode, units=units, segments=segments)


def fit_sms(text: str, segments: int = 3) -> str:
    """`text` in at most `segments` segments, cut between words; diacritics stay.

    The mark of a cut is "…", or "..." where that keeps a text in the cheaper alphabet.
    """
    if sms_length(text).segments <= segments:
        return text
    mark = "…" if sms_length(text).unicode else "..."
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if sms_length(shortened(text, middle, mark)).segments <= segments:
            low = middle
        else:
            high = middle - 1
    return shortened(text, low, mark)
