"""The life of a skill: run and logged, revoked where it fails, put away, verified again, rolled
back."""

from collections.abc import Sequence
from typing import Any

import pytest
from skills.scene_of_skills import Scene

from exoskull.database.pool import Database
from exoskull.kit.errors import Conflict, InvalidInput
from exoskull.onboarding.service import create_tenant
from exoskull.skills import exchange, lifecycle, service, store
from exoskull.skills.hosts import TenantReader
from exoskull.skills.owned import (
    CANARY_LEAST,
    Caller,
    Skill,
    SkillKind,
    SkillRun,
    SkillState,
    is_failing,
)
from exoskull.tenants.service import current

FRAGILE = """---
name: fragile
description: Fails where it is told to.
parameters:
  type: object
  properties: {fail: {type: boolean}}
  additionalProperties: false
capabilities: []
examples:
- input: {}
  output: {text: fine}
---

```python
def run(input):
    if input.get("fail"):
        raise ValueError("as told")
    return {"text": "fine"}
```
"""
WRITES = """---
name: writes
description: Logs a glass and makes a task, and tells of it.
parameters: {type: object, additionalProperties: false}
capabilities: ["write:measures", "write:tasks", notify]
examples:
- input: {}
  output: {text: done}
  effects:
  - {call: record, args: {metric: water_glasses, value: 2, unit: glass}}
  - {call: create_task, args: {title: Drink, due: null}}
  - {call: notify, args: {text: Have a glass}}
---

```python
def run(input):
    record("water_glasses", 2, "glass")
    create_task("Drink", None)
    notify("Have a glass")
    return {"text": "done"}
```
"""
WORDS = """---
name: tidy-desk
description: How to tidy a desk.
license: MIT
---

Take everything off. Put back what is needed.
"""


async def call(scene: Scene, skill: Skill, value: dict[str, Any] | None = None) -> Any:
    async with scene.life.tx() as tx:
        return await service.call(
            tx,
            scene.sandbox,
            await service.get(tx, skill.id),
            value or {},
            caller=Caller.WEB,
            at=scene.at,
            means=scene.means,
            trace=scene.trace(),
        )


async def runs(scene: Scene, skill: Skill) -> list[SkillRun]:
    async with scene.life.tx() as tx:
        return await service.runs(tx, skill, limit=100)


async def test_a_run_is_logged_with_its_calls_and_time(scene: Scene) -> None:
    await scene.life.measure("spending_pln", 40)
    skill = await scene.active("total", metric="spending_pln")
    called = await call(scene, skill)
    assert called.text is not None
    assert called.text.startswith("Wydatki: razem 40 zł")
    (logged,) = await runs(scene, skill)
    assert logged.calls == {"measures": 1, "today": 1}
    assert (logged.error, logged.caller) == (None, Caller.WEB)
    assert logged.took_us > 0


async def test_a_skill_reads_its_own_person_only(scene: Scene, database: Database) -> None:
    await scene.life.measure("mood", 3)
    other = await create_tenant(
        database,
        at=scene.at,
        ids=scene.means.ids,
        name="piotr",
        language="pl",
        timezone="Europe/Warsaw",
    )
    async with database.transaction(other.tenant_id) as tx:
        reader = TenantReader(tx, await current(tx), scene.at)
        assert await reader.measures("mood", 30) == []
        assert await service.everything(tx) == []
    skill = await scene.active("mean", metric="mood")
    assert (await call(scene, skill)).run.output["mean"] == 3.0


async def test_an_input_that_does_not_fit_runs_nothing(scene: Scene) -> None:
    skill = await scene.active("total", metric="mood")
    with pytest.raises(InvalidInput) as found:
        await call(scene, skill, {"days": 0})
    assert found.value.key == "skill.wrong_input"
    assert await runs(scene, skill) == []


async def test_one_that_keeps_failing_is_switched_off_and_the_person_told(scene: Scene) -> None:
    skill = await scene.bring_in(FRAGILE)
    for _ in range(7):
        await call(scene, skill)
    for number in range(4):
        assert (await scene.get(skill)).state is SkillState.ACTIVE, number
        await call(scene, skill, {"fail": True})
    ended = await scene.get(skill)
    assert (ended.state, ended.ended_because) == (SkillState.REVOKED, "failing")
    (told,) = await scene.events("skill.revoked")
    assert told["by"] == "loop"
    await scene.life.wait(hours=1)
    sent = [one["symptom"] for one in await scene.events("intervention.sent")]
    assert "skill_notice" in sent
    with pytest.raises(Conflict):
        await call(scene, skill)


@pytest.mark.parametrize(
    ("errors", "of", "failing"),
    [(10, 10, False), (4, 11, True), (3, 11, False), (15, 50, False), (16, 50, True)],
)
def test_more_than_thirty_per_cent_of_more_than_ten(errors: int, of: int, failing: bool) -> None:
    assert CANARY_LEAST == 10
    assert is_failing(made(errors, of)) is failing


def made(errors: int, of: int) -> list[Any]:
    class Run:
        def __init__(self, error: str | None) -> None:
            self.error = error

    return [Run("raised" if number < errors else None) for number in range(of)]


async def test_effects_go_through_the_grants_and_a_refusal_is_visible(scene: Scene) -> None:
    skill = await scene.bring_in(WRITES)
    assert skill.state is SkillState.AWAITING
    async with scene.life.tx() as tx:
        await service.approve(tx, skill, yes=True, by="web", at=scene.at)
    await scene.life.grant("create_task:skill", "deny")
    called = await call(scene, skill)
    states = {one["call"]: one["state"] for one in called.run.effects}
    assert states == {"record": "done", "create_task": "refused", "notify": "planned"}
    logged = [one.metric for one in await scene.life.measures()]
    assert logged == ["water_glasses"]
    assert len(await scene.events("grant.refused")) == 1
    assert await scene.events("task.created") == []


async def test_a_run_that_fails_leaves_nothing(scene: Scene) -> None:
    file = WRITES.replace('    return {"text": "done"}', '    return {"text": "done"} if 1 else x')
    fails = file.replace(
        "parameters: {type: object, additionalProperties: false}",
        "parameters: {type: object, properties: {n: {type: integer}}}",
    )
    fails = fails.replace(
        'return {"text": "done"} if 1 else x',
        'return {"text": "done", "n": 1 // input.get("n", 1)} if "n" in input'
        ' else {"text": "done"}',
    )
    skill = await scene.bring_in(fails)
    async with scene.life.tx() as tx:
        await service.approve(tx, skill, yes=True, by="web", at=scene.at)
    called = await call(scene, skill, {"n": 0})
    assert called.error == "raised"
    assert called.run.effects == []
    assert await scene.life.measures() == []


async def test_one_unused_for_thirty_days_is_put_away_and_can_be_had_back(scene: Scene) -> None:
    skill = await scene.active("streak", metric="runs")
    await scene.life.wait(days=31)
    assert (await scene.get(skill)).state is SkillState.ARCHIVED
    async with scene.life.tx() as tx:
        back = await lifecycle.restore(tx, await service.get(tx, skill.id), at=scene.at, by="web")
    assert back.state is SkillState.ACTIVE


async def test_each_is_verified_again_where_the_sandbox_has_changed(scene: Scene) -> None:
    good = await scene.bring_in(FRAGILE)
    bad = await scene.bring_in(FRAGILE.replace("name: fragile", "name: wrong"))
    async with scene.life.tx() as tx:
        await tx.execute("update skill_versions set verified_with = 'an older one'")
        await tx.execute(
            "update skill_versions set file = replace(file, 'output: {text: fine}', "
            "'output: {text: other}') where skill_id = %(id)s",
            id=bad.id,
        )
    await scene.life.wait(days=1)
    assert (await scene.get(good)).state is SkillState.ACTIVE
    ended = await scene.get(bad)
    assert (ended.state, ended.ended_because) == (SkillState.REVOKED, "not_verified")


async def test_versions_differ_and_are_rolled_back_to(scene: Scene) -> None:
    first = await scene.bring_in(FRAGILE)
    second = await scene.bring_in(FRAGILE.replace('"fine"', '"good"').replace("fine", "good"))
    assert (second.id, second.version) == (first.id, 2)
    async with scene.life.tx() as tx:
        newest, oldest = await store.versions(tx, first.id)
        lines = exchange.difference(oldest, newest)
        assert '+    return {"text": "good"}' in lines
        back = await exchange.rollback(tx, second, 1, at=scene.at, by="web", means=scene.means)
    assert (back.version, back.state) == (3, SkillState.ACTIVE)
    assert (await call(scene, back)).text == "fine"


async def test_the_same_file_again_changes_nothing(scene: Scene) -> None:
    first = await scene.bring_in(FRAGILE)
    again = await scene.bring_in(FRAGILE)
    assert (again.id, again.version) == (first.id, 1)


async def test_words_without_code_wait_for_a_yes_and_never_run(scene: Scene) -> None:
    skill = await scene.bring_in(WORDS)
    assert (skill.kind, skill.state) == (SkillKind.INSTRUCTION, SkillState.AWAITING)
    async with scene.life.tx() as tx:
        skill = await service.approve(tx, skill, yes=True, by="web", at=scene.at)
    assert skill.state is SkillState.ACTIVE
    with pytest.raises(Conflict):
        await call(scene, skill)


async def test_a_file_that_is_no_skill_is_refused(scene: Scene) -> None:
    with pytest.raises(InvalidInput) as found:
        await scene.bring_in(FRAGILE.replace("def run", "def walk"))
    assert found.value.key == "skill.import_refused"
    assert await scene.skills() == []


async def test_failing_skills_are_noticed(scene: Scene) -> None:
    skill = await scene.bring_in(FRAGILE)
    for _ in range(3):
        await call(scene, skill, {"fail": True})
    async with scene.life.tx() as tx:
        (found,) = await service.trouble(tx)
    assert (found.skill.name, found.errors, found.runs) == ("fragile", 3, 3)


async def test_the_loop_is_told_what_harmless_skills_say(scene: Scene) -> None:
    await scene.life.measure("mood", 4)
    await scene.active("mean", metric="mood")
    await scene.active("over-limit", metric="mood", limit=1)
    async with scene.life.tx() as tx:
        said: Sequence[dict[str, str]] = await service.facts(
            tx, scene.sandbox, {"mood"}, at=scene.at, means=scene.means, trace=scene.trace()
        )
    assert [one["skill"] for one in said] == ["mean-mood"]
