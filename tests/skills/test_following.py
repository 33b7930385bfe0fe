"""Instructions: followed by a model without tools, once the person said yes to exactly them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from peers.scripted import Asked, ScriptedModels, scripted
from pydantic_ai.exceptions import ModelHTTPError
from serving.served import AT, serving
from skills.scene_of_skills import Scene, scene_in

from exoskull.database.pool import Database
from exoskull.kit.errors import Conflict
from exoskull.onboarding.service import create_tenant
from exoskull.skills import following, service
from exoskull.skills.owned import Caller, Skill, SkillState
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

COACH = """---
name: week-coach
description: Looks at the week and names one thing to be proud of.
---

Look at the measures of the last week. Name one thing to be proud of, in two sentences.
"""


@asynccontextmanager
async def coached(database: Database, answer: Any) -> AsyncIterator[tuple[Scene, list[Asked]]]:
    def of_instructions(asked: Asked) -> Any:
        return answer if asked.prompt_id == "instruction.v1" else "{}"

    async with scene_in(database, models=partial(scripted, answer=of_instructions)) as scene:
        models = scene.life.world.installation.models
        assert isinstance(models, ScriptedModels)
        yield scene, models.asked


async def approved(scene: Scene) -> Skill:
    skill = await scene.bring_in(COACH)
    assert skill.state is SkillState.AWAITING
    async with scene.life.tx() as tx:
        return await service.approve(tx, skill, yes=True, by="web", at=scene.at)


async def follow(scene: Scene, skill: Skill, said: str = "") -> Any:
    here = scene.life.world.installation
    return await following.follow(here, scene.life.tenant_id, skill.id, said, caller=Caller.CHAT)


async def test_it_reads_the_persons_rows_and_says_that_a_model_wrote(database: Database) -> None:
    answer = {"text": "You ran twice. See https://evil.example now"}
    async with coached(database, answer) as (scene, asked):
        skill = await approved(scene)
        await scene.life.measure("runs", 2)
        called = await follow(scene, skill, "how was it?")
        assert called.text == "Napisał model: You ran twice. See [link] now"
        (one,) = [each for each in asked if each.prompt_id == "instruction.v1"]
        assert "runs 2" in one.prompt
        assert "how was it?" in one.prompt
        assert "one thing to be proud of, in two sentences" in one.instructions
        assert one.tools == ()
        (used,) = await scene.events("skill.used")
        assert used["written_by"] == "openai-compatible:scripted, instruction.v1"
        async with scene.life.tx() as tx:
            (run,) = await service.runs(tx, skill)
        assert (run.effects, run.error) == ([], None)


async def test_before_a_yes_it_is_not_followed(database: Database) -> None:
    async with coached(database, {"text": "x"}) as (scene, asked):
        skill = await scene.bring_in(COACH)
        with pytest.raises(Conflict):
            await follow(scene, skill)
        assert asked == []


async def test_a_model_that_does_not_answer_is_told_of_in_one_line(database: Database) -> None:
    async with coached(database, ModelHTTPError(401, "m")) as (scene, _):
        called = await follow(scene, await approved(scene))
        assert (called.text, called.error) == (None, "skill.model_declined")
        (failed,) = await scene.events("skill.failed")
        assert failed["why_not"] == "skill.model_declined"


async def test_without_a_model_it_says_what_is_missing(scene: Scene) -> None:
    called = await follow(scene, await approved(scene))
    assert called.error == "skill.needs_model"


async def test_code_is_not_followed(scene: Scene) -> None:
    skill = await scene.active("streak", metric="runs")
    with pytest.raises(Conflict):
        await follow(scene, skill)


async def test_it_is_followed_from_its_page_and_over_http(
    database: Database, tmp_path: Path
) -> None:
    async with serving(database, tmp_path) as web:
        answer = {"text": "Well done."}
        here = web.installation
        web.app.state.models = scripted(database, here.clock, here.ids, answer=lambda _: answer)
        tenant = await create_tenant(
            database, at=AT, ids=here.ids, name="Ann", language="en", timezone="Europe/London"
        )
        kinds = (Credential.API, Credential.LOGIN_LINK)
        token, link = [
            await give_credential(database, tenant.tenant_id, kind, at=AT, ids=here.ids)
            for kind in kinds
        ]
        api = web.client(headers={"Authorization": f"Bearer {token}"})
        browser = web.client(follow_redirects=True, headers={"Origin": web.url})
        await browser.post("/login", data={"token": link})
        made = (await api.post("/api/v1/skills", json={"file": COACH})).json()
        place = f"/skills/{made['id']}"
        early = await api.post(f"/api/v1{place}/follow", json={})
        assert early.status_code == 409
        assert f'action="{place}/follow"' not in (await browser.get(place)).text
        await api.post(f"/api/v1{place}/answer", json={"yes": True})
        called = (await api.post(f"/api/v1{place}/follow", json={"said": "hi"})).json()
        assert called["text"] == "Written by a model: Well done."
        assert f'action="{place}/follow"' in (await browser.get(place)).text
        page = await browser.post(f"{place}/follow", data={"said": "and now?"})
        assert page.text.count("Written by a model: Well done.") == 2
