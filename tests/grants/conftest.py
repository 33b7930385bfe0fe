"""Tenants to give grants to, and rules to decide by."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from exoskull.database.pool import Database
from exoskull.grants.model import ActionPattern, By, Effect, Grant, GrantId
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import Ids, SeededIds, TenantId

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)

MakeTenant = Callable[[str], Awaitable[TenantId]]
MakeGrant = Callable[..., Grant]


@pytest.fixture
def at() -> datetime:
    return AT


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def ids() -> Ids:
    return SeededIds(VirtualClock(AT), seed=1)


@pytest.fixture
def make_tenant(database: Database, ids: Ids) -> MakeTenant:
    """Inserts a tenant by its name, without a single rule."""

    async def make(name: str) -> TenantId:
        tenant = TenantId(ids.new())
        async with database.transaction(tenant) as tx:
            await tx.execute(
                """
                insert into tenants (tenant_id, name, language, timezone, channels, quiet_from,
                                     quiet_until, morning_at, evening_at, ai_budget_cents,
                                     created_at)
                values (%(tenant)s, %(name)s, 'pl', 'Europe/Warsaw', '{}', '22:00', '07:00',
                        '07:30', '20:30', 50, %(at)s)
                """,
                tenant=tenant,
                name=name,
                at=AT,
            )
        return tenant

    return make


@pytest.fixture
async def tenant(make_tenant: MakeTenant) -> TenantId:
    return await make_tenant("anna")


@pytest.fixture
def make_grant() -> MakeGrant:
    """A rule from `"verb:scope"`, an effect and limits; each gets the next id."""
    count = 0

    def make(pattern: str, effect: str = "allow", /, **terms: object) -> Grant:
        nonlocal count
        count += 1
        return Grant(
            id=GrantId(UUID(int=count)),
            pattern=ActionPattern.parse(pattern),
            effect=Effect(effect),
            set_by=By.PERSON,
            created_at=AT,
            **terms,  # pyright: ignore[reportArgumentType]
        )

    return make
