"""SQL of the panel of reasons. It only reads."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import StoredEvent
from exoskull.interventions.model import State
from exoskull.kit.ids import TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A decision of the ledger; `outcome`: whether what was hoped for came about, 0 to 1."""

    id: UUID
    at: datetime
    ledger: dict[str, Any]
    final_at: datetime | None
    sent: bool | None
    outcome: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A message of a chain."""

    id: UUID
    decision_id: UUID | None
    symptom: str
    subject_key: str
    action: str
    channel: str
    text: str
    reason: str
    state: State
    created_at: datetime
    send_at: datetime
    sent_at: datetime | None
    receipt: str | None
    failure: str | None
    authorization_id: UUID | None
    local_date: date | None
    metric: str | None
    outcome_due_at: datetime | None
    outcome_closed_at: datetime | None
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A row that something rests on; `text` is a person's word, a metric's or a title."""

    kind: str
    at: datetime
    text: str
    value: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Permitted:
    """What let an act through: the rule `pattern`, or, where None, the person's yes alone.

    `used`: how often that rule was used on the act's local day, all its uses counted;
    `daily_limit`: of the rule, if it has one; `revoked_at`: when the rule was taken out of force,
    if it was; `cost_cents`: of the act itself.
    """

    pattern: str | None
    approved: bool
    cost_cents: int
    used: int
    daily_limit: int | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A preference that a decision read. `statement`: as it was stated first, the newest before the
    decision; `now`: the statement about the same thing now, None where there is none."""

    statement: dict[str, Any]
    learned_at: datetime
    now: dict[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What models cost: millionths of a dollar, in so many calls."""

    micros: int
    calls: int


async def events(
    tx: Transaction, trace: TraceId, *, without: Collection[str], limit: int
) -> list[StoredEvent]:
    """The first event of a chain and the newest `limit`, oldest first, none of the kinds `without`
    but for the first."""
    return await tx.fetch(
        StoredEvent,
        """
        (select seq, at, kind, trace, data from events
          where tenant_id = %(tenant)s and trace = %(trace)s order by seq limit 1)
        union
        (select seq, at, kind, trace, data from events
          where tenant_id = %(tenant)s and trace = %(trace)s and kind <> all(%(without)s)
          order by seq desc limit %(limit)s)
        order by seq
        """,
        tenant=tx.tenant_id,
        trace=trace,
        without=list(without),
        limit=limit,
    )


async def event(tx: Transaction, trace: TraceId, seq: int) -> StoredEvent | None:
    """The event with this number, if it is of this chain."""
    return await tx.maybe(
        StoredEvent,
        """
        select seq, at, kind, trace, data from events
         where tenant_id = %(tenant)s and trace = %(trace)s and seq = %(seq)s
        """,
        tenant=tx.tenant_id,
        trace=trace,
        seq=seq,
    )


async def count(tx: Transaction, trace: TraceId, *, without: Collection[str]) -> int:
    """How many events a chain has, but for the kinds `without`."""
    return await tx.value(
        """
        select count(*) from events
         where tenant_id = %(tenant)s and trace = %(trace)s and kind <> all(%(without)s)
        """,
        tenant=tx.tenant_id,
        trace=trace,
        without=list(without),
    )


async def is_outcome_read(tx: Transaction, intervention_id: UUID) -> bool | None:
    """Whether a later decision read an outcome of this message; None where it has no outcome."""
    return await tx.value(
        """
        select bool_or(exists (
                   select 1 from decisions d
                    where d.tenant_id = o.tenant_id and d.at >= o.at
                      and d.ledger -> 'read' -> 'outcomes' ? o.id::text))
          from intervention_outcomes o
         where o.tenant_id = %(tenant)s and o.intervention_id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=intervention_id,
    )


_DRAWN: LiteralString = "id, at, ledger, final_at, sent, outcome"
_ACT: LiteralString = """id, decision_id, symptom, subject_key, action, channel, text, reason,
    state, created_at, send_at, sent_at, receipt, failure, authorization_id, local_date, metric,
    outcome_due_at, outcome_closed_at, trace"""


async def decision(
    tx: Transaction, trace: TraceId, *, id: UUID | None = None, at: datetime | None = None
) -> Drawn | None:
    """The newest decision of a chain, the one called `id`, or one made at just that instant."""
    return await tx.maybe(
        Drawn,
        f"""
        select {_DRAWN} from decisions
         where tenant_id = %(tenant)s and trace = %(trace)s
           and (%(id)s::uuid is null or id = %(id)s)
           and (%(at)s::timestamptz is null or at = %(at)s)
         order by at desc, id desc limit 1
        """,
        tenant=tx.tenant_id,
        trace=trace,
        id=id,
        at=at,
    )


async def acts(
    tx: Transaction,
    trace: TraceId,
    *,
    since: datetime | None = None,
    decision_id: UUID | None = None,
    limit: int = 3,
) -> list[Act]:
    """The newest messages of a chain, newest first: those made from `since` on, or those that a
    decision led to."""
    return await tx.fetch(
        Act,
        f"""
        select {_ACT} from interventions
         where tenant_id = %(tenant)s and trace = %(trace)s
           and (%(since)s::timestamptz is null or created_at >= %(since)s)
           and (%(decision)s::uuid is null or decision_id = %(decision)s)
         order by created_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        trace=trace,
        since=since,
        decision=decision_id,
        limit=limit,
    )


async def act(tx: Transaction, id: UUID) -> Act | None:
    """The message called `id`."""
    return await tx.maybe(
        Act,
        f"select {_ACT} from interventions where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=id,
    )


async def symptom(
    tx: Transaction, trace: TraceId, kind: str, *, until: datetime
) -> dict[str, Any] | None:
    """The newest symptom of this kind in a chain, found up to `until`: subject and facts."""
    found = await tx.dicts(
        """
        select subject, facts from symptoms
         where tenant_id = %(tenant)s and trace = %(trace)s and kind = %(kind)s and at <= %(until)s
         order by at desc, id desc limit 1
        """,
        tenant=tx.tenant_id,
        trace=trace,
        kind=kind,
        until=until,
    )
    return found[0] if found else None


async def failures(tx: Transaction, trace: TraceId) -> int | None:
    """How often in a row it had failed, of the incident of this chain; None where it is none."""
    return await tx.value(
        "select count from incidents where tenant_id = %(tenant)s and trace = %(trace)s limit 1",
        tenant=tx.tenant_id,
        trace=trace,
    )


async def behind(tx: Transaction, ids: Sequence[UUID]) -> list[Behind]:
    """The rows with these ids that a person can know again, oldest first."""
    return await tx.fetch(
        Behind,
        """
        select 'measure' as kind, at, metric as text, value, unit from measures
         where tenant_id = %(tenant)s and id = any(%(ids)s)
        union all
        select 'message', at, left(text, 200), null, '' from messages
         where tenant_id = %(tenant)s and id = any(%(ids)s)
        union all
        select 'goal', created_at, title, null, '' from goals
         where tenant_id = %(tenant)s and id = any(%(ids)s)
        union all
        select 'task', created_at, title, null, '' from tasks
         where tenant_id = %(tenant)s and id = any(%(ids)s)
         order by at limit 8
        """,
        tenant=tx.tenant_id,
        ids=list(ids),
    )


async def held(tx: Transaction, ids: Sequence[UUID], *, at: datetime) -> list[Held]:
    """Those of the preferences `ids` that were spoken: as they were when a decision was made at
    `at`, and as they are now."""
    return await tx.fetch(
        Held,
        """
        select coalesce((select e.data from events e
                          where e.tenant_id = p.tenant_id and e.trace = p.trace
                            and e.kind = 'preference.learned' and e.at <= %(at)s
                            and e.data ->> 'id' = p.id::text
                          order by e.seq desc limit 1), p.statement) as statement,
               p.learned_at,
               (select n.statement from preferences n
                 where n.tenant_id = p.tenant_id and n.factor = p.factor and n.level = p.level
                   and n.replaced_at is null) as now
          from preferences p
         where p.tenant_id = %(tenant)s and p.id = any(%(ids)s) and p.spoken
         order by p.learned_at, p.id
        """,
        tenant=tx.tenant_id,
        ids=list(ids),
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """How the days of a strategy's trial went."""

    done: int
    failed: int


async def strategy_days(tx: Transaction, goal_id: str, trial: str) -> Days | None:
    """The days of a goal's trial so far; None where there is no such trial."""
    return await tx.maybe(
        Days,
        """
        select days_done as done, days_failed as failed from strategies
         where tenant_id = %(tenant)s and goal_id::text = %(goal)s and trial::text = %(trial)s
        """,
        tenant=tx.tenant_id,
        goal=goal_id,
        trial=trial,
    )


_PERMITTED: LiteralString = """
    select a.pattern, a.approved, a.cost_cents,
           (select count(*) from authorizations o
             where o.tenant_id = a.tenant_id and o.local_date = a.local_date
               and o.pattern = a.pattern and o.state <> 'released') as used,
           g.daily_limit, g.revoked_at
      from authorizations a
      left join grants g on g.tenant_id = a.tenant_id and g.id = a.grant_id"""


async def permitted(tx: Transaction, authorization_id: UUID) -> Permitted | None:
    """What let the act with this authorization through."""
    return await tx.maybe(
        Permitted,
        f"{_PERMITTED} where a.tenant_id = %(tenant)s and a.id = %(id)s",
        tenant=tx.tenant_id,
        id=authorization_id,
    )


async def permitted_at(tx: Transaction, verb: str, at: datetime) -> Permitted | None:
    """What let an act of this verb through at just this instant."""
    return await tx.maybe(
        Permitted,
        f"""{_PERMITTED}
         where a.tenant_id = %(tenant)s and a.created_at = %(at)s
           and split_part(a.action, ':', 1) = %(verb)s
         order by a.id limit 1""",
        tenant=tx.tenant_id,
        at=at,
        verb=verb,
    )


async def cost(tx: Transaction, trace: TraceId) -> Cost:
    """What models cost under this trace."""
    return await tx.one(
        Cost,
        """
        select coalesce(sum(actual_micros), 0)::bigint as micros, count(*) as calls
          from budget_reservations
         where tenant_id = %(tenant)s and trace = %(trace)s and state in ('settled', 'stale')
        """,
        tenant=tx.tenant_id,
        trace=trace,
    )
