"""Which one thing is tried: never two at once, never the same a third time, none that is not in the
closed set."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from mape.made import IDS
from optimization.made import AT, deliveries, lever, looked, seen, trial, tries

from exoskull.kit.ids import TraceId
from exoskull.ledger.model import Correction
from exoskull.levers.model import LeverName
from exoskull.optimization.model import (
    FAILURES_MAX,
    REST,
    Observation,
    Problem,
    Trial,
    TrialState,
    Verdict,
)
from exoskull.optimization.propose import REMEDIES, choose
from exoskull.optimization.seen import Seen

IGNORED = Observation(
    problem=Problem.IGNORED_OPTION,
    subject="goal_off_pace:next_step",
    severity=0.6,
    facts={"symptom": "goal_off_pace", "option": "next_step", "best": "smaller_step"},
)
FAILING = Observation(
    problem=Problem.FAILING_CHANNEL, subject="sms", severity=0.7, facts={"channel": "sms"}
)


def there(**fields: object) -> Seen:
    made: dict[str, object] = {
        "tries": tries(3, 20, kind="goal_off_pace", option="next_step"),
        "deliveries": deliveries("sms", [False] * 8),
        "looked": looked([set()] * 20),
    }
    return seen(**made | fields)


def test_the_most_severe_problem_comes_first() -> None:
    proposal = choose([IGNORED, FAILING], [], there())
    assert proposal is not None
    assert (proposal.step.lever, proposal.step.subject) == (LeverName.DEMOTE_CHANNEL, "sms")


def test_nothing_is_tried_that_cannot_be_compared() -> None:
    assert choose([IGNORED], [], there(tries=[], looked=[])) is None


def test_a_channel_that_was_asked_for_or_is_the_only_one_is_left() -> None:
    asked = Correction(
        id=IDS.new(), factor="channel", level="sms", wish="prefer", created_at=AT,
        trace=TraceId(IDS.new()),
    )  # fmt: skip
    assert choose([FAILING], [], there(corrections=[asked])) is None
    assert choose([FAILING], [], there(ways=frozenset({"sms"}))) is None


def test_the_last_option_is_never_retired() -> None:
    others = [
        lever(LeverName.RETIRE_OPTION, f"goal_off_pace:{option}")
        for option in ("plan_time", "smaller_step")
    ]
    proposal = choose([IGNORED], [], there(levers=others))
    assert proposal is not None
    assert proposal.step.lever not in (LeverName.RETIRE_OPTION, LeverName.PREFER_OPTION)


def about(lever: LeverName, verdict: Verdict, days_ago: float) -> Trial:
    kept = verdict is Verdict.BETTER
    ended = AT - timedelta(days=days_ago)
    return trial(
        subject=IGNORED.subject,
        lever=lever,
        verdict=verdict,
        state=TrialState.KEPT if kept else TrialState.REVERTED,
        started_at=ended - timedelta(days=14),
        ended_at=ended,
    )


def test_a_problem_rests_after_a_trial_and_longer_after_one_that_was_kept() -> None:
    def next_lever(verdict: Verdict, days_ago: float) -> LeverName | None:
        found = choose([IGNORED], [about(LeverName.RETIRE_OPTION, verdict, days_ago)], there())
        return None if found is None else found.step.lever

    assert next_lever(Verdict.NOT_BETTER, 13.9) is None
    assert next_lever(Verdict.NOT_BETTER, 14) is LeverName.RETIRE_OPTION
    assert next_lever(Verdict.BETTER, 59) is None
    assert next_lever(Verdict.BY_PERSON, 20) is LeverName.PREFER_OPTION


ladder = st.lists(st.sampled_from(list(Verdict)), max_size=14)


@given(verdicts=ladder, gaps=st.lists(st.integers(0, 80), min_size=14, max_size=14))
def test_whatever_comes_of_trials_no_lever_fails_a_third_time_and_none_overlap(
    verdicts: list[Verdict], gaps: list[int]
) -> None:
    """The rules alone, over a whole life: each trial runs 14 days and ends as chance has it."""
    past: list[Trial] = []
    now = AT
    for verdict, gap in zip(verdicts, gaps, strict=False):
        now += timedelta(days=gap)
        proposal = choose([IGNORED], past, _at(now))
        if proposal is None:
            continue
        running = trial(
            subject=IGNORED.subject,
            lever=proposal.step.lever,
            state=TrialState.RUNNING,
            verdict=None,
            started_at=now,
            ended_at=None,
        )
        assert choose([IGNORED, FAILING], [*past, running], _at(now)) is None
        ended = now + timedelta(days=14)
        past.append(_ended(running, verdict, ended))
        now = ended
    for name in LeverName:
        mine = [one for one in past if one.lever is name]
        failed = [one.verdict in (Verdict.NOT_BETTER, Verdict.INCONCLUSIVE) for one in mine]
        assert sum(failed) <= FAILURES_MAX
        taken_back = [n for n, one in enumerate(mine) if one.verdict is Verdict.BY_PERSON]
        assert not taken_back or taken_back[0] == len(mine) - 1
    for before, after in itertools.pairwise(past):
        assert before.ended_at is not None
        assert after.started_at >= before.ended_at + REST


def _at(now: datetime) -> Seen:
    """The same rows, seen at another time: as if they had come in of late."""
    base = there()
    shift = now - base.at
    return replace(
        base,
        at=now,
        tries=[replace(one, at=one.at + shift) for one in base.tries],
        deliveries=[replace(one, at=one.at + shift) for one in base.deliveries],
        looked=[replace(one, on=one.on + timedelta(days=shift.days)) for one in base.looked],
    )


def _ended(running: Trial, verdict: Verdict, at: datetime) -> Trial:
    state = TrialState.KEPT if verdict is Verdict.BETTER else TrialState.REVERTED
    return replace(running, state=state, verdict=verdict, ended_at=at)


def test_a_changed_approach_says_what_failed_and_how_often() -> None:
    past = [about(LeverName.RETIRE_OPTION, Verdict.NOT_BETTER, days) for days in (50, 20)]
    proposal = choose([IGNORED], past, there())
    assert proposal is not None
    assert (proposal.step.lever, proposal.instead_of, proposal.failures) == (
        LeverName.PREFER_OPTION, LeverName.RETIRE_OPTION, 2,
    )  # fmt: skip
    again = choose([IGNORED], past[:1], there())
    assert again is not None
    assert again.instead_of is None


def test_every_problem_has_its_remedies_written_down() -> None:
    assert REMEDIES.keys() == set(Problem)
