"""SQL of the loop's own memory: cycles, symptoms, decisions, the posterior."""

from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.plain import plain
from exoskull.mape.model import Cycle, Symptom


async def begin(tx: Transaction, cycle: Cycle) -> bool:
    """Record that the cycle of this slot is being done; False where it was done before."""
    touched = await tx.execute(
        """
        insert into cycles (tenant_id, id, at, slot)
        values (%(tenant)s, %(id)s, %(at)s, %(slot)s)
        on conflict (tenant_id, slot) do nothing
        """,
        tenant=tx.tenant_id,
        id=cycle.id,
        at=cycle.at,
        slot=cycle.slot,
    )
    return touched == 1


async def is_done(tx: Transaction, cycle: Cycle) -> bool:
    """Whether the cycle of this slot was done before."""
    return await tx.value(
        "select exists (select 1 from cycles where tenant_id = %(tenant)s and slot = %(slot)s)",
        tenant=tx.tenant_id,
        slot=cycle.slot,
    )


async def insert_symptom(
    tx: Transaction, cycle: Cycle, symptom: Symptom, *, id: UUID, trace: UUID
) -> None:
    await tx.execute(
        """
        insert into symptoms (tenant_id, id, cycle_id, at, kind, subject, severity, facts,
                              evidence, trace)
        values (%(tenant)s, %(id)s, %(cycle)s, %(at)s, %(kind)s, %(subject)s, %(severity)s,
                %(facts)s, %(evidence)s::jsonb, %(trace)s)
        """,
        tenant=tx.tenant_id,
        id=id,
        cycle=cycle.id,
        at=cycle.at,
        kind=symptom.kind,
        subject=symptom.subject,
        severity=symptom.severity,
        facts=plain(dict(symptom.facts)),
        evidence=_array(symptom.evidence),
        trace=trace,
    )


def _array(items: tuple[str, ...]) -> str:
    return "[" + ",".join(f'"{item}"' for item in items) + "]"


async def undecided(
    tx: Transaction, symptom: Symptom, *, since: datetime
) -> tuple[UUID, UUID] | None:
    """The id and trace of the same symptom, found at or after `since` and not decided on yet."""
    rows = await tx.dicts(
        """
        select id, trace from symptoms s
         where tenant_id = %(tenant)s and kind = %(kind)s and subject = %(subject)s
           and at >= %(since)s
           and not exists (select 1 from decisions d
                            where d.tenant_id = s.tenant_id and d.symptom_id = s.id)
         order by at desc, id desc limit 1
        """,
        tenant=tx.tenant_id,
        kind=symptom.kind,
        subject=symptom.subject,
        since=since,
    )
    return (rows[0]["id"], rows[0]["trace"]) if rows else None
