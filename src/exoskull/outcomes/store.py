"""SQL of outcomes."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.outcomes.model import Outcome, Settled

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


async def unsettled(tx: Transaction, *, without: Sequence[str]) -> list[UUID]:
    """Interventions whose window of response has closed and whose day is not settled, by time;
    but those that came of `without`."""
    rows = await tx.dicts(
        """
        select id from interventions i
         where tenant_id = %(tenant)s and outcome_closed_at is not null and sent_at is not null
           and symptom <> all(%(without)s)
           and not exists (select 1 from intervention_effectiveness e
                            where e.tenant_id = i.tenant_id and e.intervention_id = i.id)
         order by sent_at, id
        """,
        tenant=tx.tenant_id,
        without=list(without),
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


async def deliveries_about(tx: Transaction, metric: str, after: datetime, until: datetime) -> int:
    """How many deliveries about `metric` there were after `after` and up to `until`."""
    return await tx.value(
        """
        select count(*) from interventions
         where tenant_id = %(tenant)s and metric = %(metric)s and state = 'sent'
           and sent_at > %(after)s and sent_at <= %(until)s
        """,
        tenant=tx.tenant_id,
        metric=metric,
        after=after,
        until=until,
    )


async def settled_about(tx: Transaction, metric: str, at: datetime) -> list[tuple[UUID, int]]:
    """The interventions about `metric` in whose settled windows `at` falls, with the days of the
    window, by time."""
    rows = await tx.dicts(
        """
        select i.id, e.window_days
          from interventions i
          join intervention_effectiveness e on e.tenant_id = i.tenant_id
           and e.intervention_id = i.id
         where i.tenant_id = %(tenant)s and i.metric = %(metric)s
           and i.sent_at <= %(at)s and i.sent_at + e.window_days * interval '24 hours' >= %(at)s
         group by i.id, i.sent_at, e.window_days
         order by i.sent_at, i.id, e.window_days
        """,
        tenant=tx.tenant_id,
        metric=metric,
        at=at,
    )
    return [(row["id"], row["window_days"]) for row in rows]


_SETTLED: LiteralString = "intervention_id, window_days, at, effectiveness, parts, formula"


async def settled(tx: Transaction, intervention_id: UUID) -> list[Settled]:
    """What was settled of one intervention, by window, oldest first."""
    return await tx.fetch(
        Settled,
        f"""
        select {_SETTLED} from intervention_effectiveness
         where tenant_id = %(tenant)s and intervention_id = %(id)s
         order by window_days, at
        """,
        tenant=tx.tenant_id,
        id=intervention_id,
    )


async def save_settled(tx: Transaction, new: Settled) -> None:
    """Add a number for a window; the newest counts, the older ones show what was corrected."""
    await tx.execute(
        f"""
        insert into intervention_effectiveness (tenant_id, {_SETTLED})
        values (%(tenant)s, %(intervention_id)s, %(window_days)s, %(at)s, %(effectiveness)s,
                %(parts)s, %(formula)s)
        on conflict (tenant_id, intervention_id, window_days, at) do update
           set effectiveness = excluded.effectiveness, parts = excluded.parts
        """,
        tenant=tx.tenant_id,
        **asdict(new),
    )


async def effectiveness_since(
    tx: Transaction, at: datetime, *, without: Sequence[str]
) -> dict[UUID, float]:
    """The newest number of each intervention's longest settled window, of those sent at or after
    `at` that have one.

    Args:
        without: kinds of messages that are left out.
    """
    rows = await tx.dicts(
        """
        select distinct on (e.intervention_id) e.intervention_id, e.effectiveness
          from intervention_effectiveness e
          join interventions i on i.tenant_id = e.tenant_id and i.id = e.intervention_id
         where e.tenant_id = %(tenant)s and i.sent_at >= %(at)s and i.symptom <> all(%(without)s)
         order by e.intervention_id, e.window_days desc, e.at desc
        """,
        tenant=tx.tenant_id,
        at=at,
        without=list(without),
    )
    return {
        row["intervention_id"]: row["effectiveness"]
        for row in rows
        if row["effectiveness"] is not None
    }
