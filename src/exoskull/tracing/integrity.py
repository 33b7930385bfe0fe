"""The integrity check: it alarms where a loop is open, and names the hop."""

from datetime import datetime, timedelta

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.ids import Ids, TraceId

PATIENCE = timedelta(hours=2)


async def open_hops(tx: Transaction, at: datetime) -> dict[str, int]:
    """For each hop that should have closed two hours ago and has not, how many there are."""
    rows = await tx.dicts(
        """
        select 'planned_not_sent' as hop, count(*) as n from interventions
         where tenant_id = %(t)s and state = 'planned' and send_at < %(late)s
        union all
        select 'sending_not_ended', count(*) from interventions
         where tenant_id = %(t)s and state = 'sending' and lease_until < %(late)s
        union all
        select 'sent_without_receipt', count(*) from interventions
         where tenant_id = %(t)s and state = 'sent' and receipt is null
        union all
        select 'outcome_not_closed', count(*) from interventions
         where tenant_id = %(t)s and outcome_due_at < %(late)s and outcome_closed_at is null
        union all
        select 'decision_not_final', count(*) from decisions
         where tenant_id = %(t)s and final_due_at < %(late)s and final_at is null
        union all
        select 'no_grants', case when exists (select 1 from grants where tenant_id = %(t)s)
                                 then 0 else 1 end
        union all
        select 'no_schedule',
               case when exists (select 1 from tenant_schedule where tenant_id = %(t)s)
                    then 0 else 1 end
        union all
        select 'attention_not_looked_at', count(*) from attention
         where tenant_id = %(t)s and due_at < %(late)s
        """,
        t=tx.tenant_id,
        late=at - PATIENCE,
    )
    return {row["hop"]: row["n"] for row in rows if row["n"]}


async def check(tx: Transaction, *, at: datetime, ids: Ids) -> dict[str, int]:
    """Check the tenant of `tx`; each open hop is an event `integrity.alarm`.

    Returns:
        The open hops, as `open_hops`.
    """
    found = await open_hops(tx, at)
    await publish(
        tx,
        *(
            Event(
                at=at,
                kind="integrity.alarm",
                trace=TraceId(ids.new()),
                data={"hop": hop, "count": count},
            )
            for hop, count in found.items()
        ),
    )
    return found
