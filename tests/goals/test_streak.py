from datetime import date

import pytest
from goals.given import WARSAW, at, goal, stand

from exoskull.goals.model import Goal
from exoskull.goals.period import day_end
from exoskull.goals.progress import Progress, Rule, Streak, Trajectory
from exoskull.language.model import Direction, Period


def water(of: int = 3, **fields: object) -> Goal:
    kept: dict = {"streak": of, "created": at(2, 8)} | fields
    return goal("water_glasses", 8, Period.DAY, **kept)


def row(progress: Progress) -> Streak:
    assert progress.streak is not None
    return progress.streak


@pytest.mark.parametrize(
    ("values", "day", "hour", "in_a_row", "trajectory", "rule"),
    [
        ({}, 2, 9, 0, "no_data", "nothing_measured"),
        ({"2": 3}, 2, 9, 0, "on_track", "run_begins"),
        ({"2": 8}, 2, 9, 1, "on_track", "run_goes_on"),
        ({"2": 8}, 3, 9, 1, "on_track", "run_goes_on"),  # today is open
        ({"2": 8, "3": 5}, 3, 23, 1, "on_track", "run_goes_on"),
        ({"2": 8, "3": 5}, 4, 1, 0, "off_track", "run_broken"),
        ({"2": 8, "3": 5, "4": 8}, 4, 12, 1, "on_track", "run_goes_on"),
        ({"2": 8}, 4, 9, 0, "at_risk", "run_unknown"),  # nothing on the 3rd
        ({"2": 8, "3": 9, "4": 8}, 4, 9, 3, "completed", "target_met"),
        ({"2": 8, "3": 9, "4": 8, "5": 1}, 6, 9, 0, "completed", "target_met"),
        ({"02-28": 8, "03-01": 8, "2": 8}, 2, 9, 1, "on_track", "run_goes_on"),  # before the goal
    ],
)
def test_three_days_of_eight_glasses(
    values: dict[str, float], day: int, hour: int, in_a_row: int, trajectory: str, rule: str
) -> None:
    found = stand(water(), values, at(day, hour))
    assert row(found).days == in_a_row
    assert found.trajectory == trajectory
    assert found.because is not None
    assert found.because.rule == rule
    assert found.target == 8


def test_no_more_than_a_limit_is_met_when_the_day_is_over() -> None:
    one = goal("coffee_cups", 2, Period.DAY, Direction.AT_MOST, streak=2, created=at(2, 8))
    assert row(stand(one, {"2": 1}, at(2, 20))).days == 0
    assert row(stand(one, {"2": 1}, day_end(date(2026, 3, 2), WARSAW))).days == 1
    broken = stand(one, {"2": 1, "3": 3}, at(3, 9))
    assert (broken.trajectory, row(broken).days) == (Trajectory.OFF_TRACK, 0)
    unsaid = stand(one, {"2": 1}, at(4, 9))
    assert (unsaid.trajectory, row(unsaid).days) == (Trajectory.AT_RISK, 0)
    assert stand(one, {"2": 1, "3": 2}, at(4, 9)).trajectory is Trajectory.COMPLETED


@pytest.mark.parametrize(
    ("values", "day", "least", "trajectory", "rule"),
    [
        ({"2": 8}, 3, 0, "on_track", Rule.RUN_GOES_ON),  # 3 to 6 March: four days to come
        ({"2": 8, "3": 1}, 4, 0, "off_track", Rule.RUN_BROKEN),  # 4, 5 and 6 still make three
        ({"2": 8, "3": 1, "4": 1}, 5, 1, "off_track", Rule.RUN_TOO_LATE),  # 5 and 6 do not
        ({"2": 8, "3": 1, "4": 8}, 5, 1, "on_track", Rule.RUN_GOES_ON),
        ({"2": 8, "3": 1, "4": 8}, 7, 3, "off_track", Rule.DATE_PASSED),
    ],
)
def test_a_row_must_fit_before_its_date(
    values: dict[str, float], day: int, least: int, trajectory: str, rule: Rule
) -> None:
    found = stand(water(by=date(2026, 3, 6)), values, at(day, 9))
    assert (found.trajectory, row(found).least) == (trajectory, least)
    assert found.because is not None
    assert found.because.rule is rule


def test_a_late_entry_mends_the_row() -> None:
    gap = stand(water(), {"2": 8, "4": 8}, at(4, 20))
    assert row(gap).days == 1
    mended = stand(water(), {"2": 8, "3": 8, "4": 8}, at(4, 20))
    assert mended.trajectory is Trajectory.COMPLETED
