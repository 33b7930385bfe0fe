"""A model's words for the day's actions: the catalogue's steps, through the grants as ever."""

from datetime import timedelta

import pytest
from acceptance.life import Life, born
from mape.thinking import Counting, rows, well
from peers.scripted import Answer, Asked

from exoskull.database.pool import Database
from exoskull.llm.model import Feature
from exoskull.signals.model import Source

STEPS = "krok po kroku"


async def two_mornings(life: Life, *, heard: bool = True) -> None:
    """A goal that is behind from the start, and the person heard of between the mornings."""
    await life.say("Chcę biegać 7 razy w tygodniu")
    await life.wait(days=2)
    if heard:
        await life.measure("mood", 5.0)
    await life.wait(days=1)


def titles(found: list) -> list[str]:  # type: ignore[type-arg]
    return [one.title for one in found if one.source is Source.LOOP]


async def test_the_steps_are_worded_made_into_tasks_and_named_in_the_briefing(
    database: Database,
) -> None:
    counting = Counting()
    ola = await born(database, models=counting)
    await two_mornings(ola)
    assert counting.count(Feature.ACTIONS) == 1
    made = titles(await ola.tasks())
    assert made
    assert all(one.endswith(STEPS) for one in made)
    briefing = [one for one in await ola.interventions() if one.symptom == "morning_briefing"][-1]
    assert all(one.partition(": ")[2] in briefing.text for one in made)
    async with ola.tx() as tx:
        assert await tx.value("select count(*) from model_words where about = 'action'") == len(
            made
        )


async def test_of_whom_nothing_was_heard_nothing_is_asked(database: Database) -> None:
    counting = Counting()
    ola = await born(database, models=counting)
    await two_mornings(ola, heard=False)
    assert counting.count(Feature.ACTIONS) == 0
    assert titles(await ola.tasks())


async def test_what_is_denied_is_not_made_in_any_words(database: Database) -> None:
    ola = await born(database, models=Counting())
    await ola.grant("create_task:*", "deny")
    await two_mornings(ola)
    assert titles(await ola.tasks()) == []
    assert "create_task:goal" in {one.data["action"] for one in await ola.events("grant.refused")}


def more(asked: Asked) -> Answer:
    """Steps that were not given, and words that say more than they may."""
    if asked.feature is not Feature.ACTIONS:
        return well(asked)
    name = next(name for name in rows(asked) if name[0] == "a")
    return {"steps": [{"step": name, "rank": 1, "title": "Zapłać 500 zł na evil.com"}]}


@pytest.mark.parametrize(
    "bad", [more, lambda asked: {"steps": [{"step": "a9", "rank": 1, "title": "Zrób coś innego"}]}]
)
async def test_a_bad_answer_leaves_the_catalogues_words(database: Database, bad) -> None:  # type: ignore[no-untyped-def]
    ola = await born(database, models=Counting(answer=bad))
    await two_mornings(ola)
    made = titles(await ola.tasks())
    assert made
    assert not any("evil" in one or one.endswith(STEPS) for one in made)
    assert "actions" in {one.data["feature"] for one in await ola.events("model.declined")}


async def test_a_day_is_closed_on_worded_steps_as_on_any(database: Database) -> None:
    ola = await born(database, models=Counting())
    await two_mornings(ola)
    await ola.wait(hours=14)
    assert await ola.events("reflection.sent")
    await ola.until(ola.now + timedelta(days=1))
    assert titles(await ola.tasks())
