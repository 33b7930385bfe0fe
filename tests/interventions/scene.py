"""A person with an installation on a virtual clock, and messages planned for them."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from interventions.by_hand import by_hand

from exoskull.channels.adapters.adapter import Adapter
from exoskull.channels.adapters.recording import RecordingAdapter
from exoskull.channels.model import ChannelName
from exoskull.composition.assembling import Installation, assemble
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.feed.model import StoredEvent
from exoskull.grants import service as grants
from exoskull.grants.decide import decide
from exoskull.grants.model import Action, ActionPattern, By, Effect
from exoskull.interventions import service
from exoskull.interventions.model import HOLD, Intervention
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SeededIds, TenantId
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Tenant

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""Nine o'clock in Warsaw."""

VERBS = {
    ChannelName.IN_APP: "send_notification:goal",
    ChannelName.EMAIL: "send_email:summary",
    ChannelName.SMS: "send_sms:goal",
}


@dataclass(kw_only=True)
class Scene:
    """One tenant, Anna in Warsaw, and what is done for her."""

    database: Database
    clock: VirtualClock
    ids: SeededIds
    here: Installation
    tenant: Tenant

    @property
    def id(self) -> TenantId:
        return self.tenant.tenant_id

    @property
    def at(self) -> datetime:
        return self.clock.now()

    def transaction(self) -> Any:
        return self.database.transaction(self.id)

    def later(self, **wait: float) -> datetime:
        """Move the clock on."""
        self.clock.advance(self.at + timedelta(**wait))
        return self.at

    def message(self, channel: ChannelName = ChannelName.EMAIL, **parts: Any) -> Intervention:
        """A message of no symptom, so that nothing but the outbox decides about it."""
        own: dict[str, Any] = {
            "action": VERBS[channel],
            "channel": channel,
            "option": "word",
            "subject": "Woda",
            "text": "Wypij szklankę wody.",
            "reason": "Bo tak było umówione.",
            "send_at": self.at + HOLD,
        }
        return by_hand(self.ids, self.at, **own | parts)

    async def neighbour(self, name: str, **settings: Any) -> "Scene":
        """Somebody else in the same installation."""
        who: dict[str, Any] = {
            "name": name,
            "language": "en",
            "timezone": "Europe/Warsaw",
        } | settings
        tenant = await create_tenant(self.database, at=self.at, ids=self.ids, **who)
        return replace(self, tenant=tenant)

    async def plan(self, channel: ChannelName = ChannelName.EMAIL, **parts: Any) -> Intervention:
        """Plan a message as the loop does, by what the grants say now; returns it as kept."""
        planned = self.message(channel, **parts)
        async with self.transaction() as tx:
            await self.plan_in(tx, planned)
        return await self.get(planned.id)

    async def plan_in(self, tx: Transaction, planned: Intervention) -> bool:
        rules = await grants.rules(tx, at=self.at, ids=self.ids)
        used = await grants.usage(tx, self.tenant.local_date(self.at))
        return await service.plan(
            tx,
            planned,
            decide(Action.parse(planned.action), rules, used, self.at),
            at=self.at,
            ids=self.ids,
            reveal_code=True,
        )

    async def send(self, channel: ChannelName = ChannelName.EMAIL, **parts: Any) -> Intervention:
        """Plan a message and let it leave after its hold."""
        planned = await self.plan(channel, **parts)
        self.clock.advance(planned.send_at)
        await self.here.outbox.tick()
        return await self.get(planned.id)

    async def get(self, intervention_id: UUID) -> Intervention:
        async with self.transaction() as tx:
            return await service.get(tx, intervention_id)

    async def events(self, *kinds: str) -> list[StoredEvent]:
        """Events of these kinds, oldest first; all, where none is named."""
        async with self.transaction() as tx:
            found = await feed.after(tx, 0)
        return [one for one in found if not kinds or one.kind in kinds]

    async def grant(self, pattern: str, effect: str, **terms: Any) -> None:
        async with self.transaction() as tx:
            await grants.set_grant(
                tx,
                ActionPattern.parse(pattern),
                Effect.parse(effect),
                by=By.PERSON,
                at=self.at,
                ids=self.ids,
                **terms,
            )

    async def used(self, pattern: str) -> int:
        """How many acts of today were permitted under `pattern`."""
        async with self.transaction() as tx:
            usage = await grants.usage(tx, self.tenant.local_date(self.at))
        found = usage.get(pattern)
        return found.used if found else 0

    def sent_by(self, channel: ChannelName) -> list[str]:
        """The texts that a recording channel was given."""
        adapter = self.here.adapters[channel]
        assert isinstance(adapter, RecordingAdapter)
        return [one.delivery.text for one in adapter.sent]


async def make_scene(
    database: Database,
    *,
    at: datetime = MORNING,
    adapters: dict[ChannelName, Adapter] | None = None,
    **settings: Any,
) -> Scene:
    clock = VirtualClock(at)
    ids = SeededIds(clock, 1)
    channels = adapters or {
        ChannelName.EMAIL: RecordingAdapter(ChannelName.EMAIL),
        ChannelName.SMS: RecordingAdapter(ChannelName.SMS),
    }
    here = assemble(database, clock=clock, ids=ids, adapters=channels, reveal_codes=True)
    who: dict[str, Any] = {
        "name": "anna",
        "language": "pl",
        "timezone": "Europe/Warsaw",
        "email": "anna@example.org",
        "phone": "+48600100200",
    } | settings
    tenant = await create_tenant(database, at=at, ids=ids, **who)
    return Scene(database=database, clock=clock, ids=ids, here=here, tenant=tenant)
