"""What the end of a day makes of a goal: how it stood then, and whether it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from exoskull.goals.model import Goal, GoalKind, GoalState
from exoskull.goals.pace import assess
from exoskull.goals.period import day_end
from exoskull.goals.progress import Progress, Trajectory
from exoskull.signals.daily import Day
from exoskull.signals.model import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """`on`: the local day that is over. `progress`: as it stood when that day ended; None for a
    goal that was not there yet. `ends`: as what the goal ends, if it does."""

    on: date
    progress: Progress | None
    ends: GoalState | None


def close(
    goal: Goal, days: Sequence[Day], local_now: datetime, *, unread: Sequence[Measure] = ()
) -> Closed:
    """Close the day before `local_now` for `goal`.

    What is reached by now is completed. What is not is missed when the day after its date is over
    too: that day is for late entries. A rhythm with a last day ends as its last period went.
    """
    zone = local_now.tzinfo
    assert zone is not None
    on = local_now.date() - timedelta(days=1)
    there = goal.created_at.astimezone(zone).date() <= on
    progress = assess(goal, days, day_end(on, zone), unread=unread) if there else None
    passed = goal.by_date is not None and on > goal.by_date
    if goal.kind is GoalKind.RHYTHM:
        ends = None
        if passed and goal.by_date is not None:
            last = assess(goal, days, day_end(goal.by_date, zone)).trajectory
            met = last in (Trajectory.COMPLETED, Trajectory.ON_TRACK)
            ends = GoalState.COMPLETED if met else GoalState.MISSED
    elif assess(goal, days, local_now).trajectory is Trajectory.COMPLETED:
        ends = GoalState.COMPLETED
    else:
        ends = GoalState.MISSED if passed else None
    return Closed(on=on, progress=progress, ends=ends)
