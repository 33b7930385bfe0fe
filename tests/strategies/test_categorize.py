"""A goal's category: by its metric, else by the words of its title."""

import pytest
from strategies.slipping import a_goal

from exoskull.language.metrics import METRICS
from exoskull.strategies.categorize import category_of
from exoskull.strategies.model import Category


def test_every_metric_of_the_catalogue_is_placed() -> None:
    placed = {metric: category_of(a_goal(metric=metric)) for metric in METRICS}
    assert [metric for metric, one in placed.items() if one is Category.HABITS] == ["screen_hours"]
    assert placed["runs"] is Category.FITNESS
    assert placed["sleep_hours"] is Category.SLEEP
    assert placed["savings_eur"] is Category.FINANCE


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("Dzwonić do mamy", Category.RELATIONS),
        ("Więcej czasu z dziećmi", Category.RELATIONS),
        ("Call my parents", Category.RELATIONS),
        ("Spłacić kredyt", Category.FINANCE),
        ("Pay off the loan", Category.FINANCE),
        ("Nauczyć się hiszpańskiego", Category.LEARNING),
        ("Learn Spanish", Category.LEARNING),
        ("Zdać egzamin", Category.LEARNING),
        ("Grać na gitarze", Category.LEARNING),
        ("Skończyć rozdział pracy", Category.WORK),
        ("Wysłać CV", Category.WORK),
        ("Write the report", Category.WORK),
        ("Spać dłużej", Category.SLEEP),
        ("Chodzić na spacery", Category.FITNESS),
        ("Joga", Category.FITNESS),
        ("Iść do dentysty", Category.HEALTH),
        ("Less sugar", Category.HEALTH),
        ("Podlewać kwiaty", Category.HABITS),
        ("Zrobić coś nowego", Category.HABITS),
        ("", Category.HABITS),
    ],
)
def test_a_title_of_an_unknown_metric_says_it(title: str, category: Category) -> None:
    assert category_of(a_goal(title=title or "?", metric="moje_cos")) is category
