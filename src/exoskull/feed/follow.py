"""Following a tenant's events as they come."""

from collections.abc import AsyncIterator

from exoskull.database.pool import Database
from exoskull.feed import service
from exoskull.feed.model import StoredEvent
from exoskull.kit.ids import TenantId
from exoskull.web.live import Subscription

OVERLAP = 1000
"""Numbers below the newest one seen that are read again: a transaction may commit after one that
took later numbers."""

BATCH = 500


async def follow(
    database: Database,
    tenant_id: TenantId,
    subscription: Subscription,
    *,
    after: int,
    every_s: float,
) -> AsyncIterator[list[StoredEvent]]:
    """Batches of events later than `after`, each event once, until the subscription ends.

    Args:
        after: a `seq`.
        every_s: how long to wait for a notification before looking without one.
    """
    newest = after
    async with database.transaction(tenant_id) as tx:
        seen = set(await service.numbers(tx, after - OVERLAP, after))
    while not subscription.ended:
        async with database.transaction(tenant_id) as tx:
            fresh = await service.fresh(tx, newest - OVERLAP, without=seen, limit=BATCH)
        if not fresh:
            await subscription.wait(every_s)
            continue
        newest = max(newest, fresh[-1].seq)
        seen |= {event.seq for event in fresh}
        seen = {seq for seq in seen if seq > newest - OVERLAP}
        yield fresh


async def newest(database: Database, tenant_id: TenantId) -> int:
    """The number of the newest event; 0 where there is none."""
    async with database.transaction(tenant_id) as tx:
        found = await service.latest(tx, limit=1)
    return found[0].seq if found else 0
