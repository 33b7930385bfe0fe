"""Tools of other servers from the outside: API, page, chat and the loop's own sweep."""

import html
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from serving.served import AT, Served, Somebody
from serving.visiting import HERE, entered
from toolbox.weather import KEY, Weather

from exoskull.database.pool import Database
from exoskull.feed import service as feed
from exoskull.grants.model import ActionPattern, By, Effect
from exoskull.grants.service import set_grant
from exoskull.kit.ids import TraceId
from exoskull.onboarding.service import create_tenant
from exoskull.simulation.world import make_world
from exoskull.toolbox import service
from exoskull.toolbox.model import UseState

API = "/api/v1"


async def added(person: Somebody, weather: Weather) -> dict:
    made = await person.api.post(
        f"{API}/tool-servers", json={"name": "weather", "url": weather.url, "key": KEY}
    )
    assert made.status_code == 201, made.text
    return made.json()


async def ruled(person: Somebody, pattern: str, effect: str) -> None:
    set_ = await person.api.put(f"{API}/grants/{pattern}", json={"effect": effect})
    assert set_.status_code == 200, set_.text


async def used(person: Somebody, city: str) -> dict:
    path = f"{API}/tool-servers/weather/tools/forecast"
    answer = await person.api.post(path, json={"arguments": {"city": city}})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_server_is_added_ruled_used_and_removed_over_http(
    person: Somebody, weather: Weather
) -> None:
    made = await added(person, weather)
    assert [one["action"] for one in made["tools"]] == [
        "use_weather:forecast",
        "use_weather:switch-lamp",
    ]
    assert KEY not in (await person.api.get(f"{API}/tool-servers")).text
    assert (await used(person, "Gdynia"))["state"] == "refused"
    await ruled(person, "use_weather:forecast", "allow")
    done = await used(person, "Gdynia")
    assert (done["state"], done["result"][:9]) == ("done", "In Gdynia")
    listed = (await person.api.get(f"{API}/tool-uses")).json()["items"]
    assert {one["state"] for one in listed} == {"done", "refused"}  # of one instant
    assert (await person.api.delete(f"{API}/tool-servers/weather")).status_code == 204
    gone = await person.api.delete(f"{API}/tool-servers/weather")
    assert gone.json()["error"]["key"] == "toolbox.no_server"


async def test_a_person_says_yes_on_the_page_and_it_happens_once(
    web: Served, person: Somebody, weather: Weather
) -> None:
    browser = await entered(web, person.tenant_id)
    form = {"name": "weather", "url": weather.url, "key": KEY}
    page = await browser.post("/tools", data=form, headers=HERE)
    assert page.status_code == 200
    assert KEY not in page.text
    assert "not allowed" in page.text
    await browser.post("/tools/weather/rule", data={"effect": "ask"}, headers=HERE)
    tried = {"tool": "forecast", "arguments": '{"city": "Hel <b>"}'}
    page = await browser.post("/tools/weather/try", data=tried, headers=HERE)
    assert weather.asked == []
    yes = re.search(r'action="(/tools/uses/[^"]+/yes)"', page.text)
    assert yes is not None
    page = await browser.post(html.unescape(yes[1]), headers=HERE)
    assert weather.asked == ["Hel <b>"]
    assert "In Hel &lt;b&gt;: 7 degrees" in page.text
    again = await browser.post(html.unescape(yes[1]), headers=HERE)
    assert again.status_code == 404
    assert weather.asked == ["Hel <b>"]


async def test_what_cannot_be_added_is_told_beside_what_was_typed(
    web: Served, person: Somebody
) -> None:
    browser = await entered(web, person.tenant_id)
    form = {"name": "other", "url": "https://example.org/mcp", "key": "k"}
    page = await browser.post("/tools", data=form, headers=HERE)
    assert page.status_code == 422
    assert "EXOSKULL_TOOL_HOSTS=example.org" in page.text
    assert 'value="https://example.org/mcp"' in page.text


async def test_a_code_in_the_chat_lets_exactly_one_use_happen_at_once(
    web: Served, person: Somebody, weather: Weather
) -> None:
    await added(person, weather)
    await ruled(person, "use_weather:*", "ask")
    shed = web.installation.shed
    arguments = {"city": "Hel"}
    asked = await service.use(shed, person.tenant_id, "weather", "forecast", arguments, by="chat")
    said = await person.api.post(f"{API}/messages", json={"text": f"YES {asked.code}"})
    assert "In Hel: 7 degrees" in said.json()["answer"]["text"]
    assert weather.asked == ["Hel"]
    assert (await used(person, "Hel"))["state"] == "asked"
    assert weather.asked == ["Hel"]


async def test_the_loop_says_what_it_lost_sight_of(
    database: Database, weather: Weather, tmp_path: Path
) -> None:
    world = await make_world(database, at=AT, seed=3)
    await world.run_until(AT)
    here = world.installation
    made = await create_tenant(
        database, at=AT, ids=here.ids, name="Anna", language="en", timezone="Europe/Warsaw"
    )
    shed = replace(here.shed, hosts=frozenset({weather.host}))
    await service.add(shed, made.tenant_id, name="weather", url=weather.url, key=None)
    async with database.transaction(made.tenant_id) as tx:
        await set_grant(
            tx,
            ActionPattern(verb="use_weather", scope="*"),
            Effect.ALLOW,
            by=By.PERSON,
            at=AT,
            ids=here.ids,
        )
        begun, _, _ = await service._begin(
            shed,
            tx,
            "weather",
            "forecast",
            {"city": "Hel"},
            by="web",
            trace=TraceId(here.ids.new()),
        )
    assert begun.use.state is UseState.RUNNING  # and the program dies
    await world.run_until(AT + timedelta(minutes=30))
    async with database.transaction(made.tenant_id) as tx:
        lost = [one for one in await feed.latest(tx, limit=100) if one.kind == "tool.unknown"]
    assert [one.data["id"] for one in lost] == [str(begun.use.id)]
    assert weather.asked == []
