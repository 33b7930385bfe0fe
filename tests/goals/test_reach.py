"""Values to reach, milestones, momentum and projections, worked by hand."""

from datetime import date, timedelta

import numpy as np
import pytest
from goals.given import WARSAW, at, days, goal, stand
from hypothesis import given
from hypothesis import strategies as st

from exoskull.goals.closing import close
from exoskull.goals.model import GoalState
from exoskull.goals.period import day_end
from exoskull.goals.progress import Heading, Rule, Trajectory
from exoskull.goals.projection import by_trend
from exoskull.language.model import Direction, Period
from exoskull.signals.daily import Day

REACH = Direction.REACH


@pytest.mark.parametrize(
    ("values", "day", "expected", "trajectory"),
    [
        ({"3": 1}, 3, 12 / 30, "on_track"),  # 1 of 30 days over: 0.4 of 12 pages
        ({"3": 4}, 12, 4.0, "on_track"),
        ({"3": 4}, 13, 4.4, "at_risk"),  # 0.4 behind: 3.3% of 12
        ({"3": 4}, 16, 5.6, "off_track"),
        ({"3": 4, "31": 8}, 31, 11.6, "completed"),
        ({"3": 4}, 31, 11.6, "off_track"),
    ],
)
def test_what_adds_up_is_held_against_today(
    values: dict[str, float], day: int, expected: float, trajectory: str
) -> None:
    one = goal("pages_read", 12, None, REACH, created=at(2), by=date(2026, 3, 31))
    found = stand(one, values, at(day))
    assert found.expected == pytest.approx(expected)
    assert found.trajectory == trajectory


def test_an_old_weight_says_nothing_of_today() -> None:
    one = goal("weight_kg", 75, None, REACH, created=at(1), by=date(2026, 6, 1), baseline=80)
    assert stand(one, {"2": 80}, at(16)).trajectory is Trajectory.ON_TRACK
    old = stand(one, {"2": 80}, at(17))
    assert (old.trajectory, old.have) == (Trajectory.NO_DATA, 80)
    assert old.because is not None
    assert old.because.rule is Rule.NOT_MEASURED_LATELY


def test_a_milestone_is_yes_or_no() -> None:
    one = goal("exam", 1, None, REACH, created=at(2), by=date(2026, 3, 11), milestone=True)
    for day, trajectory in [(2, "on_track"), (9, "on_track"), (10, "at_risk"), (12, "off_track")]:
        found = stand(one, {}, at(day))  # ten days: eight are over on the tenth of March
        assert (found.trajectory, found.have) == (trajectory, None)
    assert stand(one, {"4": 0}, at(5)).trajectory is Trajectory.ON_TRACK
    assert stand(one, {"4": 0, "5": 1}, at(5)).trajectory is Trajectory.COMPLETED


@pytest.mark.parametrize(
    ("kind", "values", "day", "ends"),
    [
        ({"metric": "exam", "milestone": True}, {}, 12, None),  # the 12th is for late entries
        ({"metric": "exam", "milestone": True}, {}, 13, GoalState.MISSED),
        ({"metric": "exam", "milestone": True}, {"12": 1}, 13, GoalState.COMPLETED),
        ({"metric": "weight_kg", "target": 75, "baseline": 80}, {"10": 76}, 13, "missed"),
        ({"metric": "weight_kg", "target": 75, "baseline": 80}, {"5": 75}, 6, "completed"),
        ({"period": Period.WEEK, "direction": Direction.AT_LEAST}, {"9": 2}, 13, "completed"),
        ({"period": Period.WEEK, "direction": Direction.AT_LEAST}, {"9": 0}, 13, "missed"),
        ({"period": Period.WEEK, "direction": Direction.AT_LEAST}, {"9": 3}, 12, None),
    ],
)
def test_a_goal_ends_when_it_is_reached_or_a_day_after_its_date(
    kind: dict, values: dict[str, float], day: int, ends: str | None
) -> None:
    made = {"period": None, "direction": REACH, "target": 1, "created": at(2)} | kind
    one = goal(by=date(2026, 3, 11), **made)
    closed = close(one, days(one.metric, values), at(day, 5))
    assert closed.ends == ends
    assert closed.on == date(2026, 3, day - 1)
    assert closed.progress is not None


def test_the_day_before_a_goal_was_set_is_not_told_of() -> None:
    one = goal(created=at(4, 3))
    assert close(one, [], at(4, 5)).progress is None
    assert close(one, [], at(5, 5)).progress is not None


@pytest.mark.parametrize(
    ("metric", "direction", "values", "recent", "before", "heading"),
    [
        # 2 to 8 March against 9 to 15 March, seen on the 16th
        ("runs", Direction.AT_LEAST, {"3": 2, "9": 1, "12": 2, "16": 9}, 3, 2, Heading.TOWARDS),
        ("coffee_cups", Direction.AT_MOST, {"3": 10, "9": 14}, 14, 10, Heading.AWAY),
        ("coffee_cups", Direction.AT_MOST, {"3": 10, "9": 11}, 11, 10, Heading.STEADY),
        ("mood", Direction.AT_LEAST, {"3": 6, "4": 4, "9": 7}, 7, 5, Heading.TOWARDS),
    ],
)
def test_momentum_is_a_week_against_the_one_before(
    metric: str,
    direction: Direction,
    values: dict[str, float],
    recent: float,
    before: float,
    heading: Heading,
) -> None:
    found = stand(goal(metric, 20, Period.WEEK, direction), values, at(16)).momentum
    assert found is not None
    assert (found.recent, found.before, found.heading) == (recent, before, heading)


def test_there_is_no_momentum_with_a_week_of_no_data() -> None:
    assert stand(goal(), {"9": 1, "12": 1}, at(16)).momentum is None
    assert stand(goal(), {"3": 1}, at(16)).momentum is None


def test_a_weight_is_on_the_move_when_it_goes_by_a_fiftieth_of_the_way() -> None:
    one = goal("weight_kg", 70, None, REACH, created=at(1), baseline=80)
    down = stand(one, {"3": 80, "10": 79.7}, at(16)).momentum
    still = stand(one, {"3": 80, "10": 79.8}, at(16)).momentum
    assert [down and down.heading, still and still.heading] == [Heading.TOWARDS, Heading.STEADY]


def test_a_straight_line_leads_to_its_day() -> None:
    one = goal("weight_kg", 75, None, REACH, created=at(1), baseline=80)
    falling = {str(day): 80 - 0.1 * day for day in range(2, 12)}
    found = stand(one, falling, at(12)).projection
    assert found is not None
    assert found.on == found.earliest == found.latest == date(2026, 3, 1) + timedelta(days=49)
    assert found.points == 10


@pytest.mark.parametrize(
    "values",
    [
        {"2": 80, "5": 79, "8": 78, "11": 77},  # four days
        {"2": 80, "3": 79.8, "4": 79.6, "5": 79.4, "6": 79.2},  # five in one week
        {str(day): 80 + 0.1 * day for day in range(2, 12)},  # away from it
        {str(day): 80 + (0.5 if day % 2 else -0.5) for day in range(2, 12)},  # no trend
    ],
)
def test_there_is_no_date_where_the_measures_do_not_say(values: dict[str, float]) -> None:
    one = goal("weight_kg", 75, None, REACH, created=at(1), baseline=80)
    assert stand(one, values, at(12)).projection is None


def test_pages_at_an_even_rate_add_up_on_their_day() -> None:
    one = goal("pages_read", 100, None, REACH, created=at(2), by=date(2026, 12, 31))
    even = {str(day): 4.0 for day in range(2, 12)}  # 40 by the end of the 11th; 60 left: 15 days
    found = stand(one, even, day_end(date(2026, 3, 11), WARSAW)).projection
    assert found is not None
    assert (found.on, found.earliest, found.latest) == (date(2026, 3, 26),) * 3
    assert stand(one, {"2": 30, "9": 10}, at(12)).projection is None  # two days say nothing
    assert stand(one, {str(day): 4 for day in range(2, 6)}, at(7)).projection is None


@given(st.integers(0, 2**32 - 1), st.floats(0.05, 1))
def test_the_interval_holds_the_date(seed: int, scatter: float) -> None:
    draw = np.random.default_rng(seed)
    values = {str(day): 80 - 0.2 * day + scatter * draw.normal() for day in range(1, 26)}
    found = by_trend(days("weight_kg", values), 70, date(2026, 3, 25))
    if found is not None:
        assert date(2026, 3, 25) < found.earliest <= found.on
        assert found.latest is None or found.on <= found.latest


def test_four_intervals_of_five_hold_the_true_date() -> None:
    """The line meets 70 on day 50; 400 draws of 26 weights, each off by 0.3 kg."""
    draw = np.random.default_rng(7)
    first, held, told = date(2026, 3, 1), 0, 0
    for _ in range(400):
        values = [80 - 0.2 * n + 0.3 * draw.normal() for n in range(26)]
        made = [
            Day(on=first + timedelta(days=n), value=value, measures=())
            for n, value in enumerate(values)
        ]
        found = by_trend(made, 70, first + timedelta(days=25))
        if found is None or found.latest is None:
            continue
        told += 1
        held += found.earliest <= first + timedelta(days=50) <= found.latest
    assert told == 400
    assert 0.74 < held / told < 0.88  # whole days make the interval a little wide
