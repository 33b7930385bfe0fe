"""How far along a goal is, against where it would be at an even pace. Progress is measured:
days without a measure are unknown, never zero, and tasks do not count."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from exoskull.goals.model import Goal, GoalKind
from exoskull.goals.momentum import momentum
from exoskull.goals.period import last_whole_day, period_bounds
from exoskull.goals.progress import Momentum, Progress, Projection, Trajectory
from exoskull.goals.projection import by_rate, by_trend
from exoskull.goals.reach import adds_to, start_of, towards, yes_or_no
from exoskull.goals.rhythm import in_period
from exoskull.goals.streak import in_a_row
from exoskull.goals.verdict import AT_RISK
from exoskull.language.conversion import convert
from exoskull.language.metrics import METRICS
from exoskull.language.model import Direction
from exoskull.signals.daily import Day, adds_up
from exoskull.signals.model import Measure

__all__ = ["AT_RISK", "Progress", "Trajectory", "assess", "period_bounds"]


def assess(
    goal: Goal, days: Sequence[Day], local_now: datetime, *, unread: Sequence[Measure] = ()
) -> Progress:
    """Where `goal` stands at `local_now` (aware, in the person's zone).

    Args:
        days: the measured days of the goal's metric, oldest first; later ones are not looked at.
            They are taken into the goal's unit.
        unread: measures that no day could be made of, for their unit; named, and not counted.
    """
    created = goal.created_at.astimezone(local_now.tzinfo).date()
    known, odd = _in_unit(goal, [day for day in days if day.on <= local_now.date()])
    progress = _stand(goal, known, local_now, created)
    first = progress.since
    zone = local_now.tzinfo
    return replace(
        progress,
        momentum=_momentum(goal, known, local_now),
        projection=_projection(goal, known, progress, local_now, created),
        unread=tuple(
            str(one.id) for one in (*odd, *unread) if one.at.astimezone(zone).date() >= first
        ),
    )


def _stand(goal: Goal, days: Sequence[Day], local_now: datetime, created: date) -> Progress:
    match goal.kind:
        case GoalKind.MILESTONE:
            return yes_or_no(goal, days, local_now, created)
        case GoalKind.REACH:
            return towards(goal, days, local_now, created)
        case GoalKind.STREAK:
            of_today = in_period(goal, days, local_now, created)
            return in_a_row(goal, days, local_now, created, of_today)
        case GoalKind.RHYTHM:
            return in_period(goal, days, local_now, created)


def _in_unit(goal: Goal, days: Sequence[Day]) -> tuple[list[Day], list[Measure]]:
    """The days in the goal's unit, and the measures of those that cannot be."""
    known: list[Day] = []
    odd: list[Measure] = []
    for day in days:
        if day.unit == goal.unit:
            known.append(day)
        elif (value := convert(day.value, day.unit, goal.unit)) is not None:
            known.append(replace(day, value=value, unit=goal.unit))
        elif goal.metric in METRICS:
            known.append(day)  # such a goal cannot be set any more: an old one means the metric's
        else:
            odd += day.measures
    return known, odd


def _momentum(goal: Goal, days: Sequence[Day], local_now: datetime) -> Momentum | None:
    if goal.kind is GoalKind.MILESTONE:
        return None
    last = last_whole_day(local_now)
    if goal.kind is not GoalKind.REACH:
        sign = -1 if goal.direction is Direction.AT_MOST else 1
        return momentum(days, last, summed=adds_up(goal.metric), sign=sign)
    created = goal.created_at.astimezone(local_now.tzinfo).date()
    start = start_of(goal, [day for day in days if day.on >= created])
    if start is None:
        return None
    sign = 1 if goal.target >= start else -1
    way = None if adds_to(goal) else goal.target - start
    return momentum(days, last, summed=adds_to(goal), sign=sign, way=way)


def _projection(
    goal: Goal, days: Sequence[Day], progress: Progress, local_now: datetime, created: date
) -> Projection | None:
    """When a goal to reach will be; None for others, and for what is reached already."""
    if goal.kind is not GoalKind.REACH or progress.trajectory is Trajectory.COMPLETED:
        return None
    if not adds_to(goal):
        return by_trend(days, goal.target, local_now.date())
    last = last_whole_day(local_now)
    return by_rate(days, progress.missing, created, last, last)
