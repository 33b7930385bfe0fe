"""Counting what a trial is measured by, over any span of the rows. Pure."""

from datetime import date, datetime, timedelta

from exoskull.goals.model import Goal
from exoskull.language.model import Direction, Period
from exoskull.optimization.model import MeasureKind, Tally
from exoskull.optimization.seen import Seen

_DAYS = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 30}


def count(kind: MeasureKind, subject: str, seen: Seen, since: datetime, until: datetime) -> Tally:
    """The hits, and how many there were in all, from `since` until before `until`.

    Days are the person's, whole ones only: the day of `since` counts, that of `until` does not.
    """
    first, last = seen.tenant.local_date(since), seen.tenant.local_date(until)
    match kind:
        case MeasureKind.WORKED:
            tries = [one for one in seen.tries if one.kind == subject and since <= one.at < until]
            known = [one.worked for one in tries if one.worked is not None]
            return Tally(hits=sum(known), n=len(known))
        case MeasureKind.DELIVERED:
            left = [one.arrived for one in seen.deliveries if since <= one.at < until]
            return Tally(hits=sum(left), n=len(left))
        case MeasureKind.FREE_DAYS:
            days = [one for one in seen.looked if first <= one.on < last]
            free = [not any(_is_about(key, subject) for key in one.symptoms) for one in days]
            return Tally(hits=sum(free), n=len(free))
        case MeasureKind.GOAL_DAYS:
            goal = next((one for one in seen.goals if str(one.id) == subject), None)
            return Tally() if goal is None else _goal_days(goal, seen, first, last)


def _is_about(key: str, subject: str) -> bool:
    return key == subject or key.partition(":")[0] == subject


def _goal_days(goal: Goal, seen: Seen, first: date, last: date) -> Tally:
    """Days on which the goal was worked at: something was measured; of one to do less of, it was
    measured and stayed within the day's share of the limit."""
    first = max(first, seen.tenant.local_date(goal.created_at))
    within = goal.target / _DAYS[goal.period] if goal.period else goal.target
    done = {
        day.on
        for day in seen.days.get(goal.metric, ())
        if (day.value <= within if goal.direction is Direction.AT_MOST else day.value > 0)
    }
    n = max(0, (last - first).days)
    return Tally(hits=sum(first + timedelta(days=d) in done for d in range(n)), n=n)
