"""Setting goals and ending them."""

from datetime import datetime
from uuid import UUID

from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals import store
from exoskull.goals.model import Goal, GoalState, NewGoal
from exoskull.kit.ids import Ids, TraceId
from exoskull.scheduling.service import move_attention


async def create(
    tx: Transaction, new: NewGoal, *, at: datetime, ids: Ids, trace: TraceId
) -> tuple[Goal, Goal | None]:
    """Set a goal. One of the same metric and direction is replaced by it.

    Returns:
        The goal as the database has it, and the one it replaced, if any.
    """
    same = (new.metric, new.direction, new.period)
    replaced = None
    for old in await store.active(tx):
        if (old.metric, old.direction, old.period) == same:
            replaced = await store.end(tx, old.id, GoalState.DROPPED, at)
    goal = await store.insert(
        tx,
        Goal(
            id=ids.new(),
            title=untrusted(new.title),
            metric=new.metric,
            unit=new.unit,
            target=new.target,
            direction=new.direction,
            period=new.period,
            by_date=new.by_date,
            baseline=new.baseline,
            state=GoalState.ACTIVE,
            created_at=at,
            trace=trace,
        ),
    )
    await publish(tx, Event(at=at, kind="goal.created", trace=trace, data=_data(goal)))
    await move_attention(tx, "goal", at)
    return goal, replaced


async def finish(tx: Transaction, goal_id: UUID, state: GoalState, *, at: datetime) -> Goal | None:
    """End an active goal as completed or dropped, and tell the feed; None where none is active."""
    goal = await store.end(tx, goal_id, state, at)
    if goal is not None:
        kind = "goal.completed" if state is GoalState.COMPLETED else "goal.dropped"
        await publish(tx, Event(at=at, kind=kind, trace=goal.trace, data=_data(goal)))
        await move_attention(tx, "goal", at)
    return goal


async def undo(tx: Transaction, goal_id: UUID, *, at: datetime) -> tuple[Goal, Goal | None] | None:
    """Take back the setting of a goal; the one that it replaced is active again.

    Returns:
        The goal taken back and the one reinstated, if any; None where it is not active any more.
    """
    taken_back = await finish(tx, goal_id, GoalState.DROPPED, at=at)
    if taken_back is None:
        return None
    again = await store.reinstate_replaced(tx, taken_back)
    if again is not None:
        await publish(
            tx, Event(at=at, kind="goal.reinstated", trace=again.trace, data=_data(again))
        )
    return taken_back, again


def _data(goal: Goal) -> dict[str, object]:
    return {
        "id": str(goal.id),
        "title": goal.title,
        "metric": goal.metric,
        "unit": goal.unit,
        "target": goal.target,
        "direction": goal.direction.value,
        "period": goal.period.value if goal.period else None,
        "by": goal.by_date.isoformat() if goal.by_date else None,
        "baseline": goal.baseline,
    }


async def active(tx: Transaction) -> list[Goal]:
    """The active goals, oldest first."""
    return await store.active(tx)


async def everything(tx: Transaction) -> list[Goal]:
    """All goals, also ended ones, oldest first."""
    return await store.everything(tx)
