"""Executing a run: the handler of its job, between a claim and an end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

import psycopg
import structlog

from exoskull.kit.clock import Clock
from exoskull.kit.errors import ExoSkullError
from exoskull.kit.ids import SYSTEM, TenantId
from exoskull.scheduling.claims import TakenOver, claim, extend, finish, hand_back, put_off
from exoskull.scheduling.dispatch import Dispatcher
from exoskull.scheduling.model import Ended, Job, Run, Scope, State
from exoskull.scheduling.queue import Payload
from exoskull.scheduling.triage import DueTenants, triage

log = structlog.get_logger()

D = TypeVar("D")

Handler = Callable[[D, Run], Awaitable[Ended]]
"""Does a job for the tenant of the run. It may be called again for the same run, by another worker
after this one died: it opens each transaction it writes in with `claims.hold`, or keys what it
writes by the run's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(Generic[D]):
    """What the composition root says of a job: how it is done and, for a triage job, for whom."""

    handler: Handler[D]
    due_tenants: DueTenants | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Executor(Generic[D]):
    """Executes runs, one or many at a time, under the name `worker`.

    Raises ValueError where a job of the catalogue has no registration, or one that does not fit
    its scope.
    """

    dispatcher: Dispatcher
    deps: D
    registrations: Mapping[str, Registration[D]]
    clock: Clock
    worker: str

    def __post_init__(self) -> None:
        for job in self.dispatcher.catalogue.values():
            found = self.registrations.get(job.name)
            if found is None:
                raise ValueError(f"nobody does the job {job.name}")
            if (found.due_tenants is not None) != (job.scope is Scope.TRIAGE):
                raise ValueError(f"{job.name}: due_tenants is for triage jobs, and needed there")

    async def consume(self, payload: Payload) -> None:
        """Execute the run that work from the queue names."""
        await self.execute(TenantId(UUID(payload["tenant"])), UUID(payload["run"]))

    async def execute(self, tenant_id: TenantId, run_id: UUID) -> State | None:
        """Execute the run; returns its state then, or None where there was nothing to do."""
        database, catalogue = self.dispatcher.database, self.dispatcher.catalogue
        async with database.transaction(tenant_id) as tx:
            at = self.clock.now()
            run = await claim(tx, run_id, catalogue, worker=self.worker, at=at)
        if run is None:
            return None
        job = catalogue[run.job]
        try:
            async with self._kept(run, job):
                ended = await self._handle(run, job)
        except TakenOver:
            log.warning("run.taken_over", run=str(run.id), job=job.name, attempt=run.attempt)
            return None
        except asyncio.CancelledError:
            async with database.transaction(tenant_id) as tx:
                await hand_back(tx, run, at=self.clock.now())
            raise
        except Exception as error:
            log.exception("run.raised", run=str(run.id), job=job.name, attempt=run.attempt)
            async with database.transaction(tenant_id) as tx:
                return await put_off(tx, run, job, reason=_reason(error), at=self.clock.now())
        async with database.transaction(tenant_id) as tx:
            await finish(tx, run, ended, at=self.clock.now())
        return ended.state

    async def _handle(self, run: Run, job: Job) -> Ended:
        found = self.registrations[job.name]
        if run.tenant_id == SYSTEM and found.due_tenants is not None:
            return await triage(self.dispatcher, run, job, found.due_tenants, self.clock.now())
        return await found.handler(self.deps, run)

    @asynccontextmanager
    async def _kept(self, run: Run, job: Job) -> AsyncIterator[None]:
        """The run's lease extended, as long as this program is alive to do so."""
        keeping = asyncio.create_task(self._keep(run, job))
        try:
            yield
        finally:
            keeping.cancel()
            await asyncio.wait({keeping})

    async def _keep(self, run: Run, job: Job) -> None:
        kept = True
        while kept:
            await asyncio.sleep(job.lease.total_seconds() / 3)
            try:
                async with self.dispatcher.database.transaction(run.tenant_id) as tx:
                    kept = await extend(tx, run, job, at=self.clock.now())
            except psycopg.OperationalError as error:  # there are two more tries in a lease
                log.warning("run.not_extended", run=str(run.id), error=type(error).__name__)


def _reason(error: Exception) -> str:
    """The error's key or name; its text may hold what a person wrote."""
    return error.key if isinstance(error, ExoSkullError) else type(error).__name__
