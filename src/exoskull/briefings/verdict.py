"""What became of a goal's day. Pure.

The rule: a day with actions is done where one of them was done, or the goal's metric was measured
and moved towards the goal. It failed where the person was told of them and neither happened, by
the evening itself, and where a goal by the day came to less than half. It is unknown where nothing
says so: the plan that named them never left, the person had a pause, a goal by the day or of a mean
came to half of it or more, a goal to reach was measured and has not moved, or a limit on what is
being kept has no entry (which is no excess). A verdict is about the strategy's trial only, never an
outcome of a message; a late yes corrects it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from exoskull.goals.model import Goal
from exoskull.goals.rhythm import KEPT
from exoskull.language.model import Direction, Period
from exoskull.mape.model import Standing
from exoskull.signals.daily import Day, adds_up
from exoskull.strategies.model import Verdict
from exoskull.tasks.model import Task, TaskState

_DAYS = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 30}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDay:
    """A goal's day with actions: `given` are their tasks, done or not."""

    goal: Goal
    given: Sequence[Task]
    verdict: Verdict
    measured: bool

    @property
    def open(self) -> list[Task]:
        return [task for task in self.given if task.state is TaskState.OPEN]

    @property
    def facts(self) -> dict[str, Any]:
        """What the verdict rests on."""
        return {
            "given": len(self.given),
            "done": len(self.given) - len(self.open),
            "measured": self.measured,
            "tasks": [str(task.id) for task in self.given],
        }


def judge(standing: Standing, given: Sequence[Task], *, on: date, told: bool) -> GoalDay:
    """The day `on` of a goal.

    Args:
        given: the tasks made of its actions for that day, but for those taken off the list.
        told: whether a message that named them left.
    """
    return GoalDay(
        goal=standing.goal,
        given=given,
        verdict=_verdict(standing, given, on, told=told),
        measured=_value_on(standing.days, on) is not None,
    )


def _verdict(standing: Standing, given: Sequence[Task], on: date, *, told: bool) -> Verdict:
    if not given:
        return Verdict.NO_ACTIONS
    moved = moves(standing.goal, standing.days, on)
    if moved or any(task.state is TaskState.DONE for task in given):
        return Verdict.DONE
    if not told or _may_be_well(standing, on):
        return Verdict.UNKNOWN
    return Verdict.FAILED


def _may_be_well(standing: Standing, on: date) -> bool:
    """Whether a day that was not done is none that failed either."""
    goal, value = standing.goal, _value_on(standing.days, on)
    if value is None:
        is_kept = any(on - KEPT <= day.on < on for day in standing.days)
        return goal.direction is Direction.AT_MOST and adds_up(goal.metric) and is_kept
    if goal.direction is Direction.AT_LEAST:
        return value >= goal.target / 2
    return goal.direction is Direction.REACH


def _value_on(days: Sequence[Day], on: date) -> float | None:
    return next((day.value for day in days if day.on == on), None)


def moves(goal: Goal, days: Sequence[Day], on: date) -> bool | None:
    """Whether what was measured on `on` goes towards the goal; None where nothing was measured."""
    value = _value_on(days, on)
    if value is None:
        return None
    shared = adds_up(goal.metric) and goal.period is not None
    match goal.direction:
        case Direction.AT_LEAST if shared and goal.period is not Period.DAY:
            return value > 0
        case Direction.AT_LEAST:
            return value >= goal.target
        case Direction.AT_MOST:
            # What adds up has its even share for the day; a mean must itself stay within.
            share = goal.target / _DAYS[goal.period] if shared and goal.period else goal.target
            return value <= max(share, 0.0)
        case Direction.REACH if adds_up(goal.metric) and goal.target > (goal.baseline or 0.0):
            return value > 0
        case Direction.REACH:
            before = [day for day in days if day.on < on]
            start = before[-1].value if before else goal.baseline
            if start is None:
                return True  # the first measure of all
            return abs(goal.target - value) < abs(goal.target - start)
