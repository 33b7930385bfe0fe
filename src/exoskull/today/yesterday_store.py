"""SQL of what was done on one day. It only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import StoredEvent
from exoskull.interventions.model import State
from exoskull.kit.ids import TraceId

MOST = 50
NEWS_MOST = 40
LOOKS_MOST = 300
"""Looks are a quarter of an hour apart: so many hold the two newest days."""

UNSENT = (
    State.REFUSED,
    State.SUPPRESSED,
    State.REJECTED,
    State.EXPIRED,
    State.UNDONE,
    State.FAILED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message that left, and what is known to have come of it.

    `came`: the outcome's type; None while its time has not passed, or where nothing is awaited
    (`awaited` says which).
    """

    id: UUID
    at: datetime
    channel: str
    symptom: str
    text: str
    trace: TraceId
    came: str | None
    after_minutes: float | None
    awaited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """How often messages did not leave for `reason`, a word of the gate's or the loop's."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """`let_be`: decisions for silence. `looks`: cycles of the loop."""

    let_be: int
    looks: int


async def sent(tx: Transaction, begin: datetime, end: datetime) -> list[Sent]:
    """The messages that left from `begin` to before `end`, oldest first."""
    return await tx.fetch(
        Sent,
        """
        select i.id, i.sent_at as at, i.channel, i.symptom, i.text, i.trace, o.type as came,
               o.response_minutes as after_minutes, i.outcome_due_at is not null as awaited
          from interventions i
          left join lateral (
               select type, response_minutes from intervention_outcomes o
                where o.tenant_id = i.tenant_id and o.intervention_id = i.id
                order by array_position(
                             array['user_response', 'behavior_change', 'goal_progress', 'ignored'],
                             o.type), o.at
                limit 1) o on true
         where i.tenant_id = %(tenant)s and i.state = 'sent'
           and i.local_date between %(first)s - 1 and %(last)s
           and i.sent_at >= %(begin)s and i.sent_at < %(end)s
         order by i.sent_at, i.id limit %(most)s
        """,
        tenant=tx.tenant_id,
        begin=begin,
        end=end,
        first=begin.date(),
        last=end.date(),
        most=MOST,
    )


async def unsent(tx: Transaction, begin: datetime, end: datetime) -> list[Unsent]:
    """Why messages made from `begin` to before `end` did not leave, the most frequent first."""
    return await tx.fetch(
        Unsent,
        """
        select coalesce(failure, state) as reason, count(*) as count
          from interventions
         where tenant_id = %(tenant)s and state = any(%(unsent)s)
           and created_at >= %(begin)s and created_at < %(end)s
         group by 1 order by 2 desc, 1
        """,
        tenant=tx.tenant_id,
        unsent=list(UNSENT),
        begin=begin,
        end=end,
    )


async def counts(tx: Transaction, begin: datetime, end: datetime) -> Counts:
    """What was decided without a message, and how often there was a look at all."""
    return await tx.one(
        Counts,
        """
        select (select count(*) from decisions
                 where tenant_id = %(tenant)s and at >= %(begin)s and at < %(end)s
                   and ledger -> 'chosen' = 'null'::jsonb) as let_be,
               (select count(*) from (
                    select at from events
                     where tenant_id = %(tenant)s and kind = 'cycle.completed'
                     order by seq desc limit %(most)s) as cycles
                 where at >= %(begin)s and at < %(end)s) as looks
        """,
        tenant=tx.tenant_id,
        begin=begin,
        end=end,
        most=LOOKS_MOST,
    )


async def news(
    tx: Transaction, kinds: Sequence[str], begin: datetime, end: datetime
) -> list[StoredEvent]:
    """The events of `kinds` from `begin` to before `end`, oldest first."""
    return await tx.fetch(
        StoredEvent,
        """
        select seq, at, kind, trace, data from (
            select seq, at, kind, trace, data from events
             where tenant_id = %(tenant)s and kind = any(%(kinds)s)
             order by seq desc limit %(most)s) as newest
         where at >= %(begin)s and at < %(end)s
         order by seq
        """,
        tenant=tx.tenant_id,
        kinds=list(kinds),
        begin=begin,
        end=end,
        most=NEWS_MOST,
    )
