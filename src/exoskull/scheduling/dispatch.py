"""Turning time into work: slots that came due become runs, and runs become work on the queue."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import groupby

import structlog

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.kit.ids import SYSTEM, Ids, TenantId
from exoskull.scheduling import store, system_store
from exoskull.scheduling.catalogue import CATALOGUE, EVENING_AT, MORNING_AT
from exoskull.scheduling.model import Ended, Job, Run, Schedule, Scope, State, ran
from exoskull.scheduling.queue import Queue, Work
from exoskull.scheduling.runs import due_run, end, ended_event, missed_run
from exoskull.scheduling.service import ensure_schedule
from exoskull.scheduling.settle import Settled, begin, settle
from exoskull.scheduling.slots import wall_time
from exoskull.scheduling.triage import TENANTS_MAX, DueTenants, runs_of_due_tenants
from exoskull.scheduling.zones import is_zone

RUN = "run"
"""The entrypoint whose work is to execute a run."""

_AT_ONCE = 1000

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatcher:
    """The clockwork of an installation; any number of processes may run one at once.

    `sources`: for each triage job, the tenants it is to run for. `spread`: over how long the
    tenants' runs of one cycle begin, each at its own moment, so that workers and database are not
    idle for a quarter of an hour and overrun at its end; zero: all at the slot. `grace`: how long
    a run may wait on the queue before it is enqueued again, should the queue have lost it.
    `lanes`: how many transactions are under way at once where much came due, so that this program
    and the database do not wait for each other; 1 keeps the order in which work is made.

    Raises ValueError where a triage job has no source, or another job has one.
    """

    database: Database
    queue: Queue
    ids: Ids
    sources: Mapping[str, DueTenants]
    catalogue: Mapping[str, Job] = field(default_factory=lambda: CATALOGUE)
    spread: timedelta = timedelta(seconds=60)
    grace: timedelta = timedelta(seconds=60)
    lanes: int = 1

    def __post_init__(self) -> None:
        triage = {job.name for job in self.catalogue.values() if job.scope is Scope.TRIAGE}
        if wrong := triage ^ self.sources.keys():
            raise ValueError(f"triage jobs and their sources differ: {', '.join(sorted(wrong))}")

    async def prepare(self, at: datetime) -> None:
        """Schedule the jobs of the installation, and every job for tenants that lack it.

        For the start of a worker: a catalogue that grew reaches those who were there before.
        """
        async with self.database.system() as tx:
            known = {row.job for row in await store.schedules(tx)}
            wanted = [j for j in self.catalogue.values() if j.scope is not Scope.TENANT]
            fresh = [_installation_schedule(j, at) for j in wanted if j.name not in known]
            await store.add_schedules(tx, fresh)
        jobs = [j.name for j in self.catalogue.values() if j.scope is Scope.TENANT]
        while True:
            async with self.database.system() as tx:
                lacking = await system_store.unscheduled(tx, jobs, 1000)
            if not lacking:
                return
            for hours in lacking:
                zone = self._zone(hours.tenant_id, hours.timezone)
                async with self.database.transaction(hours.tenant_id) as tx:
                    await ensure_schedule(
                        tx,
                        replace(hours, timezone=zone),
                        at=at,
                        ids=self.ids,
                        catalogue=self.catalogue,
                    )

    async def tick(self, at: datetime, *, limit: int = 1000) -> datetime | None:
        """Do all there is to do at `at`; returns when there is something again, were nothing else
        to happen, or None for never.

        Slots that came due are accounted for: runs, work on the queue and the schedules' next
        slots, or none of them. Runs whose moment has come are enqueued, and again those whose
        worker fell silent or that the queue lost. Up to `limit` of each in one transaction; what
        another process is at is left to it.
        """
        while True:
            is_full, upcoming = await self._batch(at, limit)
            if not is_full:
                return upcoming
            async with asyncio.TaskGroup() as lanes:
                for _ in range(self.lanes):
                    lanes.create_task(self._lane(at, limit))

    async def _lane(self, at: datetime, limit: int) -> None:
        while (await self._batch(at, limit))[0]:
            pass

    async def _batch(self, at: datetime, limit: int) -> tuple[bool, datetime | None]:
        """Whether there may be more to do at `at`; if not, when there is something again."""
        async with self.database.system() as tx:
            dispatched = await self._dispatch(tx, at, limit)
            swept = await self._sweep(tx, at, limit)
            if limit in (dispatched, swept):
                return True, None
            return False, await system_store.next_due(tx, self.catalogue)

    async def next_due(self) -> datetime | None:
        """When `tick` next has something to do; in the past where it has now."""
        async with self.database.system() as tx:
            return await system_store.next_due(tx, self.catalogue)

    async def _dispatch(self, tx: Transaction, at: datetime, limit: int) -> int:
        due = await system_store.due_schedules(tx, self.catalogue, at, limit)
        if not due:
            return 0
        settled = [self._settle(row, at) for row in due]
        runs = []
        for run in (run for one in settled for run in self._runs(one, at)):
            triage = self.catalogue[run.job].scope is Scope.TRIAGE
            runs.append(await self._triage(tx, run, at) if triage else run)
        await self._open(tx, runs, at)
        await system_store.advance(tx, [one.schedule for one in settled])
        return len(due)

    async def _sweep(self, tx: Transaction, at: datetime, limit: int) -> int:
        stale = await system_store.stale_runs(tx, at, again_at=at + self.grace, limit=limit)
        await self.queue.enqueue(tx, [work(run, at) for run in stale])
        return len(stale)

    async def _open(
        self, tx: Transaction, runs: Sequence[Run], at: datetime, *, one_at_a_time: bool = False
    ) -> int:
        """Add runs, with what follows from their states; returns how many were new."""
        added = 0
        for start in range(0, len(runs), _AT_ONCE):
            some = runs[start : start + _AT_ONCE]
            ids = await system_store.open_runs(tx, some, one_at_a_time=one_at_a_time)
            fresh = [run for run in some if run.id in ids]
            now = [run for run in fresh if run.state is State.DUE and run.due_at <= at]
            await self.queue.enqueue(tx, [work(run, at) for run in now])
            await _announce(tx, [run for run in fresh if run.state is State.MISSED])
            added += len(fresh)
        return added

    async def _triage(self, tx: Transaction, batch: Run, at: datetime) -> Run:
        """`batch`, ended: runs of its slot are open for the tenants that are due.

        A tenant whose last run of the job is still open gets none: that one will look at all.
        """
        job = self.catalogue[batch.job]
        try:
            async with tx.connection.transaction():  # a savepoint
                found = await self.sources[job.name](tx, at, TENANTS_MAX)
                tenants = await system_store.tenant_count(tx)
                runs = await runs_of_due_tenants(
                    tx,
                    batch,
                    job,
                    found,
                    ids=self.ids,
                    at=at,
                    spread=self.spread,
                    grace=self.grace,
                )
                due = await self._open(tx, list(runs), at, one_at_a_time=True)
        except Exception as error:  # one job's trouble is not to stop the clock for the others
            log.exception("triage.failed", job=job.name, slot=batch.slot)
            return end(batch, Ended(state=State.FAILED, reason=type(error).__name__), at)
        busy = len(found) - due
        return end(batch, ran(tenants=tenants, due=due, busy=busy, quiet=tenants - len(found)), at)

    def _settle(self, row: Schedule, at: datetime) -> Settled:
        zone = self._zone(row.tenant_id, row.timezone)
        if zone == row.timezone:
            return settle(self.catalogue[row.job], row, at)
        settled = settle(self.catalogue[row.job], replace(row, timezone=zone), at)
        return replace(settled, schedule=replace(settled.schedule, timezone=row.timezone))

    def _zone(self, tenant_id: TenantId, zone: str) -> str:
        """The zone; UTC where this program's `tzdata` does not have it: better hours off than
        everybody's schedule held up by one row."""
        if is_zone(zone):
            return zone
        log.error("schedule.timezone_unknown", tenant_id=str(tenant_id), zone=zone)
        return "UTC"

    def _runs(self, settled: Settled, at: datetime) -> Iterator[Run]:
        schedule, until = settled.schedule, at + self.grace
        job = self.catalogue[schedule.job]
        for due in settled.due:
            yield due_run(schedule.tenant_id, job, due, self.ids, lease_until=until)
        for missed in settled.missed:
            yield missed_run(schedule.tenant_id, job, missed, self.ids, at=at)


def work(run: Run | system_store.Stale, at: datetime) -> Work:
    """The work of executing `run`, once for each attempt at it."""
    return Work(
        entrypoint=RUN,
        payload={"tenant": str(run.tenant_id), "run": str(run.id), "job": run.job},
        run_at=at,
        key=f"{run.id}:{run.attempt}",
    )


def _installation_schedule(job: Job, at: datetime) -> Schedule:
    wall = wall_time(job.rule, morning_at=MORNING_AT, evening_at=EVENING_AT)
    return begin(SYSTEM, job, timezone="UTC", wall_at=wall, at=at)


async def _announce(tx: Transaction, missed: Sequence[Run]) -> None:
    people = [run for run in missed if run.tenant_id != SYSTEM]
    for tenant_id, runs in groupby(people, key=lambda run: run.tenant_id):
        async with system_store.on_behalf_of(tx, tenant_id) as theirs:
            await publish(theirs, *(ended_event(run) for run in runs))
