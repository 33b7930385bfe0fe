"""Measures and tasks over HTTP."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, Field

from exoskull.goals import service as goals
from exoskull.kit.errors import NotFound
from exoskull.measuring import service
from exoskull.signals import service as signals
from exoskull.signals.model import Source
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task, TaskState
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Limit, Listed, Out

router = APIRouter()

LOOKS_BACK = timedelta(days=30)
UNIT = r"^[^\x00-\x1f\x7f]{0,20}$"


class MeasureIn(In):
    """`at`: when it was measured; now, where it is left out. `unit`: the metric's own, likewise."""

    metric: str
    value: float
    unit: Annotated[str, Field(pattern=UNIT)] = ""
    at: AwareDatetime | None = Field(default=None, strict=False)


class MeasureOut(Out):
    id: UUID
    at: datetime
    metric: str
    value: float
    unit: str
    source: Source
    trace: UUID


class TaskIn(In):
    """With `remind_at`, a reminder."""

    title: str
    due: date | None = Field(default=None, strict=False)
    remind_at: AwareDatetime | None = Field(default=None, strict=False)
    goal: UUID | None = Field(default=None, strict=False)


class TaskChange(In):
    """Where a task is to be moved."""

    state: Literal["open", "done", "dropped"]


class TaskOut(Out):
    id: UUID
    title: str
    due: date | None = Field(validation_alias="due_on")
    remind_at: datetime | None
    state: TaskState
    goal: UUID | None = Field(validation_alias="goal_id")
    intervention: UUID | None = Field(validation_alias="intervention_id")
    source: Source
    created_at: datetime
    ended_at: datetime | None


@router.get("/measures", tags=["measures"])
async def measures(visit: ApiVisit, limit: Limit = 50) -> Listed[MeasureOut]:
    """The newest measures, newest first."""
    found = await signals.latest(visit.tx, limit=limit)
    return Listed(items=[MeasureOut.model_validate(one) for one in found])


@router.post("/measures", status_code=201, tags=["measures"])
async def log(visit: ApiVisit, body: MeasureIn) -> MeasureOut:
    """Keep a measure; goals and outcomes that it speaks to follow."""
    kept = await service.log(
        visit.tx,
        visit.tenant,
        metric=body.metric,
        value=body.value,
        unit=body.unit,
        measured_at=body.at or visit.at,
        at=visit.at,
        source=Source.API,
        ids=visit.ids,
        trace=visit.new_trace(),
    )
    return MeasureOut.model_validate(kept)


@router.get("/tasks", tags=["tasks"])
async def list_tasks(
    visit: ApiVisit,
    state: Annotated[TaskState, Query()] = TaskState.OPEN,
    limit: Limit = 200,
) -> Listed[TaskOut]:
    """Open tasks and reminders, oldest first; or those done in the last 30 days."""
    if state is TaskState.OPEN:
        found = await tasks.open_tasks(visit.tx)
    elif state is TaskState.DONE:
        found = await tasks.done_since(visit.tx, visit.at - LOOKS_BACK)
    else:
        found = []
    return Listed(items=[TaskOut.model_validate(one) for one in found[:limit]])


@router.post("/tasks", status_code=201, tags=["tasks"])
async def make_task(visit: ApiVisit, body: TaskIn) -> TaskOut:
    """Make a task or a reminder."""
    if body.goal is not None:
        known = {goal.id for goal in await goals.active(visit.tx)}
        if body.goal not in known:
            raise NotFound("goal.not_found", field="goal")
    task = await tasks.create(
        visit.tx,
        title=body.title,
        at=visit.at,
        source=Source.API,
        ids=visit.ids,
        trace=visit.new_trace(),
        due_on=body.due,
        remind_at=body.remind_at,
        goal_id=body.goal,
    )
    return TaskOut.model_validate(task)


@router.patch("/tasks/{task_id}", tags=["tasks"])
async def move_task(visit: ApiVisit, task_id: UUID, body: TaskChange) -> TaskOut:
    """Finish a task, drop it, or open a finished one again."""
    moved = await _move(visit, task_id, TaskState(body.state))
    return TaskOut.model_validate(moved)


async def _move(visit: ApiVisit, task_id: UUID, to: TaskState) -> Task:
    tx = visit.tx
    if to is TaskState.OPEN:
        moved = await tasks.reopen(tx, task_id, at=visit.at)
    elif to is TaskState.DROPPED:
        moved = await tasks.drop(tx, task_id, at=visit.at)
    else:
        open_one = {task.id: task for task in await tasks.open_tasks(tx)}.get(task_id)
        moved = (
            None
            if open_one is None
            else await service.finish_task(tx, open_one, at=visit.at, ids=visit.ids)
        )
    if moved is None:
        raise NotFound("task.not_found", field="task_id")
    return moved
