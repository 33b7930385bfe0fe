"""Telling the person of their skills, through the outbox: within limits and quiet hours."""

from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.interventions import approvals, telling
from exoskull.interventions.model import Intervention
from exoskull.interventions.telling import Means, Notice
from exoskull.tenants.model import Tenant

__all__ = ["NOTICE", "QUESTION", "SAYS", "Means", "Notice", "still_wanted", "take_back", "tell"]

NOTICE, QUESTION, SAYS = "skill_notice", "skill_question", "skill_says"
"""What `symptom` says of a message about a skill, a question about one, and a skill's own word;
none of them is a try of the learner's."""

_WAYS = telling.ways_of("skill")


def subject_key(subject_id: UUID) -> str:
    """What messages about this skill are about, or about this run of one that waits."""
    return f"skill:{subject_id}"


async def tell(
    tx: Transaction, tenant: Tenant, means: Means, notice: Notice, *, at: datetime
) -> bool:
    """Plan a message about a skill; False where the same was planned before."""
    return await telling.tell(tx, tenant, means, _WAYS, notice, at=at)


async def take_back(tx: Transaction, subject_id: UUID, *, at: datetime) -> None:
    """Take back what waits to be asked of a skill, or of a run: it has been answered."""
    await telling.take_back(tx, subject_key(subject_id), at=at, kind=QUESTION)


async def still_wanted(tx: Transaction, planned: Intervention, at: datetime) -> bool:
    """Whether a question about a skill is still one; anything else is."""
    if planned.symptom != QUESTION:
        return True
    about = {subject_key(one.subject_id) for one in await approvals.open_questions(tx, at)}
    return planned.subject_key in about
