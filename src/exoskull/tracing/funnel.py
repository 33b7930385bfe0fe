"""The loop as a funnel: how many of what was detected came through each hop."""

from dataclasses import dataclass, fields

from exoskull.database.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """Counts over everything kept of one tenant.

    `detected`: symptoms and needs; `decided`: decisions; `permitted`: planned and not refused;
    `sent` and `receipted`: left, with a receipt; `outcome`: deliveries with an outcome; `learned`:
    decisions whose measured outcome the learner has; `used`: outcomes that a later decision read.
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

    def __add__(self, other: "Funnel") -> "Funnel":
        return Funnel(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )


NOTHING = Funnel(**{field.name: 0 for field in fields(Funnel)})


async def funnel(tx: Transaction) -> Funnel:
    """The funnel of the tenant of `tx`."""
    return await tx.one(
        Funnel,
        """
        select (select count(*) from symptoms where tenant_id = %(t)s) as detected,
               (select count(*) from decisions where tenant_id = %(t)s) as decided,
               count(*) filter (where state <> 'refused') as permitted,
               count(*) filter (where state = 'refused') as refused,
               count(*) filter (where state = 'suppressed') as suppressed,
               count(*) filter (where state = 'awaiting_approval') as awaiting,
               count(*) filter (where state = 'sent') as sent,
               count(*) filter (where state = 'sent' and receipt is not null) as receipted,
               (select count(distinct intervention_id) from intervention_outcomes
                 where tenant_id = %(t)s) as outcome,
               (select count(*) from decisions
                 where tenant_id = %(t)s and final_at is not null and outcome is not null)
                   as learned,
               (select count(distinct o) from events,
                       jsonb_array_elements_text(data -> 'read' -> 'outcomes') as o
                 where tenant_id = %(t)s and kind = 'decision.made') as used
          from interventions where tenant_id = %(t)s
        """,
        t=tx.tenant_id,
    )
