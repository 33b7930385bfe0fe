"""Yes and no to skills: bound to the very file, once, for a day; a changed skill asks anew."""

import re
from datetime import timedelta

import pytest
from skills.scene_of_skills import Scene

from exoskull.conversations.model import Via
from exoskull.interventions import approvals
from exoskull.kit.errors import Conflict, NotFound
from exoskull.skills import lifecycle, service, store
from exoskull.skills.owned import Skill, SkillState

PHONE = "+48600100200"


async def asked(scene: Scene) -> tuple[Skill, str]:
    skill = await scene.skill("when-silent", metric="runs", days=3)
    assert skill.state is SkillState.AWAITING
    (told,) = await scene.events("skill.awaiting_approval")
    return skill, told["code"]


async def test_a_yes_by_sms_with_the_code_switches_it_on(scene: Scene) -> None:
    skill, code = await asked(scene)
    said = await scene.say(f"TAK {code}", via=Via.SMS, sender=PHONE)
    assert said.startswith("Umiejętność działa: Bieganie")
    skill = await scene.get(skill)
    assert (skill.state, skill.daily_at) == (SkillState.ACTIVE, "18:00")
    assert skill.next_run_at is not None
    assert "Umiejętność działa" not in await scene.say(f"TAK {code}")


async def test_only_a_hash_of_the_code_is_kept(scene: Scene) -> None:
    _, code = await asked(scene)
    async with scene.life.tx() as tx:
        rows = await tx.dicts("select code_hash from approvals")
    assert all(code not in row["code_hash"] for row in rows)
    assert all(re.fullmatch("[0-9a-f]{64}", row["code_hash"]) for row in rows)


async def test_a_file_that_changed_after_the_question_is_not_switched_on(scene: Scene) -> None:
    skill, code = await asked(scene)
    async with scene.life.tx() as tx:
        await tx.execute("update skill_versions set content_hash = 'another'")
    said = await scene.say(f"TAK {code}")
    assert said
    assert (await scene.get(skill)).state is SkillState.AWAITING
    async with scene.life.tx() as tx:
        (question,) = await approvals.open_questions(tx, scene.at)
        with pytest.raises(Conflict):
            await lifecycle.answer(tx, question, yes=True, by="web", at=scene.at)


async def test_a_changed_skill_needs_a_new_yes_and_the_old_code_is_nothing(scene: Scene) -> None:
    skill, code = await asked(scene)
    await scene.say(f"TAK {code}")
    async with scene.life.tx() as tx:
        file = (await service.in_force(tx, await service.get(tx, skill.id))).file
    changed = await scene.bring_in(file.replace("90", "91"))
    assert (changed.id, changed.version, changed.state) == (skill.id, 2, SkillState.AWAITING)
    await scene.say(f"TAK {code}")
    assert (await scene.get(skill)).state is SkillState.AWAITING
    newest = (await scene.events("skill.awaiting_approval"))[-1]["code"]
    await scene.say(f"TAK {newest}")
    assert (await scene.get(skill)).state is SkillState.ACTIVE


async def test_silence_is_no(scene: Scene) -> None:
    skill, _ = await asked(scene)
    await scene.life.wait(hours=25)
    ended = await scene.get(skill)
    assert (ended.state, ended.ended_because) == (SkillState.REJECTED, "not_approved_in_time")


async def test_the_page_answers_only_the_question_it_showed(scene: Scene) -> None:
    skill, _ = await asked(scene)
    async with scene.life.tx() as tx:
        shown = await service.question_of(tx, skill, scene.at)
        assert shown is not None
        await service.ask_again(tx, skill, at=scene.at, means=scene.means)
        with pytest.raises(Conflict):
            await service.approve(tx, skill, yes=True, by="web", at=scene.at, question=shown.id)


async def test_a_yes_counts_once(scene: Scene) -> None:
    skill, _ = await asked(scene)
    async with scene.life.tx() as tx:
        await service.approve(tx, skill, yes=True, by="web", at=scene.at)
        with pytest.raises(NotFound):
            await service.approve(tx, skill, yes=True, by="web", at=scene.at)


async def test_a_question_that_was_answered_on_the_page_is_not_sent(scene: Scene) -> None:
    skill, _ = await asked(scene)
    async with scene.life.tx() as tx:
        await service.approve(tx, skill, yes=False, by="web", at=scene.at)
    await scene.life.wait(hours=3)
    sent = await scene.events("intervention.sent")
    assert [one for one in sent if one["symptom"] == "skill_question"] == []


async def test_where_the_person_says_no_to_all_of_a_kind_nothing_is_asked(scene: Scene) -> None:
    await scene.life.grant("activate_skill:when_silent", "deny")
    skill = await scene.skill("when-silent", metric="runs", days=3)
    assert (skill.state, skill.ended_because) == (SkillState.REJECTED, "grant")


async def test_one_of_low_risk_asks_where_a_rule_says_so(scene: Scene) -> None:
    await scene.life.grant("activate_skill:streak", "ask")
    skill = await scene.skill("streak", metric="runs")
    assert skill.state is SkillState.AWAITING


async def test_an_open_question_is_found_until_its_day_is_over(scene: Scene) -> None:
    skill, _ = await asked(scene)
    later = scene.at + timedelta(hours=24)
    async with scene.life.tx() as tx:
        assert await store.unanswered(tx, scene.at) == []
        assert [one.id for one in await store.unanswered(tx, later)] == [skill.id]
