"""Telling the person of their apps: by the channel they prefer, within limits and quiet hours."""

from datetime import datetime
from uuid import UUID

from exoskull.apps.model import App
from exoskull.apps.wording import Said
from exoskull.database.transaction import Transaction
from exoskull.interventions import telling
from exoskull.interventions.telling import Means, Notice
from exoskull.tenants.model import Tenant

__all__ = [
    "NOTICE",
    "QUESTION",
    "REMINDER",
    "Means",
    "Notice",
    "subject_key",
    "take_back",
    "tell",
    "tell_of",
]

NOTICE, QUESTION, REMINDER = "app_notice", "app_question", "app_reminder"
"""What `symptom` says of a message about an app; neither is a try of the learner's."""

_WAYS = telling.ways_of("app")


def subject_key(app_id: UUID) -> str:
    """What messages about this app are about."""
    return f"app:{app_id}"


async def tell(
    tx: Transaction, tenant: Tenant, means: Means, notice: Notice, *, at: datetime
) -> bool:
    """Plan a message about an app; False where the same was planned before."""
    return await telling.tell(tx, tenant, means, _WAYS, notice, at=at)


async def tell_of(
    tx: Transaction,
    tenant: Tenant,
    means: Means,
    app: App,
    kind: str,
    key: str,
    said: Said,
    *,
    at: datetime,
) -> bool:
    """As `tell`: a message of `kind` in the words of `said` about `app`, one for each `key`."""
    about = Notice(
        about=subject_key(app.id),
        kind=kind,
        key=key,
        subject=said.subject,
        text=said.text,
        reason=said.reason,
        trace=app.trace,
    )
    return await tell(tx, tenant, means, about, at=at)


async def take_back(tx: Transaction, app_id: UUID, *, at: datetime) -> None:
    """Take back what waits to be said of an app: its reason has gone."""
    await telling.take_back(tx, subject_key(app_id), at=at)
