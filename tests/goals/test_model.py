from datetime import date
from typing import Any

import pytest

from exoskull.goals.model import parse_goal
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
