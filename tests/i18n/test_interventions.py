"""The messages of the loop: each symptom, option and tone, short, and in words of its own."""

import itertools
import re

import pytest
from fluent.syntax import ast

from exoskull.channels.sms_text import sms_length
from exoskull.i18n import text
from exoskull.i18n.catalogue import LANGUAGES, catalogue
from exoskull.language.metrics import METRICS

FRAMINGS = ("direct", "gentle", "humor")
OPTIONS = {
    "goal-off-pace": ("next-step", "plan-time", "smaller-step"),
    "goal-without-data": ("log-one", "easier-log"),
    "sleep-debt": ("earlier-bed", "wind-down"),
    "overload": ("pick-one", "drop-some"),
    "low-mood": ("check-in", "small-pleasure"),
    "silence": ("check-in",),
    "broken-routine": ("restart-small", "ask-reason"),
    "achievement": ("word",),
    "reminder-due": ("remind",),
    "noticed": ("check-in", "ease-off"),
}
FACTS = {
    "pl": {
        "goal-off-pace": {"goal": "Biegać", "have_text": "1 bieg", "target_text": "3 biegi"},
        "goal-without-data": {"goal": "Biegać", "metric_text": "bieganie"},
        "sleep-debt": {"mean_text": "5,2 godziny", "baseline_text": "7,1 godziny"}
        | {"debt_text": "5,7 godziny"},
        "overload": {"oldest": "Zadzwonić do urzędu"},
        "low-mood": {"mean_text": "4,1/10", "baseline_text": "6,4/10"},
        "silence": {},
        "broken-routine": {"metric_text": "bieganie", "usual_text": "3 razy w tygodniu"},
        "achievement": {"goal": "Biegać", "value_text": "3 biegi"},
        "reminder-due": {"title": "dentysta", "time": "18:00"},
        "noticed": {"about": "Biegać"},
    },
    "en": {
        "goal-off-pace": {"goal": "Running", "have_text": "1 run", "target_text": "3 runs"},
        "goal-without-data": {"goal": "Running", "metric_text": "running"},
        "sleep-debt": {"mean_text": "5.2 hours", "baseline_text": "7.1 hours"}
        | {"debt_text": "5.7 hours"},
        "overload": {"oldest": "Call the tax office"},
        "low-mood": {"mean_text": "4.1/10", "baseline_text": "6.4/10"},
        "silence": {},
        "broken-routine": {"metric_text": "running", "usual_text": "3 times a week"},
        "achievement": {"goal": "Running", "value_text": "3 runs"},
        "reminder-due": {"title": "dentist", "time": "18:00"},
        "noticed": {"about": "Running"},
    },
}
NUMBERS = {"days": 4, "days_since": 6, "nights": 3, "count": 6, "days_late": 5, "days_left": 3}
SITUATIONS = [
    {"metric": "runs", "direction": "at_least", "period": "week"},
    {"metric": "weight_kg", "direction": "reach", "period": "none"},
    {"metric": "coffee_cups", "direction": "at_most", "period": "day"},
    {"metric": "gitara", "direction": "at_most", "period": "month"},
    {"metric": None, "direction": None, "period": "none"},
]
CASES = [(symptom, option) for symptom, options in OPTIONS.items() for option in options]


def told(language: str, symptom: str, key: str, situation: dict[str, str | None]) -> str:
    return text(language, key, **FACTS[language][symptom], **NUMBERS, **situation)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("symptom", "option"), CASES)
def test_a_message_is_short_enough_for_two_sms(language: str, symptom: str, option: str) -> None:
    for framing, situation in itertools.product(FRAMINGS, SITUATIONS):
        said = told(language, symptom, f"intervention-{symptom}-{option}-{framing}", situation)
        assert sms_length(said).segments <= 2, said
        assert len(said) <= 160, said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("symptom", "option"), CASES)
def test_each_tone_says_it_differently(language: str, symptom: str, option: str) -> None:
    """The facts and the step are the same; the words round them are not."""
    said = [
        own_words(language, f"intervention-{symptom}-{option}-{framing}") for framing in FRAMINGS
    ]
    for one, other in itertools.combinations(said, 2):
        assert len(one & other) <= 0.4 * len(one | other), (one, other)


def own_words(language: str, key: str) -> set[str]:
    """What an entry says itself, without what it is told and what it refers to."""
    found: set[str] = set()
    stack: list[object] = [catalogue(language).bundle.get_message(key).value]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.TextElement):
            found |= set(re.findall(r"\w{3,}", node.value.lower()))
        elif isinstance(node, ast.BaseNode):
            stack += [value for name, value in vars(node).items() if name != "span"]
        elif isinstance(node, list):
            stack += node
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symptom", OPTIONS)
def test_each_symptom_has_a_reason_and_a_subject(language: str, symptom: str) -> None:
    for situation in SITUATIONS:
        reason = told(language, symptom, f"reason-{symptom}", situation)
        assert reason.endswith(".")
        subject = told(language, symptom, f"subject-{symptom}", situation)
        assert len(subject) <= 60
        assert "\n" not in subject


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["part-step", "part-small"])
def test_a_step_is_named_for_goals_of_most_metrics(language: str, part: str) -> None:
    """Others get the general step; what counts is that the common ones are concrete."""
    general = {text(language, part, direction=one) for one in ("at_least", "at_most")}
    concrete = [one for one in METRICS if text(language, part, metric=one) not in general]
    assert len(concrete) >= 0.8 * len(METRICS)


def test_no_message_lacks_its_place_in_the_table() -> None:
    listed = {
        f"intervention-{symptom}-{option}-{framing}"
        for symptom, option in CASES
        for framing in FRAMINGS
    }
    keys = {key for key in catalogue("en").entries if key.startswith("intervention-")}
    assert keys == listed


def test_a_limit_is_not_called_a_goal() -> None:
    said = told("pl", "goal-off-pace", "intervention-goal-off-pace-next-step-direct", SITUATIONS[2])
    assert "limit: 3 biegi" in said


def test_a_daily_goal_is_not_told_that_today_is_the_last_day() -> None:
    for language in LANGUAGES:
        assert text(language, "part-left", period="day", days_left=1) == ""
        assert text(language, "part-left", period="week", days_left=1)
