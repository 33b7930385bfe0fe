"""The person's own words in a reply by mail."""

import re

_ATTRIBUTION = re.compile(
    r"(?i:(?:on|w dniu|dnia|am|le)\b.{0,200}\b(?:wrote|napisał(?:a|\(a\))?|pisze|schrieb|a écrit)\b"
    r".{0,80}:?)"
    r"|-{2,} ?(?i:original message|wiadomość oryginalna|oryginalna wiadomość|forwarded message).*"
    r"|_{10,}"
    r"|(?i:(?:from|od|von): .+)"
)
_SIGNATURE = re.compile(r"--|(?i:(?:sent from my|wysłan[eo] z) .{1,60})")


def first_line(text: str) -> str:
    """The first line of `text` that is not blank, stripped; "" where that line is a quotation.

    Approvals are read from it alone, so that no quoted text, of which anybody may be the author,
    can approve anything.
    """
    for line in text.splitlines():
        if stripped := line.strip():
            return "" if stripped.startswith((">", "|")) else stripped
    return ""


def without_quotes(text: str) -> str:
    """`text` up to the first quotation, attribution or signature, without quoted lines.

    Simple on purpose: what it does not know it keeps. Never to be used for approvals.
    """
    kept: list[str] = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        stripped = line.strip()
        following = lines[number + 1].strip() if number + 1 < len(lines) else ""
        broken = f"{stripped} {following}"
        if _ATTRIBUTION.fullmatch(stripped) or _SIGNATURE.fullmatch(stripped):
            break
        if broken.endswith(":") and not stripped.endswith(":") and _ATTRIBUTION.fullmatch(broken):
            break
        if not stripped.startswith(">"):
            kept.append(line.rstrip())
    return "\n".join(kept).strip()
