"""An intervention and the states it can be in."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.channels.sms_text import fit_sms
from exoskull.channels.text import clean_outgoing
from exoskull.kit.ids import TraceId

DAILY_MAX = 8
"""Outbound messages per tenant and local day."""

SPACING = timedelta(minutes=30)
"""Between two outbound messages to one tenant."""

HOLD = timedelta(minutes=2)
"""Between planning and sending: time in which it can be undone."""

LATER = timedelta(hours=2)
"""How long a message waits that the person does not want now."""

ATTEMPTS_MAX = 5

LEASE = timedelta(minutes=5)
"""How long a claimed sending may take before it counts as crashed."""

RESPONSE_WINDOW = timedelta(hours=24)
"""How long after the receipt an answer is waited for."""


class State(StrEnum):
    """PLANNED and AWAITING_APPROVAL wait; SENDING is claimed; the rest are final, but UNKNOWN,
    which is reconciled where the provider can tell."""

    PLANNED = "planned"
    AWAITING_APPROVAL = "awaiting_approval"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    SUPPRESSED = "suppressed"
    REJECTED = "rejected"
    EXPIRED = "expired"
    UNDONE = "undone"


COUNTED = (State.SENDING, State.SENT, State.UNKNOWN)
"""States that take a place in the day's limit: what left, or may have left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One message to the person, from its planning to its receipt.

    `symptom`: the kind that led to it, or `briefing` and the like. `subject_key`: what exactly it
    was about (a goal's id, a metric). `send_at`: not before; `expires_at`: pointless after.
    `local_date`: the tenant's day on which it was claimed. `receipt`: the provider's id, or for
    in-app the id of the row; nothing is sent without one. `html`: the same for a mail, where it is
    more than the text in paragraphs; all text in it is escaped.
    """

    id: UUID
    decision_id: UUID | None
    symptom: str
    subject_key: str
    action: str
    channel: ChannelName
    framing: str
    option: str
    subject: str
    text: str
    reason: str
    state: State
    idempotency_key: str
    created_at: datetime
    send_at: datetime
    expires_at: datetime
    attempts: int = 0
    claimed_at: datetime | None = None
    lease_until: datetime | None = None
    authorization_id: UUID | None = None
    local_date: date | None = None
    recipient: str | None = None
    receipt: str | None = None
    sent_at: datetime | None = None
    failure: str | None = None
    goal_id: UUID | None = None
    task_id: UUID | None = None
    metric: str | None = None
    outcome_due_at: datetime | None = None
    outcome_closed_at: datetime | None = None
    html: str | None = None
    trace: TraceId


def content_hash(intervention: Intervention) -> str:
    """What an approval is bound to: the act, the way it goes and its exact words."""
    parts = (
        intervention.action,
        intervention.channel.value,
        intervention.subject,
        intervention.text,
        *([] if intervention.html is None else [intervention.html]),
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def as_it_goes(channel: ChannelName, text: str) -> str:
    """`text` as `channel` will carry it, so that what is kept is what was sent."""
    clean = clean_outgoing(text)
    return fit_sms(clean) if channel is ChannelName.SMS else clean


def retry_after(attempts: int) -> timedelta:
    """How long to wait after the `attempts`-th failed try: 1, 4, 16, 60 minutes."""
    return timedelta(minutes=min(60, 4 ** max(0, attempts - 1)))
