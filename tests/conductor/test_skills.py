"""Work that looks for what a skill could take over: tasks that come back week after week."""

from datetime import timedelta

from conductor.made import measured, workshop
from interventions.scene import Scene

from exoskull.conductor.items import skills
from exoskull.conductor.service import conduct
from exoskull.kit.ids import TraceId
from exoskull.signals.model import Source
from exoskull.skills import store
from exoskull.skills.owned import Suggestion, SuggestionSource
from exoskull.tasks import service as tasks
from exoskull.tenants.service import current


async def done_weekly(
    scene: Scene, title: str, weeks: int, *, source: Source = Source.MESSAGE, every: int = 7
) -> None:
    """The task made and done so often, so many days apart, the last of them now."""
    async with scene.transaction() as tx:
        for week in range(weeks):
            at = scene.at - timedelta(days=every * (weeks - 1 - week))
            made = await tasks.create(
                tx, title=title, at=at, source=source, ids=scene.ids,
                trace=TraceId(scene.ids.new()),
            )  # fmt: skip
            await tasks.finish(tx, made, at=at + timedelta(hours=1))


async def suggested(scene: Scene) -> list[Suggestion]:
    await measured(scene, "mood", [5])  # nothing is looked at where nothing is new
    await conduct(workshop(scene), [skills.ITEM], most=1)
    async with scene.transaction() as tx:
        return await store.pending(tx)


async def test_a_task_of_the_same_weekday_for_three_weeks_is_suggested(scene: Scene) -> None:
    await done_weekly(scene, "Podlać kwiaty", 3)
    (idea,) = await suggested(scene)
    assert (idea.source, idea.template) == (SuggestionSource.PATTERN, "recurring-task")
    assert idea.slots == {"label": "Podlać kwiaty", "weekday": scene.at.weekday()}
    assert len(idea.evidence) == 3
    assert round(idea.confidence, 9) == 0.85


async def test_two_weeks_are_no_pattern(scene: Scene) -> None:
    await done_weekly(scene, "Podlać kwiaty", 2)
    assert await suggested(scene) == []


async def test_three_days_in_a_row_are_no_pattern_of_weeks(scene: Scene) -> None:
    await done_weekly(scene, "Podlać kwiaty", 3, every=1)
    assert await suggested(scene) == []


async def test_what_the_loop_made_is_not_the_persons_habit(scene: Scene) -> None:
    await done_weekly(scene, "Podlać kwiaty", 4, source=Source.LOOP)
    assert await suggested(scene) == []


async def test_the_same_task_in_other_letters_is_the_same(scene: Scene) -> None:
    await done_weekly(scene, "PODLAĆ  kwiaty", 1)
    scene.later(days=7)
    await done_weekly(scene, "Podlać kwiaty", 1)
    scene.later(days=7)
    await done_weekly(scene, "podlac kwiaty", 1)
    assert len(await suggested(scene)) == 1


async def test_at_most_two_are_suggested_the_most_frequent_first(scene: Scene) -> None:
    for number, weeks in enumerate((3, 5, 4)):
        await done_weekly(scene, f"Zadanie {number}", weeks)
    labels = {one.slots["label"] for one in await suggested(scene)}
    assert labels == {"Zadanie 1", "Zadanie 2"}


async def test_a_pattern_is_told_with_the_tasks_behind_it(scene: Scene) -> None:
    await done_weekly(scene, "Podlać kwiaty", 3)
    async with scene.transaction() as tx:
        done = await tasks.done_since(tx, scene.at - skills.LOOKS_BACK)
        ((title, weekday, evidence),) = skills.weekly(done, await current(tx))
    assert (title, weekday) == ("Podlać kwiaty", scene.at.weekday())
    assert set(evidence) == {one.id for one in done}
