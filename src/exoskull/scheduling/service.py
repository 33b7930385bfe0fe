"""What other features ask of the schedule, in a transaction of the tenant's."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Protocol

from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.kit.ids import Ids, TenantId
from exoskull.scheduling import store, system_store
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.model import Job, Run, Schedule, Scope
from exoskull.scheduling.runs import due_run, ended_event, missed_run
from exoskull.scheduling.settle import Settled, begin, resettle
from exoskull.scheduling.slots import wall_time
from exoskull.scheduling.zones import parse_zone

RUNS_MAX = 10_000


class Hours(Protocol):
    """The settings that the schedule follows; a tenant has them."""

    @property
    def timezone(self) -> str: ...
    @property
    def morning_at(self) -> time: ...
    @property
    def evening_at(self) -> time: ...


async def ensure_schedule(
    tx: Transaction,
    hours: Hours,
    *,
    at: datetime,
    ids: Ids,
    catalogue: Mapping[str, Job] = CATALOGUE,
) -> None:
    """Schedule every job of the catalogue for the tenant, by `hours`.

    For the transaction that creates the tenant, and for every one that changes its zone or hours;
    changes nothing where nothing changed. A new job's first slot is later than `at`. What a change
    of zone does to the slots of its day, `settle` says; what it costs is published as
    `slot.missed`.

    Raises:
        InvalidInput: `timezone.unknown`.
    """
    timezone = parse_zone(hours.timezone)
    before = {row.job: row for row in await store.schedules(tx)}
    wanted = {name: job for name, job in catalogue.items() if job.scope is Scope.TENANT}
    fresh: list[Schedule] = []
    changed: list[Schedule] = []
    for name, job in wanted.items():
        wall = wall_time(job.rule, morning_at=hours.morning_at, evening_at=hours.evening_at)
        row = before.get(name)
        if row is None:
            fresh.append(begin(tx.tenant_id, job, timezone=timezone, wall_at=wall, at=at))
        elif (row.timezone, row.wall_at) != (timezone, wall):
            settled = resettle(job, row, timezone=timezone, wall_at=wall, at=at)
            await _account(tx, job, settled, at, ids)
            changed.append(settled.schedule)
    await store.add_schedules(tx, fresh)
    await store.save_schedules(tx, changed)
    if gone := before.keys() - wanted.keys():
        await store.drop_schedules(tx, sorted(gone))


async def _account(tx: Transaction, job: Job, settled: Settled, at: datetime, ids: Ids) -> None:
    """Write the runs of what came due; the next sweep enqueues those that are to run."""
    opened = [due_run(tx.tenant_id, job, due, ids, lease_until=at) for due in settled.due]
    missed = [missed_run(tx.tenant_id, job, miss, ids, at=at) for miss in settled.missed]
    await store.add_runs(tx, opened + missed)
    await publish(tx, *(ended_event(run) for run in missed))


async def move_attention(tx: Transaction, reason: str, due_at: datetime) -> None:
    """Have loop-15 look at the tenant at `due_at`; of two moments for one reason, the earlier.

    The later one is kept until the earlier has been looked at. Whatever could make a cycle
    worthwhile calls this, in the transaction of what happened.

    Args:
        reason: a short name of the kind of thing, with an id where it has a moment of its own.
    """
    await store.move_attention(tx, reason, due_at)


async def clear_attention(tx: Transaction, upto: datetime) -> None:
    """What was due at `upto` has been looked at.

    `upto` is the instant at which the cycle read the tenant's rows: what came in later stays.
    """
    await store.clear_attention(tx, upto)


async def due_attention(tx: Transaction, at: datetime, limit: int) -> list[TenantId]:
    """Tenants with something to look at, the longest waiting first: the source of loop-15.

    In a transaction of the installation. It costs as much as there are due ones, however many
    have nothing.
    """
    return await system_store.due_attention(tx, at, limit)


async def runs(
    tx: Transaction,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int = RUNS_MAX,
) -> list[Run]:
    """What became of the tenant's slots from `since` until before `until`, oldest first.

    In a transaction of the installation: of its own slots.
    """
    return await store.runs(tx, since=since, until=until, limit=limit)
