"""A tenant is made whole or not at all, changed by its own hand, and gone without a trace."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest
from interventions.scene import Scene, make_scene

from exoskull.channels.model import ChannelName
from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.database.pool import Database
from exoskull.feed import service as feed
from exoskull.grants import service as grants
from exoskull.grants.defaults import DEFAULTS
from exoskull.kit.clock import VirtualClock
from exoskull.kit.errors import Conflict, InvalidInput
from exoskull.kit.ids import SeededIds, TenantId, TraceId
from exoskull.onboarding.service import change_settings, create_tenant
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.model import Scope
from exoskull.tenants import service as tenants
from exoskull.tenants.model import Credential

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
async def scene(database: Database) -> Scene:
    return await make_scene(database)


async def tenant_tables(database_url: str) -> list[str]:
    """Every table that has rows of tenants."""
    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        cursor = await connection.execute(
            """
            select c.table_name from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and c.column_name = 'tenant_id'
               and t.table_type = 'BASE TABLE'
               and not (select relispartition from pg_class
                         where oid = format('public.%I', c.table_name)::regclass)
             order by 1
            """
        )
        return [row[0] for row in await cursor.fetchall()]


async def rows_of(database: Database, tenant: TenantId, tables: list[str]) -> dict[str, int]:
    """How many rows each table has of a tenant, where it has any."""
    counts: dict[str, int] = {}
    async with database.transaction(tenant) as tx:
        for table in tables:
            sql: Any = f"select count(*) from {table} where tenant_id = %(t)s"
            counts[table] = await tx.value(sql, t=tenant)
    return {table: count for table, count in counts.items() if count}


class _FailingIds(SeededIds):
    """Gives so many ids, and then no more."""

    def __init__(self, give: int) -> None:
        super().__init__(VirtualClock(AT), 1)
        self.left = give

    def new(self) -> UUID:
        self.left -= 1
        if self.left < 0:
            raise OSError("no more ids")
        return super().new()


async def make(database: Database, ids: SeededIds, **parts: Any) -> TenantId:
    fields: dict[str, Any] = {"name": "anna", "language": "pl", "timezone": "Europe/Warsaw"} | parts
    return (await create_tenant(database, at=AT, ids=ids, **fields)).tenant_id


async def test_a_failure_anywhere_in_the_making_leaves_no_tenant(
    database: Database, database_url: str
) -> None:
    tables = await tenant_tables(database_url)
    first = SeededIds(VirtualClock(AT), 1).new()
    failures = 0
    for give in range(100):
        ids = _FailingIds(give)
        try:
            tenant = await make(database, ids)
        except OSError:
            failures += 1
            assert await tenants.everyone(database) == []
            assert await rows_of(database, TenantId(first), tables) == {}
        else:
            assert tenant == first
            break
    assert failures > len(DEFAULTS)
    assert [name for _, name in await tenants.everyone(database)] == ["anna"]


async def test_a_failing_schedule_leaves_no_tenant_either(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: Any, **__: Any) -> None:
        raise OSError("no schedule")

    monkeypatch.setattr("exoskull.onboarding.service.ensure_schedule", fail)
    with pytest.raises(OSError, match="no schedule"):
        await make(database, SeededIds(VirtualClock(AT), 1))
    assert await tenants.everyone(database) == []


async def test_grants_schedule_and_welcome_are_written_in_the_one_transaction(
    database: Database,
) -> None:
    tenant = await make(database, SeededIds(VirtualClock(AT), 1))
    async with database.transaction(tenant) as tx:
        writers = await tx.dicts(
            """
            select xmin::text as writer from tenants union
            select xmin::text from grants union
            select xmin::text from tenant_schedule union
            select xmin::text from events union
            select xmin::text from attention
            """
        )
        kept = [record.grant.terms for record in await grants.history(tx)]
        welcome, *_ = await feed.after(tx, 0)
        jobs = await tx.value("select count(*) from tenant_schedule")
    assert len(writers) == 1
    assert {str(terms.pattern): terms.effect for terms in kept} == {
        str(terms.pattern): terms.effect for terms in DEFAULTS
    }
    assert welcome.kind == "tenant.created"
    assert "anna" in welcome.data["text"]
    assert jobs == sum(job.scope is Scope.TENANT for job in CATALOGUE.values())


async def test_a_name_is_taken_once(scene: Scene) -> None:
    with pytest.raises(Conflict) as raised:
        await make(scene.database, SeededIds(VirtualClock(AT), 2))
    assert (raised.value.key, raised.value.field) == ("tenant.exists", "name")
    assert len(await tenants.everyone(scene.database)) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"timezone": "Europe/Nowhere"}, {"language": "de"}, {"settings": {"morning_at": "25:00"}}],
)
async def test_a_setting_that_cannot_be_accepted_makes_no_tenant(
    database: Database, wrong: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput):
        await make(database, SeededIds(VirtualClock(AT), 1), **wrong)
    assert await tenants.everyone(database) == []


async def change(scene: Scene, **changes: Any) -> None:
    async with scene.transaction() as tx:
        await change_settings(
            tx, changes, at=scene.at, ids=scene.ids, trace=TraceId(scene.ids.new())
        )


async def test_the_schedule_follows_changed_hours_and_zone(scene: Scene) -> None:
    await change(scene, timezone="America/New_York", morning_at="06:15")
    async with scene.transaction() as tx:
        rows = await tx.dicts(
            "select timezone, wall_at from tenant_schedule where job = 'morning-briefing'"
        )
    assert [(row["timezone"], f"{row['wall_at']:%H:%M}") for row in rows] == [
        ("America/New_York", "06:15")
    ]
    (told,) = await scene.events("settings.changed")
    assert told.data["changed"] == ["timezone", "morning_at"]


async def test_a_bad_setting_among_good_ones_changes_nothing(scene: Scene) -> None:
    with pytest.raises(InvalidInput):
        await change(scene, morning_at="06:15", timezone="Mars/Olympus")
    async with scene.transaction() as tx:
        assert await tenants.current(tx) == scene.tenant
    assert await scene.events("settings.changed") == []


async def test_a_name_that_is_anothers_is_refused(scene: Scene) -> None:
    await scene.neighbour("ola")
    with pytest.raises(Conflict) as raised:
        await change(scene, name="ola")
    assert (raised.value.key, raised.value.field) == ("tenant.exists", "name")
    async with scene.transaction() as tx:
        assert (await tenants.current(tx)).name == "anna"


async def test_addresses_are_not_told_to_the_feed(scene: Scene) -> None:
    await change(scene, email="nowa@example.org", phone="+48600100999")
    (told,) = await scene.events("settings.changed")
    assert told.data == {"changed": ["email", "phone"]}


async def live(scene: Scene) -> None:
    """Leave something in every table that a person's life writes to."""
    for text in ("wypiłam 2 szklanki wody", "chcę biegać 3 razy w tygodniu", "muszę kupić mleko"):
        async with scene.transaction() as tx:
            await receive(tx, Incoming(text=text, via=Via.WEB), at=scene.at, ids=scene.ids)
    await scene.send(ChannelName.EMAIL)
    await scene.grant("send_email:summary", "ask")
    await scene.plan(ChannelName.EMAIL)
    await tenants.give_credential(
        scene.database, scene.id, Credential.API, at=scene.at, ids=scene.ids
    )


async def test_deleting_a_tenant_leaves_nothing_of_theirs_and_all_of_the_others(
    scene: Scene, database_url: str
) -> None:
    ola = await scene.neighbour("ola", email="ola@example.org")
    await live(scene)
    await live(ola)
    tables = await tenant_tables(database_url)
    before = await rows_of(scene.database, ola.id, tables)
    mine = await rows_of(scene.database, scene.id, tables)
    assert mine.keys() == before.keys()
    assert {"messages", "measures", "goals", "interventions", "approvals", "events"} <= mine.keys()
    await tenants.remove(scene.database, scene.id)
    assert await rows_of(scene.database, scene.id, tables) == {}
    assert await rows_of(scene.database, ola.id, tables) == before
    assert [name for _, name in await tenants.everyone(scene.database)] == ["ola"]
    await make(scene.database, SeededIds(VirtualClock(AT), 9))  # the name is free again


async def test_every_table_of_a_tenants_loses_its_rows_with_the_tenant(database_url: str) -> None:
    """A table without a foreign key to tenants is one that deletion names, and these are all."""
    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        cursor = await connection.execute(
            """
            select conrelid::regclass::text from pg_constraint
             where contype = 'f' and confrelid = 'tenants'::regclass and confdeltype = 'c'
            """
        )
        cascading = {row[0] for row in await cursor.fetchall()}
    of_the_installation = {
        "setup_links",
        "population_priors",
        "installation_budgets",
        "sign_in_attempts",
        "passkey_challenges",
        "identity_requests",
    }
    others = set(await tenant_tables(database_url)) - cascading - of_the_installation
    assert others == {"tenants", "events", "tenant_schedule", "runs"}
