"""Goals over HTTP."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from exoskull.goals import service
from exoskull.goals.model import GoalState, parse_goal
from exoskull.kit.errors import NotFound
from exoskull.language.model import Direction, Period
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Listed, Out

router = APIRouter(tags=["goals"])

UNIT = r"^[^\x00-\x1f\x7f]{0,20}$"


class GoalIn(In):
    """A goal in every `period`, or, without one, to reach, `by` a date if there is one."""

    title: str
    metric: str
    target: float
    direction: str | None = None
    period: str | None = None
    by: str | None = None
    baseline: float | None = None
    unit: Annotated[str, Field(pattern=UNIT)] = ""


class GoalChange(In):
    """How a goal ends."""

    state: Literal["completed", "dropped"]


class GoalOut(Out):
    id: UUID
    title: str
    metric: str
    unit: str
    target: float
    direction: Direction
    period: Period | None
    by: date | None = Field(validation_alias="by_date")
    baseline: float | None
    state: GoalState
    created_at: datetime
    trace: UUID


@router.get("/goals")
async def goals(visit: ApiVisit, state: GoalState | None = None) -> Listed[GoalOut]:
    """All goals, or those of one state, oldest first."""
    found = await service.everything(visit.tx)
    return Listed(
        items=[GoalOut.model_validate(one) for one in found if state in (None, one.state)]
    )


@router.post("/goals", status_code=201)
async def set_goal(visit: ApiVisit, body: GoalIn) -> GoalOut:
    """Set a goal; an active one of the same metric, direction and period is replaced by it."""
    wanted = parse_goal(**body.model_dump())
    goal, _ = await service.create(
        visit.tx, wanted, at=visit.at, ids=visit.ids, trace=visit.new_trace()
    )
    return GoalOut.model_validate(goal)


@router.patch("/goals/{goal_id}")
async def end_goal(visit: ApiVisit, goal_id: UUID, body: GoalChange) -> GoalOut:
    """End a goal as completed or dropped."""
    return await _end(visit, goal_id, GoalState(body.state))


@router.delete("/goals/{goal_id}")
async def drop_goal(visit: ApiVisit, goal_id: UUID) -> GoalOut:
    """Drop a goal; what was measured stays."""
    return await _end(visit, goal_id, GoalState.DROPPED)


async def _end(visit: ApiVisit, goal_id: UUID, state: GoalState) -> GoalOut:
    ended = await service.finish(visit.tx, goal_id, state, at=visit.at)
    if ended is None:
        raise NotFound("goal.not_found", field="goal_id")
    return GoalOut.model_validate(ended)
