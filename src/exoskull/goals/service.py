"""Setting goals, ending them, and closing their days."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals import store
from exoskull.goals.closing import close
from exoskull.goals.model import Goal, GoalKind, GoalState, NewGoal
from exoskull.goals.pace import assess
from exoskull.goals.progress import Progress
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.kit.plain import plain
from exoskull.scheduling.service import move_attention
from exoskull.signals import service as signals
from exoskull.signals.daily import by_day, unreadable
from exoskull.signals.model import Measure
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

MEASURES_FOR = timedelta(days=60)
"""How far back the pace, momentum and projection of a goal look, at the least."""


async def create(
    tx: Transaction, new: NewGoal, *, at: datetime, ids: Ids, trace: TraceId
) -> tuple[Goal, Goal | None]:
    """Set a goal. One of the same kind, metric, direction and period is replaced by it.

    Returns:
        The goal as the database has it, and the one it replaced, if any.
    """
    same = (new.metric, new.direction, new.period, new.streak is None, new.milestone)
    replaced = None
    for old in await store.active(tx):
        if (old.metric, old.direction, old.period, old.streak is None, old.milestone) == same:
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
            streak=new.streak,
            milestone=new.milestone,
        ),
    )
    await publish(tx, Event(at=at, kind="goal.created", trace=trace, data=_data(goal)))
    await move_attention(tx, "goal", at)
    (goal,) = await _with_weeks(tx, [goal])
    return goal, replaced


async def finish(tx: Transaction, goal_id: UUID, state: GoalState, *, at: datetime) -> Goal | None:
    """End an active goal as `state`, and tell the feed; None where none is active."""
    goal = await store.end(tx, goal_id, state, at)
    if goal is not None:
        kind = _ENDED[state]
        await publish(tx, Event(at=at, kind=kind, trace=goal.trace, data=_data(goal)))
        await move_attention(tx, "goal", at)
    return goal


_ENDED = {
    GoalState.COMPLETED: "goal.completed",
    GoalState.DROPPED: "goal.dropped",
    GoalState.MISSED: "goal.missed",
}


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
        "streak": goal.streak,
        "milestone": goal.milestone,
    }


async def active(tx: Transaction) -> list[Goal]:
    """The active goals, oldest first."""
    return await _with_weeks(tx, await store.active(tx))


async def everything(tx: Transaction) -> list[Goal]:
    """All goals, also ended ones, oldest first."""
    return await _with_weeks(tx, await store.everything(tx))


async def ended(tx: Transaction, *, limit: int, before: UUID | None = None) -> list[Goal]:
    """The goals that have ended, the last made first; `before` pages back."""
    return await _with_weeks(tx, await store.ended(tx, limit=limit, before=before))


async def count_ended(tx: Transaction, before: UUID) -> int:
    """How many goals that have ended were made before the one called `before`."""
    return await store.count_ended(tx, before)


async def named(tx: Transaction, goal_id: UUID) -> Goal:
    """The goal, active or ended; raises NotFound (`goal.not_found`)."""
    found = await store.named(tx, goal_id)
    if found is None:
        raise NotFound("goal.not_found", field="goal_id")
    return (await _with_weeks(tx, [found]))[0]


async def _with_weeks(tx: Transaction, found: list[Goal]) -> list[Goal]:
    """The goals, with their weeks beginning as the person's do."""
    if not found:
        return []
    starts = (await current(tx)).first_weekday
    return [
        goal if goal.week_starts is starts else replace(goal, week_starts=starts) for goal in found
    ]


async def measures(tx: Transaction, of: Sequence[Goal], *, since: datetime) -> list[Measure]:
    """All measures at or after `since`, oldest first; before them the older ones of those goals
    `of` which began earlier and count from their beginning."""
    begun: dict[str, datetime] = {}
    for goal in of:
        if goal.kind is not GoalKind.RHYTHM and goal.created_at < since:
            first = goal.created_at - timedelta(days=1)  # the local day may have begun before
            begun[goal.metric] = min(first, begun.get(goal.metric, first))
    older = [
        one
        for metric, first in sorted(begun.items())
        for one in await signals.between(tx, metric, first, since)
    ]
    return sorted(older, key=lambda one: (one.at, one.id)) + await signals.since(tx, since)


async def standings(tx: Transaction, *, at: datetime) -> list[tuple[Goal, Progress]]:
    """The active goals, oldest first, each with where it stands at `at`."""
    tenant, found = await current(tx), await active(tx)
    measured = await measures(tx, found, since=at - MEASURES_FOR)
    return [(goal, stand(goal, measured, tenant, at)) for goal in found]


def stand(goal: Goal, measured: Iterable[Measure], tenant: Tenant, at: datetime) -> Progress:
    """Where `goal` stands at `at` by what was `measured`, of whatever metrics."""
    own = [one for one in measured if one.metric == goal.metric]
    return assess(
        goal,
        by_day(own, goal.metric, tenant.zone),
        tenant.local(at),
        unread=unreadable(own, goal.metric),
    )


def progressed(goal: Goal, progress: Progress, *, on: date, at: datetime) -> Event:
    """The event that tells how `goal` stood on the local day `on`, with the numbers."""
    because = progress.because.to_json() if progress.because else None
    data: dict[str, Any] = {
        "id": str(goal.id),
        "title": goal.title,
        "metric": goal.metric,
        "unit": goal.unit,
        "goal_kind": goal.kind.value,
        "direction": goal.direction.value,
        "period": goal.period.value if goal.period else None,
        "on": on.isoformat(),
        "have": progress.have,
        "expected": progress.expected,
        "target": progress.target,
        "missing": progress.missing,
        "share": progress.share,
        "days_left": progress.days_left,
        "trajectory": progress.trajectory.value,
        "because": because,
        "momentum": plain(progress.momentum),
        "projection": plain(progress.projection),
        "streak": plain(progress.streak),
        "unread": list(progress.unread),
    }
    return Event(at=at, kind="goal.progress", trace=goal.trace, data=data)


async def close_day(tx: Transaction, *, at: datetime) -> dict[str, int]:
    """Tell how each active goal stood when yesterday ended, complete what is reached and mark what
    missed its date.

    Returns:
        How many goals there were, and how many ended, by state; empty where there were none.
    """
    tenant, found = await current(tx), await active(tx)
    measured = await measures(tx, found, since=at - MEASURES_FOR)
    counted: Counter[str] = Counter()
    for goal in found:
        own = [one for one in measured if one.metric == goal.metric]
        days = by_day(own, goal.metric, tenant.zone)
        closed = close(goal, days, tenant.local(at), unread=unreadable(own, goal.metric))
        counted["goals"] += 1
        if closed.progress is not None:
            await publish(tx, progressed(goal, closed.progress, on=closed.on, at=at))
        if closed.ends is not None:
            await finish(tx, goal.id, closed.ends, at=at)
            counted[closed.ends.value] += 1
    return dict(counted)
