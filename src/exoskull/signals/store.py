"""SQL of measures."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.signals.model import Measure

_COLUMNS: LiteralString = "id, at, metric, value, unit, source, message_id, trace"


async def insert(tx: Transaction, measure: Measure) -> Measure:
    """Add a measure; returns it as the database now has it."""
    return await tx.one(
        Measure,
        f"""
        insert into measures (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(at)s, %(metric)s, %(value)s, %(unit)s, %(source)s,
                %(message_id)s, %(trace)s)
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=measure.id,
        at=measure.at,
        metric=measure.metric,
        value=measure.value,
        unit=measure.unit,
        source=measure.source,
        message_id=measure.message_id,
        trace=measure.trace,
    )


async def insert_many(tx: Transaction, measures: Sequence[Measure]) -> None:
    """Add measures."""
    await tx.execute_many(
        f"""
        insert into measures (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(at)s, %(metric)s, %(value)s, %(unit)s, %(source)s,
                %(message_id)s, %(trace)s)
        """,
        [{"tenant": tx.tenant_id} | asdict(measure) for measure in measures],
    )


async def since(tx: Transaction, at: datetime) -> list[Measure]:
    """Measures at or after `at`, oldest first."""
    return await tx.fetch(
        Measure,
        f"""
        select {_COLUMNS} from measures
         where tenant_id = %(tenant)s and at >= %(at)s and undone_at is null
         order by at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def between(tx: Transaction, metric: str, since: datetime, until: datetime) -> list[Measure]:
    """Measures of `metric` at or after `since` and before `until`, oldest first."""
    return await tx.fetch(
        Measure,
        f"""
        select {_COLUMNS} from measures
         where tenant_id = %(tenant)s and metric = %(metric)s
           and at >= %(since)s and at < %(until)s and undone_at is null
         order by at, id
        """,
        tenant=tx.tenant_id,
        metric=metric,
        since=since,
        until=until,
    )


async def latest(tx: Transaction, *, limit: int) -> list[Measure]:
    """The newest measures, newest first."""
    return await tx.fetch(
        Measure,
        f"""
        select {_COLUMNS} from measures
         where tenant_id = %(tenant)s and undone_at is null
         order by at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        limit=limit,
    )


async def undo(tx: Transaction, measure_id: UUID, at: datetime) -> Measure | None:
    """Take a measure back; None where it is gone already."""
    return await tx.maybe(
        Measure,
        f"""
        update measures set undone_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and undone_at is null
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=measure_id,
        at=at,
    )
