"""SQL of trials, of the gaps, and of the rows that are looked at."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.plain import plain
from exoskull.optimization.model import Gap, Trial
from exoskull.optimization.seen import Delivery, Found, Looked, Try

_TRIAL: LiteralString = """
    id, problem, subject, facts, evidence, lever, lever_subject, value, before, measure, state,
    verdict, within, p_better, started_at, ends_at, extended, ended_at, trace"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The running trial and its end, and when to look for something to try."""

    trial_id: UUID | None
    ends_at: datetime | None
    next_at: datetime | None


async def due(tx: Transaction) -> Due:
    """What there is to do and when: one query, by primary key and a partial index of one row."""
    return await tx.one(
        Due,
        """
        select t.id as trial_id, t.ends_at, l.next_at
          from (select %(tenant)s::uuid as tenant_id) me
          left join trials t on t.tenant_id = me.tenant_id and t.state = 'running'
          left join trial_looks l on l.tenant_id = me.tenant_id
        """,
        tenant=tx.tenant_id,
    )


async def look_again_at(tx: Transaction, next_at: datetime) -> None:
    await tx.execute(
        """
        insert into trial_looks (tenant_id, next_at) values (%(tenant)s, %(next_at)s)
        on conflict (tenant_id) do update set next_at = excluded.next_at
        """,
        tenant=tx.tenant_id,
        next_at=next_at,
    )


async def insert(tx: Transaction, trial: Trial) -> None:
    await tx.execute(
        f"""
        insert into trials (tenant_id, {_TRIAL})
        values (%(tenant)s, %(id)s, %(problem)s, %(subject)s, %(facts)s, %(evidence)s::jsonb,
                %(lever)s, %(lever_subject)s, %(value)s, %(before)s, %(measure)s, %(state)s,
                %(verdict)s, %(within)s, %(p_better)s, %(started_at)s, %(ends_at)s, %(extended)s,
                %(ended_at)s, %(trace)s)
        """,
        **_params(tx, trial),
    )


async def save(tx: Transaction, trial: Trial) -> None:
    """Write how the trial stands now: its end, state and result."""
    await tx.execute(
        """
        update trials
           set state = %(state)s, verdict = %(verdict)s, within = %(within)s,
               p_better = %(p_better)s, ends_at = %(ends_at)s, extended = %(extended)s,
               ended_at = %(ended_at)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        **_params(tx, trial),
    )


def _params(tx: Transaction, trial: Trial) -> dict[str, Any]:
    fields = {name: getattr(trial, name) for name in Trial.__dataclass_fields__}
    enums = {name: plain(fields[name]) for name in ("problem", "lever", "state", "verdict")}
    evidence = {"evidence": json.dumps(trial.evidence)}
    return {"tenant": tx.tenant_id, **fields, **enums, **evidence}


async def lock(tx: Transaction, trial_id: UUID) -> Trial | None:
    """The trial, held against other lockers until the transaction ends; None: there is none."""
    return await tx.maybe(
        Trial,
        f"select {_TRIAL} from trials where tenant_id = %(tenant)s and id = %(id)s for update",
        tenant=tx.tenant_id,
        id=trial_id,
    )


async def trials(tx: Transaction) -> list[Trial]:
    """All trials, oldest first."""
    return await tx.fetch(
        Trial,
        f"select {_TRIAL} from trials where tenant_id = %(tenant)s order by started_at, id",
        tenant=tx.tenant_id,
    )


async def newest(tx: Transaction, limit: int, *, before: UUID | None = None) -> list[Trial]:
    """The newest trials, newest first; begun before the one called `before`."""
    return await tx.fetch(
        Trial,
        f"""
        select {_TRIAL} from trials
         where tenant_id = %(tenant)s
           and (%(before)s::uuid is null or (started_at, id) < (
                select started_at, id from trials
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by started_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )


async def count_before(tx: Transaction, before: UUID) -> int:
    """How many trials begun before the one called `before`."""
    return await tx.value(
        """
        select count(*) from trials
         where tenant_id = %(tenant)s and (started_at, id) < (
               select started_at, id from trials where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def tries(tx: Transaction, since: datetime) -> list[Try]:
    """Final decisions made at or after `since` whose message was sent, oldest first."""
    return await tx.fetch(
        Try,
        """
        select d.id, d.at, d.kind, d.subject, d.option, i.channel, d.outcome, d.reply
          from decisions d
          join interventions i on i.tenant_id = d.tenant_id and i.decision_id = d.id
           and i.state = 'sent' and i.created_at >= %(since)s
         where d.tenant_id = %(tenant)s and d.at >= %(since)s and d.sent
           and d.final_at is not null
         order by d.at, d.id
        """,
        tenant=tx.tenant_id,
        since=since,
    )


async def deliveries(tx: Transaction, since: datetime) -> list[Delivery]:
    """Messages made at or after `since` that left, or should have, oldest first."""
    return await tx.fetch(
        Delivery,
        """
        select id, created_at as at, channel, state = 'sent' as arrived from interventions
         where tenant_id = %(tenant)s and created_at >= %(since)s
           and state in ('sent', 'failed', 'unknown')
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        since=since,
    )


async def looked(tx: Transaction, since: datetime, zone: tzinfo) -> list[Looked]:
    """The days in `zone` on which a cycle looked, and what it saw, oldest first."""
    rows = await tx.dicts(
        """
        select at, data -> 'symptoms' as symptoms from events
         where tenant_id = %(tenant)s and kind = 'cycle.completed' and at >= %(since)s
         order by seq desc limit 3000
        """,
        tenant=tx.tenant_id,
        since=since,
    )
    seen: dict[date, set[str]] = {}
    for row in rows:
        seen.setdefault(row["at"].astimezone(zone).date(), set()).update(row["symptoms"])
    return [Looked(on=day, symptoms=frozenset(seen[day])) for day in sorted(seen)]


async def found(tx: Transaction, since: datetime) -> list[Found]:
    """Symptoms found at or after `since`, oldest first."""
    return await tx.fetch(
        Found,
        """
        select id, at, kind || ':' || subject as key, severity from symptoms
         where tenant_id = %(tenant)s and at >= %(since)s
         order by at, id
        """,
        tenant=tx.tenant_id,
        since=since,
    )


_GAP: LiteralString = "id, goal_id, facts, found_at, closed_at, trace"


async def open_gaps(tx: Transaction) -> list[Gap]:
    """The gaps that are still there, oldest first."""
    return await tx.fetch(
        Gap,
        f"""
        select {_GAP} from gaps where tenant_id = %(tenant)s and closed_at is null
         order by found_at, id
        """,
        tenant=tx.tenant_id,
    )


async def insert_gap(tx: Transaction, gap: Gap) -> None:
    await tx.execute(
        f"""
        insert into gaps (tenant_id, {_GAP})
        values (%(tenant)s, %(id)s, %(goal_id)s, %(facts)s, %(found_at)s, null, %(trace)s)
        """,
        tenant=tx.tenant_id,
        id=gap.id,
        goal_id=gap.goal_id,
        facts=gap.facts,
        found_at=gap.found_at,
        trace=gap.trace,
    )


async def close_gaps(tx: Transaction, goal_ids: Sequence[UUID], at: datetime) -> None:
    await tx.execute(
        """
        update gaps set closed_at = %(at)s
         where tenant_id = %(tenant)s and goal_id = any(%(goals)s) and closed_at is null
        """,
        tenant=tx.tenant_id,
        goals=list(goal_ids),
        at=at,
    )


async def acted_for(tx: Transaction, since: datetime) -> set[UUID]:
    """Goals for which a task was done at or after `since`, or made by another than the loop, whose
    own task of each morning is no means where nobody does it."""
    rows = await tx.dicts(
        """
        select distinct goal_id from tasks
         where tenant_id = %(tenant)s and goal_id is not null
           and ((state = 'done' and ended_at >= %(since)s)
                or (source <> 'loop' and (created_at >= %(since)s or ended_at >= %(since)s)))
        """,
        tenant=tx.tenant_id,
        since=since,
    )
    return {row["goal_id"] for row in rows}
