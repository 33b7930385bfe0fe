"""Interventions over HTTP: what was done, what is planned, and the person's hand on it."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, Field

from exoskull.channels.model import ChannelName
from exoskull.interventions import service
from exoskull.interventions.consent import answer, questions_by_intervention
from exoskull.interventions.model import Intervention, State
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Limit, Listed, Out

router = APIRouter(tags=["interventions"])

LOOKS_BACK = timedelta(days=30)


class InterventionOut(Out):
    """`question` is the open question about it, for `approve` and `reject`."""

    id: UUID
    state: State
    action: str
    channel: ChannelName
    framing: str
    symptom: str
    subject: str
    text: str
    reason: str
    created_at: datetime
    send_at: datetime
    expires_at: datetime
    sent_at: datetime | None
    receipt: str | None
    failure: str | None
    decision: UUID | None = Field(validation_alias="decision_id")
    goal: UUID | None = Field(validation_alias="goal_id")
    task: UUID | None = Field(validation_alias="task_id")
    trace: UUID
    question: UUID | None = None


class AnswerIn(In):
    """`question`: the one that the person saw, so that a newer wording is not approved by it."""

    question: UUID | None = Field(default=None, strict=False)


@router.get("/interventions")
async def interventions(
    visit: ApiVisit,
    since: AwareDatetime | None = None,
    state: Annotated[list[State] | None, Query()] = None,
    limit: Limit = 200,
) -> Listed[InterventionOut]:
    """Those made since an instant (30 days ago, where none is given), newest first."""
    found = await service.since(visit.tx, since or visit.at - LOOKS_BACK)
    wanted = [one for one in reversed(found) if state is None or one.state in state]
    asked = await questions_by_intervention(visit.tx, visit.at)
    return Listed(
        items=[_out(one, asked[one.id].id if one.id in asked else None) for one in wanted[:limit]]
    )


@router.get("/interventions/{intervention_id}")
async def intervention(visit: ApiVisit, intervention_id: UUID) -> InterventionOut:
    """One intervention."""
    found = await service.get(visit.tx, intervention_id)
    asked = (await questions_by_intervention(visit.tx, visit.at)).get(found.id)
    return _out(found, asked.id if asked else None)


@router.post("/interventions/{intervention_id}/undo")
async def undo(visit: ApiVisit, intervention_id: UUID) -> InterventionOut:
    """Take back one that has not left yet."""
    return _out(await service.undo(visit.tx, intervention_id, at=visit.at))


@router.post("/interventions/{intervention_id}/approve")
async def approve(
    visit: ApiVisit, intervention_id: UUID, body: AnswerIn | None = None
) -> InterventionOut:
    """Say yes to exactly what is asked."""
    return await _answer(visit, intervention_id, body, yes=True)


@router.post("/interventions/{intervention_id}/reject")
async def reject(
    visit: ApiVisit, intervention_id: UUID, body: AnswerIn | None = None
) -> InterventionOut:
    """Say no; it is not done."""
    return await _answer(visit, intervention_id, body, yes=False)


async def _answer(
    visit: ApiVisit, intervention_id: UUID, body: AnswerIn | None, *, yes: bool
) -> InterventionOut:
    question = None if body is None else body.question
    answered = await answer(
        visit.tx, intervention_id, yes=yes, by="api", at=visit.at, question=question
    )
    return _out(answered)


def _out(one: Intervention, question: UUID | None = None) -> InterventionOut:
    return InterventionOut.model_validate(one).model_copy(update={"question": question})
