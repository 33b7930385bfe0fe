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


async def put_off(tx: Transaction, row_id: UUID, *, until: datetime) -> None:
    """Have the row become final at `until` at the earliest."""
    await tx.execute(
        """
        update decisions set final_due_at = %(until)s
         where tenant_id = %(tenant)s and id = %(id)s and final_at is null
        """,
        tenant=tx.tenant_id,
        id=row_id,
        until=until,
    )


async def posterior_state(tx: Transaction, version: str | None = None) -> dict[str, Any] | None:
    """The learner's state of this tenant, the newest or that of `version`; None where there is
    none: nothing was learned yet."""
    return await tx.value(
        """
        select state from posteriors
         where tenant_id = %(tenant)s
           and (%(version)s::text is null or model_version = %(version)s)
         order by updated_at desc limit 1
        """,
        tenant=tx.tenant_id,
        version=version,
    )


async def learned_upto(tx: Transaction) -> datetime | None:
    """Until when final rows have been learned from; None where none were."""
    return await tx.value(
        "select max(learned_upto) from posteriors where tenant_id = %(tenant)s",
        tenant=tx.tenant_id,
    )


async def save_posterior(
    tx: Transaction, state: dict[str, Any], *, version: str, upto: datetime, at: datetime
) -> None:
    await tx.execute(
        """
        insert into posteriors (tenant_id, model_version, state, learned_upto, updated_at)
        values (%(tenant)s, %(version)s, %(state)s, %(upto)s, %(at)s)
        on conflict (tenant_id, model_version) do update
           set learned_upto = excluded.learned_upto, updated_at = excluded.updated_at
        """,
        tenant=tx.tenant_id,
        state=state,
        version=version,
        upto=upto,
        at=at,
    )


async def population_prior(tx: Transaction) -> dict[str, Any] | None:
    """The newest pooled prior, or None where too few people have contributed."""
    return await tx.value("select system_population_prior()")


async def all_evidence(tx: Transaction) -> list[dict[str, Any]]:
    """Everybody's evidence, in the order of their ids; in a transaction of the installation."""
    rows = await tx.dicts("select evidence from system_evidence()")
    return [row["evidence"] for row in rows]


async def save_population_prior(
    tx: Transaction, prior: dict[str, Any], *, version: str, at: datetime
) -> None:
    await tx.execute(
        """
        insert into population_priors (tenant_id, version, prior, created_at)
        values (%(tenant)s, %(version)s, %(prior)s, %(at)s)
        on conflict (tenant_id, version) do update set created_at = excluded.created_at
        """,
        tenant=tx.tenant_id,
        version=version,
        prior=prior,
        at=at,
    )


async def due_tenants(tx: Transaction, at: datetime, limit: int) -> list[TenantId]:
    """Over all tenants: those with a window of response or a ledger row to close by `at`."""
    rows = await tx.dicts(
        "select tenant_id from system_due_outcomes(%(at)s, %(limit)s)", at=at, limit=limit
    )
    return [row["tenant_id"] for row in rows]
