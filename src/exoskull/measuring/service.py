"""Taking in what a person measured or finished, with what follows from it in the same
transaction: the outcome of an intervention it belongs to, and the progress of goals."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.kit.ids import Ids, TraceId
from exoskull.language.metrics import METRICS
from exoskull.language.model import Direction
from exoskull.measuring.mirror import enter_measure, undo_with_entry
from exoskull.outcomes import service as outcomes
from exoskull.outcomes.settle import reopen
from exoskull.signals import service as signals
from exoskull.signals.daily import by_day
from exoskull.signals.model import Measure, Source
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task
from exoskull.tenants.model import Tenant

LOOKS_BACK = timedelta(days=60)


async def log(
    tx: Transaction,
    tenant: Tenant,
    *,
    metric: str,
    value: float,
    unit: str,
    measured_at: datetime,
    at: datetime,
    source: Source,
    ids: Ids,
    trace: TraceId,
    message_id: UUID | None = None,
) -> Measure:
    """Keep a measure; what it says of an intervention and of goals is recorded with it, and it is
    entered in the app that measures it.

    Raises:
        InvalidInput: the metric's name or the value cannot be accepted.
    """
    kept = await keep(
        tx,
        tenant,
        metric=metric,
        value=value,
        unit=unit,
        measured_at=measured_at,
        at=at,
        source=source,
        ids=ids,
        trace=trace,
        message_id=message_id,
    )
    await enter_measure(tx, tenant, kept, at=at, ids=ids)
    return kept


async def keep(
    tx: Transaction,
    tenant: Tenant,
    *,
    metric: str,
    value: float,
    unit: str,
    measured_at: datetime,
    at: datetime,
    source: Source,
    ids: Ids,
    trace: TraceId,
    message_id: UUID | None = None,
    entry: UUID | None = None,
) -> Measure:
    """As `log`, of what an app's entry says: it is entered already. `entry`: the one whose change
    it comes of."""
    active = [goal for goal in await goals.active(tx) if goal.metric == metric]
    before = await goals.measures(tx, active, since=at - LOOKS_BACK)
    kept = await signals.log(
        tx,
        metric=metric,
        value=value,
        unit=unit or _unit_of(metric),
        measured_at=measured_at,
        at=at,
        source=source,
        ids=ids,
        trace=trace,
        message_id=message_id,
        entry=entry,
    )
    await outcomes.on_measure(
        tx,
        kept,
        days=by_day(before, metric, tenant.zone),
        zone=tenant.zone,
        more_is_better=_more_is_better(metric, active),
        at=at,
        ids=ids,
    )
    if kept.at < at:
        await reopen(tx, kept, at=at, ids=ids)
    measured, today = [*before, kept], tenant.local_date(at)
    standings = [(goal, goals.stand(goal, measured, tenant, at)) for goal in active]
    await publish(
        tx, *(goals.progressed(goal, progress, on=today, at=at) for goal, progress in standings)
    )
    return kept


async def undo(tx: Transaction, measure_id: UUID, *, at: datetime) -> list[Measure]:
    """Take a measure back, with the entry of an app that it is, and what else that entry measured;
    returns what was taken back, this one first; nothing where it is gone already."""
    return await undo_with_entry(tx, measure_id, at=at)


def _unit_of(metric: str) -> str:
    known = METRICS.get(metric)
    return known.unit if known else ""


def _more_is_better(metric: str, active: Iterable[Goal]) -> bool:
    for goal in active:
        if goal.direction is Direction.REACH and goal.baseline is not None:
            return goal.target >= goal.baseline
        return goal.direction is not Direction.AT_MOST
    known = METRICS.get(metric)
    return known is None or known.usual is not Direction.AT_MOST


async def goals_of(
    tx: Transaction, metrics: set[str], *, at: datetime
) -> list[tuple[Goal, list[Measure]]]:
    """The active goals about `metrics`, each with its measures of late."""
    active = [goal for goal in await goals.active(tx) if goal.metric in metrics]
    if not active:
        return []
    measures = await goals.measures(tx, active, since=at - LOOKS_BACK)
    return [(goal, [one for one in measures if one.metric == goal.metric]) for goal in active]


async def finish_task(tx: Transaction, task: Task, *, at: datetime, ids: Ids) -> Task | None:
    """Mark a task done; an intervention that it belongs to has its outcome. None where the task
    is no longer open."""
    done = await tasks.finish(tx, task, at=at)
    if done is not None:
        await outcomes.on_task_done(tx, done, at=at, ids=ids)
    return done
