"""Closing a day: what became of the actions given for it, told to each goal's strategy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from exoskull.briefings.verdict import GoalDay, judge
from exoskull.database.transaction import Transaction
from exoskull.interventions import service as interventions
from exoskull.interventions.model import State
from exoskull.mape.loop import Loop
from exoskull.mape.model import Context
from exoskull.signals.model import Source
from exoskull.strategies import service as strategies
from exoskull.strategies.model import Change
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task
from exoskull.tenants.model import Tenant

MORNING = "morning_briefing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A goal's day, closed; `change` where the strategy was changed by it."""

    day: GoalDay
    change: Change | None


async def close_day(
    tx: Transaction, loop: Loop, context: Context, tenant: Tenant, *, on: date, at: datetime
) -> list[Closed]:
    """Close the local day `on` for every goal that had actions; safe to do again: what came to be
    known since then counts, and nothing else changes."""
    begin = tenant.at_wall(on, time(0))
    done = await tasks.done_since(tx, begin)
    ours = [task for task in (*context.open_tasks, *done) if _is_of(task, on)]
    if not ours:
        return []
    told = await _was_told(tx, begin, on) and not _was_left_alone(tenant, on)
    closed = []
    for standing in context.standings:
        given = [task for task in ours if task.goal_id == standing.goal.id]
        if not given:
            continue
        day = judge(standing, given, on=on, told=told)
        change = await strategies.close_day(
            tx, day.goal, on=on, verdict=day.verdict, facts=day.facts, at=at, ids=loop.ids
        )
        closed.append(Closed(day=day, change=change))
    return closed


async def let_go(tx: Transaction, context: Context, *, before: date, at: datetime) -> Context:
    """The loop's own actions were for their day: those not done are no debt of the person's.
    Returns the picture without them."""
    stale: Sequence[Task] = [
        task
        for task in context.open_tasks
        if task.source is Source.LOOP and task.due_on is not None and task.due_on < before
    ]
    for task in stale:
        await tasks.drop(tx, task.id, at=at)
    return replace(context, open_tasks=[one for one in context.open_tasks if one not in stale])


def _is_of(task: Task, on: date) -> bool:
    return task.source is Source.LOOP and task.due_on == on and task.goal_id is not None


def _was_left_alone(tenant: Tenant, on: date) -> bool:
    """Whether the person had a pause that evening: then nothing was asked of them."""
    until = tenant.paused_until
    return until is not None and until > tenant.at_wall(on, tenant.evening_at)


async def _was_told(tx: Transaction, begin: datetime, on: date) -> bool:
    """Whether the plan of that morning left, by its receipt."""
    return any(
        one.symptom == MORNING and one.subject_key == f"{MORNING}:{on}" and one.state is State.SENT
        for one in await interventions.since(tx, begin)
    )
