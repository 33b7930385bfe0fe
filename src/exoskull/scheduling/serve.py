"""A worker: does the work on the queue, and has the clockwork ticked, until it is told to stop.

Any number of them, on any machines, serve one database.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import psycopg
import structlog
from pgqueuer.adapters.drivers.psycopg import PsycopgDriver
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.core.qm import QueueManager
from pgqueuer.domain.errors import FailingListenerError
from pgqueuer.domain.models import Job as QueuedJob
from psycopg import AsyncConnection

from exoskull.database.pool import APP_ROLE
from exoskull.kit.clock import Clock
from exoskull.scheduling.queue import Payload, decode

log = structlog.get_logger()

Consumer = Callable[[Payload], Awaitable[object]]
"""Does the work that a payload names; safe to call twice, and with work that is gone."""

Tick = Callable[[datetime], Awaitable[object]]
"""Does what has come due at an instant; safe to call from many processes at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """What a worker does, and how.

    `consumers` by entrypoint. `every_s`: seconds between the ends and beginnings of a tick, each
    tick on its own. `at_once`: how much work is in hand at one time, 20 at least. `silence`: after
    how long without a sign of life the queue gives a worker's work to another. `grace_s`: how long
    work in hand may take to end after the stop, before it is handed back.
    """

    url: str
    clock: Clock
    consumers: Mapping[str, Consumer]
    ticks: Sequence[Tick]
    every_s: float = 1.0
    at_once: int = 20
    silence: timedelta = timedelta(seconds=30)
    grace_s: float = 20.0
    _in_hand: set[asyncio.Task[Any]] = field(default_factory=set, init=False)

    async def serve(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set and what is in hand has ended or been handed back.

        A database that goes away is waited for.
        """
        ticking = [asyncio.create_task(self._tick(tick, stop)) for tick in self.ticks]
        consuming = asyncio.create_task(self._consume(stop))
        stopped = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({stopped, consuming}, return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            await asyncio.wait({consuming, *ticking}, timeout=self.grace_s)
            for task in (*self._in_hand, *ticking):
                task.cancel()
            await consuming
        finally:
            for task in (stopped, consuming, *ticking):
                task.cancel()
            await asyncio.wait({stopped, consuming, *ticking})

    async def _tick(self, tick: Tick, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await tick(self.clock.now())
            except Exception:  # the next tick is a new try, and the others go on
                log.exception("worker.tick_failed")
            await _pause(stop, self.every_s)

    async def _consume(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._consume_connected(stop)
            except (psycopg.OperationalError, psycopg.InterfaceError, FailingListenerError) as e:
                log.warning("worker.queue_lost", error=type(e).__name__)
                await _pause(stop, self.every_s)

    async def _consume_connected(self, stop: asyncio.Event) -> None:
        async with _connection(self.url) as listening, _connection(self.url) as working:
            driver = _TwoConnections(listening, working)
            manager = QueueManager(Queries(driver))
            driver.lost = manager.shutdown
            for entrypoint, consumer in self.consumers.items():
                manager.entrypoint(entrypoint)(self._consumer(entrypoint, consumer))
            stopping = asyncio.create_task(_pass_on(stop, manager.shutdown))
            try:
                await manager.run(
                    batch_size=min(10, self.at_once // 2),
                    max_concurrent_tasks=self.at_once,
                    shutdown_on_listener_failure=True,
                    heartbeat_timeout=self.silence,
                    log_aggregation_interval=timedelta(),
                )
            finally:
                stopping.cancel()

    def _consumer(
        self, entrypoint: str, consumer: Consumer
    ) -> Callable[[QueuedJob], Awaitable[None]]:
        async def consume(job: QueuedJob) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._in_hand.add(task)
            try:
                await consumer(decode(job.payload))
            except Exception:  # rows say what is still to be done, and a tick finds it
                log.exception("worker.work_failed", entrypoint=entrypoint)
            finally:
                self._in_hand.discard(task)

        return consume


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set; for the running loop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


class _TwoConnections(PsycopgDriver):
    """PgQueuer's driver with a connection for listening alone.

    psycopg holds a connection while it waits for notifications: on one only, every query would
    wait for the next of them, up to a second. `lost` is set when listening has ended for good.
    """

    def __init__(self, listening: AsyncConnection[Any], working: AsyncConnection[Any]) -> None:
        super().__init__(listening)
        self._working = PsycopgDriver(working)
        self.lost = asyncio.Event()

    async def watch_notifies(self) -> None:
        try:
            await super().watch_notifies()
        finally:
            self.lost.set()

    async def fetch(self, query: str, *args: object) -> list[dict[str, object]]:
        return await self._working.fetch(query, *args)

    async def execute(self, query: str, *args: object) -> str:
        return await self._working.execute(query, *args)


@asynccontextmanager
async def _connection(url: str) -> AsyncIterator[AsyncConnection[Any]]:
    options = f"-c role={APP_ROLE} -c timezone=UTC"
    async with await AsyncConnection.connect(url, autocommit=True, options=options) as opened:
        yield opened


async def _pass_on(event: asyncio.Event, to: asyncio.Event) -> None:
    await event.wait()
    to.set()


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    """Wait so long, or until the stop."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
