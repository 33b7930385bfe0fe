"""Tools of other servers: looked at, gated, used once, and kept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from toolbox.weather import KEY, Weather, served

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.grants.model import ActionPattern, By, Effect
from exoskull.grants.service import set_grant
from exoskull.interventions import approvals
from exoskull.kit.clock import VirtualClock
from exoskull.kit.errors import Conflict, ExoSkullError, InvalidInput, NotFound, Unavailable
from exoskull.kit.ids import SeededIds, TenantId, TraceId
from exoskull.llm.own import Vault
from exoskull.llm.secrets import Secrets
from exoskull.onboarding.service import create_tenant
from exoskull.toolbox import service, store
from exoskull.toolbox.model import UseState, parse_url
from exoskull.toolbox.shed import Shed

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def shed(database: Database, weather: Weather, tmp_path: Path) -> Shed:
    clock = VirtualClock(AT)
    return Shed(
        database=database,
        clock=clock,
        ids=SeededIds(clock, 5),
        secrets=Secrets(vault=Vault(home=tmp_path), clock=clock),
        hosts=frozenset({weather.host}),
    )


async def somebody(shed: Shed, name: str) -> TenantId:
    made = await create_tenant(
        shed.database,
        at=AT,
        ids=shed.ids,
        name=name,
        timezone="Europe/Warsaw",
        language="pl",
    )
    return made.tenant_id


@pytest.fixture
async def anna(shed: Shed, weather: Weather) -> TenantId:
    """Anna, who has added the weather."""
    tenant = await somebody(shed, "Anna")
    await service.add(shed, tenant, name="weather", url=weather.url, key=KEY)
    return tenant


async def rule(shed: Shed, tenant: TenantId, effect: Effect, scope: str = "*") -> None:
    async with shed.database.transaction(tenant) as tx:
        pattern = ActionPattern(verb="use_weather", scope=scope)
        await set_grant(tx, pattern, effect, by=By.PERSON, at=shed.clock.now(), ids=shed.ids)


async def forecast(shed: Shed, tenant: TenantId, city: str = "Gdynia") -> service.Used:
    return await service.use(shed, tenant, "weather", "forecast", {"city": city}, by="web")


async def answered(shed: Shed, tenant: TenantId, code: str | None, *, yes: bool = True) -> None:
    async with shed.database.transaction(tenant) as tx:
        question = await approvals.by_code(tx, code or "", shed.clock.now())
        assert question is not None
        await service.answer(tx, question, yes=yes, by="web", at=shed.clock.now())


async def kinds(tx: Transaction) -> list[str]:
    found = await feed.latest(tx, limit=50)
    return [one.kind for one in reversed(found) if one.kind.startswith("tool")]


async def test_a_new_server_may_do_nothing_and_the_refusal_is_kept(
    shed: Shed, anna: TenantId, weather: Weather
) -> None:
    used = (await forecast(shed, anna)).use
    assert (used.state, used.reason) == (UseState.REFUSED, "nothing_matches_irreversible")
    assert weather.asked == []
    async with shed.database.transaction(anna) as tx:
        assert await kinds(tx) == ["tool_server.added", "tool.refused"]
        assert [one.id for one in await store.uses(tx, limit=5)] == [used.id]


async def test_an_allowed_use_happens_once_and_keeps_what_the_server_said(
    shed: Shed, anna: TenantId, weather: Weather
) -> None:
    await rule(shed, anna, Effect.ALLOW)
    used = (await forecast(shed, anna)).use
    assert used.state is UseState.DONE
    assert (used.result or "").startswith("In Gdynia: 7 degrees.")
    assert weather.asked == ["Gdynia"]
    assert set(weather.keys) == {f"Bearer {KEY}"}
    async with shed.database.transaction(anna) as tx:
        assert "intervention.planned" not in [one.kind for one in await feed.latest(tx, limit=50)]


async def test_a_yes_is_to_exactly_these_arguments_and_good_once(
    shed: Shed, anna: TenantId, weather: Weather
) -> None:
    await rule(shed, anna, Effect.ASK)
    asked = await forecast(shed, anna)
    assert asked.use.state is UseState.ASKED
    assert (await forecast(shed, anna)).use.id == asked.use.id  # it waits; it is not asked twice
    await answered(shed, anna, asked.code)
    other = await forecast(shed, anna, "Sopot")
    assert other.use.state is UseState.ASKED
    assert weather.asked == []
    done = await forecast(shed, anna)
    assert (done.use.id, done.use.state) == (asked.use.id, UseState.DONE)
    assert (await forecast(shed, anna)).use.state is UseState.ASKED
    assert weather.asked == ["Gdynia"]


async def test_a_no_and_a_silence_of_a_day_both_refuse(
    shed: Shed, anna: TenantId, weather: Weather
) -> None:
    await rule(shed, anna, Effect.ASK)
    first, second = await forecast(shed, anna), await forecast(shed, anna, "Sopot")
    await answered(shed, anna, first.code, yes=False)
    assert isinstance(shed.clock, VirtualClock)
    shed.clock.advance(AT + timedelta(hours=25))
    async with shed.database.transaction(anna) as tx:
        assert await service.sweep(tx, at=shed.clock.now()) == 1
        ended = {one.id: one.reason for one in await store.uses(tx, limit=5)}
    assert ended == {first.use.id: "rejected", second.use.id: "expired"}
    assert weather.asked == []


async def test_a_revoked_rule_stops_what_was_approved(
    shed: Shed, anna: TenantId, weather: Weather
) -> None:
    await rule(shed, anna, Effect.ASK)
    asked = await forecast(shed, anna)
    await answered(shed, anna, asked.code)
    await rule(shed, anna, Effect.DENY)
    assert (await forecast(shed, anna)).use.state is UseState.REFUSED
    assert weather.asked == []


async def test_a_rule_over_one_tool_says_nothing_of_another(shed: Shed, anna: TenantId) -> None:
    await rule(shed, anna, Effect.ALLOW, scope="switch-lamp")
    lamp = await service.use(shed, anna, "weather", "Switch Lamp!", {"on": True}, by="web")
    assert lamp.use.state is UseState.DONE
    assert (await forecast(shed, anna)).use.state is UseState.REFUSED


async def test_a_tool_that_became_another_waits_until_it_was_looked_at(
    shed: Shed, database: Database, anna: TenantId, weather: Weather
) -> None:
    await rule(shed, anna, Effect.ALLOW)
    async with served(Weather(words="Now it also reads your mail.")) as other:
        await database_moves(shed, anna, other)
        changed = await service.look_again(at_host(shed, other), anna, "weather")
        assert changed.has_changed
        with pytest.raises(Conflict, match=r"toolbox\.changed"):
            await service.use(at_host(shed, other), anna, "weather", "forecast", {}, by="web")
        async with database.transaction(anna) as tx:
            with pytest.raises(Conflict, match=r"toolbox\.changed"):
                await service.accept(shed, tx, "weather", seen="another", at=AT)
            await service.accept(shed, tx, "weather", seen=changed.seen, at=AT)
        moved = at_host(shed, other)
        done = await service.use(moved, anna, "weather", "forecast", {"city": "Hel"}, by="web")
        assert done.use.state is UseState.DONE


async def database_moves(shed: Shed, tenant: TenantId, to: Weather) -> None:
    """The server is another program at the same name."""
    async with shed.database.transaction(tenant) as tx:
        await tx.execute("update tool_servers set url = %(url)s", url=to.url)


def at_host(shed: Shed, weather: Weather) -> Shed:
    return Shed(
        database=shed.database,
        clock=shed.clock,
        ids=shed.ids,
        secrets=shed.secrets,
        hosts=frozenset({weather.host}),
    )


async def test_a_server_that_is_down_fails_clearly_and_gives_the_place_back(
    shed: Shed, anna: TenantId, weather: Weather
) -> None:
    await rule(shed, anna, Effect.ALLOW)
    weather.breaks = "down"
    used = (await forecast(shed, anna)).use
    assert (used.state, used.reason) == (UseState.FAILED, "toolbox.unreachable")
    weather.breaks = "tool"
    used = (await forecast(shed, anna)).use
    assert (used.state, used.reason) == (UseState.FAILED, "toolbox.tool_failed")
    weather.breaks = ""
    assert (await forecast(shed, anna)).use.state is UseState.DONE


async def test_what_was_on_its_way_when_the_program_died_is_not_known_and_not_done_again(
    shed: Shed, anna: TenantId, weather: Weather
) -> None:
    await rule(shed, anna, Effect.ALLOW)
    async with shed.database.transaction(anna) as tx:
        begun, _, _ = await service._begin(
            shed,
            tx,
            "weather",
            "forecast",
            {"city": "Hel"},
            by="web",
            trace=TraceId(shed.ids.new()),
        )
    assert begun.use.state is UseState.RUNNING
    assert isinstance(shed.clock, VirtualClock)
    shed.clock.advance(AT + timedelta(minutes=11))
    async with shed.database.transaction(anna) as tx:
        assert await service.sweep(tx, at=shed.clock.now()) == 1
        left = await store.use(tx, begun.use.id)
    assert left is not None
    assert left.state is UseState.UNKNOWN
    assert weather.asked == []


async def test_a_key_is_sealed_and_goes_with_the_server(
    shed: Shed, database: Database, anna: TenantId
) -> None:
    async with database.transaction(anna) as tx:
        rows = await tx.dicts("select sealed from tenant_secrets")
        assert len(rows) == 1
        assert KEY.encode() not in bytes(rows[0]["sealed"])
        assert KEY not in str(await tx.dicts("select * from events"))
        await service.remove(shed, tx, "weather", at=AT)
        assert await tx.dicts("select 1 from tenant_secrets") == []
        with pytest.raises(NotFound, match=r"toolbox\.no_server"):
            await service.named(tx, "weather")


async def test_nobody_uses_anothers_server(shed: Shed, anna: TenantId, weather: Weather) -> None:
    eve = await somebody(shed, "Eve")
    await rule(shed, eve, Effect.ALLOW)
    with pytest.raises(NotFound, match=r"toolbox\.no_server"):
        await forecast(shed, eve)
    assert weather.asked == []


@pytest.mark.parametrize(
    ("name", "url", "key"),
    [
        ("Weather", "{url}", "toolbox.invalid_name"),
        ("a" * 25, "{url}", "toolbox.invalid_name"),
        ("other", "http://example.org/mcp", "toolbox.invalid_url"),
        ("other", "https://user:word@example.org/", "toolbox.invalid_url"),
        ("other", "file:///etc/passwd", "toolbox.invalid_url"),
        ("other", "https://example.org/mcp", "toolbox.host_not_allowed"),
        ("other", "http://127.0.0.1:1/mcp", "toolbox.host_not_allowed"),
        ("weather", "{url}", "toolbox.name_taken"),
    ],
)
async def test_what_cannot_be_added_says_why_and_changes_nothing(
    shed: Shed, anna: TenantId, weather: Weather, name: str, url: str, key: str
) -> None:
    with pytest.raises(ExoSkullError) as error:
        await service.add(shed, anna, name=name, url=url.format(url=weather.url), key=None)
    assert error.value.key == key
    async with shed.database.transaction(anna) as tx:
        assert len(await store.servers(tx)) == 1


async def test_an_address_where_no_tool_server_is_cannot_be_added(
    shed: Shed, weather: Weather
) -> None:
    bert = await somebody(shed, "Bert")
    weather.breaks = "down"
    with pytest.raises(Unavailable, match=r"toolbox\.unreachable"):
        await service.add(shed, bert, name="weather", url=weather.url, key=None)


def test_only_hosts_that_an_operator_names_are_reached() -> None:
    assert parse_url("https://tools.example.org/mcp", ["tools.example.org"])
    assert parse_url("https://tools.example.org:8443/", ["tools.example.org:8443"])
    for url in (
        "https://tools.example.org.evil.example/",
        "https://evil.example/tools.example.org",
    ):
        with pytest.raises(InvalidInput):
            parse_url(url, ["tools.example.org"])
