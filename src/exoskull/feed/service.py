"""Publishing to the feed, in the transaction of what it tells of."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed import store
from exoskull.feed.model import Event, StoredEvent
from exoskull.kit.ids import TraceId


async def publish(tx: Transaction, *events: Event) -> None:
    """Record that these things happened; they become visible when `tx` commits.

    `at` is the instant it happened, `trace` the chain it belongs to, `data` plain JSON.
    """
    if events:
        await store.append(tx, events)


async def latest(
    tx: Transaction,
    *,
    before: int | None = None,
    kinds: Sequence[str] | None = None,
    limit: int = 50,
) -> list[StoredEvent]:
    """The newest events, newest first; `before` (a `seq`) pages back, `kinds` narrows."""
    return await store.latest(tx, before=before, kinds=kinds, limit=limit)


async def ended_with(tx: Transaction, end: datetime) -> int:
    """The `seq` of the newest event before `end`; 0 where there is none."""
    return await store.ended_with(tx, end)


async def after(tx: Transaction, seq: int, *, limit: int = 1000) -> list[StoredEvent]:
    """Events later than `seq`, oldest first."""
    return await store.after(tx, seq, limit=limit)


async def fresh(
    tx: Transaction, seq: int, *, without: Collection[int], limit: int
) -> list[StoredEvent]:
    """Events later than `seq` but for those numbered in `without`, oldest first."""
    return await store.fresh(tx, seq, without=without, limit=limit)


async def numbers(tx: Transaction, after: int, until: int) -> list[int]:
    """The numbers of the events later than `after`, up to `until`."""
    return await store.numbers(tx, after, until)


async def of_trace(tx: Transaction, trace: TraceId) -> list[StoredEvent]:
    """Everything one need or symptom led to, oldest first."""
    return await store.of_trace(tx, trace)


async def of_traces(
    tx: Transaction, traces: Sequence[UUID], kinds: Sequence[str]
) -> list[StoredEvent]:
    """The events of `kinds` in any of these chains, oldest first."""
    return await store.of_traces(tx, traces, kinds)


async def of_instants(
    tx: Transaction, instants: Sequence[datetime], kinds: Sequence[str]
) -> list[StoredEvent]:
    """The events of `kinds` at just these instants, oldest first."""
    return await store.of_instants(tx, instants, kinds)
