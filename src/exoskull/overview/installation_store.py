"""SQL of the owner's page: counts of a tenant's slots, and nothing else of them."""

from dataclasses import dataclass
from datetime import datetime

from exoskull.database.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """How many slots wait and run now, and how many ended badly lately."""

    waiting: int
    running: int
    failed: int
    missed: int


async def slots(tx: Transaction, *, since: datetime) -> Slots:
    """The counts of the tenant of `tx`; those that ended, since `since`."""
    return await tx.one(
        Slots,
        """
        select count(*) filter (where state = 'due') as waiting,
               count(*) filter (where state = 'running') as running,
               count(*) filter (where state = 'failed' and due_at >= %(since)s) as failed,
               count(*) filter (where state = 'missed' and due_at >= %(since)s) as missed
          from runs where tenant_id = %(tenant)s
        """,
        tenant=tx.tenant_id,
        since=since,
    )
