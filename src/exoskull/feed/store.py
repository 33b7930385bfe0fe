"""SQL of the feed."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event, StoredEvent
from exoskull.kit.ids import TraceId

UNHEARD = frozenset({"cycle.completed", "slot.ran", "slot.skipped"})
"""Kinds that wake nobody: the loop's own pulse. Commits that notify wait for one another, and
these are most of them."""


async def append(tx: Transaction, events: Sequence[Event]) -> None:
    """Add events, in their order, and wake whoever follows the tenant's feed."""
    await tx.execute(
        """
        with added as (
            insert into events (tenant_id, at, kind, trace, data)
            select %(tenant)s, at, kind, trace, data
              from unnest(%(at)s::timestamptz[], %(kind)s::text[], %(trace)s::uuid[],
                          %(data)s::jsonb[]) with ordinality as new (at, kind, trace, data, place)
             order by place)
        select case when %(wake)s then pg_notify('exoskull_events', %(tenant)s::text) end
        """,
        tenant=tx.tenant_id,
        at=[event.at for event in events],
        kind=[event.kind for event in events],
        trace=[event.trace for event in events],
        data=[json.dumps(event.data, allow_nan=False) for event in events],
        wake=any(event.kind not in UNHEARD for event in events),
    )


async def after(tx: Transaction, seq: int, *, limit: int = 1000) -> list[StoredEvent]:
    """Events later than `seq`, oldest first."""
    return await tx.fetch(
        StoredEvent,
        """
        select seq, at, kind, trace, data from events
         where tenant_id = %(tenant)s and seq > %(seq)s
         order by seq limit %(limit)s
        """,
        tenant=tx.tenant_id,
        seq=seq,
        limit=limit,
    )


async def fresh(
    tx: Transaction, seq: int, *, without: Collection[int], limit: int
) -> list[StoredEvent]:
    """Events later than `seq` but for those numbered in `without`, oldest first."""
    return await tx.fetch(
        StoredEvent,
        """
        select seq, at, kind, trace, data from events
         where tenant_id = %(tenant)s and seq > %(seq)s and seq <> all(%(without)s::bigint[])
         order by seq limit %(limit)s
        """,
        tenant=tx.tenant_id,
        seq=seq,
        without=list(without),
        limit=limit,
    )


async def numbers(tx: Transaction, after: int, until: int) -> list[int]:
    """The numbers of the events later than `after`, up to `until`."""
    rows = await tx.dicts(
        """
        select seq from events
         where tenant_id = %(tenant)s and seq > %(after)s and seq <= %(until)s
        """,
        tenant=tx.tenant_id,
        after=after,
        until=until,
    )
    return [row["seq"] for row in rows]


async def latest(
    tx: Transaction,
    *,
    before: int | None = None,
    kinds: Sequence[str] | None = None,
    limit: int = 50,
) -> list[StoredEvent]:
    """The newest events, newest first; `before` pages back, `kinds` narrows."""
    return await tx.fetch(
        StoredEvent,
        """
        select seq, at, kind, trace, data from events
         where tenant_id = %(tenant)s
           and (%(before)s::bigint is null or seq < %(before)s)
           and (%(kinds)s::text[] is null or kind = any(%(kinds)s))
         order by seq desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        kinds=list(kinds) if kinds is not None else None,
        limit=limit,
    )


async def ended_with(tx: Transaction, end: datetime) -> int:
    """The number of the newest event before `end`; 0 where there is none."""
    return (
        await tx.value(
            """
            select seq from events
             where tenant_id = %(tenant)s and at < %(end)s
             order by seq desc limit 1
            """,
            tenant=tx.tenant_id,
            end=end,
        )
        or 0
    )


async def of_trace(tx: Transaction, trace: TraceId) -> list[StoredEvent]:
    """Everything one need or symptom led to, oldest first."""
    return await tx.fetch(
        StoredEvent,
        """
        select seq, at, kind, trace, data from events
         where tenant_id = %(tenant)s and trace = %(trace)s
         order by seq
        """,
        tenant=tx.tenant_id,
        trace=trace,
    )


async def of_traces(
    tx: Transaction, traces: Sequence[UUID], kinds: Sequence[str]
) -> list[StoredEvent]:
    """The events of `kinds` in any of these chains, oldest first."""
    return await tx.fetch(
        StoredEvent,
        """
        select seq, at, kind, trace, data from events
         where tenant_id = %(tenant)s and trace = any(%(traces)s) and kind = any(%(kinds)s)
         order by seq
        """,
        tenant=tx.tenant_id,
        traces=list(traces),
        kinds=list(kinds),
    )


async def of_instants(
    tx: Transaction, instants: Sequence[datetime], kinds: Sequence[str]
) -> list[StoredEvent]:
    """The events of `kinds` at just these instants, oldest first."""
    return await tx.fetch(
        StoredEvent,
        """
        select seq, at, kind, trace, data from events
         where tenant_id = %(tenant)s and kind = any(%(kinds)s) and at = any(%(instants)s)
         order by seq
        """,
        tenant=tx.tenant_id,
        instants=list(instants),
        kinds=list(kinds),
    )
