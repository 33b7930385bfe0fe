"""SQL of what waits: some of it at a time, however much there is."""

from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction

_BEYOND: LiteralString = """
    with asked as (
         select distinct subject_id as id from approvals
          where tenant_id = %(tenant)s and subject_kind = 'intervention' and state = 'open'
            and expires_at > %(at)s),
         placed as (
         select i.id, i.state, a.id is null as later, i.send_at
           from interventions i left join asked a on a.id = i.id
          where i.tenant_id = %(tenant)s
            and (i.state in ('planned', 'awaiting_approval') or i.id = %(after)s::uuid)),
         beyond as (
         select id, later, send_at from placed
          where state in ('planned', 'awaiting_approval')
            and (%(after)s::uuid is null or (later, send_at, id) > (
                 select later, send_at, id from placed where id = %(after)s::uuid)))"""
"""Those that wait beyond the one called `after`: what is asked first, then by when each leaves."""


async def nearest(tx: Transaction, *, at: datetime, after: UUID | None, limit: int) -> list[UUID]:
    """The first that wait beyond `after`: those that the person is asked about at `at`, then the
    others, each by when they are to leave."""
    rows = await tx.dicts(
        f"{_BEYOND} select id from beyond order by later, send_at, id limit %(limit)s",
        tenant=tx.tenant_id,
        at=at,
        after=after,
        limit=limit,
    )
    return [row["id"] for row in rows]


async def count(tx: Transaction, *, at: datetime, after: UUID | None) -> int:
    """How many wait beyond `after`."""
    return await tx.value(
        f"{_BEYOND} select count(*) from beyond",
        tenant=tx.tenant_id,
        at=at,
        after=after,
    )
