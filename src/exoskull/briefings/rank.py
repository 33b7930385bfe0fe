"""Which goals want something done today, how much, and what time there is for it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import ceil

from exoskull.goals.model import Goal
from exoskull.goals.pace import Progress, Trajectory, assess
from exoskull.language.model import Direction, Period
from exoskull.mape.model import Context, Standing
from exoskull.signals.model import Source
from exoskull.tenants.model import Tenant

ACTIONS_A_DAY = 5
ACTIONS_A_GOAL = 3

FREE_WEEKDAY_MIN, FREE_WEEKEND_MIN, FREE_LEAST_MIN = 60, 120, 10
TAKES_MIN = 15
"""What a task or reminder of the person's own takes of the day's free minutes."""
SHARE_OF_WAKING = 8
"""At most one eighth of what is left until quiet hours is asked for."""

_ORDER = {Trajectory.OFF_TRACK: 0, Trajectory.AT_RISK: 1, Trajectory.NO_DATA: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A goal that wants something done, and the progress that says so."""

    goal: Goal
    progress: Progress


def behind(context: Context) -> list[Behind]:
    """The goals off track, at risk, or without data a day after they were set, the worst first; of
    those as bad as each other another one each day, so that none waits for ever."""
    found = [
        Behind(goal=standing.goal, progress=progress)
        for standing in context.standings
        if (progress := morning_progress(standing, context)) is not None
        and progress.trajectory in _ORDER
    ]
    found.sort(key=lambda one: (one.goal.created_at, str(one.goal.id)))
    begin = context.today.toordinal() % max(1, len(found))
    return sorted(
        [*found[begin:], *found[:begin]],
        key=lambda one: (
            _ORDER[one.progress.trajectory],
            -round(shortfall(one.goal, one.progress), 2),
        ),
    )


def morning_progress(standing: Standing, context: Context) -> Progress | None:
    """Where a goal stands as a morning sees it: one by the day as yesterday ended, for today has
    only begun. None on the day it was set."""
    goal, today = standing.goal, context.today
    if goal.created_at.astimezone(context.now.tzinfo).date() >= today:
        return None
    if goal.period is not Period.DAY:
        return standing.progress
    yesterday = today - timedelta(days=1)
    ended = datetime.combine(yesterday, time.max, tzinfo=context.now.tzinfo)
    return assess(goal, [day for day in standing.days if day.on <= yesterday], ended)


def shortfall(goal: Goal, progress: Progress) -> float:
    """How far from its target the goal is, as a share of it, 0 or more."""
    if goal.direction is Direction.AT_MOST:
        over = (progress.have or 0.0) - progress.target
        return max(0.0, over) / max(abs(progress.target), 1.0)
    return progress.missing / max(abs(progress.target), 1e-9)


def share(left: int, goals_left: int) -> int:
    """How many actions the next goal may have, so that each after it has one at least."""
    return min(ACTIONS_A_GOAL, ceil(left / goals_left))


def free_minutes(context: Context, tenant: Tenant) -> int:
    """How many minutes today may be asked for: an hour, two at the weekend, less for what the
    person has on the list already, and never much of what is left of a late day."""
    usual = FREE_WEEKEND_MIN if context.today.weekday() >= 5 else FREE_WEEKDAY_MIN
    own = sum(
        1
        for task in context.open_tasks
        if task.source is not Source.LOOP
        and (
            tenant.local_date(task.remind_at) == context.today
            if task.remind_at is not None
            else task.due_on is not None and task.due_on <= context.today
        )
    )
    until = tenant.at_wall(context.today, tenant.quiet_from)
    if until <= context.at:  # quiet hours begin after midnight, or have begun
        until = tenant.day_end(context.at)
    waking = int((until - context.at).total_seconds() // 60)
    return max(FREE_LEAST_MIN, min(usual - own * TAKES_MIN, waking // SHARE_OF_WAKING))


def worst(found: Sequence[Behind]) -> Sequence[Behind]:
    """Those of `found` for which the day has room: one action each."""
    return found[:ACTIONS_A_DAY]
