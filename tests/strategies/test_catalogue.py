"""The catalogue: enough approaches, of enough kinds, said in both languages, sourced."""

import re
from collections import Counter
from datetime import UTC, datetime

import pytest
from strategies.slipping import a_goal

from exoskull.goals.model import Goal
from exoskull.goals.pace import assess
from exoskull.i18n.catalogue import LANGUAGES, catalogue
from exoskull.language.metrics import METRICS
from exoskull.language.model import Direction
from exoskull.strategies.catalogue import BY_KEY, CATALOGUE
from exoskull.strategies.choose import candidates, heading
from exoskull.strategies.model import Approach, ApproachKind, Category
from exoskull.strategies.wording import approach_name, kind_name, step_title

TITLE_MAX = 90
NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
SOURCE = re.compile(
    r"[A-Za-z][\w ,&.-]+ (19|20)\d\d, (doi:10\.\d{4,5}/\S+|[A-Z][A-Za-z ]+ \d+(\(\d+\))?:\d+)"
)
"""Authors and year, then a DOI, or a journal with volume and page."""


def goals_of(metric: str, target: float = 12345) -> list[Goal]:
    """A goal of `metric` for more, for less, and to reach: a long way up, down, and unknown."""
    return [
        a_goal(metric=metric, target=target, period="day", direction="at_least"),
        a_goal(metric=metric, target=target, period="week", direction="at_most"),
        a_goal(metric=metric, target=target, period=None, by="2026-03-20", baseline=1.5),
        a_goal(metric=metric, target=target, period=None, by="2026-03-20", baseline=99999),
        a_goal(metric=metric, target=target, period=None),
    ]


EVERY_GOAL = [goal for metric in (*METRICS, "lekcje_gitary") for goal in goals_of(metric)]


def test_there_are_at_least_sixty_approaches_and_keys_are_theirs_alone() -> None:
    assert len(CATALOGUE) >= 60
    assert len(BY_KEY) == len(CATALOGUE)


@pytest.mark.parametrize("category", Category)
def test_every_category_has_six_approaches_of_four_kinds(category: Category) -> None:
    own = [one for one in CATALOGUE if one.category is category]
    assert len(own) >= 6
    assert len({one.kind for one in own}) >= 4


def test_every_kind_is_used() -> None:
    assert {one.kind for one in CATALOGUE} == set(ApproachKind)


@pytest.mark.parametrize("approach", CATALOGUE, ids=lambda one: one.key)
def test_an_approach_has_three_steps_or_more_that_differ(approach: Approach) -> None:
    assert len(approach.steps) >= 3
    assert len({step.key for step in approach.steps}) == len(approach.steps)
    assert all(1 <= step.minutes <= 60 for step in approach.steps)
    for language in LANGUAGES:
        titles = [
            step_title(approach.key, step.key, a_goal(), None, language) for step in approach.steps
        ]
        assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("approach", CATALOGUE, ids=lambda one: one.key)
def test_an_approach_has_a_step_for_every_day_of_the_week(approach: Approach) -> None:
    for weekday in range(7):
        assert any(step.fits(weekday) for step in approach.steps)


@pytest.mark.parametrize("approach", CATALOGUE, ids=lambda one: one.key)
def test_an_approach_names_its_evidence(approach: Approach) -> None:
    assert SOURCE.fullmatch(approach.source), approach.source


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_an_approach_belongs_to_one(language: str) -> None:
    names = {f"approach-{one.key}" for one in CATALOGUE}
    steps = {f"step-{one.key}-{step.key}" for one in CATALOGUE for step in one.steps}
    entries = catalogue(language).entries
    assert {key for key in entries if key.startswith("approach-")} == names | {"approach-kind"}
    assert {key for key in entries if key.startswith("step-")} == steps


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_titles_are_short_and_without_a_full_stop(language: str) -> None:
    names = [approach_name(one.key, language) for one in CATALOGUE]
    assert [key for key, count in Counter(names).items() if count > 1] == []
    assert all(name[0].isupper() and len(name) <= 40 for name in names)
    titles = {
        step_title(one.key, step.key, goal, progress, language)
        for goal in EVERY_GOAL
        for progress in (None, assess(goal, [], NOW))
        for one in candidates(goal, CATALOGUE)
        for step in one.steps
    }
    assert len(titles) > 300
    assert [one for one in titles if len(one) > TITLE_MAX] == []
    assert [one for one in titles if one.endswith(".") or not one[0].isupper()] == []


def test_every_kind_has_a_name() -> None:
    for language in LANGUAGES:
        assert len({kind_name(kind, language) for kind in ApproachKind}) == len(ApproachKind)


@pytest.mark.parametrize("metric", [*METRICS, "lekcje_gitary"])
def test_every_goal_has_candidates_of_four_kinds(metric: str) -> None:
    for goal in goals_of(metric):
        assert len({one.kind for one in candidates(goal, CATALOGUE)}) >= 4


def test_what_helps_to_do_less_is_not_proposed_to_somebody_who_wants_more() -> None:
    gain = a_goal(metric="weight_kg", target=70, period=None, baseline=60)
    assert heading(gain) is Direction.AT_LEAST
    keys = {one.key for one in candidates(gain, CATALOGUE)}
    assert not keys & {"health_plate", "health_food_diary", "health_slow_meal"}
    unknown = a_goal(metric="weight_kg", target=70, period=None)
    assert not {one.key for one in candidates(unknown, CATALOGUE)} & {"health_plate"}
