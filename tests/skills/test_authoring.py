"""Skills that a model writes: the same checks and approvals, three tries, and who wrote them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any

from peers.scripted import Asked, ScriptedModels, scripted
from pydantic_ai.exceptions import ModelHTTPError
from skills.scene_of_skills import Scene, scene_in
from skills.test_jobs import GOOD, WARSAW

from exoskull.database.pool import Database
from exoskull.skills.owned import Result, SkillState, SuggestionStatus

READY = GOOD.replace(
    "parameters: {type: object, properties: {n: {type: number}}, required: [n]}",
    "parameters: {type: object, properties: {n: {type: number, default: 1}}}",
).replace('input["n"]', 'input.get("n", 1)')
NOTIFIES = """---
name: nudge
description: Says hello.
parameters: {type: object, properties: {}}
capabilities: [notify]
examples:
- {input: {}, output: {text: "hello"}, effects: [{call: notify, args: {text: "hello"}}]}
---

```python
def run(input):
    notify("hello")
    return {"text": "hello"}
```
"""
Answer = Callable[[Asked], Any]


@asynccontextmanager
async def writing(database: Database, answer: Answer) -> AsyncIterator[tuple[Scene, list[Asked]]]:
    """A scene with a model, and what it is asked to write."""

    def of_skills(asked: Asked) -> Any:
        return answer(asked) if asked.prompt_id == "skill.v1" else "{}"

    async with scene_in(database, models=partial(scripted, answer=of_skills)) as scene:
        models = scene.life.world.installation.models
        assert isinstance(models, ScriptedModels)
        yield scene, models.asked


def about_skills(asked: list[Asked]) -> list[Asked]:
    return [one for one in asked if one.prompt_id == "skill.v1"]


async def until_four(scene: Scene, day: int = 3) -> None:
    await scene.life.until(datetime(2026, 3, day, 4, 10, tzinfo=WARSAW))


async def test_at_four_a_model_writes_what_fits_no_template(database: Database) -> None:
    async with writing(database, lambda _: {"file": READY}) as (scene, asked):
        await scene.idea(None)
        await until_four(scene)
        (skill,) = await scene.skills()
        assert (skill.name, skill.state, skill.template) == ("twice", SkillState.ACTIVE, None)
        (idea,) = await scene.ideas()
        assert idea.result is Result.ACTIVATED
        assert idea.detail == "openai-compatible:scripted, skill.v1, 1"
        (made,) = await scene.events("skill.generated")
        assert made["written_by"] == idea.detail
        (one,) = about_skills(asked)
        assert "def measures(metric: str, days: int)" in one.instructions
        assert "a label" in one.prompt
        assert one.tools == ()


async def test_one_that_may_do_more_than_read_asks_first(database: Database) -> None:
    async with writing(database, lambda _: {"file": NOTIFIES}) as (scene, _):
        await scene.idea(None)
        await until_four(scene)
        (skill,) = await scene.skills()
        assert skill.state is SkillState.AWAITING
        assert (await scene.ideas())[0].result is Result.ASKED


async def test_faults_are_fed_back_and_three_tries_end_it(database: Database) -> None:
    async with writing(database, lambda _: {"file": "no skill at all"}) as (scene, asked):
        await scene.idea(None)
        await scene.life.wait(days=3)
        assert await scene.skills() == []
        first, second, third = about_skills(asked)
        assert "file.no_frontmatter" not in first.prompt
        assert "file.no_frontmatter" in second.prompt
        assert "file.no_frontmatter" in third.prompt
        (idea,) = await scene.ideas()
        assert (idea.status, idea.result) == (SuggestionStatus.PROCESSED, Result.INVALID)
        assert "skill.v1, 3" in (idea.detail or "")


async def test_an_idea_keeps_while_the_model_does_not_answer(database: Database) -> None:
    answers: list[Any] = [ModelHTTPError(401, "m"), {"file": READY}]
    async with writing(database, lambda _: answers.pop(0)) as (scene, _):
        await scene.idea(None)
        await until_four(scene)
        (idea,) = await scene.ideas()
        assert (idea.result, idea.detail) == (Result.NEEDS_MODEL, "unavailable")
        await until_four(scene, day=4)
        (idea,) = await scene.ideas()
        assert idea.result is Result.ACTIVATED
        assert len(await scene.events("skill.rejected")) == 1


async def test_a_name_that_is_taken_gets_a_number(database: Database) -> None:
    async with writing(database, lambda _: {"file": READY}) as (scene, _):
        await scene.bring_in(READY)
        await scene.idea(None)
        await until_four(scene)
        assert {one.name for one in await scene.skills()} == {"twice", "twice-2"}


async def test_where_a_template_fits_no_model_is_asked(database: Database) -> None:
    async with writing(database, lambda _: {"file": READY}) as (scene, asked):
        await scene.idea("streak", metric="runs")
        await until_four(scene)
        assert about_skills(asked) == []
        assert [one.name for one in await scene.skills()] == ["streak-runs"]


async def test_without_a_model_the_idea_stays_open(scene: Scene) -> None:
    await scene.idea(None)
    await until_four(scene)
    (idea,) = await scene.ideas()
    assert (idea.status, idea.result, idea.detail) == (
        SuggestionStatus.PROCESSED,
        Result.NEEDS_MODEL,
        None,
    )
