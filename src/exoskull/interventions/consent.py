"""Yes and no to one intervention, by the hand that is shown exactly it."""

from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.interventions import approvals, service
from exoskull.interventions.approvals import Approval
from exoskull.interventions.model import Intervention
from exoskull.kit.errors import Conflict, NotFound


async def questions_by_intervention(tx: Transaction, at: datetime) -> dict[UUID, Approval]:
    """The open question about each intervention that has one."""
    found = await approvals.open_questions(tx, at)
    return {one.subject_id: one for one in found if one.subject_kind == "intervention"}


async def answer(
    tx: Transaction,
    intervention_id: UUID,
    *,
    yes: bool,
    by: str,
    at: datetime,
    question: UUID | None = None,
) -> Intervention:
    """Approve or reject what is asked about this intervention.

    Args:
        question: the question that the person saw; a newer one is not answered by it. None: the
            open one.

    Raises:
        NotFound: `intervention.not_found`, or `approval.not_open`.
        Conflict: `approval.changed`.
    """
    await service.get(tx, intervention_id)
    asked = (await questions_by_intervention(tx, at)).get(intervention_id)
    if asked is None:
        raise NotFound("approval.not_open")
    if question is not None and question != asked.id:
        raise Conflict("approval.changed")
    return await service.answer(tx, asked, yes=yes, by=by, at=at)
