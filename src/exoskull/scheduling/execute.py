"""Executing a run: the handler of its job, between a claim and an end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from uuid import UUID

import psycopg
import structlog

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.clock import Clock
from exoskull.kit.errors import ExoSkullError
from exoskull.kit.ids import TenantId
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.claims import TakenOver, claim, extend, finish, hand_back, put_off
from exoskull.scheduling.model import Ended, Job, Run, State
from exoskull.scheduling.queue import Payload

log = structlog.get_logger()

D = TypeVar("D")

Handler = Callable[[D, Run], Awaitable[Ended]]
"""Does a job for the tenant of the run. It may be called again for the same run, by another worker
after this one died: it opens each transaction it writes in with `claims.hold`, or keys what it
writes by the run's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Executor(Generic[D]):
    """Executes runs, one or many at a time, under the name `worker`.

    Raises ValueError where a job of the catalogue has no handler.
    """

    database: Database
    clock: Clock
    handlers: Mapping[str, Handler[D]]
    deps: D
    worker: str
    catalogue: Mapping[str, Job] = field(default_factory=lambda: CATALOGUE)

    def __post_init__(self) -> None:
        if undone := self.catalogue.keys() - self.handlers.keys():
            raise ValueError(f"nobody does the jobs {', '.join(sorted(undone))}")

    async def consume(self, payload: Payload) -> None:
        """Execute the run that work from the queue names."""
        tenant_id, run_id = TenantId(UUID(payload["tenant"])), UUID(payload["run"])
        await self.execute(tenant_id, run_id, hint=payload.get("job"))

    async def execute(
        self, tenant_id: TenantId, run_id: UUID, *, hint: str | None = None
    ) -> State | None:
        """Execute the run; returns its state then, or None where there was nothing to do.

        Claim and end do not wait for the disk. A server that crashes may forget the claim, and
        whatever was done since with it; or the end, and then the run is begun again as after a
        worker's death, which every handler bears.

        Args:
            hint: the run's job, where the caller knows it.
        """
        async with self._record(tenant_id) as tx:
            at = self.clock.now()
            run = await claim(tx, run_id, self.catalogue, worker=self.worker, at=at, hint=hint)
        if run is None:
            return None
        job = self.catalogue[run.job]
        try:
            async with self._kept(run, job):
                ended = await self.handlers[job.name](self.deps, run)
        except TakenOver:
            log.warning("run.taken_over", run=str(run.id), job=job.name, attempt=run.attempt)
            return None
        except asyncio.CancelledError:
            async with self._record(tenant_id) as tx:
                await hand_back(tx, run, at=self.clock.now())
            raise
        except Exception as error:
            log.exception("run.raised", run=str(run.id), job=job.name, attempt=run.attempt)
            async with self._record(tenant_id) as tx:
                return await put_off(tx, run, job, reason=_reason(error), at=self.clock.now())
        async with self._record(tenant_id) as tx:
            await finish(tx, run, ended, at=self.clock.now())
        return ended.state

    def _record(self, tenant_id: TenantId) -> AbstractAsyncContextManager[Transaction]:
        return self.database.transaction(tenant_id, durable=False)

    @asynccontextmanager
    async def _kept(self, run: Run, job: Job) -> AsyncIterator[None]:
        """The run's lease extended, as long as this program is alive to do so."""
        keeping: list[asyncio.Task[None]] = []
        wait_s = job.lease.total_seconds() / 3

        def begin() -> None:  # most runs are over before
            keeping.append(asyncio.create_task(self._keep(run, job, wait_s)))

        timer = asyncio.get_running_loop().call_later(wait_s, begin)
        try:
            yield
        finally:
            timer.cancel()
            for task in keeping:
                task.cancel()
                await asyncio.wait({task})

    async def _keep(self, run: Run, job: Job, wait_s: float) -> None:
        kept = True
        while kept:
            try:
                async with self._record(run.tenant_id) as tx:
                    kept = await extend(tx, run, job, at=self.clock.now())
            except psycopg.OperationalError as error:  # there are two more tries in a lease
                log.warning("run.not_extended", run=str(run.id), error=type(error).__name__)
            await asyncio.sleep(wait_s)


def _reason(error: Exception) -> str:
    """The error's key or name; its text may hold what a person wrote."""
    return error.key if isinstance(error, ExoSkullError) else type(error).__name__
