"""A value to reach, up or down, from where it starts; and yes or no by a date."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from exoskull.goals.model import Goal
from exoskull.goals.period import whole_days
from exoskull.goals.progress import Because, Progress, Rule, Trajectory
from exoskull.goals.rhythm import evidence
from exoskull.goals.verdict import AT_RISK, on_the_way, reaches
from exoskull.language.metrics import METRICS, Daily
from exoskull.signals.daily import Day

FRESH = timedelta(days=14)
"""How long the newest value of what is a state, as a weight is, speaks for today."""


def towards(goal: Goal, days: Sequence[Day], local_now: datetime, created: date) -> Progress:
    """Where a goal to reach stands.

    What adds up, as books read do, is held against the pace of today. What is a state, as a weight
    is, is held against the pace of the day it was measured on: not to have stepped on the scales
    since is no step back.
    """
    today = local_now.date()
    counted = [day for day in days if created <= day.on <= today]
    start = start_of(goal, counted)
    if not counted or start is None:
        return _unmeasured(goal, created, today, start)
    grows = adds_to(goal)
    have = start + sum(day.value for day in counted) if grows else counted[-1].value
    way = goal.target - start
    done = 1.0 if way == 0 else (have - start) / way
    as_of = today if grows else counted[-1].on
    passed = goal.by_date is not None and today > goal.by_date
    share = _share(goal, created, local_now, as_of=as_of, grows=grows, passed=passed)
    expected = None if share is None else start + way * share
    if reaches(done, 1.0):
        trajectory, rule = Trajectory.COMPLETED, Rule.TARGET_MET
    elif passed:
        trajectory, rule = Trajectory.OFF_TRACK, Rule.DATE_PASSED
    elif not grows and today - as_of > FRESH:
        trajectory, rule = Trajectory.NO_DATA, Rule.NOT_MEASURED_LATELY
    elif share is None:
        trajectory, rule = Trajectory.ON_TRACK, Rule.NO_DATE
    else:
        trajectory, rule = on_the_way(share - done)
    return Progress(
        trajectory=trajectory,
        have=have,
        expected=expected,
        target=goal.target,
        missing=max(0.0, (goal.target - have) * (1 if way >= 0 else -1)),
        since=created,
        days_left=days_left(goal, today),
        evidence=evidence(counted),
        because=Because(
            rule=rule,
            numbers={
                "have": have,
                "expected": expected,
                "start": start,
                "target": goal.target,
                "elapsed": share,
                "done": done,
                "behind": None if share is None else share - done,
                "as_of": as_of.isoformat(),
            },
        ),
        as_of=as_of,
    )


def _share(
    goal: Goal, created: date, local_now: datetime, *, as_of: date, grows: bool, passed: bool
) -> float | None:
    """How much of the way an even pace has behind it, from 0 to 1; None without a date.

    A state is due on the date itself; what adds up has all of its last day.
    """
    if goal.by_date is None:
        return None
    if passed:
        return 1.0
    days = (goal.by_date - created).days
    if grows:
        return min(1.0, whole_days(created, local_now) / (days + 1))
    return min(1.0, max(0.0, (as_of - created).days / max(1, days)))


def _unmeasured(goal: Goal, created: date, today: date, start: float | None) -> Progress:
    return Progress(
        trajectory=Trajectory.NO_DATA,
        have=None,
        expected=None,
        target=goal.target,
        missing=abs(goal.target - start) if start is not None else goal.target,
        since=created,
        days_left=days_left(goal, today),
        evidence=(),
        because=Because(rule=Rule.NOTHING_MEASURED, numbers={"since": created.isoformat()}),
        as_of=today,
    )


def yes_or_no(goal: Goal, days: Sequence[Day], local_now: datetime, created: date) -> Progress:
    """Where a milestone stands: the newest measure says yes or no, and until then the calendar
    speaks. It is at risk when a fifth of its time is left."""
    today = local_now.date()
    counted = [day for day in days if created <= day.on <= today]
    have = counted[-1].value if counted else None
    assert goal.by_date is not None
    whole = max(1, (goal.by_date - created).days + 1)
    elapsed = min(1.0, max(0.0, whole_days(created, local_now) / whole))
    if have is not None and reaches(have, goal.target):
        trajectory, rule = Trajectory.COMPLETED, Rule.TARGET_MET
    elif today > goal.by_date:
        trajectory, rule = Trajectory.OFF_TRACK, Rule.DATE_PASSED
    elif reaches(elapsed, AT_RISK):
        trajectory, rule = Trajectory.AT_RISK, Rule.TIME_SHORT
    else:
        trajectory, rule = Trajectory.ON_TRACK, Rule.TIME_LEFT
    return Progress(
        trajectory=trajectory,
        have=have,
        expected=None,
        target=goal.target,
        missing=max(0.0, goal.target - (have or 0.0)),
        since=created,
        days_left=days_left(goal, today),
        evidence=evidence(counted),
        because=Because(
            rule=rule,
            numbers={
                "have": have,
                "target": goal.target,
                "elapsed": elapsed,
                "threshold": AT_RISK,
            },
        ),
        as_of=today,
    )


def days_left(goal: Goal, today: date) -> int | None:
    """The days to the goal's date, today and it included; None where it has none."""
    return None if goal.by_date is None else max(0, (goal.by_date - today).days + 1)


def start_of(goal: Goal, counted: Sequence[Day]) -> float | None:
    """Where a goal to reach begins; None where only the first measure will say."""
    if goal.baseline is not None:
        return goal.baseline
    if adds_to(goal):
        return 0.0
    return counted[0].value if counted else None


def adds_to(goal: Goal) -> bool:
    """Whether a goal is reached by adding up, as books read are. One that goes down is not, and a
    metric that is not in the catalogue is a state, as a weight is."""
    known = METRICS.get(goal.metric)
    summed = known is not None and known.daily is Daily.SUM
    return summed and goal.target > (goal.baseline or 0.0)
