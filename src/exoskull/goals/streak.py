"""So many days in a row, each with at least or at most so much."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import Enum

from exoskull.goals.model import Goal
from exoskull.goals.period import is_over
from exoskull.goals.progress import Because, Progress, Rule, Streak, Trajectory
from exoskull.goals.reach import days_left
from exoskull.goals.verdict import reaches
from exoskull.language.model import Direction
from exoskull.signals.daily import Day

_DAY = timedelta(days=1)


class Met(Enum):
    """Whether a day was as it should be. One that nothing was measured on is UNKNOWN: it cannot
    be counted into a row, and is no failure either. OPEN is today, which can still be either."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    OPEN = "open"


def in_a_row(
    goal: Goal, days: Sequence[Day], local_now: datetime, created: date, of_today: Progress
) -> Progress:
    """Where a streak stands.

    Args:
        of_today: where it stands as a goal of the day, whose numbers it keeps.
    """
    assert goal.streak is not None
    today = local_now.date()
    values = {day.on: day.value for day in days if created <= day.on <= today}
    row, best = _rows(goal, values, created, local_now)
    wanted = goal.streak
    could, least = wanted, 0
    if goal.by_date is not None:
        counts = met(goal, values.get(today), over=is_over(local_now)) is Met.OPEN
        first_to_come = today if counts else today + _DAY
        to_come = max(0, (goal.by_date - first_to_come).days + 1)
        could, least = row + to_come, max(0, wanted - to_come)
    if best >= wanted:
        trajectory, rule = Trajectory.COMPLETED, Rule.TARGET_MET
    elif goal.by_date is not None and today > goal.by_date:
        trajectory, rule = Trajectory.OFF_TRACK, Rule.DATE_PASSED
    elif of_today.trajectory is Trajectory.NO_DATA:
        trajectory, rule = Trajectory.NO_DATA, Rule.NOTHING_MEASURED
    elif could < wanted:
        trajectory, rule = Trajectory.OFF_TRACK, Rule.RUN_TOO_LATE
    else:
        trajectory, rule = _alive(goal, values, created, local_now, row)
    return replace(
        of_today,
        trajectory=trajectory,
        have=values.get(today),
        streak=Streak(days=row, of=wanted, best=best, least=least),
        days_left=days_left(goal, today) if goal.by_date is not None else of_today.days_left,
        because=of_today.because
        if trajectory is Trajectory.NO_DATA
        else Because(
            rule=rule,
            numbers={
                "days": row,
                "of": wanted,
                "best": best,
                "least": least,
                "have": values.get(today),
                "target": goal.target,
                "days_measured": len(values),
            },
        ),
    )


def met(goal: Goal, value: float | None, *, over: bool) -> Met:
    """Whether a day with `value` was as the goal asks; a day that is not over may be OPEN."""
    if goal.direction is Direction.AT_MOST:
        if value is not None and not reaches(goal.target, value):
            return Met.NO
        if not over:
            return Met.OPEN
        return Met.UNKNOWN if value is None else Met.YES
    if value is not None and reaches(value, goal.target):
        return Met.YES
    if not over:
        return Met.OPEN
    return Met.UNKNOWN if value is None else Met.NO


def _rows(
    goal: Goal, values: Mapping[date, float], created: date, local_now: datetime
) -> tuple[int, int]:
    """The row that lasts until now, and the longest since the goal was set."""
    today, row, best = local_now.date(), 0, 0
    for number in range((today - created).days + 1):
        day = created + number * _DAY
        match met(goal, values.get(day), over=day < today or is_over(local_now)):
            case Met.YES:
                row += 1
                best = max(best, row)
            case Met.NO | Met.UNKNOWN:
                row = 0
            case Met.OPEN:
                pass
    return row, best


def _alive(
    goal: Goal, values: Mapping[date, float], created: date, local_now: datetime, row: int
) -> tuple[Trajectory, Rule]:
    if row:
        return Trajectory.ON_TRACK, Rule.RUN_GOES_ON
    today, over = local_now.date(), is_over(local_now)
    last = met(goal, values.get(today), over=over)
    if last is Met.OPEN:
        if today == created:
            return Trajectory.ON_TRACK, Rule.RUN_BEGINS
        last = met(goal, values.get(today - _DAY), over=True)
    if last is Met.UNKNOWN:
        return Trajectory.AT_RISK, Rule.RUN_UNKNOWN
    return Trajectory.OFF_TRACK, Rule.RUN_BROKEN
