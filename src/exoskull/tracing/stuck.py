"""What is stuck, by name: the oldest things at each open hop."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TraceId
from exoskull.tracing.integrity import PATIENCE

NAMED = 3
"""So many of each hop are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that does not go on since `since`.

    `text`: the words of a message, or the kind of a symptom or of a look; `trace`: of its chain.
    """

    hop: str
    text: str
    since: datetime
    trace: TraceId | None


async def stuck_things(tx: Transaction, at: datetime) -> Sequence[Thing]:
    """The oldest of what `integrity.open_hops` counts, oldest first at each hop."""
    return await tx.fetch(
        Thing,
        """
        with found as (
            select 'planned_not_sent' as hop, text, send_at as since, trace from interventions
             where tenant_id = %(t)s and state = 'planned' and send_at < %(late)s
            union all
            select 'sending_not_ended', text, lease_until, trace from interventions
             where tenant_id = %(t)s and state = 'sending' and lease_until < %(late)s
            union all
            select 'sent_without_receipt', text, coalesce(sent_at, send_at), trace
              from interventions
             where tenant_id = %(t)s and state = 'sent' and receipt is null
            union all
            select 'outcome_not_closed', text, outcome_due_at, trace from interventions
             where tenant_id = %(t)s and outcome_due_at < %(late)s and outcome_closed_at is null
            union all
            select 'decision_not_final', kind, final_due_at, trace from decisions
             where tenant_id = %(t)s and final_due_at < %(late)s and final_at is null
            union all
            select 'attention_not_looked_at', reason, due_at, null::uuid from attention
             where tenant_id = %(t)s and due_at < %(late)s),
        aged as (
            select *, row_number() over (partition by hop order by since) as place from found)
        select hop, left(text, 160) as text, since, trace from aged
         where place <= %(named)s order by hop, since
        """,
        t=tx.tenant_id,
        late=at - PATIENCE,
        named=NAMED,
    )
