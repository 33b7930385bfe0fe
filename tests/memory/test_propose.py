"""A model proposes facts only in the person's own words, once for each message."""

from functools import partial
from typing import Any

import pytest
from acceptance.life import Life, born
from peers.scripted import Asked, ScriptedModels, scripted

from exoskull.database.pool import Database
from exoskull.llm.model import Feature
from exoskull.memory import service
from exoskull.memory.model import MadeBy

SAID = "Moja córka Zosia ma uczulenie na orzechy"
GOOD = {
    "message": "m1",
    "quote": "Zosia ma uczulenie na orzechy",
    "fact": "Córka Zosia ma uczulenie na orzechy.",
    "kind": "people",
    "confidence": 0.95,
}


async def living(database: Database, *facts: dict[str, Any]) -> tuple[Life, ScriptedModels]:
    def answer(asked: Asked) -> Any:
        return {"facts": list(facts)} if asked.feature is Feature.MEMORY else "{}"

    life = await born(database, models=partial(scripted, answer=answer))
    models = life.world.installation.models
    assert isinstance(models, ScriptedModels)
    return life, models


def asked(models: ScriptedModels) -> list[Asked]:
    return [one for one in models.asked if one.feature is Feature.MEMORY]


async def test_a_fact_is_remembered_with_its_words_once_the_talk_is_over(
    database: Database,
) -> None:
    anna, models = await living(database, GOOD)
    turn = await anna.turn(SAID)
    await anna.wait(hours=1)
    async with anna.tx() as tx:
        (fact,) = await service.facts(tx)
    assert (fact.text, fact.quote) == (GOOD["fact"], GOOD["quote"])
    assert (fact.made_by, fact.confidence) == (MadeBy.MODEL, 0.9)
    assert fact.message_id == turn.message.id
    assert len(asked(models)) == 1


async def test_a_message_is_read_once_and_silence_costs_nothing(database: Database) -> None:
    anna, models = await living(database)
    await anna.say(SAID)
    await anna.wait(hours=6)
    assert len(asked(models)) == 1


@pytest.mark.parametrize(
    "said",
    ["wypiłam 2 szklanki wody", "zapamiętaj, że nie jem glutenu", "ok", "> cudze słowa są tu"],
)
async def test_what_the_built_in_reading_closed_is_not_asked_about(
    database: Database, said: str
) -> None:
    anna, models = await living(database)
    await anna.say(said)
    await anna.wait(hours=1)
    assert asked(models) == []


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Zosia nie ma żadnych uczuleń"},
        {"message": "m7"},
        {"kind": "password"},
        {"fact": "x" * 500},
    ],
    ids=["invented words", "no such message", "no such kind", "too long"],
)
async def test_an_invented_fact_is_not_remembered(
    database: Database, change: dict[str, Any]
) -> None:
    anna, models = await living(database, GOOD | change)
    await anna.say(SAID)
    await anna.wait(hours=1)
    async with anna.tx() as tx:
        assert await service.facts(tx) == []
    assert len(asked(models)) == 2
    assert [
        one.data["why"]
        for one in await anna.events("model.declined")
        if one.data["feature"] == "memory"
    ] == ["invalid"]


async def test_pasted_words_are_no_source(database: Database) -> None:
    anna, _ = await living(database, GOOD | {"quote": "Anna ma hasło tajne"})
    await anna.say(f"{SAID}\n> Anna ma hasło tajne")
    await anna.wait(hours=1)
    async with anna.tx() as tx:
        assert await service.facts(tx) == []
