"""What became of a goal's day, by its tasks and its measures."""

from datetime import timedelta
from typing import Any

import pytest
from acceptance.life import WARSAW
from hypothesis import given
from hypothesis import strategies as st
from mape.made import NOW, TODAY, goal, measure, task

from exoskull.briefings.verdict import GoalDay, judge, moves
from exoskull.goals.model import Goal
from exoskull.goals.pace import assess
from exoskull.language.model import Direction, Period
from exoskull.mape.model import Standing
from exoskull.signals.daily import by_day
from exoskull.strategies.model import Verdict
from exoskull.tasks.model import Task, TaskState


def standing(one: Goal, *values: tuple[float, float]) -> Standing:
    """A goal and its measures: (value, how many days ago)."""
    days = by_day([measure(one.metric, value, ago) for value, ago in values], one.metric, WARSAW)
    return Standing(goal=one, progress=assess(one, days, NOW), days=days)


def actions(of: Goal, done: int, left: int) -> list[Task]:
    made: list[dict[str, Any]] = [{"state": TaskState.DONE, "ended_at": NOW}] * done
    made += [{}] * left
    return [task(goal_id=of.id, due_on=TODAY, **fields) for fields in made]


def day(of: Standing, *, done: int = 0, left: int = 0, told: bool = True) -> GoalDay:
    return judge(of, actions(of.goal, done, left), on=TODAY, told=told)


def test_a_day_without_actions_is_no_trial() -> None:
    assert day(standing(goal())).verdict is Verdict.NO_ACTIONS


def test_one_action_done_is_a_day_done() -> None:
    assert day(standing(goal()), done=1, left=2).verdict is Verdict.DONE


def test_a_measure_towards_the_goal_is_a_day_done_though_no_task_was() -> None:
    judged = day(standing(goal(), (1.0, 0)), left=2)
    assert (judged.verdict, judged.measured) == (Verdict.DONE, True)


def test_nothing_done_and_nothing_measured_is_a_day_failed() -> None:
    assert day(standing(goal(), (1.0, 1)), left=2).verdict is Verdict.FAILED


def test_a_day_whose_plan_never_left_is_unknown() -> None:
    assert day(standing(goal()), left=1, told=False).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("limit", "value", "verdict"), [(5.0, 5.0, Verdict.DONE), (5.0, 6.0, Verdict.FAILED)]
)
def test_a_goal_for_less_is_done_within_its_share_of_the_day(
    limit: float, value: float, verdict: Verdict
) -> None:
    one = goal(metric="cigarettes", target=limit, direction=Direction.AT_MOST, period=Period.DAY)
    assert day(standing(one, (value, 0)), left=1).verdict is verdict


def test_a_day_without_an_entry_is_no_excess_where_entries_are_kept() -> None:
    one = goal(
        metric="spending_pln", target=600.0, direction=Direction.AT_MOST, period=Period.MONTH
    )
    kept, unkept = standing(one, (90.0, 3)), standing(one, (90.0, 20))
    assert day(kept, left=1).verdict is Verdict.UNKNOWN
    assert day(unkept, left=1).verdict is Verdict.FAILED
    assert day(standing(one, (90.0, 0)), left=1).verdict is Verdict.FAILED
    assert day(standing(one, (15.0, 0)), left=1).verdict is Verdict.DONE


@pytest.mark.parametrize(
    ("direction", "metric", "value", "verdict"),
    [
        (Direction.AT_MOST, "stress", 4.0, Verdict.DONE),
        (Direction.AT_MOST, "stress", 5.0, Verdict.FAILED),
        (Direction.AT_LEAST, "mood", 4.0, Verdict.DONE),
        (Direction.AT_LEAST, "mood", 3.0, Verdict.UNKNOWN),
        (Direction.AT_LEAST, "mood", 1.0, Verdict.FAILED),
    ],
)
def test_a_mean_is_held_against_its_target_and_not_a_share_of_it(
    direction: Direction, metric: str, value: float, verdict: Verdict
) -> None:
    one = goal(metric=metric, target=4.0, direction=direction, period=Period.WEEK)
    assert day(standing(one, (value, 0)), left=1).verdict is verdict


@pytest.mark.parametrize(
    ("pages", "verdict"),
    [(10.0, Verdict.DONE), (5.0, Verdict.UNKNOWN), (4.0, Verdict.FAILED)],
)
def test_a_goal_by_the_day_is_done_when_met_and_failed_below_half(
    pages: float, verdict: Verdict
) -> None:
    one = goal(metric="pages_read", target=10.0, period=Period.DAY)
    assert day(standing(one, (pages, 0)), left=1).verdict is verdict


def test_a_weight_that_has_not_moved_says_nothing_and_one_that_has_is_done() -> None:
    one = goal(
        metric="weight_kg", target=70.0, direction=Direction.REACH, period=None, baseline=80.0
    )
    assert day(standing(one, (79.0, 1), (79.2, 0)), left=1).verdict is Verdict.UNKNOWN
    assert day(standing(one, (79.0, 1), (78.5, 0)), left=1).verdict is Verdict.DONE


def test_pages_that_add_up_go_towards_a_goal_to_reach() -> None:
    one = goal(metric="books_read", target=12.0, direction=Direction.REACH, period=None)
    assert moves(one, standing(one, (1.0, 0)).days, TODAY) is True


@given(
    done=st.integers(0, 3),
    left=st.integers(0, 3),
    told=st.booleans(),
    value=st.none() | st.floats(0, 50),
)
def test_a_day_fails_only_where_it_was_asked_for_and_nothing_came(
    done: int, left: int, told: bool, value: float | None
) -> None:
    measured = () if value is None else ((value, 0.0),)
    judged = day(standing(goal(), *measured), done=done, left=left, told=told)
    if judged.verdict is Verdict.FAILED:
        assert told
        assert not done
        assert left
        assert not value
    assert judged.facts["given"] == done + left
    assert judged.facts["done"] == done
    assert moves(judged.goal, (), TODAY - timedelta(days=1)) is None
