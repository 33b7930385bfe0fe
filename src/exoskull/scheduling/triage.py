"""A cycle's slot, made into a run for each tenant that has something to look at.

Whoever has nothing gets no run: the slot's own says how many they were.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime, timedelta

from whenever import Instant

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import Ids, TenantId
from exoskull.scheduling import system_store
from exoskull.scheduling.model import Job, Run, Slot
from exoskull.scheduling.runs import fresh_run
from exoskull.scheduling.zones import is_zone

DueTenants = Callable[[Transaction, datetime, int], Awaitable[Sequence[TenantId]]]
"""The tenants for whom a job has something to do at an instant, at most so many, the longest
waiting first; in a transaction of the installation."""

TENANTS_MAX = 200_000
"""Of more than so many due at once, the rest wait for the next slot."""


async def runs_of_due_tenants(
    tx: Transaction,
    batch: Run,
    job: Job,
    found: Sequence[TenantId],
    *,
    ids: Ids,
    at: datetime,
    spread: timedelta,
    grace: timedelta,
) -> Iterator[Run]:
    """A run of the batch's slot for each of the tenants `found`, in their order.

    Each begins `offset` after the slot. One that may begin now is to be enqueued by the caller,
    the others will be by the sweep.
    """
    zones = await system_store.zones(tx, found) if found else {}
    slots = {zone: _shown_in(zone, batch) for zone in set(zones.values())}

    def run_of(tenant_id: TenantId) -> Run:
        due_at = batch.slot_at + offset(tenant_id, spread)
        lease_until = due_at if due_at > at else at + grace
        slot = slots[zones[tenant_id]]
        return fresh_run(tenant_id, job, slot, ids, due_at=due_at, lease_until=lease_until)

    return (run_of(tenant_id) for tenant_id in found if tenant_id in zones)


def offset(tenant_id: TenantId, spread: timedelta) -> timedelta:
    """How long after a cycle's slot this tenant's run begins: the same in every slot, whole
    seconds below `spread`."""
    seconds = int(spread.total_seconds())
    return timedelta(seconds=tenant_id.int % seconds) if seconds else timedelta()


def _shown_in(zone: str, batch: Run) -> Slot:
    local = Instant(batch.slot_at).to_tz(zone if is_zone(zone) else "UTC").to_fixed_offset()
    return Slot(slot=batch.slot, local=local.to_stdlib().isoformat(), at=batch.slot_at)
