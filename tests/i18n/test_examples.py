"""What the texts tell a person to write is what the reader understands."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from exoskull.i18n import text
from exoskull.i18n.catalogue import LANGUAGES
from exoskull.language import read
from exoskull.language.metrics import METRICS
from exoskull.language.model import (
    Approve,
    AskStatus,
    AskWhy,
    FinishTask,
    Language,
    LogMeasure,
    MakeTask,
    NotUnderstood,
    Pause,
    Remind,
    Resume,
    SetGoal,
    SmallTalk,
    Undo,
)

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=ZoneInfo("Europe/Warsaw"))
QUOTED = re.compile(r"„([^”]+)”|\"([^\"]+)\"")


def kinds(said: str, language: str) -> set[type]:
    return {type(act) for act in read(said, language=Language(language), at=NOW)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("metric", sorted(METRICS))
def test_the_example_of_a_metric_logs_that_metric(metric: str, language: str) -> None:
    said = text(language, "part-example", metric=metric)
    acts = read(said, language=Language(language), at=NOW)
    logged = {act.metric for act in acts if isinstance(act, LogMeasure)}
    assert metric in logged, (said, acts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_metric_of_ones_own_logs_it(language: str) -> None:
    said = text(language, "part-example", metric="gitara", metric_text="gitara")
    acts = read(said, language=Language(language), at=NOW)
    assert [(type(act), getattr(act, "metric", "")) for act in acts] == [(LogMeasure, "gitara")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_help_suggests_is_understood(language: str) -> None:
    said = [one or other for one, other in QUOTED.findall(text(language, "assistant-help"))]
    acts = [act for one in said for act in kinds(one, language)]
    wanted = {LogMeasure, SetGoal, Remind, MakeTask, FinishTask, AskStatus, AskWhy, Undo, Pause}
    assert NotUnderstood not in acts
    assert set(acts) >= wanted | {Resume}


@pytest.mark.parametrize(
    ("polish", "english", "act"),
    [
        ("nie pisz", "don't write", Pause),
        ("Nie pisz do mnie dzisiaj", "Don't write today", Pause),
        ("wróć", "resume", Resume),
        ("START", "START", Resume),
        ("pomoc", "help", SmallTalk),
        ("TAK 1234", "YES 1234", Approve),
        ("chcę biegać 3 razy w tygodniu", "I want to run 3 times a week", SetGoal),
        ("jak mi idzie?", "how am I doing?", AskStatus),
    ],
)
def test_the_words_that_answers_name_are_understood(polish: str, english: str, act: type) -> None:
    assert kinds(polish, "pl") == {act}
    assert kinds(english, "en") == {act}
