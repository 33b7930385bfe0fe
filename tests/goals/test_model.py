from datetime import date
from typing import Any

import pytest

from exoskull.goals.model import parse_goal
from exoskull.i18n import error_text
from exoskull.kit.errors import InvalidInput
from exoskull.language.model import Direction, Period

GOOD: dict[str, Any] = {"title": " Biegać ", "metric": "runs", "target": 3, "period": "week"}


def test_a_goal_by_the_week_is_to_do_at_least_so_much() -> None:
    made = parse_goal(**GOOD)
    assert (made.title, made.target) == ("Biegać", 3.0)
    assert (made.direction, made.period) == (Direction.AT_LEAST, Period.WEEK)


def test_a_goal_without_a_period_is_one_to_reach() -> None:
    made = parse_goal(title="Waga", metric="weight_kg", target=75, by="2026-05-31", baseline=80)
    assert (made.direction, made.period, made.by_date) == (
        Direction.REACH,
        None,
        date(2026, 5, 31),
    )


@pytest.mark.parametrize(
    ("wrong", "key", "field"),
    [
        ({"title": ""}, "goal.invalid_title", "title"),
        ({"title": "\u200b"}, "goal.invalid_title", "title"),
        ({"title": "x" * 201}, "goal.invalid_title", "title"),
        ({"title": 5}, "goal.invalid_title", "title"),
        ({"metric": "Runs!"}, "measure.invalid_metric", "metric"),
        ({"metric": None}, "measure.invalid_metric", "metric"),
        ({"target": "3"}, "measure.invalid_value", "target"),
        ({"target": True}, "measure.invalid_value", "target"),
        ({"target": float("nan")}, "measure.invalid_value", "target"),
        ({"target": 10**400}, "measure.invalid_value", "target"),
        ({"baseline": float("inf")}, "measure.invalid_value", "baseline"),
        ({"direction": "more"}, "goal.invalid_direction", "direction"),
        ({"direction": "reach"}, "goal.period_with_reach", "period"),
        ({"period": "year"}, "goal.invalid_period", "period"),
        ({"by": "31.05.2026"}, "goal.invalid_date", "by"),
        ({"by": 5}, "goal.invalid_date", "by"),
        ({"unit": 5}, "field.not_text", "unit"),
    ],
)
def test_what_cannot_be_accepted_is_named_by_its_field(
    wrong: dict[str, Any], key: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_goal(**GOOD | wrong)
    assert (raised.value.key, raised.value.field) == (key, field)


MORE: dict[str, Any] = {"title": "Woda", "metric": "water_glasses", "target": 8}


def test_a_streak_is_of_days() -> None:
    made = parse_goal(**MORE, streak=14)
    assert (made.direction, made.period, made.streak) == (Direction.AT_LEAST, Period.DAY, 14)
    assert parse_goal(**MORE, streak=14, direction="at_most").direction is Direction.AT_MOST


def test_a_milestone_is_reached_by_a_date() -> None:
    made = parse_goal(title="Egzamin", metric="exam", target=1, by="2026-06-30", milestone=True)
    assert (made.direction, made.period, made.milestone) == (Direction.REACH, None, True)


@pytest.mark.parametrize(
    ("wrong", "key", "field"),
    [
        ({"streak": 1}, "goal.invalid_streak", "streak"),
        ({"streak": 367}, "goal.invalid_streak", "streak"),
        ({"streak": 2.5}, "goal.invalid_streak", "streak"),
        ({"streak": True}, "goal.invalid_streak", "streak"),
        ({"streak": 5, "period": "week"}, "goal.streak_not_of_days", "streak"),
        ({"streak": 5, "direction": "reach"}, "goal.streak_not_of_days", "streak"),
        ({"streak": 5, "milestone": True, "by": "2026-06-30"}, "goal.streak_not_of_days", "streak"),
        ({"milestone": "yes"}, "goal.invalid_milestone", "milestone"),
        ({"milestone": True}, "goal.milestone_without_date", "by"),
        ({"milestone": True, "by": "2026-06-30", "period": "day"}, "goal.milestone_without_date",
         "by"),
        ({"unit": "kg"}, "goal.invalid_unit", "unit"),
        ({"unit": "furlong"}, "goal.invalid_unit", "unit"),
    ],
)  # fmt: skip
def test_what_makes_no_goal_of_its_kind_is_refused(
    wrong: dict[str, Any], key: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_goal(**MORE | wrong)
    assert (raised.value.key, raised.value.field) == (key, field)
    assert error_text(raised.value, "pl") != error_text(raised.value, "en")


@pytest.mark.parametrize(
    ("metric", "target", "unit", "kept", "own"),
    [
        ("run_km", 5, "mi", 8.04672, "km"),
        ("run_km", 5000, "m", 5, "km"),
        ("run_minutes", 1.5, "h", 90, "min"),
        ("water_glasses", 2, "l", 8, "glass"),
        ("weight_kg", 165, "lb", 74.84274105, "kg"),
        ("steps", 10000, "kroków", 10000, "step"),
        ("run_km", 5, "", 5, ""),
        ("gitara", 5, "h", 5, "h"),
    ],
)
def test_a_goal_of_a_known_metric_is_kept_in_its_own_unit(
    metric: str, target: float, unit: str, kept: float, own: str
) -> None:
    made = parse_goal(title="Cel", metric=metric, target=target, unit=unit, baseline=target)
    assert (made.target, made.unit) == (pytest.approx(kept), own)
    assert made.baseline == made.target
