"""How far along a goal is, against where it would be at an even pace. Progress is measured:
days without a measure are unknown, never zero, and tasks do not count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from exoskull.goals.model import Goal
from exoskull.language.metrics import METRICS, Daily
from exoskull.language.model import Direction, Period
from exoskull.signals.daily import Day, adds_up

AT_RISK = 0.8
"""Below this share of the expected pace, a goal that is behind is off track."""


class Trajectory(StrEnum):
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    COMPLETED = "completed"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a goal stands; all values in the goal's unit.

    `have`: the period so far; of a goal to reach the newest value, or the sum since its start;
    None where nothing was measured. `expected`: what an even
    pace gives by now. `missing`: how much is left to the target, never negative. `days_left`: of
    the period or to the date, today included; None where there is no date. `since`: the first
    local day that counts.
    """

    trajectory: Trajectory
    have: float | None
    expected: float | None
    target: float
    missing: float
    since: date
    days_left: int | None
    evidence: tuple[str, ...]


def period_bounds(period: Period, today: date) -> tuple[date, date]:
    """First day of the period that holds `today`, and the first day after it; weeks start on
    Monday."""
    match period:
        case Period.DAY:
            return today, today + timedelta(days=1)
        case Period.WEEK:
            first = today - timedelta(days=today.weekday())
            return first, first + timedelta(days=7)
        case Period.MONTH:
            first = today.replace(day=1)
            return first, (first + timedelta(days=32)).replace(day=1)


def assess(goal: Goal, days: Sequence[Day], local_now: datetime) -> Progress:
    """Where `goal` stands at `local_now` (aware, in the person's zone).

    Args:
        days: the measured days of the goal's metric, oldest first.
    """
    if goal.direction is Direction.REACH:
        return _assess_reach(goal, days, local_now)
    return _assess_period(goal, days, local_now)


def _day_fraction(local_now: datetime) -> float:
    return (local_now.hour * 60 + local_now.minute) / 1440


def _evidence(days: Sequence[Day]) -> tuple[str, ...]:
    return tuple(str(measure.id) for day in days[-7:] for measure in day.measures)[-10:]


def _assess_period(goal: Goal, days: Sequence[Day], local_now: datetime) -> Progress:
    assert goal.period is not None
    today = local_now.date()
    created = goal.created_at.astimezone(local_now.tzinfo).date()
    first, end = period_bounds(goal.period, today)
    since = max(first, created)
    # A period that the goal did not exist for from its start asks for its share only.
    share = (end - since).days / (end - first).days
    summed = adds_up(goal.metric)
    target = goal.target * share if summed else goal.target
    if summed and share < 1 and goal.target >= 1 and float(goal.target).is_integer():
        target = float(max(1, round(target)))

    counted = [day for day in days if since <= day.on <= today]
    days_left = (end - today).days
    if not counted and not any(day.on >= since - timedelta(days=14) for day in days):
        return Progress(
            trajectory=Trajectory.NO_DATA,
            have=None,
            expected=None,
            target=target,
            missing=max(0.0, target) if goal.direction is Direction.AT_LEAST else 0.0,
            since=since,
            days_left=days_left,
            evidence=(),
        )
    total = sum(day.value for day in counted)
    have = total if summed else total / len(counted) if counted else None
    elapsed = (today - since).days + (_day_fraction(local_now) if goal.period is Period.DAY else 0)
    expected = target * min(1.0, elapsed / (end - since).days) if summed else target
    missing = 0.0
    if have is None:  # a mean of no days: nothing says that it is not as it should be
        trajectory = Trajectory.ON_TRACK
    elif goal.direction is Direction.AT_MOST:
        trajectory = _at_most(have, expected, target)
    else:
        trajectory = _at_least(have, expected, target)
        missing = max(0.0, target - have)
    return Progress(
        trajectory=trajectory,
        have=have,
        expected=expected,
        target=target,
        missing=missing,
        since=since,
        days_left=days_left,
        evidence=_evidence(counted),
    )


def _at_least(have: float, expected: float, target: float) -> Trajectory:
    if have >= target:
        return Trajectory.COMPLETED
    if have >= expected:
        return Trajectory.ON_TRACK
    return Trajectory.AT_RISK if have >= AT_RISK * expected else Trajectory.OFF_TRACK


def _at_most(have: float, expected: float, target: float) -> Trajectory:
    if have > target:
        return Trajectory.OFF_TRACK
    return Trajectory.AT_RISK if have > max(expected, AT_RISK * target) else Trajectory.ON_TRACK


def _assess_reach(goal: Goal, days: Sequence[Day], local_now: datetime) -> Progress:
    today = local_now.date()
    created = goal.created_at.astimezone(local_now.tzinfo).date()
    days_left = None if goal.by_date is None else max(0, (goal.by_date - today).days + 1)
    counted = [day for day in days if day.on >= created]
    start = _start(goal, counted)
    if not counted or start is None:
        return Progress(
            trajectory=Trajectory.NO_DATA,
            have=None,
            expected=None,
            target=goal.target,
            missing=abs(goal.target - start) if start is not None else goal.target,
            since=created,
            days_left=days_left,
            evidence=(),
        )
    have = start + sum(day.value for day in counted) if _grows(goal) else counted[-1].value
    way = goal.target - start
    done = 1.0 if way == 0 else (have - start) / way
    missing = max(0.0, (goal.target - have) * (1 if way >= 0 else -1))
    expected = None
    trajectory = Trajectory.ON_TRACK
    if goal.by_date is not None:
        whole = max(1, (goal.by_date - created).days)
        share = min(1.0, max(0.0, (counted[-1].on - created).days / whole))
        if today > goal.by_date:
            share = 1.0
        expected = start + way * share
        behind = share - done
        if behind > 0.02:
            trajectory = Trajectory.AT_RISK if behind <= 0.10 else Trajectory.OFF_TRACK
    if done >= 1.0:
        trajectory = Trajectory.COMPLETED
    return Progress(
        trajectory=trajectory,
        have=have,
        expected=expected,
        target=goal.target,
        missing=missing,
        since=created,
        days_left=days_left,
        evidence=_evidence(counted),
    )


def _start(goal: Goal, counted: Sequence[Day]) -> float | None:
    """Where a goal to reach begins; None where only the first measure will say."""
    if goal.baseline is not None:
        return goal.baseline
    if _grows(goal):
        return 0.0
    return counted[0].value if counted else None


def _grows(goal: Goal) -> bool:
    """Whether a goal is reached by adding up, as books read are. One that goes down is not, and a
    metric that is not in the catalogue is a state, as a weight is."""
    known = METRICS.get(goal.metric)
    summed = known is not None and known.daily is Daily.SUM
    return summed and goal.target > (goal.baseline or 0.0)
