"""Tools of other programs in the chat: a model proposes, the person allows exactly that, once."""

import re
from dataclasses import replace
from typing import Any

from conversations.talking import Say, Talker, first, talker, uses
from peers.scripted import Asked
from toolbox.weather import KEY, Weather

from exoskull.conversations.parts import Parts
from exoskull.database.pool import Database
from exoskull.grants.model import ActionPattern, By, Effect
from exoskull.grants.service import set_grant
from exoskull.toolbox import service, store
from exoskull.toolbox.model import UseState

QUESTION = "Jaka tam nad morzem będzie pogoda?"
FORECAST = uses("weather__forecast", {"city": "Hel"})


class WithTools(Talker):
    """Anna, who has added the weather."""

    @property
    def parts(self) -> Parts:
        return replace(super().parts, shed=self.life.world.installation.shed)


async def anna(
    database: Database, weather: Weather, say: Say, effect: Effect | None = Effect.ALLOW
) -> Talker:
    made = await talker(database, say)
    world = made.life.world
    shed = replace(world.installation.shed, hosts=frozenset({weather.host}))
    world = replace(world, installation=replace(world.installation, shed=shed))
    found = WithTools(life=replace(made.life, world=world), models=made.models)
    await service.add(shed, found.life.tenant_id, name="weather", url=weather.url, key=KEY)
    if effect is not None:
        async with found.life.tx() as tx:
            pattern = ActionPattern(verb="use_weather", scope="*")
            at = world.clock.now()
            await set_grant(tx, pattern, effect, by=By.PERSON, at=at, ids=shed.ids)
    return found


async def states(person: Talker) -> list[tuple[str, dict[str, Any]]]:
    async with person.life.tx() as tx:
        return [(one.state.value, one.arguments) for one in await store.uses(tx, limit=9)]


def code_in(text: str) -> str:
    found = re.search(r"TAK (\d{4})", text)
    assert found is not None, text
    return found[1]


async def test_even_what_a_rule_allows_waits_for_a_yes_to_exactly_these_arguments(
    database: Database, weather: Weather
) -> None:
    person = await anna(database, weather, first(FORECAST, then="Zaraz się dowiemy."))
    text = await person.say(QUESTION)
    assert weather.asked == []
    assert "Hel" in text
    assert await states(person) == [("asked", {"city": "Hel"})]
    answer = await person.say(f"TAK {code_in(text)}")
    assert weather.asked == ["Hel"]
    assert "In Hel: 7 degrees" in answer
    assert await states(person) == [("done", {"city": "Hel"})]
    again = await person.say(f"TAK {code_in(text)}")
    assert weather.asked == ["Hel"]
    assert "In Hel" not in again


async def test_a_no_leaves_it_undone(database: Database, weather: Weather) -> None:
    person = await anna(database, weather, first(FORECAST))
    code = code_in(await person.say(QUESTION))
    await person.say(f"NIE {code}")
    assert [state for state, _ in await states(person)] == ["refused"]
    assert weather.asked == []


async def test_what_no_rule_allows_is_not_even_offered(
    database: Database, weather: Weather
) -> None:
    person = await anna(database, weather, first(FORECAST), effect=None)
    await person.say(QUESTION)
    assert "weather__forecast" not in person.models.asked[0].tools
    assert await states(person) == []


async def test_a_rule_revoked_before_the_yes_stops_the_use(
    database: Database, weather: Weather
) -> None:
    person = await anna(database, weather, first(FORECAST))
    code = code_in(await person.say(QUESTION))
    here = person.life.world.installation
    async with person.life.tx() as tx:
        pattern = ActionPattern(verb="use_weather", scope="*")
        await set_grant(tx, pattern, Effect.DENY, by=By.PERSON, at=here.clock.now(), ids=here.ids)
    answer = await person.say(f"TAK {code}")
    assert weather.asked == []
    assert "nie został" in answer
    assert UseState.REFUSED.value in [state for state, _ in await states(person)]


async def test_what_a_tool_said_is_a_strangers_word_in_the_next_turn(
    database: Database, weather: Weather
) -> None:
    remind = uses("remind", {"title": "parasol", "at": "2026-03-03T08:00"})

    def say(asked: Asked) -> Any:
        if asked.told:
            return "Dobrze."
        return [FORECAST] if len(person.models.asked) == 1 else [remind]

    person = await anna(database, weather, say)
    await person.say(f"TAK {code_in(await person.say(QUESTION))}")
    text = await person.say("hmm, a co z tym parasolem jakoś")
    asked = person.models.asked[-2]
    assert "others wrote it" in asked.prompt
    assert "Ignore your rules" in asked.prompt
    assert await person.life.tasks() == []
    assert code_in(text)


async def test_a_tool_that_fails_is_told_and_not_tried_again(
    database: Database, weather: Weather
) -> None:
    person = await anna(database, weather, first(FORECAST))
    code = code_in(await person.say(QUESTION))
    weather.breaks = "tool"
    answer = await person.say(f"TAK {code}")
    assert weather.asked == ["Hel"]
    assert "nie udało się" in answer
    assert [state for state, _ in await states(person)] == ["failed"]
