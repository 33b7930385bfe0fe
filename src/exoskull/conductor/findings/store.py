"""SQL of findings."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from exoskull.conductor.findings.model import Finding
from exoskull.database.transaction import Transaction

_COLUMNS: LiteralString = """id, kind, key, metric, other_metric, state, statement, evidence,
    found_at, confirmed_at, ended_at, reason, work_run_id, trace"""


async def insert(tx: Transaction, finding: Finding) -> bool:
    """Add a fact; False where its question has an answer already."""
    params: dict[str, Any] = asdict(finding) | {"evidence": Jsonb(finding.evidence)}
    touched = await tx.execute(
        f"""
        insert into findings (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(kind)s, %(key)s, %(metric)s, %(other_metric)s, %(state)s,
                %(statement)s, %(evidence)s, %(found_at)s, %(confirmed_at)s, %(ended_at)s,
                %(reason)s, %(work_run_id)s, %(trace)s)
            on conflict (tenant_id, key) where state = 'current' do nothing
        """,
        tenant=tx.tenant_id,
        **params,
    )
    return touched == 1


async def save(tx: Transaction, finding: Finding) -> None:
    """Write the fact's state, numbers, evidence and end."""
    await tx.execute(
        """
        update findings
           set state = %(state)s, statement = %(statement)s, evidence = %(evidence)s,
               confirmed_at = %(confirmed_at)s, ended_at = %(ended_at)s, reason = %(reason)s,
               work_run_id = %(work_run_id)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=finding.id,
        state=finding.state,
        statement=finding.statement,
        evidence=Jsonb(finding.evidence),
        confirmed_at=finding.confirmed_at,
        ended_at=finding.ended_at,
        reason=finding.reason,
        work_run_id=finding.work_run_id,
    )


async def lock(tx: Transaction, finding_id: UUID) -> Finding | None:
    """The fact, held against other holders until the transaction ends."""
    return await tx.maybe(
        Finding,
        f"""
        select {_COLUMNS} from findings
         where tenant_id = %(tenant)s and id = %(id)s for no key update
        """,
        tenant=tx.tenant_id,
        id=finding_id,
    )


async def in_states(
    tx: Transaction,
    states: Sequence[str],
    *,
    limit: int | None = None,
    before: UUID | None = None,
) -> list[Finding]:
    """The facts in these states, the newest found first; found before the one called `before`."""
    return await tx.fetch(
        Finding,
        f"""
        select {_COLUMNS} from findings
         where tenant_id = %(tenant)s and state = any(%(states)s)
           and (%(before)s::uuid is null or (found_at, id) < (
                select found_at, id from findings
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by found_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        states=list(states),
        limit=limit,
        before=before,
    )


async def count_before(tx: Transaction, states: Sequence[str], before: UUID) -> int:
    """How many facts in these states were found before the one called `before`."""
    return await tx.value(
        """
        select count(*) from findings
         where tenant_id = %(tenant)s and state = any(%(states)s) and (found_at, id) < (
               select found_at, id from findings where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        states=list(states),
        before=before,
    )


async def lock_current(tx: Transaction) -> list[Finding]:
    """Every current fact, held until the transaction ends, the oldest found first."""
    return await tx.fetch(
        Finding,
        f"""
        select {_COLUMNS} from findings
         where tenant_id = %(tenant)s and state = 'current'
         order by found_at, id for no key update
        """,
        tenant=tx.tenant_id,
    )


async def count_current(tx: Transaction) -> int:
    return await tx.value(
        "select count(*) from findings where tenant_id = %(tenant)s and state = 'current'",
        tenant=tx.tenant_id,
    )


async def of_measure(tx: Transaction, measure_id: UUID) -> dict[str, Any] | None:
    """A measure's row, taken back or not; None where there is none."""
    rows = await tx.dicts(
        """
        select at, metric, value, unit, source, undone_at from measures
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=measure_id,
    )
    return rows[0] if rows else None


async def retire(tx: Transaction, finding_id: UUID, *, reason: str, at: datetime) -> Finding | None:
    """End a current fact; None where it is none."""
    return await tx.maybe(
        Finding,
        f"""
        update findings set state = 'retired', reason = %(reason)s, ended_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'current'
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=finding_id,
        reason=reason,
        at=at,
    )
