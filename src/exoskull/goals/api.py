"""Goals over HTTP."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from exoskull.goals import service
from exoskull.goals.describe import because
from exoskull.goals.model import Goal, GoalKind, GoalState, parse_goal
from exoskull.goals.progress import Heading, Progress, Trajectory
from exoskull.kit.errors import NotFound
from exoskull.language.model import Direction, Period
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Listed, Out

router = APIRouter(tags=["goals"])

UNIT = r"^[^\x00-\x1f\x7f]{0,20}$"


class GoalIn(In):
    """A goal in every `period`, or, without one, to reach, `by` a date if there is one.

    With `streak`, so many days in a row of it; with `milestone`, yes or no by the date.
    """

    title: str
    metric: str
    target: float
    direction: str | None = None
    period: str | None = None
    by: str | None = None
    baseline: float | None = None
    unit: Annotated[str, Field(pattern=UNIT)] = ""
    streak: int | None = None
    milestone: bool = False


class GoalChange(In):
    """How a goal ends."""

    state: Literal["completed", "dropped"]


class MomentumOut(Out):
    recent: float
    before: float
    heading: Heading


class ProjectionOut(Out):
    on: date
    earliest: date
    latest: date | None
    points: int


class StreakOut(Out):
    days: int
    of: int
    best: int
    least: int


class ProgressOut(Out):
    """Where an active goal stands now; `because` is the rule that decided with its numbers,
    `reason` the same as a sentence in the person's language."""

    trajectory: Trajectory
    have: float | None
    expected: float | None
    target: float
    missing: float
    share: float
    since: date
    as_of: date | None
    days_left: int | None
    because: dict[str, Any]
    reason: str | None
    momentum: MomentumOut | None
    projection: ProjectionOut | None
    streak: StreakOut | None
    unread: list[str]


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
    kind: GoalKind
    streak: int | None
    milestone: bool
    state: GoalState
    created_at: datetime
    trace: UUID
    progress: ProgressOut | None = None

    @classmethod
    def of(cls, goal: Goal, progress: Progress | None, visit: ApiVisit) -> Self:
        """The goal, with where it stands."""
        out = cls.model_validate(goal)
        if progress is None or progress.because is None:
            return out
        today = visit.tenant.local_date(visit.at)
        shown = {name: getattr(progress, name) for name in _SHOWN}
        return out.model_copy(
            update={
                "progress": ProgressOut.model_validate(
                    shown
                    | {
                        "unread": list(progress.unread),
                        "because": progress.because.to_json(),
                        "reason": because(goal, progress, visit.language, today),
                    }
                )
            }
        )


_SHOWN = ProgressOut.model_fields.keys() - {"unread", "because", "reason"}


@router.get("/goals")
async def goals(visit: ApiVisit, state: GoalState | None = None) -> Listed[GoalOut]:
    """All goals, or those of one state, oldest first; the active ones with their progress."""
    found = await service.everything(visit.tx)
    stands = {goal.id: one for goal, one in await service.standings(visit.tx, at=visit.at)}
    return Listed(
        items=[
            GoalOut.of(one, stands.get(one.id), visit)
            for one in found
            if state in (None, one.state)
        ]
    )


@router.post("/goals", status_code=201)
async def set_goal(visit: ApiVisit, body: GoalIn) -> GoalOut:
    """Set a goal; an active one of the same kind, metric, direction and period is replaced by it.
    A goal of a known metric is kept in the metric's own unit."""
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
