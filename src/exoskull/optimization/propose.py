"""Of all that was noticed, the one thing to try next. Pure.

Each problem has a ladder of remedies, the mildest first. A remedy that failed twice about the same
problem, or that the person took back, is not tried again: the next one is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import Any

from exoskull.learning.constraints import Wish
from exoskull.levers.model import Lever, LeverName, is_plain, preferred_option, retired_options
from exoskull.mape.model import SymptomKind
from exoskull.mape.plan import COOLDOWN_DAYS, OPTIONS
from exoskull.optimization.measure import count
from exoskull.optimization.model import (
    BEFORE,
    FAILED,
    FAILURES_MAX,
    REST,
    TRIAL_LASTS,
    Measure,
    MeasureKind,
    Observation,
    Problem,
    Trial,
    TrialState,
    Verdict,
)
from exoskull.optimization.seen import Seen

MESSAGES_MIN = 5
DAYS_MIN = 10
MAY_BE_WORSE = -0.1
"""How much worse a change may be that asks less of the person: ten points of a hundred."""

RESTS_MORE_DAYS = 3
KEPT_FOR = timedelta(days=60)
"""So long after a trial was kept, its problem is looked at afresh only where it was undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A lever to pull, and by what it is measured."""

    lever: LeverName
    subject: str
    value: dict[str, Any]
    measure: MeasureKind
    measured_on: str
    n_min: int
    margin: float = 0.0


Remedy = Callable[[Observation, Seen], Step | None]
"""What could be done about an observation; None where it does not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A trial to begin. `instead_of`: the lever that failed about this problem before, where the
    approach changes; `failures`: how often."""

    observation: Observation
    step: Step
    measure: Measure
    instead_of: LeverName | None = None
    failures: int = 0


def choose(
    observations: Iterable[Observation], trials: Sequence[Trial], seen: Seen
) -> Proposal | None:
    """The most severe problem that something can be tried about now; None where there is none, or
    where a trial is running.

    Args:
        trials: all there were, oldest first.
    """
    if any(one.state is TrialState.RUNNING for one in trials):
        return None
    for observation in sorted(observations, key=lambda one: (-one.severity, one.key)):
        past = [one for one in trials if one.key == observation.key]
        if not _rests(past, seen):
            proposal = _next(observation, past, seen)
            if proposal is not None:
                return proposal
    return None


def _rests(past: Sequence[Trial], seen: Seen) -> bool:
    """Whether the problem is to be left alone now: a trial about it has just ended, or was kept
    and stands."""
    for one in past:
        ended = one.ended_at or one.started_at
        kept = one.state is TrialState.KEPT
        if seen.at < ended + (KEPT_FOR if kept else REST):
            return True
    return False


def is_exhausted(past: Sequence[Trial], lever: LeverName) -> bool:
    """Whether `lever` is not to be tried again, by the trials about one problem."""
    mine = [one for one in past if one.lever is lever]
    failures = sum(one.verdict in FAILED for one in mine)
    taken_back = any(one.verdict in (Verdict.BY_PERSON, Verdict.GONE) for one in mine)
    return failures >= FAILURES_MAX or taken_back


def _next(observation: Observation, past: Sequence[Trial], seen: Seen) -> Proposal | None:
    for remedy in REMEDIES[observation.problem]:
        step = remedy(observation, seen)
        if step is None or is_exhausted(past, step.lever):
            continue
        before = count(step.measure, step.measured_on, seen, seen.at - BEFORE, seen.at)
        if before.n < step.n_min:
            continue  # nothing to compare with
        failed = [one for one in past if one.state is TrialState.REVERTED]
        last = failed[-1].lever if failed else None
        changes = last is not None and last is not step.lever
        return Proposal(
            observation=observation,
            step=step,
            measure=Measure(
                kind=step.measure,
                subject=step.measured_on,
                since=seen.at - BEFORE,
                before=before,
                n_min=step.n_min,
                margin=step.margin,
            ),
            instead_of=last if changes else None,
            failures=sum(one.lever is last for one in failed),
        )
    return None


def retire_option(observation: Observation, seen: Seen) -> Step | None:
    """Choose the option no more, while others are left."""
    kind, _, option = observation.subject.partition(":")
    left = set(_options(kind)) - retired_options(seen.levers, kind) - {option}
    if not left:
        return None
    return _about_messages(LeverName.RETIRE_OPTION, observation.subject, {}, kind)


def prefer_best(observation: Observation, seen: Seen) -> Step | None:
    """Choose the best of the other options, where there is a choice of more than one."""
    kind, _, option = observation.subject.partition(":")
    best = observation.facts.get("best")
    others = set(_options(kind)) - retired_options(seen.levers, kind) - {option}
    if best not in others or len(others) < 2 or preferred_option(seen.levers, kind) == best:
        return None
    return _about_messages(LeverName.PREFER_OPTION, kind, {"option": best}, kind)


def write_plainly(observation: Observation, seen: Seen) -> Step | None:
    """Write about the kind briefly and directly."""
    kind = str(observation.facts["symptom"])
    if is_plain(seen.levers, kind):
        return None
    return _about_messages(LeverName.PLAIN_WORDING, kind, {}, kind)


def rest_longer(observation: Observation, seen: Seen) -> Step | None:
    """Let the kind rest longer: fewer messages, as long as it goes no worse."""
    kind = str(observation.facts["symptom"])
    usual = COOLDOWN_DAYS.get(SymptomKind(kind), 0) if kind in set(SymptomKind) else 0
    if not usual or _pulled(seen.levers, LeverName.LENGTHEN_COOLDOWN, kind):
        return None
    return _about_days(
        LeverName.LENGTHEN_COOLDOWN, kind, {"days": usual + RESTS_MORE_DAYS}, measured_on=kind
    )


def raise_threshold(observation: Observation, seen: Seen) -> Step | None:
    """Take the symptom seriously only where it is graver than it mostly was."""
    severities = observation.facts.get("severities") or []
    if not severities or max(severities) - min(severities) < 0.02:
        return None
    floor = round(median(severities), 4)
    if min(severities) >= floor or _pulled(
        seen.levers, LeverName.RAISE_THRESHOLD, observation.subject
    ):
        return None
    return _about_days(
        LeverName.RAISE_THRESHOLD,
        observation.subject,
        {"severity": floor},
        measured_on=observation.subject,
    )


def demote_channel(observation: Observation, seen: Seen) -> Step | None:
    """Leave the channel alone for four weeks, where another one reaches the person and they did
    not ask for this one."""
    channel = observation.subject
    asked_for = any(
        one.wish == Wish.PREFER and (one.factor, one.level) == ("channel", channel)
        for one in seen.corrections
    )
    if asked_for or not seen.ways - {channel}:
        return None
    until = (seen.at + 2 * TRIAL_LASTS).isoformat()
    return Step(
        lever=LeverName.DEMOTE_CHANNEL,
        subject=channel,
        value={"until": until},
        measure=MeasureKind.DELIVERED,
        measured_on=channel,
        n_min=MESSAGES_MIN,
    )


def ask_for_less(observation: Observation, seen: Seen) -> Step | None:
    """Ask for the smaller step in messages about goals that are behind."""
    kind = SymptomKind.GOAL_OFF_PACE.value
    retired = "smaller_step" in retired_options(seen.levers, kind)
    if retired or preferred_option(seen.levers, kind) == "smaller_step":
        return None
    return _for_goal(LeverName.PREFER_OPTION, kind, {"option": "smaller_step"}, observation)


def write_plainly_of_goal(observation: Observation, seen: Seen) -> Step | None:
    """Write about goals that are behind briefly and directly."""
    kind = SymptomKind.GOAL_OFF_PACE.value
    if is_plain(seen.levers, kind):
        return None
    return _for_goal(LeverName.PLAIN_WORDING, kind, {}, observation)


def easier_log(observation: Observation, seen: Seen) -> Step | None:
    """Ask of a goal without data for the easiest entry there is."""
    kind = SymptomKind.GOAL_WITHOUT_DATA.value
    if preferred_option(seen.levers, kind) == "easier_log":
        return None
    return _for_goal(LeverName.PREFER_OPTION, kind, {"option": "easier_log"}, observation)


def _options(kind: str) -> tuple[str, ...]:
    return OPTIONS[SymptomKind(kind)] if kind in set(SymptomKind) else ()


def _pulled(levers: Sequence[Lever], name: LeverName, subject: str) -> bool:
    return any((one.name, one.subject) == (name, subject) for one in levers)


def _about_messages(lever: LeverName, subject: str, value: dict[str, Any], kind: str) -> Step:
    return Step(
        lever=lever,
        subject=subject,
        value=value,
        measure=MeasureKind.WORKED,
        measured_on=kind,
        n_min=MESSAGES_MIN,
    )


def _for_goal(
    lever: LeverName, subject: str, value: dict[str, Any], observation: Observation
) -> Step:
    return Step(
        lever=lever,
        subject=subject,
        value=value,
        measure=MeasureKind.GOAL_DAYS,
        measured_on=observation.subject,
        n_min=DAYS_MIN,
    )


def _about_days(lever: LeverName, subject: str, value: dict[str, Any], measured_on: str) -> Step:
    return Step(
        lever=lever,
        subject=subject,
        value=value,
        measure=MeasureKind.FREE_DAYS,
        measured_on=measured_on,
        n_min=DAYS_MIN,
        margin=MAY_BE_WORSE,
    )


REMEDIES: Mapping[Problem, tuple[Remedy, ...]] = {
    Problem.IGNORED_OPTION: (retire_option, prefer_best, write_plainly, rest_longer),
    Problem.NOISY_METRIC: (raise_threshold, rest_longer),
    Problem.FAILING_CHANNEL: (demote_channel,),
    Problem.GOAL_WITHOUT_MEANS: (easier_log,),
    Problem.FAILING_APPROACH: (ask_for_less, write_plainly_of_goal),
    Problem.FAILING_SKILL: (),
    Problem.UNUSED_APP: (),
}
"""For each problem, what is tried about it, in this order. Where there is nothing, the problem is
shown and left to its own feature: skills are revoked and apps archived by theirs."""
