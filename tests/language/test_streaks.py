from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from exoskull.language import read
from exoskull.language.model import Direction, Language, Period, SetGoal

NOW = datetime(2026, 3, 5, 12, tzinfo=ZoneInfo("Europe/Warsaw"))


@pytest.mark.parametrize(
    ("language", "said", "title", "metric", "target", "streak"),
    [
        ("pl", "chcę pić 8 szklanek wody przez 14 dni z rzędu", "Pić 8 szklanek wody",
         "water_glasses", 8, 14),
        ("pl", "chcę medytować 10 dni z rzędu", "Medytować", "meditations", 1, 10),
        ("pl", "chcę spać 8 godzin przez 5 dni pod rząd", "Spać 8 godzin", "sleep_hours", 8, 5),
        ("en", "I want to meditate 10 days in a row", "Meditate", "meditations", 1, 10),
        ("en", "I want to drink 8 glasses of water for 14 days straight",
         "Drink 8 glasses of water", "water_glasses", 8, 14),
    ],
)  # fmt: skip
def test_days_in_a_row_make_a_streak(
    language: str, said: str, title: str, metric: str, target: float, streak: int
) -> None:
    (goal,) = read(said, language=Language(language), at=NOW)
    assert isinstance(goal, SetGoal)
    assert (goal.title, goal.metric, goal.target) == (title, metric, target)
    assert (goal.period, goal.streak, goal.by) == (Period.DAY, streak, None)


def test_a_limit_can_hold_for_days_in_a_row() -> None:
    said = "Cel: najwyżej 2 kawy dziennie przez 7 dni z rzędu"
    (goal,) = read(said, language=Language.PL, at=NOW)
    assert isinstance(goal, SetGoal)
    assert (goal.direction, goal.streak) == (Direction.AT_MOST, 7)


def test_other_goals_have_no_streak() -> None:
    (goal,) = read("chcę biegać 3 razy w tygodniu", language=Language.PL, at=NOW)
    assert isinstance(goal, SetGoal)
    assert goal.streak is None
