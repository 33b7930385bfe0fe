"""SQL of outcomes."""

from dataclasses import asdict
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.outcomes.model import Outcome

_COLUMNS: LiteralString = """
    id, intervention_id, at, type, effectiveness, response_minutes, context,
    formula, corrects, trace"""


async def insert(tx: Transaction, outcome: Outcome) -> Outcome:
    """Add an outcome; returns it as the database now has it."""
    return await tx.one(
        Outcome,
        f"""
        insert into intervention_outcomes (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(intervention_id)s, %(at)s, %(type)s, %(effectiveness)s,
                %(response_minutes)s, %(context)s, %(formula)s, %(corrects)s, %(trace)s)
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        **(asdict(outcome) | {"type": outcome.type.value}),
    )


async def of_intervention(tx: Transaction, intervention_id: UUID) -> list[Outcome]:
    """The outcomes of one intervention, oldest first."""
    return await tx.fetch(
        Outcome,
        f"""
        select {_COLUMNS} from intervention_outcomes
         where tenant_id = %(tenant)s and intervention_id = %(intervention)s
         order by at, id
        """,
        tenant=tx.tenant_id,
        intervention=intervention_id,
    )


async def since(tx: Transaction, at: datetime) -> list[Outcome]:
    """Outcomes at or after `at` that nothing corrected since, oldest first."""
    return await tx.fetch(
        Outcome,
        f"""
        select {_COLUMNS} from intervention_outcomes o
         where tenant_id = %(tenant)s and at >= %(at)s
           and not exists (select 1 from intervention_outcomes later
                            where later.tenant_id = o.tenant_id and later.corrects = o.id)
         order by at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def unsettled(tx: Transaction) -> list[UUID]:
    """Interventions whose window of response has closed and whose day is not settled, by time."""
    rows = await tx.dicts(
        """
        select id from interventions i
         where tenant_id = %(tenant)s and outcome_closed_at is not null and sent_at is not null
           and not exists (select 1 from intervention_effectiveness e
                            where e.tenant_id = i.tenant_id and e.intervention_id = i.id)
         order by sent_at, id
        """,
        tenant=tx.tenant_id,
    )
    return [row["id"] for row in rows]


async def due_weeks(tx: Transaction, at: datetime) -> list[UUID]:
    """Interventions whose week has ended by `at` and is not settled, by time."""
    rows = await tx.dicts(
        """
        select intervention_id from week_windows
         where tenant_id = %(tenant)s and closed_at is null and due_at <= %(at)s
         order by due_at, intervention_id
        """,
        tenant=tx.tenant_id,
        at=at,
    )
    return [row["intervention_id"] for row in rows]


async def open_week(tx: Transaction, intervention_id: UUID, due_at: datetime) -> None:
    await tx.execute(
        """
        insert into week_windows (tenant_id, intervention_id, due_at)
        values (%(tenant)s, %(id)s, %(due_at)s)
        on conflict (tenant_id, intervention_id) do nothing
        """,
        tenant=tx.tenant_id,
        id=intervention_id,
        due_at=due_at,
    )


async def close_week(tx: Transaction, intervention_id: UUID, at: datetime) -> None:
    await tx.execute(
        """
        update week_windows set closed_at = %(at)s
         where tenant_id = %(tenant)s and intervention_id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=intervention_id,
        at=at,
    )


async def deliveries_about(tx: Transaction, metric: str, since: datetime, until: datetime) -> int:
    """How many deliveries about `metric` there were from `since` until `until`."""
    return await tx.value(
        """
        select count(*) from interventions
         where tenant_id = %(tenant)s and metric = %(metric)s and state = 'sent'
           and sent_at >= %(since)s and sent_at <= %(until)s
        """,
        tenant=tx.tenant_id,
        metric=metric,
        since=since,
        until=until,
    )


async def save_effectiveness(
    tx: Transaction,
    intervention_id: UUID,
    *,
    at: datetime,
    window_days: int,
    effectiveness: float | None,
    parts: dict[str, float],
    formula: str,
) -> None:
    """Add a number for a window; the newest counts, the older ones show what was corrected."""
    await tx.execute(
        """
        insert into intervention_effectiveness (tenant_id, intervention_id, at, window_days,
                                                effectiveness, parts, formula)
        values (%(tenant)s, %(id)s, %(at)s, %(days)s, %(worth)s, %(parts)s, %(formula)s)
        on conflict (tenant_id, intervention_id, window_days, at) do update
           set effectiveness = excluded.effectiveness, parts = excluded.parts
        """,
        tenant=tx.tenant_id,
        id=intervention_id,
        at=at,
        days=window_days,
        worth=effectiveness,
        parts=parts,
        formula=formula,
    )


async def effectiveness_since(tx: Transaction, at: datetime) -> dict[UUID, float]:
    """The newest number of each intervention's longest settled window, of those sent at or after
    `at` that have one."""
    rows = await tx.dicts(
        """
        select distinct on (e.intervention_id) e.intervention_id, e.effectiveness
          from intervention_effectiveness e
          join interventions i on i.tenant_id = e.tenant_id and i.id = e.intervention_id
         where e.tenant_id = %(tenant)s and i.sent_at >= %(at)s
         order by e.intervention_id, e.window_days desc, e.at desc
        """,
        tenant=tx.tenant_id,
        at=at,
    )
    return {
        row["intervention_id"]: row["effectiveness"]
        for row in rows
        if row["effectiveness"] is not None
    }
