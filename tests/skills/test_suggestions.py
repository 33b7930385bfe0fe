"""Ideas for skills: counted, kept once, processed with a result, and never tried for ever."""

from datetime import timedelta
from uuid import UUID

from skills.scene_of_skills import Scene

from exoskull.skills import jobs, making, suggestions
from exoskull.skills.owned import Result, SkillState, SuggestionSource, SuggestionStatus

QUESTION = "Ile wydałam w tym tygodniu w porównaniu z poprzednim?"


async def test_twice_is_not_often_and_three_times_is(scene: Scene) -> None:
    for _ in range(2):
        await scene.say(QUESTION)
    assert await scene.ideas() == []
    await scene.say(QUESTION)
    (idea,) = await scene.ideas()
    assert (idea.template, idea.confidence, len(idea.evidence)) == ("compare-weeks", 0.9, 3)
    await scene.say(QUESTION)
    (idea,) = await scene.ideas()
    assert len(idea.evidence) == 4
    assert len(await scene.events("skill.suggested")) == 1


async def test_a_question_of_long_ago_does_not_count(scene: Scene) -> None:
    await scene.say(QUESTION)
    await scene.say(QUESTION)
    scene.life.world.clock.advance(scene.at + timedelta(days=61))
    await scene.say(QUESTION)
    assert await scene.ideas() == []


async def test_a_strangers_questions_are_not_counted(scene: Scene) -> None:
    for _ in range(3):
        await scene.say(QUESTION, sender="mallory@example.org")
    assert await scene.ideas() == []


async def test_what_fits_no_template_is_kept_open_and_says_that_a_model_is_needed(
    scene: Scene,
) -> None:
    made = await scene.make(await scene.idea(None))
    assert made is Result.NEEDS_MODEL
    (idea,) = await scene.ideas()
    assert (idea.status, idea.result) == (SuggestionStatus.PROCESSED, Result.NEEDS_MODEL)
    (told,) = await scene.events("skill.rejected")
    assert told["why_not"] == "skill_needs_model"


async def test_what_only_the_person_can_say_is_named(scene: Scene) -> None:
    made = await scene.make(await scene.idea("budget-left", metric="spending_pln"))
    assert made is Result.LACKING
    assert (await scene.ideas())[0].detail == "budget"


async def test_a_budget_is_read_off_a_goal(scene: Scene) -> None:
    await scene.say("Chcę wydawać najwyżej 3000 zł miesięcznie")
    made = await scene.make(await scene.idea("budget-left", metric="spending_pln"))
    assert made is Result.ACTIVATED


async def test_an_idea_waits_fourteen_days(scene: Scene) -> None:
    async with scene.life.tx() as tx:
        await suggestions.from_noise(
            tx, metric="mood", evidence=(), at=scene.at, ids=scene.means.ids
        )
    await scene.life.wait(days=13)
    (kept,) = await scene.ideas()
    assert kept.status is SuggestionStatus.PENDING
    await scene.life.wait(days=2)
    (kept,) = await scene.ideas()
    assert (kept.status, await scene.skills()) == (SuggestionStatus.EXPIRED, [])


async def test_the_same_is_tried_three_times_at_most(scene: Scene) -> None:
    async def again() -> bool:
        async with scene.life.tx() as tx:
            made = await suggestions.suggest(
                tx,
                suggestions.Idea(
                    key="need:x",
                    source=SuggestionSource.CONVERSATION,
                    label="x",
                    confidence=0.9,
                ),
                at=scene.at,
                ids=scene.means.ids,
            )
        if made is not None:
            await scene.make(made)
        return made is not None

    assert await again()
    assert not await again()
    for expected in (True, True, False):
        scene.life.world.clock.advance(scene.at + timedelta(days=61))
        assert await again() is expected


async def test_what_a_skill_does_already_is_not_suggested(scene: Scene) -> None:
    await scene.active("streak", metric="runs")
    async with scene.life.tx() as tx:
        made = await suggestions.suggest(
            tx,
            suggestions.Idea(
                key="streak:metric=runs",
                source=SuggestionSource.QUESTION,
                label="x",
                confidence=1.0,
                template="streak",
                slots={"metric": "runs"},
            ),
            at=scene.at,
            ids=scene.means.ids,
        )
    assert made is None


async def test_the_metric_that_is_logged_is_the_one_that_is_asked(scene: Scene) -> None:
    await scene.life.measure("spending_eur", 20)
    skill = await scene.skill("total", metric="spending_pln")
    assert skill.metrics == ("spending_eur",)


async def test_an_idea_that_is_not_sure_waits_for_the_persons_hand(scene: Scene) -> None:
    async with scene.life.tx() as tx:
        made = await suggestions.from_noise(
            tx, metric="mood", evidence=(UUID(int=1),), at=scene.at, ids=scene.means.ids
        )
        assert made is not None
        assert making.sure([made], jobs.SURE) == []
    assert await scene.make(made) is Result.ACTIVATED
    assert (await scene.skills())[0].state is SkillState.ACTIVE


async def test_what_one_question_left_out_another_may_have_named(scene: Scene) -> None:
    await scene.say("Czyja kolej na zmywanie: Ania, Tomek czy Zosia?")
    await scene.say("Czyja kolej na zmywanie?")
    await scene.say("Czyja dziś kolej na zmywanie?")
    (idea,) = await scene.ideas()
    assert idea.slots == {"names": ["Ania", "Tomek", "Zosia"], "every": 1}
    assert await scene.make(idea) is Result.ACTIVATED
    said = await scene.say("Czyja dziś kolej na zmywanie?")
    assert said.startswith("Teraz kolej: Ania; potem: Tomek.")
    scene.life.world.clock.advance(scene.at + timedelta(days=2))
    assert (await scene.say("Czyja kolej na zmywanie?")).startswith("Teraz kolej: Zosia")


async def test_what_was_lacking_and_is_said_now_is_tried_again_at_once(scene: Scene) -> None:
    for _ in range(3):
        await scene.say("Ile zaoszczędziłam?")
    (idea,) = await scene.ideas()
    assert await scene.make(idea) is Result.LACKING
    await scene.say("Ile zaoszczędziłam?")
    assert len(await scene.ideas()) == 1
    await scene.say("Ile zaoszczędziłam od 20 lutego, odkładając 12,50 zł dziennie?")
    newest, _ = await scene.ideas()
    assert await scene.make(newest) is Result.ACTIVATED
    said = await scene.say("Ile zaoszczędziłam?")
    assert said.startswith("Oszczędności do dziś: 125 (dni: 10).")
