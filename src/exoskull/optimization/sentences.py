"""A trial, and what was noticed, in the person's words: rendered from facts, never written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exoskull.i18n import has, local_date, metric_name, percent, text
from exoskull.levers.model import LeverName
from exoskull.optimization.model import (
    ENOUGH,
    FAILED,
    Measure,
    MeasureKind,
    Observation,
    Problem,
    Tally,
    Trial,
    TrialState,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A trial in sentences: what was noticed, tried, how it is measured, what came of it."""

    noticed: str
    tried: str
    hypothesis: str
    measured: str
    outcome: str


def story(trial: Trial, language: str, *, ends: str, ended: str | None) -> Story:
    """The trial told in `language`.

    Args:
        ends, ended: the instants, as the person reads them.
    """
    measure = trial.measured_by
    return Story(
        noticed=problem_text(trial.problem, trial.subject, trial.facts, language),
        tried=tried(trial, language),
        hypothesis=_hypothesis(measure, language),
        measured=_measured(measure, ends, language),
        outcome=_outcome(trial, language, ended=ended),
    )


def headline(trial: Trial, language: str) -> str:
    """What was noticed and tried, and once it ended what came of it, for the feed."""
    if trial.state is TrialState.RUNNING:
        noticed = problem_text(trial.problem, trial.subject, trial.facts, language)
        return f"{noticed} {tried(trial, language)}"
    return f"{tried(trial, language)} {_result(trial, language)}"


def observed(one: Observation, language: str) -> str:
    """What was noticed."""
    return problem_text(one.problem, one.subject, one.facts, language)


def problem_text(problem: Problem, subject: str, facts: Mapping[str, Any], language: str) -> str:
    """What was noticed, from its facts."""
    told = {name: value for name, value in facts.items() if not isinstance(value, list | dict)}
    told |= {
        "subject": subject,
        "symptom_name": _symptom(str(facts.get("symptom", "")), language),
        "option_name": _option(str(facts.get("option", "")), language),
        "channel_name": _channel(str(facts.get("channel", "")), language),
        "metric_name": metric_name(str(facts.get("metric", "")), language),
    }
    return text(language, f"journal-noticed-{_key(problem.value)}", **told)


def tried(trial: Trial, language: str) -> str:
    """What is tried about it."""
    kind, _, option = trial.lever_subject.partition(":")
    value = trial.value
    until = value.get("until")
    told: dict[str, Any] = {
        "symptom_name": _symptom(kind, language),
        "option_name": _option(str(value.get("option", option)), language),
        "channel_name": _channel(trial.lever_subject, language),
        "days": value.get("days"),
        "severity": percent(float(value.get("severity", 0)), language),
        "until": local_date(datetime.fromisoformat(until), language) if until else None,
    }
    return text(language, f"journal-tries-{_key(trial.lever.value)}", **told)


def changed_approach(trial: Trial, before: LeverName, failures: int, language: str) -> str:
    """Why another lever is tried about the same problem."""
    return text(
        language,
        "journal-changed-approach",
        before=text(language, f"journal-lever-{_key(before.value)}"),
        after=text(language, f"journal-lever-{_key(trial.lever.value)}"),
        failures=failures,
    )


def _hypothesis(measure: Measure, language: str) -> str:
    kind = _key(measure.kind.value)
    return text(
        language,
        f"journal-hypothesis-{kind}",
        symptom_name=_symptom(measure.subject.partition(":")[0], language),
        hits=measure.before.hits,
        n=measure.before.n,
        share=percent(measure.before.share, language),
    )


def _measured(measure: Measure, ends: str, language: str) -> str:
    key = "journal-measured-no-worse" if measure.margin < 0 else "journal-measured"
    return text(
        language,
        key,
        ends=ends,
        n_min=measure.n_min,
        enough=percent(ENOUGH, language),
        days=measure.kind in (MeasureKind.FREE_DAYS, MeasureKind.GOAL_DAYS),
        margin=percent(-measure.margin, language),
    )


def _outcome(trial: Trial, language: str, *, ended: str | None) -> str:
    if trial.state is TrialState.RUNNING:
        return text(language, "journal-running", extended=trial.extended)
    return text(language, "journal-ended", ended=ended or "", result=_result(trial, language))


def _result(trial: Trial, language: str) -> str:
    assert trial.verdict is not None
    if trial.verdict in (Verdict.BY_PERSON, Verdict.GONE):
        return text(language, f"journal-verdict-{_key(trial.verdict.value)}")
    before = trial.measured_by.before
    within = Tally(**(trial.within or {}))
    unsure = trial.verdict in FAILED and trial.p_better is None
    return text(
        language,
        f"journal-verdict-{_key(trial.verdict.value)}",
        share=percent(before.share, language),
        hits=before.hits,
        n=before.n,
        share_within=percent(within.share, language),
        hits_within=within.hits,
        n_within=within.n,
        probability=None if unsure else percent(trial.p_better or 0.0, language),
    )


def _symptom(kind: str, language: str) -> str:
    return _named("journal-symptom", kind, language)


def _option(option: str, language: str) -> str:
    return _named("journal-option", option, language)


def _channel(channel: str, language: str) -> str:
    return _named("journal-channel", channel, language)


def _named(what: str, name: str, language: str) -> str:
    """The name of a thing in the person's language; its own, where it has none."""
    key = f"{what}-{_key(name)}"
    return text(language, key) if has(key, language) else name.replace("_", " ")


def _key(name: str) -> str:
    return name.replace("_", "-")
