"""SQL of the ledger."""

from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId
from exoskull.ledger.model import PastDecision, Row

_ROW: LiteralString = """
    id, at, local_date, kind, subject, option, sent, trace, ledger, outcome, reply, final_due_at,
    final_at"""


async def insert(tx: Transaction, row: Row, *, cycle_id: UUID, symptom_id: UUID) -> None:
    await tx.execute(
        """
        insert into decisions (tenant_id, id, cycle_id, symptom_id, at, local_date, kind, subject,
                               option, trace, ledger, final_due_at)
        values (%(tenant)s, %(id)s, %(cycle)s, %(symptom)s, %(at)s, %(day)s, %(kind)s,
                %(subject)s, %(option)s, %(trace)s, %(ledger)s, %(final_due_at)s)
        """,
        tenant=tx.tenant_id,
        id=row.id,
        cycle=cycle_id,
        symptom=symptom_id,
        at=row.at,
        day=row.local_date,
        kind=row.kind,
        subject=row.subject,
        option=row.option,
        trace=row.trace,
        ledger=row.ledger,
        final_due_at=row.final_due_at,
    )


async def since(tx: Transaction, day: date) -> list[PastDecision]:
    """Decisions on or after the local `day`, in short, oldest first."""
    return await tx.fetch(
        PastDecision,
        """
        select id, at, local_date, kind, subject, option, sent from decisions
         where tenant_id = %(tenant)s and local_date >= %(day)s
         order by at, id
        """,
        tenant=tx.tenant_id,
        day=day,
    )


async def closing(tx: Transaction, at: datetime) -> list[Row]:
    """Rows whose window ended by `at` and that are not final, oldest first."""
    return await tx.fetch(
        Row,
        f"""
        select {_ROW} from decisions
         where tenant_id = %(tenant)s and final_at is null and final_due_at <= %(at)s
         order by at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def final_rows(tx: Transaction, *, since: datetime | None = None) -> list[Row]:
    """Final rows, of those that became final after `since` where given, oldest first."""
    return await tx.fetch(
        Row,
        f"""
        select {_ROW} from decisions
         where tenant_id = %(tenant)s and final_at is not null
           and (%(since)s::timestamptz is null or final_at > %(since)s)
         order by at, id
        """,
        tenant=tx.tenant_id,
        since=since,
    )


async def make_final(
    tx: Transaction,
    row_id: UUID,
    *,
    sent: bool,
    outcome: float | None,
    reply: float | None,
    at: datetime,
) -> None:
    await tx.execute(
        """
        update decisions
           set sent = %(sent)s, outcome = %(outcome)s, reply = %(reply)s, final_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and final_at is null
        """,
        tenant=tx.tenant_id,
        id=row_id,
        sent=sent,
        outcome=outcome,
        reply=reply,
        at=at,
    )


async def posterior_state(tx: Transaction) -> dict[str, Any] | None:
    """The learner's state of this tenant, or None where nothing was learned yet."""
    return await tx.value(
        "select state from posteriors where tenant_id = %(tenant)s", tenant=tx.tenant_id
    )


async def save_posterior(
    tx: Transaction, state: dict[str, Any], *, version: str, at: datetime
) -> None:
    await tx.execute(
        """
        insert into posteriors (tenant_id, state, model_version, updated_at)
        values (%(tenant)s, %(state)s, %(version)s, %(at)s)
        on conflict (tenant_id) do update
           set state = excluded.state, model_version = excluded.model_version,
               updated_at = excluded.updated_at
        """,
        tenant=tx.tenant_id,
        state=state,
        version=version,
        at=at,
    )


async def due_tenants(tx: Transaction, at: datetime, limit: int) -> list[TenantId]:
    """Over all tenants: those with a window of response or a ledger row to close by `at`."""
    rows = await tx.dicts(
        "select tenant_id from system_due_outcomes(%(at)s, %(limit)s)", at=at, limit=limit
    )
    return [row["tenant_id"] for row in rows]
