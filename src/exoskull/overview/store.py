"""SQL of the pages that read over several features. It only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.interventions.model import COUNTED, State
from exoskull.kit.ids import TraceId

SHOWN = 3
"""Decisions and messages of one chain that are told in full, the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A decision of the ledger, as the reasons tell of it."""

    id: UUID
    at: datetime
    ledger: dict[str, Any]
    final_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A message of a chain, as the reasons tell of it."""

    id: UUID
    decision_id: UUID | None
    action: str
    channel: str
    text: str
    reason: str
    state: State
    send_at: datetime
    sent_at: datetime | None
    receipt: str | None
    failure: str | None
    authorization_id: UUID | None
    local_date: date | None
    outcome_due_at: datetime | None
    outcome_closed_at: datetime | None


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
    """What let an act through: `pattern`, or, where None, the person's yes alone."""

    pattern: str | None
    approved: bool


async def drawn(tx: Transaction, trace: TraceId) -> list[Drawn]:
    """The newest decisions of a chain, newest first."""
    return await tx.fetch(
        Drawn,
        """
        select id, at, ledger, final_at from decisions
         where tenant_id = %(tenant)s and trace = %(trace)s
         order by at desc, id desc limit %(shown)s
        """,
        tenant=tx.tenant_id,
        trace=trace,
        shown=SHOWN,
    )


async def acts(tx: Transaction, trace: TraceId) -> list[Act]:
    """The newest messages of a chain, newest first."""
    return await tx.fetch(
        Act,
        """
        select id, decision_id, action, channel, text, reason, state, send_at, sent_at, receipt,
               failure, authorization_id, local_date, outcome_due_at, outcome_closed_at
          from interventions
         where tenant_id = %(tenant)s and trace = %(trace)s
         order by created_at desc, id desc limit %(shown)s
        """,
        tenant=tx.tenant_id,
        trace=trace,
        shown=SHOWN,
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


async def permitted(tx: Transaction, authorization_id: UUID) -> Permitted | None:
    """What let the act with this authorization through."""
    return await tx.maybe(
        Permitted,
        """
        select pattern, approved from authorizations
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=authorization_id,
    )


async def sent_on(tx: Transaction, day: date) -> int:
    """How many messages took a place on the local `day`."""
    return await tx.value(
        """
        select count(*) from interventions
         where tenant_id = %(tenant)s and local_date = %(day)s and state = any(%(counted)s)
        """,
        tenant=tx.tenant_id,
        day=day,
        counted=list(COUNTED),
    )


async def cost_micros(tx: Transaction, trace: TraceId) -> int | None:
    """What models cost under this trace; None where none was called."""
    return await tx.value(
        """
        select sum(actual_micros) from budget_reservations
         where tenant_id = %(tenant)s and trace = %(trace)s and state in ('settled', 'stale')
        """,
        tenant=tx.tenant_id,
        trace=trace,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A message that was sent, and how well it worked, 0 to 1."""

    sent_at: datetime
    effectiveness: float


async def measured(tx: Transaction, found: dict[UUID, float]) -> list[Told]:
    """When each of the messages in `found` was sent, oldest first."""
    rows = await tx.dicts(
        """
        select id, sent_at from interventions
         where tenant_id = %(tenant)s and id = any(%(ids)s) and sent_at is not null
         order by sent_at
        """,
        tenant=tx.tenant_id,
        ids=list(found),
    )
    return [Told(sent_at=row["sent_at"], effectiveness=found[row["id"]]) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """An app that the system made of its own accord. `mentions`: how often it was asked for in
    passing."""

    slug: str
    name: str
    state: str
    source: str
    mentions: int
    activated_at: datetime | None


async def built(tx: Transaction, *, limit: int = 10) -> list[Built]:
    """Apps that nobody had asked for in so many words, newest first."""
    return await tx.fetch(
        Built,
        """
        select slug, name, state, source, mentions, activated_at from apps
         where tenant_id = %(tenant)s and source <> 'user_request'
           and state in ('active', 'archived', 'proposed')
         order by created_at desc, id limit %(limit)s
        """,
        tenant=tx.tenant_id,
        limit=limit,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Act):
    """A message, as the list of all of them shows it. `effectiveness`: None where not measured."""

    symptom: str
    framing: str
    created_at: datetime
    trace: TraceId
    effectiveness: float | None


async def messages(
    tx: Transaction, states: Sequence[State] | None, *, before: UUID | None, limit: int
) -> list[Message]:
    """Messages in `states` (None: in any), newest first, made before the one called `before`."""
    return await tx.fetch(
        Message,
        """
        select i.id, i.decision_id, i.action, i.channel, i.text, i.reason, i.state, i.send_at,
               i.sent_at, i.receipt, i.failure, i.authorization_id, i.local_date,
               i.outcome_due_at, i.outcome_closed_at, i.symptom, i.framing, i.created_at, i.trace,
               (select e.effectiveness from intervention_effectiveness e
                 where e.tenant_id = i.tenant_id and e.intervention_id = i.id
                 order by e.window_days desc, e.at desc limit 1) as effectiveness
          from interventions i
         where i.tenant_id = %(tenant)s
           and (%(states)s::text[] is null or i.state = any(%(states)s))
           and (%(before)s::uuid is null or i.id < %(before)s)
         order by i.id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        states=None if states is None else [one.value for one in states],
        before=before,
        limit=limit,
    )
