"""At least or at most so much in every day, week or month."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from exoskull.goals.model import Goal
from exoskull.goals.period import day_fraction, period_bounds, whole_days
from exoskull.goals.progress import Because, Progress, Rule, Trajectory
from exoskull.goals.verdict import AT_RISK, at_least, at_most
from exoskull.language.conversion import is_counted
from exoskull.language.metrics import metric_named
from exoskull.language.model import Direction, Period
from exoskull.signals.daily import Day, adds_up

KEPT = timedelta(days=14)
"""A metric measured in these days before is being kept: what has no entry was not done. Of one
that is not, nothing is known."""


def in_period(goal: Goal, days: Sequence[Day], local_now: datetime, created: date) -> Progress:
    """Where a goal stands in the period that holds `local_now`.

    A period that the goal did not exist for from its first day to its last asks for its share
    only, in whole ones where what is counted comes in whole ones.
    """
    assert goal.period is not None
    today = local_now.date()
    first, end = period_bounds(goal.period, today, goal.week_starts)
    since = max(first, created)
    until = end
    if goal.by_date is not None and today <= goal.by_date < end:
        until = goal.by_date + timedelta(days=1)
    share = max(0.0, (until - since).days / (end - first).days)
    summed = adds_up(goal.metric)
    target = _share_of(goal, share) if summed else goal.target
    counted = [day for day in days if since <= day.on <= today]
    days_left = (until - today).days

    if not counted and not any(day.on >= since - KEPT for day in days):
        wanted = goal.direction is Direction.AT_LEAST
        return Progress(
            trajectory=Trajectory.NO_DATA,
            have=None,
            expected=None,
            target=target,
            missing=max(0.0, target) if wanted else 0.0,
            since=since,
            days_left=days_left,
            evidence=(),
            because=Because(rule=Rule.NOTHING_MEASURED, numbers={"since": since.isoformat()}),
            share=share,
            as_of=today,
        )
    total = sum(day.value for day in counted)
    have = total if summed else total / len(counted) if counted else None
    over = day_fraction(local_now) if goal.period is Period.DAY else whole_days(since, local_now)
    elapsed = min(1.0, over / max(1, (until - since).days))
    expected = target * elapsed if summed else target
    numbers = {
        "have": have,
        "expected": expected,
        "target": target,
        "whole_target": goal.target,
        "share": share,
        "elapsed": elapsed,
        "days_measured": len(counted),
    }
    missing = 0.0
    if have is None:  # a mean of no days: nothing says that it is not as it should be
        trajectory, rule = Trajectory.ON_TRACK, Rule.NOTHING_SAYS_OTHERWISE
    elif goal.direction is Direction.AT_MOST:
        trajectory, rule = at_most(have, expected, target)
        numbers["threshold"] = max(expected, AT_RISK * target)
    else:
        trajectory, rule = at_least(have, expected, target)
        numbers["threshold"] = AT_RISK * expected
        missing = max(0.0, target - have)
    return Progress(
        trajectory=trajectory,
        have=have,
        expected=expected,
        target=target,
        missing=missing,
        since=since,
        days_left=days_left,
        evidence=evidence(counted),
        because=Because(rule=rule, numbers=numbers),
        share=share,
        as_of=today,
    )


def _share_of(goal: Goal, share: float) -> float:
    target = goal.target * share
    whole = goal.target >= 1 and float(goal.target).is_integer()
    if share < 1 and whole and is_counted(goal.unit or metric_named(goal.metric).unit):
        return float(max(1, round(target)))
    return target


def evidence(days: Sequence[Day]) -> tuple[str, ...]:
    """The ids of the newest measures of `days`, at most ten of seven days."""
    return tuple(str(measure.id) for day in days[-7:] for measure in day.measures)[-10:]
