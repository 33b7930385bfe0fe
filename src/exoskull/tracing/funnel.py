"""The loop as a funnel: how many of what was detected came through each hop."""

from dataclasses import dataclass, fields

from exoskull.database.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """Counts over everything kept of one tenant.

    `detected`: symptoms; `decided`: what was decided of them, to write or not to. From there on
    each hop counts the same thing, decisions, and so none is larger than the one before: those
    whose message was `permitted`, `sent`, `receipted`, has an `outcome`; `learned` from by the
    learner; `used`: whose outcome a later decision read. `refused`, `suppressed` and `awaiting`
    are those that stopped there.

    `beside`: messages sent that no decision led to: briefings, summaries, reminders, notices. They
    are in no other number.
    """

    detected: int
    decided: int
    permitted: int
    refused: int
    suppressed: int
    awaiting: int
    sent: int
    receipted: int
    outcome: int
    learned: int
    used: int
    beside: int

    def __add__(self, other: "Funnel") -> "Funnel":
        return Funnel(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )


NOTHING = Funnel(**{field.name: 0 for field in fields(Funnel)})


async def funnel(tx: Transaction) -> Funnel:
    """The funnel of the tenant of `tx`.

    A message whose question was answered by no, or by silence, was not permitted; one that was
    suppressed, was.
    """
    return await tx.one(
        Funnel,
        """
        with chains as (
            select i.decision_id,
                   bool_or(i.state not in ('refused', 'awaiting_approval', 'rejected', 'expired'))
                       as permitted,
                   bool_or(i.state = 'refused') as refused,
                   bool_or(i.state = 'suppressed') as suppressed,
                   bool_or(i.state = 'awaiting_approval') as awaiting,
                   bool_or(i.state = 'sent') as sent,
                   bool_or(i.state = 'sent' and i.receipt is not null) as receipted,
                   array_agg(i.id) filter (where i.state = 'sent') as messages
              from interventions i
             where i.tenant_id = %(t)s and i.decision_id is not null
             group by i.decision_id),
        told as (
            select c.decision_id, o.id
              from chains c
              join intervention_outcomes o
                on o.tenant_id = %(t)s and o.intervention_id = any(c.messages)),
        used as (
            select distinct told.decision_id
              from events e, jsonb_array_elements_text(e.data -> 'read' -> 'outcomes') as read
              join told on told.id = read::uuid
             where e.tenant_id = %(t)s and e.kind = 'decision.made')
        select (select count(*) from symptoms where tenant_id = %(t)s) as detected,
               (select count(*) from decisions where tenant_id = %(t)s) as decided,
               count(*) filter (where c.permitted) as permitted,
               count(*) filter (where c.refused) as refused,
               count(*) filter (where c.suppressed) as suppressed,
               count(*) filter (where c.awaiting) as awaiting,
               count(*) filter (where c.sent) as sent,
               count(*) filter (where c.receipted) as receipted,
               (select count(distinct decision_id) from told) as outcome,
               (select count(*) from decisions d
                 where d.tenant_id = %(t)s and d.learned_on is not null
                   and (d.outcome is not null or d.reply is not null)
                   and d.id in (select decision_id from told)) as learned,
               (select count(*) from used) as used,
               (select count(*) from interventions
                 where tenant_id = %(t)s and decision_id is null and state = 'sent') as beside
          from chains c
        """,
        t=tx.tenant_id,
    )
