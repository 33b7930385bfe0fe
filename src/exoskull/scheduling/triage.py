"""A cycle's slot, made into a run for each tenant that has something to look at.

Whoever has nothing gets no run: the slot's own run says how many they were.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from whenever import Instant

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId
from exoskull.scheduling import store, system_store
from exoskull.scheduling.claims import hold
from exoskull.scheduling.dispatch import Dispatcher, work
from exoskull.scheduling.model import Ended, Job, Run, Slot, ran
from exoskull.scheduling.runs import fresh_run
from exoskull.scheduling.zones import is_zone

DueTenants = Callable[[Transaction, datetime, int], Awaitable[Sequence[TenantId]]]
"""The tenants for whom a job has something to do at an instant, at most so many, the longest
waiting first; in a transaction of the installation."""

TENANTS_MAX = 200_000
_BATCH = 1000


async def triage(
    dispatcher: Dispatcher, run: Run, job: Job, due_tenants: DueTenants, at: datetime
) -> Ended:
    """Open a run of the slot for each tenant that is due.

    A tenant whose last run of the job is still open gets none: that one will look at everything.
    Killed half-way and begun anew, it goes on with those who have no run yet.

    Returns:
        Ran, with `tenants`, `due`, `busy` (the last run still open) and `quiet`.
    """
    async with dispatcher.database.system() as tx:
        found = list(await due_tenants(tx, at, TENANTS_MAX))
        tenants = await system_store.tenant_count(tx)
    due = int(run.detail.get("due", 0))  # those of an attempt that was killed
    for start in range(0, len(found), _BATCH):
        async with dispatcher.database.system() as tx:
            await hold(tx, run)
            due += await _open(dispatcher, tx, run, job, found[start : start + _BATCH], at)
            await store.note(tx, run, {"due": due})
    busy = max(len(found) - due, 0)
    return ran(tenants=tenants, due=due, busy=busy, quiet=max(tenants - due - busy, 0))


async def _open(
    dispatcher: Dispatcher,
    tx: Transaction,
    run: Run,
    job: Job,
    tenants: Sequence[TenantId],
    at: datetime,
) -> int:
    zones = await system_store.zones(tx, tenants)
    slots = {zone: _shown_in(zone, run) for zone in set(zones.values())}
    runs = []
    for tenant_id in tenants:
        if tenant_id not in zones:
            continue  # deleted a moment ago
        due_at = run.slot_at + offset(tenant_id, dispatcher.spread)
        lease_until = due_at if due_at > at else at + dispatcher.grace
        slot = slots[zones[tenant_id]]
        runs.append(
            fresh_run(tenant_id, job, slot, dispatcher.ids, due_at=due_at, lease_until=lease_until)
        )
    added = await system_store.open_runs(tx, runs, one_at_a_time=True)
    now = [run for run in runs if run.id in added and run.due_at <= at]
    await dispatcher.queue.enqueue(tx, [work(run, at) for run in now])
    return len(added)


def offset(tenant_id: TenantId, spread: timedelta) -> timedelta:
    """How long after a cycle's slot this tenant's run begins: the same in every slot, whole
    seconds below `spread`."""
    seconds = int(spread.total_seconds())
    return timedelta(seconds=tenant_id.int % seconds) if seconds else timedelta()


def _shown_in(zone: str, run: Run) -> Slot:
    at = run.slot_at
    local = Instant(at).to_tz(zone if is_zone(zone) else "UTC").to_fixed_offset()
    return Slot(slot=run.slot, local=local.to_stdlib().isoformat(), at=at)
