"""Turning time into work: slots that came due become runs, and runs become work on the queue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import groupby

import structlog

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.kit.ids import SYSTEM, Ids
from exoskull.scheduling import store, system_store
from exoskull.scheduling.catalogue import CATALOGUE, EVENING_AT, MORNING_AT
from exoskull.scheduling.model import Job, Run, Schedule, Scope, State
from exoskull.scheduling.queue import Queue, Work
from exoskull.scheduling.runs import due_run, ended_event, missed_run
from exoskull.scheduling.service import ensure_schedule
from exoskull.scheduling.settle import Settled, begin, settle
from exoskull.scheduling.slots import wall_time
from exoskull.scheduling.zones import is_zone

RUN = "run"
"""The entrypoint whose work is to execute a run."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatcher:
    """The clockwork of an installation; any number of processes may run one at once.

    `spread`: over how long the tenants' runs of one cycle begin, each at its own moment; zero: all
    at the slot. `grace`: how long a run may wait on the queue before it is enqueued again, should
    the queue have lost it.
    """

    database: Database
    queue: Queue
    ids: Ids
    catalogue: Mapping[str, Job] = field(default_factory=lambda: CATALOGUE)
    spread: timedelta = timedelta(seconds=60)
    grace: timedelta = timedelta(seconds=60)

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
                async with self.database.transaction(hours.tenant_id) as tx:
                    await ensure_schedule(tx, hours, at=at, ids=self.ids, catalogue=self.catalogue)

    async def tick(self, at: datetime, *, limit: int = 1000) -> int:
        """Dispatch and sweep until nothing is left to do at `at`; returns how much was done."""
        done = 0
        while count := await self.dispatch(at, limit=limit) + await self.sweep(at, limit=limit):
            done += count
        return done

    async def dispatch(self, at: datetime, *, limit: int = 1000) -> int:
        """Account for the slots of up to `limit` schedules that came due; returns how many.

        One transaction: runs, work and the schedules' next slots, or none of them. Schedules that
        another process is at are left to it.
        """
        async with self.database.system() as tx:
            due = await system_store.due_schedules(tx, self.catalogue, at, limit)
            if not due:
                return 0
            settled = [self._settle(row, at) for row in due]
            runs = [run for one in settled for run in self._runs(one, at)]
            added = await system_store.open_runs(tx, runs)
            fresh = [run for run in runs if run.id in added]
            await system_store.advance(tx, [one.schedule for one in settled])
            await self.queue.enqueue(tx, [work(run, at) for run in fresh if run.state is State.DUE])
            await _announce(tx, [run for run in fresh if run.state is State.MISSED])
            return len(due)

    async def sweep(self, at: datetime, *, limit: int = 1000) -> int:
        """Enqueue runs whose moment has come, and again those whose worker fell silent or that
        the queue lost; returns how many."""
        async with self.database.system() as tx:
            stale = await system_store.stale_runs(tx, at, again_at=at + self.grace, limit=limit)
            await self.queue.enqueue(tx, [work(run, at) for run in stale])
            return len(stale)

    async def next_due(self) -> datetime | None:
        """When `tick` next has something to do; in the past where it has now."""
        async with self.database.system() as tx:
            return await system_store.next_due(tx, self.catalogue)

    def _settle(self, row: Schedule, at: datetime) -> Settled:
        job = self.catalogue[row.job]
        if is_zone(row.timezone):
            return settle(job, row, at)
        # Better an hour off than every tenant's schedule held up by one row.
        log.error("schedule.timezone_unknown", tenant_id=str(row.tenant_id), zone=row.timezone)
        settled = settle(job, replace(row, timezone="UTC"), at)
        return replace(settled, schedule=replace(settled.schedule, timezone=row.timezone))

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
        payload={"tenant": str(run.tenant_id), "run": str(run.id)},
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
