"""An event in a line, for a terminal: when, by the person's clock, and what happened."""

from datetime import datetime
from zoneinfo import ZoneInfo

from exoskull.feed.model import Event
from exoskull.i18n import happened


def tell(event: Event, *, language: str, timezone: str) -> str:
    """`2026-03-02 07:15  SMS sent: ...`, in the person's zone and language, on one line."""
    zone = ZoneInfo(timezone)
    local: datetime = event.at.astimezone(zone)
    told = happened(event.kind, event.data, language, zone).replace("\n", " / ")
    return f"{local:%Y-%m-%d %H:%M}  {told}"
