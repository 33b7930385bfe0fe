"""SQL of the ledger."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId
from exoskull.ledger.model import PastDecision, Row

_ROW: LiteralString = """
    id, at, local_date, kind, subject, option, sent, trace, ledger, outcome, reply, final_due_at,
    final_at, learned_on"""


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


async def unlearned(tx: Transaction) -> list[Row]:
    """Final rows that no night has taken in yet, oldest first."""
    return await tx.fetch(
        Row,
        f"""
        select {_ROW} from decisions
         where tenant_id = %(tenant)s and final_at is not null and learned_on is null
         order by at, id
        """,
        tenant=tx.tenant_id,
    )


async def final(tx: Transaction, since: datetime) -> list[Row]:
    """The final rows of decisions made at or after `since`, oldest first."""
    return await tx.fetch(
        Row,
        f"""
        select {_ROW} from decisions
         where tenant_id = %(tenant)s and at >= %(since)s and final_at is not null
         order by at, id
        """,
        tenant=tx.tenant_id,
        since=since,
    )


async def drawn(tx: Transaction, since: datetime) -> list[Row]:
    """As `final`, of those whose outcome was measured; of the ledger only chance and context,
    which is all that weighing what sending was worth reads."""
    return await tx.fetch(
        Row,
        """
        select id, at, local_date, kind, subject, option, sent, trace, outcome, reply,
               final_due_at, final_at, learned_on,
               jsonb_build_object('p_send', ledger -> 'p_send', 'context', ledger -> 'context')
                   as ledger
          from decisions
         where tenant_id = %(tenant)s and at >= %(since)s and final_at is not null
           and outcome is not null
         order by at, id
        """,
        tenant=tx.tenant_id,
        since=since,
    )


async def learned(tx: Transaction) -> list[Row]:
    """Rows that a night has taken in, oldest first."""
    return await tx.fetch(
        Row,
        f"""
        select {_ROW} from decisions
         where tenant_id = %(tenant)s and learned_on is not null
         order by at, id
        """,
        tenant=tx.tenant_id,
    )


async def mark_learned(tx: Transaction, rows: Sequence[UUID], night: date) -> None:
    await tx.execute(
        """
        update decisions set learned_on = %(night)s
         where tenant_id = %(tenant)s and id = any(%(rows)s)
        """,
        tenant=tx.tenant_id,
        rows=list(rows),
        night=night,
    )


async def last_night(tx: Transaction) -> date | None:
    """The last night that had something to learn; None where there was none."""
    return await tx.value(
        """
        select max(learned_on) from decisions
         where tenant_id = %(tenant)s and (outcome is not null or reply is not null)
           and ledger ->> 'reason' is distinct from 'unavailable'
        """,
        tenant=tx.tenant_id,
    )


async def correct_outcome(
    tx: Transaction, row_id: UUID, *, outcome: float | None, at: datetime
) -> None:
    """Put a final row's outcome right; a night that had taken it in makes its work anew."""
    await tx.execute(
        """
        update decisions set outcome = %(outcome)s, corrected_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and final_at is not null
           and outcome is distinct from %(outcome)s
        """,
        tenant=tx.tenant_id,
        id=row_id,
        outcome=outcome,
        at=at,
    )


async def correct(tx: Transaction, row_id: UUID, *, reply: float | None, at: datetime) -> None:
    """Put a final row's reply right; a night that had taken it in makes its work anew."""
    await tx.execute(
        """
        update decisions set reply = %(reply)s, corrected_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and final_at is not null
           and reply is distinct from %(reply)s
        """,
        tenant=tx.tenant_id,
        id=row_id,
        reply=reply,
        at=at,
    )


async def corrected_since(tx: Transaction, at: datetime | None) -> bool:
    """Whether a row that was taken in has been corrected at or after `at`."""
    return bool(
        await tx.value(
            """
            select exists (select 1 from decisions
                            where tenant_id = %(tenant)s and learned_on is not null
                              and corrected_at >= coalesce(%(at)s, '-infinity'::timestamptz))
            """,
            tenant=tx.tenant_id,
            at=at,
        )
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


async def learned_at(tx: Transaction) -> datetime | None:
    """When something was last learned of this person; None: never."""
    return await tx.value(
        "select max(updated_at) from posteriors where tenant_id = %(tenant)s",
        tenant=tx.tenant_id,
    )


async def save_posterior(
    tx: Transaction, state: dict[str, Any], *, version: str, at: datetime
) -> None:
    await tx.execute(
        """
        insert into posteriors (tenant_id, model_version, state, updated_at)
        values (%(tenant)s, %(version)s, %(state)s, %(at)s)
        on conflict (tenant_id, model_version) do update
           set state = excluded.state, updated_at = excluded.updated_at
        """,
        tenant=tx.tenant_id,
        state=state,
        version=version,
        at=at,
    )


async def prune_posteriors(tx: Transaction, *, keep: Sequence[str]) -> None:
    """Let go of what nobody will ask for: states that no row was drawn from, and of the others all
    but the posterior, which is what a draw is made again with.

    Args:
        keep: versions that stay as they are: the newest, and the one that a cycle may be drawing
            from meanwhile.
    """
    await tx.execute(
        """
        delete from posteriors p
         where tenant_id = %(tenant)s and model_version <> all(%(keep)s)
           and not exists (select 1 from decisions d
                            where d.tenant_id = p.tenant_id
                              and d.ledger ->> 'model_version' = p.model_version)
        """,
        tenant=tx.tenant_id,
        keep=list(keep),
    )
    await tx.execute(
        """
        update posteriors set state = jsonb_build_object('posterior', state -> 'posterior')
         where tenant_id = %(tenant)s and model_version <> all(%(keep)s) and state ? 'evidence'
        """,
        tenant=tx.tenant_id,
        keep=list(keep),
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
    """Put a pooled prior in the place of the ones before: of whom those were learned from, some
    may have been deleted since."""
    await tx.execute(
        "delete from population_priors where tenant_id = %(tenant)s and version <> %(version)s",
        tenant=tx.tenant_id,
        version=version,
    )
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
