"""A person's life in a whole world on a virtual clock: said, measured, waited for, looked up."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, Turn, receive
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.feed.model import StoredEvent
from exoskull.goals import service as goals
from exoskull.grants import service as grants
from exoskull.grants.model import ActionPattern, By, Effect
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention, State
from exoskull.kit.ids import TenantId, TraceId
from exoskull.mape.cycle import run_cycle
from exoskull.mape.model import Plan
from exoskull.measuring import service as measuring
from exoskull.onboarding.service import change_settings, create_tenant
from exoskull.signals import service as signals
from exoskull.signals.model import Measure, Source
from exoskull.simulation.world import MakeModels, World, make_world
from exoskull.tasks import service as tasks
from exoskull.tenants import service as tenants
from exoskull.tenants.model import Tenant

WARSAW = ZoneInfo("Europe/Warsaw")
MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=WARSAW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One tenant of `world`. The clock moves only by `wait` and `until`."""

    world: World
    tenant_id: TenantId

    @property
    def database(self) -> Database:
        return self.world.installation.database

    @property
    def now(self) -> datetime:
        return self.world.clock.now()

    @asynccontextmanager
    async def tx(self) -> AsyncIterator[Transaction]:
        async with self.database.transaction(self.tenant_id) as tx:
            yield tx

    async def turn(self, text: str, *, via: Via = Via.WEB, **more: Any) -> Turn:
        async with self.tx() as tx:
            incoming = Incoming(text=text, via=via, **more)
            return await receive(tx, incoming, at=self.now, ids=self.world.installation.ids)

    async def say(self, text: str, **more: Any) -> str:
        """Say it, and give the answer; "" where there is none. A second goes by."""
        turn = await self.turn(text, **more)
        self.world.clock.advance(self.now + timedelta(seconds=1))
        return turn.answer.text if turn.answer else ""

    async def measure(self, metric: str, value: float, at: datetime | None = None) -> Measure:
        ids = self.world.installation.ids
        async with self.tx() as tx:
            return await measuring.log(
                tx,
                await tenants.current(tx),
                metric=metric,
                value=value,
                unit="",
                measured_at=at or self.now,
                at=self.now,
                source=Source.API,
                ids=ids,
                trace=TraceId(ids.new()),
            )

    async def grant(self, pattern: str, effect: str) -> None:
        async with self.tx() as tx:
            await grants.set_grant(
                tx,
                ActionPattern.parse(pattern),
                Effect.parse(effect),
                by=By.PERSON,
                at=self.now,
                ids=self.world.installation.ids,
            )

    async def change(self, **changes: Any) -> Tenant:
        ids = self.world.installation.ids
        async with self.tx() as tx:
            return await change_settings(
                tx, changes, at=self.now, ids=ids, trace=TraceId(ids.new())
            )

    async def cycle(self, slot: str = "a slot") -> Plan | None:
        return await run_cycle(self.world.installation.loop, self.tenant_id, slot, self.now)

    async def until(self, at: datetime) -> None:
        await self.world.run_until(at)

    async def wait(self, **span: float) -> None:
        await self.world.run_until(self.now + timedelta(**span))

    async def tenant(self) -> Tenant:
        async with self.tx() as tx:
            return await tenants.current(tx)

    async def measures(self) -> list[Measure]:
        async with self.tx() as tx:
            return await signals.since(tx, self.now - timedelta(days=400))

    async def goals(self) -> list[Any]:
        async with self.tx() as tx:
            return list(await goals.active(tx))

    async def tasks(self) -> list[Any]:
        async with self.tx() as tx:
            return list(await tasks.open_tasks(tx))

    async def interventions(self, state: State | None = None) -> list[Intervention]:
        async with self.tx() as tx:
            found = await interventions.since(tx, self.now - timedelta(days=400))
        return [one for one in found if state is None or one.state is state]

    async def events(self, kind: str | None = None) -> list[StoredEvent]:
        """The tenant's events, oldest first."""
        found: list[StoredEvent] = []
        async with self.tx() as tx:
            while page := await feed.after(tx, found[-1].seq if found else 0, limit=5000):
                found += page
        return [one for one in found if kind is None or one.kind == kind]

    async def rules(self) -> set[tuple[str, str]]:
        async with self.tx() as tx:
            found = await grants.rules(tx, at=self.now, ids=self.world.installation.ids)
        return {(str(grant.pattern), grant.effect.value) for grant in found.grants}


async def born(
    database: Database,
    *,
    at: datetime = MONDAY,
    language: str = "pl",
    timezone: str = "Europe/Warsaw",
    seed: int = 1,
    models: MakeModels | None = None,
    **settings: Any,
) -> Life:
    """Anna, in a world of her own that begins at `at`; `models`: as of `make_world`."""
    world = await make_world(database, at=at, seed=seed, models=models)
    world.clock.advance(at)
    tenant = await create_tenant(
        database,
        at=at,
        ids=world.installation.ids,
        name="anna",
        language=language,
        timezone=timezone,
        email="anna@example.org",
        phone="+48600100200",
        settings=settings,
    )
    return Life(world=world, tenant_id=tenant.tenant_id)
