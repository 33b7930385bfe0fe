"""SQL of facts."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.memory.model import Fact

_COLUMNS: LiteralString = """id, text, kind, made_by, message_id, quote, confidence, at,
    superseded_by, deleted_at, trace"""


async def insert(tx: Transaction, fact: Fact) -> bool:
    """Keep the fact; False where the same was read in the same message before."""
    touched = await tx.execute(
        f"""
        insert into memory_facts (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(text)s, %(kind)s, %(made_by)s, %(message_id)s, %(quote)s,
                %(confidence)s, %(at)s, %(superseded_by)s, %(deleted_at)s, %(trace)s)
            on conflict (tenant_id, message_id, text) do nothing
        """,
        tenant=tx.tenant_id,
        **asdict(fact),
    )
    return touched == 1


async def current(tx: Transaction) -> list[Fact]:
    """The facts that hold, newest first."""
    return await tx.fetch(
        Fact,
        f"""
        select {_COLUMNS} from memory_facts
         where tenant_id = %(tenant)s and superseded_by is null and deleted_at is null
         order by at desc, id desc
        """,
        tenant=tx.tenant_id,
    )


async def newest(tx: Transaction, *, limit: int, before: UUID | None = None) -> list[Fact]:
    """The newest facts that hold, newest first; older than the one called `before`."""
    return await tx.fetch(
        Fact,
        f"""
        select {_COLUMNS} from memory_facts
         where tenant_id = %(tenant)s and superseded_by is null and deleted_at is null
           and (%(before)s::uuid is null or (at, id) < (
                select at, id from memory_facts
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )


async def count_before(tx: Transaction, before: UUID) -> int:
    """How many facts that hold are older than the one called `before`."""
    return await tx.value(
        """
        select count(*) from memory_facts
         where tenant_id = %(tenant)s and superseded_by is null and deleted_at is null
           and (at, id) < (
               select at, id from memory_facts where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def deleted_since(
    tx: Transaction, at: datetime, *, limit: int, before: UUID | None = None
) -> list[Fact]:
    """The facts deleted at or after `at`, the last one first; before the one called `before`."""
    return await tx.fetch(
        Fact,
        f"""
        select {_COLUMNS} from memory_facts
         where tenant_id = %(tenant)s and superseded_by is null and deleted_at >= %(at)s
           and (%(before)s::uuid is null or (deleted_at, id) < (
                select deleted_at, id from memory_facts
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by deleted_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        at=at,
        before=before,
        limit=limit,
    )


async def count_deleted(tx: Transaction, at: datetime, before: UUID) -> int:
    """How many facts were deleted at or after `at` and before the one called `before`."""
    return await tx.value(
        """
        select count(*) from memory_facts
         where tenant_id = %(tenant)s and superseded_by is null and deleted_at >= %(at)s
           and (deleted_at, id) < (
               select deleted_at, id from memory_facts
                where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        at=at,
        before=before,
    )


async def get(tx: Transaction, fact_id: UUID) -> Fact:
    """The fact; raises NotFound."""
    return await tx.one(
        Fact,
        f"select {_COLUMNS} from memory_facts where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=fact_id,
    )


async def supersede(tx: Transaction, old: Sequence[UUID], new: UUID) -> None:
    """Put a newer fact in the place of `old`."""
    await tx.execute(
        """
        update memory_facts set superseded_by = %(new)s
         where tenant_id = %(tenant)s and id = any(%(old)s) and id <> %(new)s
           and superseded_by is null
        """,
        tenant=tx.tenant_id,
        old=list(old),
        new=new,
    )


async def set_deleted(tx: Transaction, fact_id: UUID, at: datetime | None) -> bool:
    """Delete the fact, or, with None, take that back; False where that is so already."""
    touched = await tx.execute(
        """
        update memory_facts set deleted_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s
           and (deleted_at is null) <> (%(at)s::timestamptz is null)
        """,
        tenant=tx.tenant_id,
        id=fact_id,
        at=at,
    )
    return touched == 1


async def purge(tx: Transaction, before: datetime) -> int:
    """Let go for good of what was deleted, or took another's place, before; returns how many."""
    return await tx.execute(
        """
        delete from memory_facts
         where tenant_id = %(tenant)s
           and (deleted_at < %(before)s or (superseded_by is not null and at < %(before)s))
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def take_unread(tx: Transaction, messages: Sequence[UUID], at: datetime) -> set[UUID]:
    """Mark `messages` as read for facts; returns those that were not yet."""
    rows = await tx.dicts(
        """
        insert into memory_readings (tenant_id, message_id, at)
        select %(tenant)s, unnest(%(ids)s::uuid[]), %(at)s
            on conflict do nothing returning message_id
        """,
        tenant=tx.tenant_id,
        ids=list(messages),
        at=at,
    )
    return {row["message_id"] for row in rows}
