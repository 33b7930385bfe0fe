"""Remembering, forgetting and having it back: one transaction each, with its event."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.memory import store
from exoskull.memory.model import FACTS_MAX, Fact, NewFact, parse_fact, same_words
from exoskull.memory.rank import about

BACK_WITHIN = timedelta(days=30)
"""So long a deleted fact can be had back; then it is gone for good."""


async def facts(tx: Transaction) -> list[Fact]:
    """What is remembered, newest first."""
    return await store.current(tx)


async def newest(tx: Transaction, *, limit: int, before: UUID | None = None) -> list[Fact]:
    """What was remembered last, newest first; `before` pages back."""
    return await store.newest(tx, limit=limit, before=before)


async def count_before(tx: Transaction, before: UUID) -> int:
    """How much of what is remembered is older than the fact called `before`."""
    return await store.count_before(tx, before)


async def deleted(
    tx: Transaction, at: datetime, *, limit: int = FACTS_MAX, before: UUID | None = None
) -> list[Fact]:
    """What was deleted and can be had back, the last one first; `before` pages back."""
    return await store.deleted_since(tx, at - BACK_WITHIN, limit=limit, before=before)


async def count_deleted(tx: Transaction, at: datetime, before: UUID) -> int:
    """How much of what can be had back was deleted before the fact called `before`."""
    return await store.count_deleted(tx, at - BACK_WITHIN, before)


async def remember(
    tx: Transaction, new: NewFact, *, at: datetime, ids: Ids, trace: TraceId
) -> Fact | None:
    """Keep the fact; what says the same in other case or spacing gives way to it.

    Returns:
        The fact as kept; None where it is known already, with no less certainty.

    Raises:
        InvalidInput: no text, or one that is too long.
        Conflict: `memory.full`.
    """
    text = parse_fact(new.text)
    known = await store.current(tx)
    same = [one for one in known if same_words(one.text) == same_words(text)]
    if any(one.confidence >= new.confidence for one in same):
        return None
    if len(known) - len(same) >= FACTS_MAX:
        raise Conflict("memory.full", limit=FACTS_MAX)
    fact = Fact(
        id=ids.new(),
        text=text,
        kind=new.kind,
        made_by=new.made_by,
        message_id=new.message_id,
        quote=new.quote,
        confidence=new.confidence,
        at=at,
        superseded_by=None,
        deleted_at=None,
        trace=trace,
    )
    if not await store.insert(tx, fact):
        return None
    await store.supersede(tx, [one.id for one in same], fact.id)
    await publish(tx, _event(fact, "remembered", at))
    return fact


async def get(tx: Transaction, fact_id: UUID) -> Fact:
    """The fact, deleted ones too. Raises NotFound (`memory.no_fact`)."""
    return await _get(tx, fact_id)


async def forget(tx: Transaction, fact_id: UUID, *, at: datetime) -> Fact:
    """Delete the fact; it is read by nothing from now on. Raises NotFound (`memory.no_fact`)."""
    fact = await _get(tx, fact_id)
    if await store.set_deleted(tx, fact_id, at):
        await publish(tx, _event(fact, "forgotten", at))
    return await store.get(tx, fact_id)


async def forget_about(tx: Transaction, words: str, *, at: datetime) -> list[Fact]:
    """Delete every fact that speaks of `words`; returns them."""
    return [await forget(tx, one.id, at=at) for one in about(await store.current(tx), words)]


async def restore(tx: Transaction, fact_id: UUID, *, at: datetime) -> Fact:
    """Have a deleted fact back. Raises NotFound (`memory.no_fact`), also after 30 days."""
    fact = await _get(tx, fact_id)
    if fact.deleted_at is not None and fact.deleted_at < at - BACK_WITHIN:
        raise NotFound("memory.no_fact")
    if await store.set_deleted(tx, fact_id, None):
        await publish(tx, _event(fact, "restored", at))
    return await store.get(tx, fact_id)


async def purge(tx: Transaction, *, at: datetime) -> int:
    """Let go for good of what can no longer be had back; returns how many facts."""
    return await store.purge(tx, at - BACK_WITHIN)


async def take_unread(tx: Transaction, messages: Sequence[UUID], at: datetime) -> set[UUID]:
    """Mark messages as read for facts; returns those that nobody had read before."""
    return await store.take_unread(tx, messages, at) if messages else set()


async def _get(tx: Transaction, fact_id: UUID) -> Fact:
    try:
        fact = await store.get(tx, fact_id)
    except NotFound as error:
        raise NotFound("memory.no_fact") from error
    if fact.superseded_by is not None:
        raise NotFound("memory.no_fact")
    return fact


def _event(fact: Fact, verb: str, at: datetime) -> Event:
    """What happened to the fact; its words are not repeated, so that deleting it deletes them."""
    data: dict[str, Any] = {
        "id": str(fact.id),
        "subject": fact.kind.value,
        "by": fact.made_by.value,
        "message": None if fact.message_id is None else str(fact.message_id),
        "confidence": fact.confidence,
    }
    return Event(at=at, kind=f"memory.{verb}", trace=fact.trace, data=data)
