"""A message as it is before anything was done with it."""

from datetime import datetime, timedelta
from typing import Any

from exoskull.channels.model import ChannelName
from exoskull.interventions.model import Intervention, State
from exoskull.kit.ids import Ids, TraceId


def by_hand(ids: Ids, at: datetime, **fields: Any) -> Intervention:
    """A message planned at `at` for at once, in the app, with `fields` of its own."""
    number = ids.new()
    made: dict[str, Any] = {
        "id": number,
        "decision_id": None,
        "symptom": "note",
        "subject_key": f"note:{number}",
        "action": "send_notification:summary",
        "channel": ChannelName.IN_APP,
        "framing": "direct",
        "option": "by_hand",
        "subject": "A word",
        "text": "A word made by hand.",
        "reason": "It was made by hand.",
        "state": State.PLANNED,
        "idempotency_key": f"note:{number}",
        "created_at": at,
        "send_at": at,
        "expires_at": at + timedelta(hours=12),
        "attempts": 0,
        "claimed_at": None,
        "lease_until": None,
        "authorization_id": None,
        "local_date": None,
        "recipient": None,
        "receipt": None,
        "sent_at": None,
        "failure": None,
        "goal_id": None,
        "task_id": None,
        "metric": None,
        "outcome_due_at": None,
        "outcome_closed_at": None,
        "trace": TraceId(ids.new()),
    }
    return Intervention(**made | fields)
