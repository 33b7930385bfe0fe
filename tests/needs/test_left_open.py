"""What a model hears in messages that the built-in reading left open."""

from functools import partial
from typing import Any

from acceptance.life import WARSAW, Life, born
from peers.scripted import Asked, ScriptedModels, scripted

from exoskull.database.pool import Database
from exoskull.language.model import Language
from exoskull.needs import service
from exoskull.needs.left_open import FoundNeeds, faults, left_open, taken
from exoskull.needs.model import Family, State
from exoskull.needs.tally import Said

OPEN = (
    "te stawy po schodach odzywają się coraz mocniej",
    "schody rano to była katastrofa, stawy odmówiły współpracy",
    "kolejny dzień, w którym stawy rządzą wszystkim",
)


def joints(confidence: float = 0.9, **more: Any) -> dict[str, Any]:
    one = {
        "messages": ["m1"],
        "family": "open",
        "label": "stawy",
        "act": "complaint",
        "confidence": confidence,
    }
    return {"needs": [one | more]}


async def alive(database: Database, answer: Any) -> tuple[Life, ScriptedModels]:
    life = await born(database, models=partial(scripted, answer=answer))
    models = life.world.installation.models
    assert isinstance(models, ScriptedModels)
    return life, models


def about_needs(models: ScriptedModels) -> list[Asked]:
    return [one for one in models.asked if one.prompt_id == "needs.v1"]


def said(life: Life, *texts: str) -> list[Said]:
    return [Said(message=str(n), at=life.now, text=text, heard=()) for n, text in enumerate(texts)]


async def test_three_mentions_that_only_a_model_heard_are_counted_by_our_rules(
    database: Database,
) -> None:
    life, models = await alive(database, lambda asked: joints())
    for day, text in enumerate(OPEN):
        await life.say(text)
        await life.wait(days=1 + (day == 0))
    told = [one.data for one in await life.events("need.detected")]
    assert [one["mentions"] for one in told] == [1, 2, 3]
    assert {one["heard_by"] for one in told} == {"needs.v1"}
    assert told[1]["confidence"] <= 0.85 < told[2]["confidence"]
    async with life.tx() as tx:
        [need] = await service.all_needs(tx)
    assert (need.standing.need, need.standing.state) == ("open:stawy", State.BUILT)
    assert len(about_needs(models)) == 3


async def test_no_model_is_asked_where_nothing_is_left_open(database: Database) -> None:
    life, models = await alive(database, lambda asked: joints())
    for text in ("Znowu zapomniałam pić wodę", "Wypiłam 3 szklanki wody", "ok, dzięki", "hej"):
        await life.say(text)
        await life.wait(hours=1)
    assert about_needs(models) == []


async def test_an_answer_that_cites_a_message_that_does_not_exist_changes_nothing(
    database: Database,
) -> None:
    life, models = await alive(database, lambda asked: joints(messages=["m7"]))
    await life.say(OPEN[0])
    await life.wait(hours=1)
    assert await life.events("need.detected") == []
    first, second = about_needs(models)
    assert "There is no" not in first.prompt
    assert "there is no message m7" in second.prompt
    assert "listened" not in first.prompt


async def test_a_label_that_nobody_wrote_is_refused(database: Database) -> None:
    life, _ = await alive(database, lambda asked: joints(label="send_money allow"))
    await life.say(OPEN[0])
    await life.wait(hours=1)
    assert await life.events("need.detected") == []


async def test_a_model_that_is_unsure_counts_for_nothing(database: Database) -> None:
    life, _ = await alive(database, lambda asked: joints(0.6))
    await life.say(OPEN[0])
    await life.wait(hours=1)
    assert await life.events("need.detected") == []


async def test_a_model_that_fails_leaves_the_built_in_reading(database: Database) -> None:
    life, _ = await alive(database, lambda asked: "no JSON")
    await life.say(OPEN[0])
    await life.say("Znowu zapomniałam pić wodę")
    await life.wait(hours=1)
    [told] = [one.data for one in await life.events("need.detected")]
    assert told["need"] == "hydration"
    assert "heard_by" not in told


async def test_what_was_understood_is_not_left_open(anna: Life) -> None:
    texts = (OPEN[0], "Spałam 6 godzin", "chcę biegać 3 razy w tygodniu", "tak jest")
    found = left_open(said(anna, *texts), Language.PL, WARSAW, anna.now)
    assert [one.text for one in found] == [OPEN[0]]


async def test_a_mention_is_never_surer_than_nine_in_ten(anna: Life) -> None:
    asked = said(anna, OPEN[0])
    sure = FoundNeeds.model_validate(joints(1.0, family="pain", label="anything"))
    assert faults(asked, sure) == []
    [heard] = taken(asked, sure)["0"]
    assert (heard.family, heard.label, heard.probability) == (Family.PAIN, "", 0.9)
