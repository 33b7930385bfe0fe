"""People, a clockwork and workers on a virtual clock, over a real database."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.model import StoredEvent
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SYSTEM, SeededIds, TenantId
from exoskull.scheduling import service
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.dispatch import Dispatcher
from exoskull.scheduling.execute import Executor
from exoskull.scheduling.model import Ended, Job, Run, Scope, ran
from exoskull.scheduling.queue import InlineQueue

THE_LOOP = {
    name: CATALOGUE[name]
    for name in (
        *("loop-15", "outcome-sweep", "morning-briefing", "evening-reflection"),
        "integrity-check",
    )
}
START = datetime(2026, 3, 2, 6, 10, tzinfo=UTC)


async def nobody(tx: Transaction, at: datetime, limit: int) -> list[TenantId]:
    return []


@dataclass(frozen=True, kw_only=True)
class Hours:
    timezone: str = "Europe/Warsaw"
    morning_at: time = time(7, 30)
    evening_at: time = time(20, 30)


@dataclass(kw_only=True)
class Installation:
    """A whole installation in this process, whose time passes when it is told to."""

    database: Database
    catalogue: Mapping[str, Job]
    clock: VirtualClock = field(default_factory=lambda: VirtualClock(START))
    handled: list[tuple[TenantId, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ids = SeededIds(self.clock, 7)
        self.queue = InlineQueue()
        self.dispatcher = Dispatcher(
            database=self.database,
            queue=self.queue,
            ids=self.ids,
            sources={
                job.name: service.due_attention if job.name == "loop-15" else nobody
                for job in self.catalogue.values()
                if job.scope is Scope.TRIAGE
            },
            catalogue=self.catalogue,
            spread=timedelta(),
        )
        self.executor = self.worker("inline", self.handle)

    def worker(self, name: str, handle: Callable[[Any, Run], Awaitable[Ended]]) -> Executor[None]:
        """A worker that does every job by `handle`."""
        return Executor(
            database=self.database,
            clock=self.clock,
            handlers=dict.fromkeys(self.catalogue, handle),
            deps=None,
            worker=name,
            catalogue=self.catalogue,
        )

    async def handle(self, _: None, run: Run) -> Ended:
        self.handled.append((run.tenant_id, run.job, run.slot))
        async with self.database.transaction(run.tenant_id) as tx:
            await service.clear_attention(tx, self.clock.now())
        return ran()

    async def person(self, name: str = "anna", hours: Hours | None = None) -> TenantId:
        hours = hours or Hours()
        tenant_id = TenantId(self.ids.new())
        async with self.database.transaction(tenant_id) as tx:
            await insert_tenant(tx, name, hours, self.clock.now())
            await service.ensure_schedule(
                tx, hours, at=self.clock.now(), ids=self.ids, catalogue=self.catalogue
            )
        return tenant_id

    async def move(self, tenant_id: TenantId, hours: Hours) -> None:
        async with self.database.transaction(tenant_id) as tx:
            await tx.execute(
                "update tenants set timezone = %(zone)s where tenant_id = %(id)s",
                zone=hours.timezone,
                id=tenant_id,
            )
            await service.ensure_schedule(
                tx, hours, at=self.clock.now(), ids=self.ids, catalogue=self.catalogue
            )

    async def attend(self, tenant_id: TenantId, reason: str = "message") -> None:
        async with self.database.transaction(tenant_id) as tx:
            await service.move_attention(tx, reason, self.clock.now())

    async def drain(self) -> datetime | None:
        """Do what is due now, as the loop of a replay does; returns when something is again."""
        upcoming = await self.dispatcher.tick(self.clock.now())
        if self.queue.next_at() is None:
            return upcoming
        while work := self.queue.pop(self.clock.now()):
            await self.executor.consume(work.payload)
        return await self.dispatcher.next_due()

    async def pass_time(self, until: datetime) -> None:
        """Let time pass from one due moment to the next."""
        while self.clock.now() < until:
            upcoming = await self.drain()
            self.clock.advance(min(upcoming or until, until))
        await self.drain()

    async def runs(self, tenant_id: TenantId = SYSTEM, job: str | None = None) -> list[Run]:
        async with self.database.transaction(tenant_id) as tx:
            found = await service.runs(tx)
        return [run for run in found if job in (None, run.job)]

    async def events(self, tenant_id: TenantId) -> list[StoredEvent]:
        async with self.database.transaction(tenant_id) as tx:
            return await tx.fetch(
                StoredEvent,
                "select seq, at, kind, trace, data from events"
                " where tenant_id = %(id)s and kind like 'slot.%%' order by seq",
                id=tenant_id,
            )


async def insert_tenant(tx: Transaction, name: str, hours: Hours, at: datetime) -> None:
    await tx.execute(
        """
        insert into tenants (tenant_id, name, language, timezone, channels, quiet_from,
                             quiet_until, morning_at, evening_at, ai_budget_cents, created_at)
        values (%(id)s, %(name)s, 'pl', %(zone)s, '{}', '22:00', '07:00', %(morning)s,
                %(evening)s, 50, %(at)s)
        """,
        id=tx.tenant_id,
        name=name,
        zone=hours.timezone,
        morning=hours.morning_at,
        evening=hours.evening_at,
        at=at,
    )


@pytest.fixture
async def installation(database: Database) -> Installation:
    made = Installation(database=database, catalogue=THE_LOOP)
    await made.dispatcher.prepare(made.clock.now())
    return made


@pytest.fixture
def hours() -> type[Hours]:
    return Hours
