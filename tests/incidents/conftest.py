"""A world in which jobs and channels can be made to fail."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from exoskull.channels.adapters.recording import RecordingAdapter
from exoskull.channels.model import ChannelName, Delivery, Rejected, Result
from exoskull.composition.handlers import HANDLERS
from exoskull.database.pool import Database
from exoskull.feed.model import StoredEvent
from exoskull.kit.errors import Unavailable
from exoskull.kit.ids import TenantId
from exoskull.onboarding.service import create_tenant
from exoskull.scheduling.model import Ended, Run
from exoskull.simulation.world import World, make_world

START = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


@dataclass(kw_only=True)
class Troubled:
    """A world, and the names of the jobs that fail in it now."""

    world: World
    failing: set[str] = field(default_factory=set)

    @property
    def database(self) -> Database:
        return self.world.installation.database

    @property
    def now(self) -> datetime:
        return self.world.clock.now()

    async def person(self, name: str = "anna", **given: Any) -> TenantId:
        made = await create_tenant(
            self.database,
            at=self.now,
            ids=self.world.installation.ids,
            name=name,
            **{"language": "pl", "timezone": "Europe/Warsaw", "email": "a@example.org"} | given,
        )
        return made.tenant_id

    async def until(self, text: str) -> None:
        await self.world.run_until(datetime.fromisoformat(text).replace(tzinfo=UTC))

    async def events(self, tenant_id: TenantId, prefix: str) -> list[StoredEvent]:
        async with self.database.transaction(tenant_id) as tx:
            return await tx.fetch(
                StoredEvent,
                "select seq, at, kind, trace, data from events"
                " where tenant_id = %(id)s and kind like %(kind)s || '%%' order by seq",
                id=tenant_id,
                kind=prefix,
            )

    async def notices(self, tenant_id: TenantId) -> list[str]:
        """What the person was told of incidents, in the app."""
        sent = await self.events(tenant_id, "intervention.sent")
        return [event.data["text"] for event in sent if event.data["symptom"] == "incident"]


@pytest.fixture
async def troubled(database: Database) -> Troubled:
    world = await make_world(database, at=START, seed=7)
    made = Troubled(world=world)

    def handler(name: str):
        async def handle(here: Any, run: Run) -> Ended:
            if name in made.failing:
                raise Unavailable("model.unreachable", reason="secret words")
            return await HANDLERS[name](here, run)

        return handle

    failing = replace(world.executor, handlers={name: handler(name) for name in HANDLERS})
    made.world = replace(world, executor=failing)
    return made


class DeadAdapter(RecordingAdapter):
    """Takes nothing."""

    async def send(self, delivery: Delivery, at: datetime) -> Result:
        return Rejected(reason="mail.refused")


@pytest.fixture
def dead_mail() -> DeadAdapter:
    return DeadAdapter(ChannelName.EMAIL)
