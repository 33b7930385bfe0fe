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


DIGESTS = {
    "morning_briefing": "briefing.sent",
    "evening_reflection": "reflection.sent",
    "daily_summary": "summary.sent",
    "weekly_summary": "summary.sent",
    "monthly_summary": "summary.sent",
    "incident": "intervention.sent",
    "app_notice": "intervention.sent",
    "app_question": "intervention.sent",
    "app_reminder": "intervention.sent",
    "channel_test": "intervention.sent",
    "skill_notice": "intervention.sent",
    "skill_question": "intervention.sent",
    "skill_says": "intervention.sent",
    "welcome": "intervention.sent",
}
"""Messages made for a day, a week or a month, or that tell of trouble, and the events that say they
went out. They are not tries of the learner's: they wait for no answer, and silence on them is no
outcome."""


def sent_event(sent: Intervention, at: datetime) -> Event:
    """`intervention.sent`, or for a digest its own kind, with the same fields; of its receipt."""
    shown = data(sent, to=sent.recipient, subject=sent.subject)
    kind = DIGESTS.get(sent.symptom, "intervention.sent")
    return Event(at=at, kind=kind, trace=sent.trace, data=shown)
