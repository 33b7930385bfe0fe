"""Goal arithmetic by tables worked by hand. 2 March 2026 is a Monday."""

from datetime import date, datetime

import pytest
from goals.given import at, goal, stand
from hypothesis import assume, given
from hypothesis import strategies as st

from exoskull.goals.pace import Trajectory
from exoskull.language.model import Direction, Period

ORDER = [Trajectory.OFF_TRACK, Trajectory.AT_RISK, Trajectory.ON_TRACK, Trajectory.COMPLETED]


@pytest.mark.parametrize(
    ("values", "day", "have", "expected", "trajectory"),
    [
        ({"2": 1}, 2, 1, 0, Trajectory.ON_TRACK),  # Monday asks for nothing yet
        ({"02-27": 1}, 2, 0, 0, Trajectory.ON_TRACK),
        ({"2": 1}, 5, 1, 3 * 3 / 7, Trajectory.OFF_TRACK),  # 1 of 1.29: 78%
        ({"2": 1, "4": 1}, 6, 2, 3 * 4 / 7, Trajectory.ON_TRACK),
        ({"2": 1, "4": 1}, 8, 2, 3 * 6 / 7, Trajectory.OFF_TRACK),  # 2 of 2.57
        ({"2": 2.1}, 8, 2.1, 3 * 6 / 7, Trajectory.AT_RISK),  # 82%
        ({"2": 1, "4": 1, "6": 1}, 6, 3, 3 * 4 / 7, Trajectory.COMPLETED),
        ({"1": 5, "2": 1}, 2, 1, 0, Trajectory.ON_TRACK),  # Sunday was another week
    ],
)
def test_three_runs_a_week(
    values: dict[str, float], day: int, have: float, expected: float, trajectory: Trajectory
) -> None:
    progress = stand(goal(), values, at(day))
    assert progress.have == pytest.approx(have)
    assert progress.expected == pytest.approx(expected)
    assert progress.trajectory is trajectory
    assert progress.missing == pytest.approx(max(0, 3 - have))
    assert progress.since == date(2026, 3, 2)
    assert progress.days_left == 9 - day


@pytest.mark.parametrize(
    ("have", "hour", "trajectory"),
    [
        (0, 0, Trajectory.ON_TRACK),
        (2, 6, Trajectory.ON_TRACK),  # a quarter of the day, a quarter of eight
        (3, 12, Trajectory.OFF_TRACK),  # 75% of four
        (3.3, 12, Trajectory.AT_RISK),
        (8, 12, Trajectory.COMPLETED),
    ],
)
def test_eight_glasses_a_day(have: float, hour: int, trajectory: Trajectory) -> None:
    one = goal("water_glasses", 8, Period.DAY)
    assert stand(one, {"3": 8, "4": have}, at(4, hour)).trajectory is trajectory


@pytest.mark.parametrize(
    ("have", "day", "trajectory"),
    [
        (0, 4, Trajectory.ON_TRACK),
        (8, 2, Trajectory.ON_TRACK),
        (9, 2, Trajectory.AT_RISK),  # nine of ten on the first day
        (9, 8, Trajectory.AT_RISK),  # ahead of 8.57
        (8.5, 8, Trajectory.ON_TRACK),
        (10, 8, Trajectory.AT_RISK),
        (11, 8, Trajectory.OFF_TRACK),
    ],
)
def test_at_most_ten_coffees_a_week(have: float, day: int, trajectory: Trajectory) -> None:
    one = goal("coffee_cups", 10, direction=Direction.AT_MOST)
    progress = stand(one, {"2": have}, at(day))
    assert progress.trajectory is trajectory
    assert progress.missing == 0


@pytest.mark.parametrize("period", Period)
def test_none_at_all_means_none(period: Period) -> None:
    one = goal("cigarettes", 0, period, Direction.AT_MOST)
    assert stand(one, {"4": 0}, at(4)).trajectory is Trajectory.ON_TRACK
    assert stand(one, {"4": 0}, at(4)).target == 0
    assert stand(one, {"4": 1}, at(4)).trajectory is Trajectory.OFF_TRACK


@pytest.mark.parametrize(
    ("target", "created", "expected"),
    [
        (3, at(2), 3),
        (3, at(5), 2),  # four of seven days: 1.71
        (3, at(8), 1),  # one day: 0.43, and one is the least
        (7, at(6), 3),
        (7.5, at(8), 7.5 / 7),  # no whole number: the share as it is
    ],
)
def test_a_week_that_began_before_the_goal_asks_for_its_share(
    target: float, created: datetime, expected: float
) -> None:
    progress = stand(goal(target=target, created=created), {"8": 0.1}, at(8))
    assert progress.target == pytest.approx(expected)
    assert progress.since == created.date()


@pytest.mark.parametrize("unit", ["", "km"])
def test_what_is_no_count_is_shared_out_to_the_decimal_also_where_no_unit_was_named(
    unit: str,
) -> None:
    one = goal("run_km", 20, created=at(4), unit=unit)
    assert stand(one, {"8": 1}, at(8)).target == pytest.approx(20 * 5 / 7)


def test_a_mean_is_asked_for_in_full_from_the_first_day() -> None:
    progress = stand(goal("mood", 7, created=at(6)), {"6": 6, "7": 7}, at(8))
    assert (progress.target, progress.have) == (7, 6.5)
    assert progress.trajectory is Trajectory.AT_RISK


def test_what_was_not_measured_is_unknown_and_not_zero() -> None:
    nothing = stand(goal(), {}, at(5))
    assert (nothing.trajectory, nothing.have) == (Trajectory.NO_DATA, None)
    long_ago = stand(goal(), {"02-10": 1}, at(5))
    assert long_ago.trajectory is Trajectory.NO_DATA
    mood = stand(goal("mood", 7), {"02-27": 5}, at(5))
    assert (mood.trajectory, mood.have) == (Trajectory.ON_TRACK, None)
    stress = stand(goal("stress", 4, direction=Direction.AT_MOST), {"02-27": 9}, at(5))
    assert (stress.trajectory, stress.have) == (Trajectory.ON_TRACK, None)


def test_the_end_of_a_month() -> None:
    one = goal("pages_read", 310, Period.MONTH)
    last = stand(one, {"30": 290, "31": 10}, at(31))
    assert (last.days_left, last.have) == (1, 300)
    assert last.expected == pytest.approx(300)
    assert stand(one, {"31": 300}, at(1, month=4)).have == 0


def test_the_day_of_a_clock_change_is_one_day() -> None:
    one = goal("water_glasses", 8, Period.DAY)
    sunday = stand(one, {"28": 8, "29": 4}, at(29, 12))
    assert sunday.expected == pytest.approx(4)
    assert sunday.trajectory is Trajectory.ON_TRACK


@pytest.mark.parametrize(
    ("values", "day", "have", "expected", "trajectory"),
    [
        ({"2": 80}, 2, 80, 80, Trajectory.ON_TRACK),
        ({"2": 80, "12": 79}, 12, 79, 78, Trajectory.OFF_TRACK),
        ({"2": 80, "12": 78.4}, 12, 78.4, 78, Trajectory.AT_RISK),
        ({"2": 80, "12": 78}, 12, 78, 78, Trajectory.ON_TRACK),
        ({"2": 80, "12": 78}, 20, 78, 78, Trajectory.ON_TRACK),  # not weighed since
        ({"2": 80, "12": 75}, 12, 75, 78, Trajectory.COMPLETED),
        ({"2": 80, "27": 76}, 28, 76, 75, Trajectory.OFF_TRACK),  # the date has passed
    ],
)
def test_from_80_kg_to_75_in_25_days(
    values: dict[str, float], day: int, have: float, expected: float, trajectory: Trajectory
) -> None:
    one = goal("weight_kg", 75, None, Direction.REACH, created=at(2), by=date(2026, 3, 27))
    for begun in (
        one,
        goal(
            "weight_kg", 75, None, Direction.REACH, created=at(2), by=date(2026, 3, 27), baseline=80
        ),
    ):
        progress = stand(begun, values, at(day))
        assert progress.have == have
        assert progress.expected == pytest.approx(expected)
        assert progress.trajectory is trajectory
        assert progress.missing == pytest.approx(max(0, have - 75))


def test_twelve_books_begin_with_none_and_add_up() -> None:
    one = goal("books_read", 12, None, Direction.REACH, created=at(2))
    assert stand(one, {}, at(3)).missing == 12
    progress = stand(one, {"3": 1, "9": 2}, at(10))
    assert (progress.have, progress.missing, progress.expected) == (3, 9, None)
    assert stand(one, {"3": 15}, at(3)).trajectory is Trajectory.COMPLETED


def test_what_was_there_before_the_goal_counts_towards_it() -> None:
    saved = goal("savings_pln", 1000, None, Direction.REACH, created=at(2), baseline=600)
    progress = stand(saved, {"3": 100, "9": 200}, at(10))
    assert (progress.have, progress.missing) == (900, 100)


def test_a_goal_to_come_down_to_nothing_looks_at_the_last_day() -> None:
    one = goal("cigarettes", 0, None, Direction.REACH, created=at(2), baseline=20)
    progress = stand(one, {"3": 18, "9": 5}, at(10))
    assert (progress.have, progress.missing) == (5, 5)
    assert stand(one, {"3": 18, "9": 0}, at(10)).trajectory is Trajectory.COMPLETED


values = st.floats(0, 50)
moments = st.builds(at, st.integers(2, 27), st.integers(0, 23))


@given(
    st.dictionaries(st.integers(2, 27).map(str), values, min_size=1),
    moments,
    st.sampled_from(Period),
    st.sampled_from(["runs", "run_km", "knitting"]),
    st.floats(0.5, 40),
    values,
)
def test_more_is_never_worse_and_enough_is_completed(
    measured: dict[str, float],
    now: datetime,
    period: Period,
    metric: str,
    target: float,
    more: float,
) -> None:
    one = goal(metric, target, period)
    before = stand(one, measured, now)
    if before.trajectory is Trajectory.NO_DATA or before.have is None:
        return
    assume(before.have == before.target or before.have != pytest.approx(before.target))
    assert (before.trajectory is Trajectory.COMPLETED) == (before.have >= before.target)
    today = str(now.day)
    after = stand(one, {**measured, today: measured.get(today, 0) + more}, now)
    assert ORDER.index(after.trajectory) >= ORDER.index(before.trajectory)
    assert after.missing <= before.missing + 1e-9


@given(
    st.dictionaries(st.integers(2, 27).map(str), values, min_size=1),
    moments,
    st.sampled_from(Period),
    st.floats(0.5, 40),
    values,
)
def test_less_is_never_worse_for_a_goal_to_stay_under(
    measured: dict[str, float], now: datetime, period: Period, target: float, more: float
) -> None:
    one = goal("coffee_cups", target, period, Direction.AT_MOST)
    before = stand(one, measured, now)
    if before.trajectory is Trajectory.NO_DATA or before.have is None:
        return
    assert before.trajectory is not Trajectory.COMPLETED
    today = str(now.day)
    after = stand(one, {**measured, today: measured.get(today, 0) + more}, now)
    assert ORDER.index(after.trajectory) <= ORDER.index(before.trajectory)
