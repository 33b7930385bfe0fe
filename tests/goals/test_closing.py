"""Days closed on the database, by the door of the schedule and that of the API."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from goals.given import at as on_day
from goals.given import goal as made_goal
from goals.given import stand
from interventions.scene import Scene

from exoskull.feed.model import StoredEvent
from exoskull.goals import service
from exoskull.goals.describe import because
from exoskull.goals.model import Goal, GoalState, parse_goal
from exoskull.goals.progress import Because, Rule
from exoskull.i18n.catalogue import LANGUAGES, catalogue
from exoskull.kit.ids import TraceId
from exoskull.measuring import service as measuring
from exoskull.signals.model import Source
from exoskull.simulation.world import make_world
from exoskull.tenants.weeks import WeekStart


async def set_goal(scene: Scene, **fields: Any) -> Goal:
    async with scene.transaction() as tx:
        goal, _ = await service.create(
            tx, parse_goal(**fields), at=scene.at, ids=scene.ids, trace=TraceId(scene.ids.new())
        )
        return goal


async def log(scene: Scene, metric: str, value: float, unit: str = "") -> None:
    async with scene.transaction() as tx:
        await measuring.log(
            tx,
            scene.tenant,
            metric=metric,
            value=value,
            unit=unit,
            measured_at=scene.at,
            at=scene.at,
            source=Source.API,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
        )


async def close(scene: Scene) -> dict[str, int]:
    async with scene.transaction() as tx:
        return await service.close_day(tx, at=scene.at)


async def told(scene: Scene, kind: str = "goal.progress") -> list[StoredEvent]:
    return await scene.events(kind)


async def test_a_day_is_told_of_with_the_numbers_that_decided(scene: Scene) -> None:
    await set_goal(scene, title="Woda", metric="water_glasses", target=8, period="day")
    await log(scene, "water_glasses", 1.5, "l")
    scene.later(hours=20)  # five in the morning
    assert await close(scene) == {"goals": 1}
    data = (await told(scene))[-1].data
    assert (data["on"], data["have"], data["expected"]) == ("2026-03-02", 6, 8)
    assert (data["trajectory"], data["because"]["rule"]) == ("off_track", "far_behind")
    assert data["because"]["threshold"] == pytest.approx(6.4)


async def test_a_date_that_passed_is_marked_once_after_a_day_of_grace(scene: Scene) -> None:
    goal = await set_goal(
        scene, title="Egzamin", metric="exam", target=1, by="2026-03-04", milestone=True
    )
    seen = []
    for _ in range(4):
        scene.later(days=1)
        seen.append(await close(scene))
    # The mornings of the 3rd to the 6th: the 5th is for late entries.
    assert seen == [{"goals": 1}, {"goals": 1}, {"goals": 1}, {"goals": 1, "missed": 1}]
    assert await close(scene) == {}
    (missed,) = await told(scene, "goal.missed")
    assert missed.data["id"] == str(goal.id)
    async with scene.transaction() as tx:
        (kept,) = await service.everything(tx)
    assert kept.state is GoalState.MISSED


async def test_a_streak_is_completed_on_the_morning_after(scene: Scene) -> None:
    await set_goal(scene, title="Woda", metric="water_glasses", target=8, streak=2)
    await log(scene, "water_glasses", 8)
    scene.later(days=1)
    await log(scene, "water_glasses", 8)
    assert (await told(scene))[-1].data["streak"] == {"days": 2, "of": 2, "best": 2, "least": 0}
    scene.later(days=1)
    assert await close(scene) == {"goals": 1, "completed": 1}
    assert len(await told(scene, "goal.completed")) == 1


async def test_weeks_follow_the_persons_place_and_their_word(scene: Scene) -> None:
    await set_goal(scene, title="Biegać", metric="runs", target=3, period="week")
    ola = await scene.neighbour("ola", timezone="America/New_York")
    await set_goal(ola, title="Run", metric="runs", target=3, period="week")
    eve = await scene.neighbour("eve", timezone="America/New_York", settings={
        "week_starts": "monday"})  # fmt: skip
    await set_goal(eve, title="Run", metric="runs", target=3, period="week")
    starts = []
    for one in (scene, ola, eve):
        async with one.transaction() as tx:
            starts += [goal.week_starts for goal in await service.active(tx)]
    assert starts == [WeekStart.MONDAY, WeekStart.SUNDAY, WeekStart.MONDAY]


async def test_what_was_read_long_ago_still_counts(scene: Scene) -> None:
    await set_goal(scene, title="Książki", metric="books_read", target=12, by="2026-12-31")
    for _ in range(5):
        await log(scene, "books_read", 1)
        scene.later(days=40)
    async with scene.transaction() as tx:
        ((_, progress),) = await service.standings(tx, at=scene.at)
    assert progress.have == 5


async def test_goals_of_different_kinds_of_one_metric_stand_beside_each_other(
    scene: Scene,
) -> None:
    water = {"title": "Woda", "metric": "water_glasses", "target": 8}
    await set_goal(scene, **water, period="day")
    await set_goal(scene, **water, streak=7)
    again = await set_goal(scene, **water, streak=9)
    async with scene.transaction() as tx:
        found = await service.active(tx)
        assert [goal.streak for goal in found] == [None, 9]
        undone = await service.undo(tx, again.id, at=scene.at + timedelta(minutes=1))
    assert undone is not None
    assert undone[1] is not None
    assert undone[1].streak == 7


async def test_the_schedule_closes_each_day_before_the_morning(scene: Scene, database: Any) -> None:
    world = await make_world(database, at=scene.at, seed=1)
    await set_goal(scene, title="Biegać", metric="runs", target=3, period="week")
    await world.run_until(scene.at + timedelta(days=3))
    ran = [one for one in await told(scene, "slot.ran") if one.data["job"] == "goal-progress"]
    assert [one.data["slot"] for one in ran] == ["2026-03-03", "2026-03-04", "2026-03-05"]
    assert {one.data["local"][11:16] for one in ran} == {"05:30"}
    closed = [one.data["on"] for one in await told(scene)]
    assert closed == ["2026-03-02", "2026-03-03", "2026-03-04"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", Rule)
def test_every_rule_is_a_sentence(rule: Rule, language: str) -> None:
    assert f"goal-because-{rule}" in catalogue(language).entries
    one = made_goal("water_glasses", 8, created=on_day(2))
    numbers = {"have": 3.5, "expected": 4, "target": 8, "since": "2026-03-02",
               "as_of": "2026-03-02", "days": 2, "of": 5, "best": 3}  # fmt: skip
    decided = Because(rule=rule, numbers=numbers)
    progress = replace(stand(one, {"2": 3.5}, on_day(4)), because=decided)
    said = because(one, progress, language, on_day(4).date())
    assert said is not None
    assert said.endswith(".")
    assert "none" not in said


async def test_the_states_of_a_goal_are_those_of_the_database(scene: Scene) -> None:
    async with scene.transaction() as tx:
        check = await tx.value(
            "select pg_get_constraintdef(oid) from pg_constraint"
            " where conname = 'goals_state_check'"
        )
    assert set(re.findall(r"'(\w+)'::text", check)) == set(GoalState)
