"""SQL of the pages that read over several features. It only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.interventions.model import COUNTED, State
from exoskull.kit.ids import TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A message and what became of it."""

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
    passing; `seq`: of the event that tells of its making."""

    slug: str
    name: str
    state: str
    source: str
    mentions: int
    activated_at: datetime | None
    trace: TraceId
    seq: int | None


async def built(tx: Transaction, *, limit: int = 10) -> list[Built]:
    """Apps that nobody had asked for in so many words, newest first."""
    return await tx.fetch(
        Built,
        """
        select slug, name, state, source, mentions, activated_at, trace,
               (select e.seq from events e
                 where e.tenant_id = apps.tenant_id and e.trace = apps.trace
                   and e.kind in ('app.proposed', 'app.activated')
                   and e.data ->> 'id' = apps.id::text
                 order by e.seq desc limit 1) as seq
          from apps
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
    tx: Transaction, states: Sequence[State], *, before: UUID | None, limit: int
) -> list[Message]:
    """Messages in `states`, newest first, made before the one called `before`."""
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
           and i.state = any(%(states)s)
           and (%(before)s::uuid is null or i.id < %(before)s)
         order by i.id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        states=[one.value for one in states],
        before=before,
        limit=limit,
    )


async def count_messages(tx: Transaction, states: Sequence[State], before: UUID) -> int:
    """How many in `states` were made before the one called `before`."""
    return await tx.value(
        """
        select count(*) from interventions
         where tenant_id = %(tenant)s and state = any(%(states)s) and id < %(before)s
        """,
        tenant=tx.tenant_id,
        states=[one.value for one in states],
        before=before,
    )
