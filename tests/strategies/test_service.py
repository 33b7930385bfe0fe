"""Strategies in the database: chosen once, given once a day, changed after three failed days."""

import asyncio
from datetime import date, timedelta
from itertools import pairwise

import pytest
from interventions.scene import Scene
from strategies.slipping import MONDAY, behind, set_goal

from exoskull.goals import service as goals
from exoskull.goals.model import Goal, GoalState
from exoskull.i18n import happened
from exoskull.strategies import service
from exoskull.strategies.model import Change, DayAction, Reason, Strategy, Verdict
from exoskull.strategies.wording import approach_name, why_changed
from exoskull.tenants import export

DAY = timedelta(days=1)


async def give(scene: Scene, goal: Goal, today: date, **more: object) -> tuple[DayAction, ...]:
    async with scene.transaction() as tx:
        return await service.actions(
            tx,
            goal,
            behind(goal),
            at=scene.at,
            ids=scene.ids,
            today=today,
            language="pl",
            **more,  # type: ignore[arg-type]
        )


async def close(
    scene: Scene, goal: Goal, on: date, verdict: Verdict = Verdict.FAILED
) -> Change | None:
    async with scene.transaction() as tx:
        return await service.close_day(
            tx,
            goal,
            on=on,
            verdict=verdict,
            facts={"tasks": 1, "done": 0},
            at=scene.at,
            ids=scene.ids,
        )


async def live(
    scene: Scene, goal: Goal, verdicts: str, start: date = MONDAY
) -> list[Change | None]:
    """Days with actions, one for each letter: d(one), f(ailed), u(nknown), n(o actions)."""
    names = {"d": Verdict.DONE, "f": Verdict.FAILED, "u": Verdict.UNKNOWN, "n": Verdict.NO_ACTIONS}
    changes = []
    for number, letter in enumerate(verdicts):
        on = start + number * DAY
        await give(scene, goal, on)
        changes.append(await close(scene, goal, on, names[letter]))
    return changes


async def trials(scene: Scene, goal: Goal) -> list[Strategy]:
    async with scene.transaction() as tx:
        return await service.history(tx, goal.id)


async def test_a_goal_without_a_strategy_gets_one_and_the_feed_says_so_once(scene: Scene) -> None:
    goal = await set_goal(scene)
    async with scene.transaction() as tx:
        one = await service.current(tx, goal, at=scene.at, ids=scene.ids, today=MONDAY)
        same = await service.current(tx, goal, at=scene.at, ids=scene.ids, today=MONDAY + DAY)
        assert (await service.active(tx), same) == ([one], one)
    assert (one.trial, one.reason, one.started_on) == (1, Reason.FIRST, MONDAY)
    [chosen] = await scene.events("strategy.chosen")
    assert (chosen.data["approach"], chosen.data["goal"]) == (one.approach, str(goal.id))


async def test_actions_of_a_day_asked_for_again_are_the_same(scene: Scene) -> None:
    goal = await set_goal(scene)
    first = await give(scene, goal, MONDAY)
    assert 1 <= len(first) <= 3
    assert await give(scene, goal, MONDAY, most=1) == first
    assert await give(scene, goal, MONDAY + DAY, most=0) == ()


async def test_three_failed_days_in_a_row_change_the_strategy_on_the_third(scene: Scene) -> None:
    goal = await set_goal(scene)
    first, second, third = await live(scene, goal, "fff")
    assert (first, second) == (None, None)
    assert third is not None
    assert third.old.kind is not third.new.kind
    assert (third.old.ended_on, third.new.started_on) == (MONDAY + 2 * DAY, MONDAY + 3 * DAY)
    [changed] = await scene.events("strategy.changed")
    assert changed.data["failed_days"] == 3
    assert changed.data["old"] == third.old.approach
    assert changed.data["new_kind"] == third.new.kind.value
    assert changed.data["facts"] == {"tasks": 1, "done": 0}
    next_day = await give(scene, goal, MONDAY + 3 * DAY)
    assert {one.kind for one in next_day} == {third.new.kind}


async def test_a_day_done_between_breaks_the_row(scene: Scene) -> None:
    goal = await set_goal(scene)
    assert await live(scene, goal, "ffdff") == [None] * 5
    [only] = await trials(scene, goal)
    assert (only.days_done, only.days_failed, only.failed_in_a_row) == (1, 4, 2)


async def test_a_day_of_which_nobody_knows_neither_counts_nor_breaks_the_row(scene: Scene) -> None:
    goal = await set_goal(scene)
    changes = await live(scene, goal, "fufuf")
    assert [one is not None for one in changes] == [False] * 4 + [True]


async def test_a_day_closed_again_changes_nothing(scene: Scene) -> None:
    goal = await set_goal(scene)
    await live(scene, goal, "ff")
    assert await close(scene, goal, MONDAY + DAY) is None
    [only] = await trials(scene, goal)
    assert only.failed_in_a_row == 2
    await live(scene, goal, "f", MONDAY + 2 * DAY)
    assert await close(scene, goal, MONDAY + 2 * DAY) is None
    assert len(await scene.events("strategy.changed")) == 1


async def test_a_failed_day_may_turn_out_done_and_never_the_other_way(scene: Scene) -> None:
    goal = await set_goal(scene)
    await live(scene, goal, "ff")
    assert await close(scene, goal, MONDAY + DAY, Verdict.DONE) is None
    assert await close(scene, goal, MONDAY + DAY, Verdict.FAILED) is None
    [only] = await trials(scene, goal)
    assert (only.days_done, only.days_failed, only.failed_in_a_row) == (1, 1, 0)


async def test_a_day_without_actions_cannot_have_failed(scene: Scene) -> None:
    goal = await set_goal(scene)
    await give(scene, goal, MONDAY)
    for number in range(1, 5):
        assert await close(scene, goal, MONDAY + number * DAY) is None
    [only] = await trials(scene, goal)
    assert only.days_failed == 0


async def test_a_goal_that_has_no_strategy_has_no_day_to_close(scene: Scene) -> None:
    goal = await set_goal(scene)
    assert await close(scene, goal, MONDAY) is None
    assert await trials(scene, goal) == []


async def test_one_strategy_at_a_time_through_many_failures(scene: Scene) -> None:
    goal = await set_goal(scene)
    await live(scene, goal, "f" * 21)
    tried = await trials(scene, goal)
    assert [one.trial for one in tried] == list(range(1, 9))
    assert sum(one.ended_on is None for one in tried) == 1
    assert all(a.kind is not b.kind for a, b in pairwise(tried))
    assert len({one.kind for one in tried}) == len(tried)


async def test_asked_for_another_the_new_one_begins_after_todays_actions(scene: Scene) -> None:
    goal = await set_goal(scene)
    today = await give(scene, goal, MONDAY)
    async with scene.transaction() as tx:
        change = await service.ask_for_another(tx, goal, today=MONDAY, at=scene.at, ids=scene.ids)
    assert change is not None
    assert (change.old.ended_because, change.new.started_on) == (Reason.ASKED, MONDAY + DAY)
    assert await give(scene, goal, MONDAY) == today
    assert await close(scene, goal, MONDAY) is None
    old, new = await trials(scene, goal)
    assert (old.days_failed, new.days_failed) == (1, 0)


async def test_what_worked_for_one_goal_speaks_for_its_kind_with_another(scene: Scene) -> None:
    goal = await set_goal(scene)
    await live(scene, goal, "d" * 10)
    [worked] = await trials(scene, goal)
    other = await set_goal(scene, title="Czytać", metric="pages_read", target=20, period="day")
    async with scene.transaction() as tx:
        chosen = await service.current(tx, other, at=scene.at, ids=scene.ids, today=MONDAY)
    assert chosen.kind is worked.kind


async def test_a_strategy_of_an_ended_goal_is_not_active(scene: Scene) -> None:
    goal = await set_goal(scene)
    await give(scene, goal, MONDAY)
    async with scene.transaction() as tx:
        await goals.finish(tx, goal.id, GoalState.DROPPED, at=scene.at)
        assert await service.active(tx) == []


@pytest.mark.parametrize("verdicts", ["f", "fff", "fdfff", "ufufuf", "ffffff", "dnfffnff"])
async def test_closing_every_day_twice_is_closing_it_once(scene: Scene, verdicts: str) -> None:
    other = await scene.neighbour("Bartek", language="pl")
    states = []
    for one, times in ((scene, 1), (other, 2)):
        goal = await set_goal(one)
        for _ in range(times):
            await live(one, goal, verdicts)
        states.append([counts(trial) for trial in await trials(one, goal)])
        assert len(await one.events("strategy.changed")) == len(states[-1]) - 1
    assert states[0] == states[1]


def counts(one: Strategy) -> tuple[object, ...]:
    return (
        one.started_on,
        one.ended_on,
        one.days_done,
        one.days_failed,
        one.failed_in_a_row,
    )


async def test_two_that_ask_at_once_get_the_same_strategy_and_actions(scene: Scene) -> None:
    goal = await set_goal(scene)
    first, second = await asyncio.gather(give(scene, goal, MONDAY), give(scene, goal, MONDAY))
    assert first == second
    assert len(await trials(scene, goal)) == 1
    assert len(await scene.events("strategy.chosen")) == 1


async def test_two_that_close_the_third_day_at_once_change_the_strategy_once(scene: Scene) -> None:
    goal = await set_goal(scene)
    await live(scene, goal, "ff")
    third = MONDAY + 2 * DAY
    await give(scene, goal, third)
    both = await asyncio.gather(close(scene, goal, third), close(scene, goal, third))
    assert sum(one is not None for one in both) == 1
    assert len(await scene.events("strategy.changed")) == 1


async def test_the_change_is_told_with_names_and_reason_in_both_languages(scene: Scene) -> None:
    goal = await set_goal(scene)
    *_, change = await live(scene, goal, "fff")
    assert change is not None
    old, new = (approach_name(one.approach, "pl") for one in (change.old, change.new))
    said = (
        f"Strategia „{old}” dla celu „Biegać” nie działa: 3 dni z rzędu bez wykonania."
        f" Zmieniam ją na „{new}”."
    )
    assert why_changed(change, goal, "pl") == said
    [event] = await scene.events("strategy.changed")
    assert happened(event.kind, event.data, "pl", scene.tenant.zone) == said
    english = happened(event.kind, event.data, "en", scene.tenant.zone)
    assert approach_name(change.new.approach, "en") in english
    assert "3 days in a row" in english


async def test_strategies_leave_with_the_persons_export_and_are_nobody_elses(scene: Scene) -> None:
    goal = await set_goal(scene)
    await live(scene, goal, "f")
    other = await scene.neighbour("Bartek")
    async with scene.transaction() as tx:
        mine = await export.collect(tx)
    async with other.transaction() as tx:
        theirs = await export.collect(tx)
        assert await service.history(tx, goal.id) == []
    assert [len(mine[name]) for name in ("strategies", "strategy_days")] == [1, 1]
    assert [len(theirs[name]) for name in ("strategies", "strategy_days")] == [0, 0]
