"""The events an intervention leaves."""

from datetime import datetime
from typing import Any

from exoskull.feed.model import Event
from exoskull.interventions.model import Intervention


def data(intervention: Intervention, **more: Any) -> dict[str, Any]:
    """The fields of every `intervention.*` record, and `more`."""
    return {
        "id": str(intervention.id),
        "action": intervention.action,
        "channel": intervention.channel.value,
        "framing": intervention.framing,
        "option": intervention.option,
        "symptom": intervention.symptom,
        "text": intervention.text,
        "reason": intervention.reason,
        "receipt": intervention.receipt,
        **more,
    }


def event(intervention: Intervention, verb: str, at: datetime, **more: Any) -> Event:
    """The event `intervention.<verb>`."""
    return Event(
        at=at,
        kind=f"intervention.{verb}",
        trace=intervention.trace,
        data=data(intervention, **more),
    )


DIGESTS = {"morning_briefing": "briefing.sent", "evening_reflection": "reflection.sent"}
"""Messages made for a day, and the events that say they went out."""


def digest_event(sent: Intervention, at: datetime) -> Event | None:
    """`briefing.sent` or `reflection.sent`, where `sent` is one; made of its receipt."""
    kind = DIGESTS.get(sent.symptom)
    if kind is None:
        return None
    shown = {
        "intervention": str(sent.id),
        "channel": sent.channel.value,
        "subject": sent.subject,
        "text": sent.text,
        "receipt": sent.receipt,
    }
    return Event(at=at, kind=kind, trace=sent.trace, data=shown)
