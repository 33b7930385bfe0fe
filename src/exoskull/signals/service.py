"""Taking in what was measured."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.ids import Ids, TraceId
from exoskull.scheduling.service import move_attention
from exoskull.signals import store
from exoskull.signals.model import Measure, Source, parse_metric, parse_unit, parse_value


async def log(
    tx: Transaction,
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
    """Keep a measure, tell the feed, and have the loop look at it.

    Args:
        entry: the entry of an app whose change this comes of.
        measured_at: when it was measured; not more than a day after `at`.
        at: now.

    Raises:
        InvalidInput: the metric's name or the value cannot be accepted.
    """
    measure = Measure(
        id=ids.new(),
        at=min(measured_at, at + timedelta(days=1)),
        metric=parse_metric(metric),
        value=parse_value(value),
        unit=parse_unit(unit),
        source=source,
        message_id=message_id,
        trace=trace,
    )
    kept = await store.insert(tx, measure)
    await publish(
        tx,
        Event(
            at=at,
            kind="measure.logged",
            trace=trace,
            data={
                "id": str(kept.id),
                "metric": kept.metric,
                "value": kept.value,
                "unit": kept.unit,
                "measured_at": kept.at.isoformat(),
                "source": kept.source.value,
                **_by(entry),
            },
        ),
    )
    await move_attention(tx, "measure", at)
    return kept


async def keep_many(tx: Transaction, measures: Sequence[Measure], *, at: datetime) -> None:
    """Keep many measures at once, of a file; the feed is told of the file, not of each."""
    await store.insert_many(tx, measures)
    if measures:
        await move_attention(tx, "measure", at)


async def since(tx: Transaction, at: datetime) -> list[Measure]:
    """Measures at or after `at`, oldest first."""
    return await store.since(tx, at)


async def between(tx: Transaction, metric: str, since: datetime, until: datetime) -> list[Measure]:
    """Measures of `metric` at or after `since` and before `until`, oldest first."""
    return await store.between(tx, metric, since, until)


async def latest(tx: Transaction, *, limit: int = 50) -> list[Measure]:
    """The newest measures, newest first."""
    return await store.latest(tx, limit=limit)


def _by(entry: UUID | None) -> dict[str, str]:
    return {} if entry is None else {"entry": str(entry)}


async def undo(
    tx: Transaction, measure_id: UUID, *, at: datetime, entry: UUID | None = None
) -> Measure | None:
    """Take a measure back and tell the feed; None where it is gone already.

    `entry`: as of `log`.
    """
    undone = await store.undo(tx, measure_id, at)
    if undone is not None:
        await publish(
            tx,
            Event(
                at=at,
                kind="measure.undone",
                trace=undone.trace,
                data={
                    "id": str(undone.id),
                    "metric": undone.metric,
                    "value": undone.value,
                    **_by(entry),
                },
            ),
        )
        await move_attention(tx, "measure", at)
    return undone
