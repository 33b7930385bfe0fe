"""What other features ask of the schedule, in a transaction of the tenant's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.kit.ids import Ids, TenantId
from exoskull.scheduling import store, system_store
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.model import Job, Run, Schedule, Scope, Slot, State
from exoskull.scheduling.runs import due_run, ended_event, missed_run
from exoskull.scheduling.settle import Settled, begin, resettle
from exoskull.scheduling.slots import next_slot, slots_from, wall_time
from exoskull.scheduling.zones import is_zone, parse_zone

RUNS_MAX = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """The next slot of a job; `wall_at` is the person's own hour of it, None for a cycle."""

    job: Job
    wall_at: time | None
    slot: Slot


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


async def coming(
    tx: Transaction,
    hours: Hours,
    *,
    at: datetime,
    catalogue: Mapping[str, Job] = CATALOGUE,
) -> list[Coming]:
    """The next slot of each job that serves the tenant, soonest first.

    A job that every tenant is looked at for has a slot for each, whether or not there will be
    something to look at. Jobs of the installation are nobody's.
    """
    standing = {row.job: row for row in await store.schedules(tx, lock=False)}
    zone = hours.timezone if is_zone(hours.timezone) else "UTC"
    found = []
    for name, job in catalogue.items():
        if job.scope is Scope.TRIAGE:
            upcoming = next_slot(job.rule, zone, None, at)
            found.append(Coming(job=job, wall_at=None, slot=upcoming))
        elif job.scope is Scope.TENANT and (row := standing.get(name)) is not None:
            slots = slots_from(job.rule, zone, row.wall_at, row.next_slot)
            found.append(Coming(job=job, wall_at=row.wall_at, slot=next(slots)))
    return sorted(found, key=lambda one: (one.slot.at, one.job.name))


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


async def count_runs(tx: Transaction, before: UUID) -> int:
    """How many of the tenant's slots were due before the run called `before`."""
    return await store.count_runs(tx, before)


async def latest_runs(
    tx: Transaction,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    jobs: Sequence[str] | None = None,
    states: Sequence[State] | None = None,
    before: UUID | None = None,
    limit: int = 50,
) -> list[Run]:
    """What became of the tenant's slots, newest first.

    Args:
        since: not before.
        until: before.
        jobs: of these jobs only.
        states: in these states only.
        before: the id of the last run of the page before.
    """
    return await store.latest(
        tx, since=since, until=until, jobs=jobs, states=states, before=before, limit=limit
    )


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
