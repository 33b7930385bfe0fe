"""Publishing to the feed, in the transaction of what it tells of."""

from collections.abc import Sequence

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


async def after(tx: Transaction, seq: int, *, limit: int = 1000) -> list[StoredEvent]:
    """Events later than `seq`, oldest first."""
    return await store.after(tx, seq, limit=limit)


async def of_trace(tx: Transaction, trace: TraceId) -> list[StoredEvent]:
    """Everything one need or symptom led to, oldest first."""
    return await store.of_trace(tx, trace)
