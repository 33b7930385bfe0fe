"""Why an intervention: recomputed from the rows that led to it."""

from dataclasses import dataclass

from exoskull.database.transaction import Transaction
from exoskull.interventions import approvals
from exoskull.interventions.model import Intervention, content_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What led to an intervention, and what let it through.

    `rule`: the grant's pattern; `arms`: how many ways were possible, None where nothing was
    drawn; `p_send`: the chance that anything would be sent at all.
    """

    intervention: Intervention
    rule: str | None
    approved: bool
    arms: int | None
    p_send: float | None


async def explain(tx: Transaction, intervention: Intervention) -> Why:
    """Why this intervention."""
    ledger = await tx.value(
        "select ledger from decisions where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=intervention.decision_id,
    )
    rule = await tx.value(
        """
        select g.pattern from authorizations a
          join grants g on g.tenant_id = a.tenant_id and g.id = a.grant_id
         where a.tenant_id = %(tenant)s and a.id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=intervention.authorization_id,
    )
    return Why(
        intervention=intervention,
        rule=rule,
        approved=await approvals.is_approved(tx, intervention.id, content_hash(intervention)),
        arms=len(ledger["arms"]) if ledger else None,
        p_send=ledger["p_send"] if ledger else None,
    )
