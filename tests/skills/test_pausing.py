"""A run that waits for the person's word: asked once, by a code; gone on from, or let go."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from skills.files import front, skill
from skills.scene_of_skills import Scene

from exoskull.conversations.model import Via
from exoskull.grants.model import Action
from exoskull.interventions import approvals
from exoskull.kit.errors import Conflict, NotFound
from exoskull.sandbox.seal import Seal
from exoskull.skills import lifecycle, pausing, service
from exoskull.skills.owned import Caller, Skill, SkillState
from exoskull.skills.store import runs
from exoskull.tasks import service as tasks

PHONE = "+48600100200"
CODE = """
def run(input):
    create_task("Podlać kwiaty", None)
    record("water_l", 0.5, "l")
    notify("Kwiaty czekają")
    return {"text": "zrobione"}
"""
ABLE = "write:tasks, write:measures, notify"
HEAD = front("plants", "Waters the plants.", capabilities=ABLE).replace(
    "    output: 1",
    "    output: {text: zrobione}\n"
    "    effects:\n"
    "      - {call: create_task, args: {title: Podlać kwiaty, due: null}}\n"
    "      - {call: record, args: {metric: water_l, value: 0.5, unit: l}}\n"
    "      - {call: notify, args: {text: Kwiaty czekają}}",
)


async def at_work(scene: Scene, *asks: str) -> Skill:
    """A skill with three effects, at work; the grants ask about `asks`."""
    made = await scene.bring_in(skill(CODE, HEAD).decode())
    async with scene.life.tx() as tx:
        made = await service.approve(tx, made, yes=True, by="web", at=scene.at)
    for pattern in asks:
        await scene.life.grant(pattern, "ask")
    return made


async def called(scene: Scene, made: Skill) -> list[str]:
    """Run it; what has become of its effects."""
    async with scene.life.tx() as tx:
        done = await service.call(
            tx, scene.sandbox, await service.get(tx, made.id), {},
            caller=Caller.API, at=scene.at, means=scene.means, trace=scene.trace(),
        )  # fmt: skip
    return [one["state"] for one in done.run.effects]


async def states(scene: Scene, made: Skill) -> list[str]:
    async with scene.life.tx() as tx:
        (run, *_) = await runs(tx, made.id, limit=1)
    return [one["state"] for one in run.effects]


async def code_of(scene: Scene) -> str:
    return (await scene.events("skill.paused"))[-1]["code"]


async def titles(scene: Scene) -> list[str]:
    async with scene.life.tx() as tx:
        return [one.title for one in await tasks.open_tasks(tx)]


async def test_an_effect_that_the_rules_ask_about_waits_with_all_behind_it(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    assert await called(scene, made) == ["asked", "waiting", "waiting"]
    assert await titles(scene) == []
    (told,) = await scene.events("skill.paused")
    assert told["action"] == "create_task:skill"
    assert "Podlać kwiaty" in told["what"]
    await scene.life.wait(hours=1)
    sent = [one for one in await scene.events("intervention.sent")
            if one["symptom"] == "skill_question" and "plants" in one["text"]]  # fmt: skip
    assert [one["channel"] for one in sent] == ["sms"]
    assert f"TAK {told['code']}" in sent[0]["text"]


@pytest.mark.parametrize("via", [Via.SMS, Via.WEB])
async def test_at_a_yes_with_the_code_the_run_goes_on(scene: Scene, via: Via) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    sender = PHONE if via is Via.SMS else None
    said = await scene.say(f"TAK {await code_of(scene)}", via=via, sender=sender)
    assert said.startswith("Zrobione przez umiejętność „plants”: zadanie „Podlać kwiaty”")
    assert await titles(scene) == ["Podlać kwiaty"]
    assert await states(scene, made) == ["done", "done", "planned"]
    (resumed,) = await scene.events("skill.resumed")
    assert [one["state"] for one in resumed["effects"]] == ["done", "done", "planned"]


@pytest.mark.parametrize("answer", ["NIE {code}", "NIE"])
async def test_at_a_no_nothing_of_the_rest_is_done(scene: Scene, answer: str) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    said = await scene.say(answer.format(code=await code_of(scene)), via=Via.SMS, sender=PHONE)
    assert said == "Dobrze, umiejętność „plants” tego nie zrobi."
    assert await titles(scene) == []
    assert await states(scene, made) == ["refused"] * 3
    assert await scene.events("measure.logged") == []


async def test_what_is_asked_next_has_a_code_of_its_own(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*", "log_health:*")
    await called(scene, made)
    first = await code_of(scene)
    said = await scene.say(f"TAK {first}")
    assert said.endswith("O kolejną rzecz pytam osobno.")
    assert await states(scene, made) == ["done", "asked", "waiting"]
    await scene.say(f"TAK {first}")
    assert await states(scene, made) == ["done", "asked", "waiting"]
    await scene.life.wait(hours=1)
    newest = [
        one["text"] for one in await scene.events("intervention.sent") if "„plants”" in one["text"]
    ]
    (second,) = re.findall(r"TAK (\d{4})", newest[-1])
    await scene.say(f"TAK {second}")
    assert await states(scene, made) == ["done", "done", "planned"]
    assert await titles(scene) == ["Podlać kwiaty"]


async def test_a_code_counts_once(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    code = await code_of(scene)
    await scene.say(f"TAK {code}")
    await scene.say(f"TAK {code}")
    assert await titles(scene) == ["Podlać kwiaty"]
    assert len(await scene.events("skill.resumed")) == 1


async def test_a_strangers_yes_changes_nothing(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    assert await scene.say(f"TAK {await code_of(scene)}", via=Via.SMS, sender="+48999888777") == ""
    assert await states(scene, made) == ["asked", "waiting", "waiting"]


async def test_after_a_day_of_silence_it_is_let_go(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    code = await code_of(scene)
    await scene.life.wait(hours=25)
    assert await states(scene, made) == ["refused"] * 3
    (gone,) = await scene.events("skill.let_go")
    assert gone["why_not"] == "not_approved_in_time"
    await scene.say(f"TAK {code}")
    assert await titles(scene) == []


async def test_the_same_is_not_asked_twice(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    assert await called(scene, made) == ["asked_before"] * 3
    assert len(await scene.events("skill.paused")) == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("state", "replace(state, 'Podlać kwiaty', 'Oddać wszystko')"),
        ("state", "replace(state, '\"next\":0', '\"next\":1')"),
        ("version", "2"),
        ("run_id", "gen_random_uuid()"),
        ("expires_at", "expires_at + interval '9 days'"),
        ("mark", "repeat('0', 64)"),
        ("mark", "''"),
    ],
)
async def test_what_was_changed_while_it_waited_is_not_gone_on_from(
    scene: Scene, column: str, value: str
) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    async with scene.life.tx() as tx:
        await tx.execute(f"update skill_pauses set {column} = {value}")  # type: ignore[arg-type]
    said = await scene.say(f"TAK {await code_of(scene)}")
    assert "Zrobione" not in said
    assert await titles(scene) == []
    assert await scene.events("skill.resumed") == []


async def test_another_installations_seal_holds_nothing_here(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    async with scene.life.tx() as tx:
        (question,) = await approvals.open_questions(tx, scene.at)
        with pytest.raises(Conflict):
            await pausing.answer(
                tx, Seal(lambda: b"another key"), question,
                yes=True, by="web", at=scene.at, means=scene.means,
            )  # fmt: skip


async def test_a_skill_that_has_changed_does_not_go_on_with_what_it_wanted_before(
    scene: Scene,
) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    code = await code_of(scene)
    changed = await scene.bring_in(skill(CODE, HEAD.replace("Waters", "Minds")).decode())
    assert changed.version == 2
    assert await states(scene, made) == ["refused"] * 3
    await scene.say(f"TAK {code}")
    assert await titles(scene) == []


async def test_a_skill_that_was_switched_off_does_not_go_on(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    async with scene.life.tx() as tx:
        await service.revoke(tx, await service.get(tx, made.id), at=scene.at, by="web")
    assert (await scene.get(made)).state is SkillState.REVOKED
    await scene.say(f"TAK {await code_of(scene)}")
    assert await titles(scene) == []


async def test_a_question_of_the_past_answers_nothing(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    async with scene.life.tx() as tx:
        (question,) = await approvals.open_questions(tx, scene.at)
        late = scene.at + timedelta(hours=24)
        with pytest.raises(NotFound):
            await pausing.answer(
                tx, scene.sandbox.seal, question, yes=True, by="web", at=late, means=scene.means
            )
        other = replace(question, content_hash="0" * 64)
        with pytest.raises(Conflict):
            await pausing.answer(
                tx, scene.sandbox.seal, other, yes=True, by="web", at=scene.at, means=scene.means
            )
        nothing = replace(question, subject_id=UUID(int=7))
        with pytest.raises(NotFound):
            await lifecycle.answer(tx, nothing, yes=True, by="web", at=scene.at)


async def test_where_a_rule_says_no_meanwhile_a_yes_does_not_do_it(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    await called(scene, made)
    await scene.life.grant("create_task:*", "deny")
    said = await scene.say(f"TAK {await code_of(scene)}")
    assert await titles(scene) == []
    assert "zadanie" not in said
    assert (await states(scene, made))[0] == "refused"


async def test_a_yes_counts_towards_a_lasting_rule(scene: Scene) -> None:
    made = await at_work(scene, "create_task:*")
    for _ in range(5):
        await called(scene, made)
        await scene.say(f"TAK {await code_of(scene)}")
    await scene.life.wait(days=1)
    (proposed,) = await scene.events("grant.proposed")
    assert proposed["pattern"] == str(Action(verb="create_task", scope="skill"))


def parts() -> list[tuple[str, ...]]:
    return [("a", "bc"), ("ab", "c"), ("abc",), ("a", "b", "c"), ("", "abc"), ("abc", "")]


def test_a_mark_is_of_these_parts_in_this_order() -> None:
    seal: Any = Seal(lambda: b"key")
    marks = [seal.mark(*one) for one in parts()]
    assert len(set(marks)) == len(marks)
    assert all(seal.holds(mark, *one) for mark, one in zip(marks, parts(), strict=True))
    assert not any(Seal(lambda: b"yek").holds(marks[0], *one) for one in parts())
