"""Every trial and every problem can be told, in both languages, from facts alone."""

import pytest
from optimization.made import AT, trial

from exoskull.i18n import LANGUAGES, has
from exoskull.levers.model import LeverName
from exoskull.mape.plan import OPTIONS
from exoskull.optimization.model import (
    MeasureKind,
    Observation,
    Problem,
    TrialState,
    Verdict,
)
from exoskull.optimization.sentences import headline, observed, story

FACTS = {
    "symptom": "sleep_debt", "option": "wind_down", "hits": 0, "n": 8, "hits_other": 3,
    "n_other": 6, "channel": "sms", "failed": 4, "metric": "sleep_hours", "spells": 5, "days": 28,
    "variation": 0.31, "goal": "Run", "severities": [0.6, 0.7],
}  # fmt: skip
VALUES = {
    LeverName.PREFER_OPTION: {"option": "earlier_bed"},
    LeverName.LENGTHEN_COOLDOWN: {"days": 4},
    LeverName.RAISE_THRESHOLD: {"severity": 0.66},
    LeverName.DEMOTE_CHANNEL: {"until": AT.isoformat()},
}
SUBJECTS = {
    LeverName.RETIRE_OPTION: "sleep_debt:wind_down",
    LeverName.RAISE_THRESHOLD: "sleep_debt:sleep_hours",
    LeverName.DEMOTE_CHANNEL: "sms",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_can_be_told(problem: Problem, language: str) -> None:
    one = Observation(problem=problem, subject="sms", severity=0.5, facts=FACTS)
    assert observed(one, language).endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lever", list(LeverName))
@pytest.mark.parametrize("verdict", [None, *Verdict])
def test_every_trial_can_be_told(lever: LeverName, verdict: Verdict | None, language: str) -> None:
    kept = verdict is Verdict.BETTER
    state = TrialState.KEPT if kept else TrialState.REVERTED
    known = verdict in (Verdict.BETTER, Verdict.NOT_BETTER)
    one = trial(
        lever=lever,
        lever_subject=SUBJECTS.get(lever, "sleep_debt"),
        value=VALUES.get(lever, {}),
        facts=FACTS,
        verdict=verdict,
        state=state if verdict else TrialState.RUNNING,
        p_better=0.91 if known else None,
    )
    for kind in MeasureKind:
        told = story(
            trial(**{**_fields(one), "measure": {**one.measure, "kind": kind.value}}),
            language,
            ends="x",
            ended="y",
        )
        for sentence in (told.noticed, told.tried, told.hypothesis, told.measured, told.outcome):
            assert sentence[-1] in ".!"
            assert "None" not in sentence
    assert headline(one, language)


def _fields(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in type(one).__dataclass_fields__}  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_option_and_channel_has_a_name(language: str) -> None:
    for kind, options in OPTIONS.items():
        assert has(f"journal-symptom-{kind.value.replace('_', '-')}", language)
        for option in options:
            assert has(f"journal-option-{option.replace('_', '-')}", language), option


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", ["channel_demoted", "below_threshold", "resting"])
def test_why_a_lever_held_something_back_can_be_told(reason: str, language: str) -> None:
    assert has(f"why-not-{reason}", language)
