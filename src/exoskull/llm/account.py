"""The account of calls, for who wants to look at it."""

from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TraceId
from exoskull.llm import store
from exoskull.llm.calls import Call, Tokens


async def latest(tx: Transaction, *, limit: int, before: datetime | None = None) -> list[Call]:
    """The newest requests that left for a model, newest first; `before` pages back."""
    return await store.latest(tx, limit=limit, before=before)


async def older(tx: Transaction, *, limit: int, before: UUID) -> list[Call]:
    """The newest requests before the one called `before`, newest first."""
    return await store.older(tx, limit=limit, before=before)


async def count_older(tx: Transaction, before: UUID) -> int:
    """How many requests left before the one called `before`."""
    return await store.count_older(tx, before)


async def tokens_of(tx: Transaction, trace: TraceId) -> Tokens:
    """What the models that helped in this chain read and wrote; nothing where none did."""
    return await store.tokens_of(tx, trace)
