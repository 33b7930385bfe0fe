"""Momentum: this week against the one before."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean

from exoskull.goals.progress import Heading, Momentum
from exoskull.goals.verdict import reaches
from exoskull.signals.daily import Day

WEEK = timedelta(days=7)
STEADY = 0.1
"""A change of no more than this share of the week before is none."""


def momentum(
    days: Sequence[Day], last: date, *, summed: bool, sign: int, way: float | None = None
) -> Momentum | None:
    """The seven days up to `last` against the seven before; None where either week has no
    measured day.

    Args:
        last: the last whole local day.
        summed: whether days add up; else they are averaged.
        sign: 1 where more is better, -1 where less is.
        way: of a goal to reach, all that there is to go: a change of 2% of it is one, as for its
            pace; else STEADY of the week before.
    """
    recent = [day.value for day in days if last - WEEK < day.on <= last]
    before = [day.value for day in days if last - 2 * WEEK < day.on <= last - WEEK]
    if not recent or not before:
        return None
    of_week = sum if summed else fmean
    new, old = float(of_week(recent)), float(of_week(before))
    change = (new - old) * sign
    slack = STEADY * abs(old) if way is None else 0.02 * abs(way)
    if reaches(slack, abs(change), of=max(abs(new), abs(old))):
        heading = Heading.STEADY
    else:
        heading = Heading.TOWARDS if change > 0 else Heading.AWAY
    return Momentum(recent=new, before=old, heading=heading)
