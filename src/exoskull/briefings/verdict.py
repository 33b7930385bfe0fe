"""What became of a goal's day. Pure.

The rule: a day with actions is done where one of them was done, or the goal's metric was measured
and moved towards the goal. It failed where the person was told of them and neither happened, by
the evening itself, and where a goal by the day came to less than half. It is unknown where nothing
says so: the plan that named them never left, the person had a pause, a goal by the day came to half
of it or more, or a goal to reach was measured and has not moved. A verdict is about the strategy's
trial only, never an outcome of a message; a late yes corrects it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from exoskull.goals.model import Goal
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
    goal = standing.goal
    moved = moves(goal, standing.days, on)
    value = next((day.value for day in standing.days if day.on == on), 0.0)
    half = goal.direction is Direction.AT_LEAST and value >= goal.target / 2
    return GoalDay(
        goal=standing.goal,
        given=given,
        verdict=_verdict(goal, given, moved, half=half, told=told),
        measured=any(day.on == on for day in standing.days),
    )


def _verdict(
    goal: Goal, given: Sequence[Task], moved: bool | None, *, half: bool, told: bool
) -> Verdict:
    if not given:
        return Verdict.NO_ACTIONS
    if moved or any(task.state is TaskState.DONE for task in given):
        return Verdict.DONE
    if not told:
        return Verdict.UNKNOWN
    if moved is False and (goal.direction is Direction.REACH or half):
        return Verdict.UNKNOWN
    return Verdict.FAILED


def moves(goal: Goal, days: Sequence[Day], on: date) -> bool | None:
    """Whether what was measured on `on` goes towards the goal; None where nothing was measured."""
    measured = next((day for day in days if day.on == on), None)
    if measured is None:
        return None
    match goal.direction:
        case Direction.AT_LEAST if goal.period is Period.DAY:
            return measured.value >= goal.target
        case Direction.AT_LEAST:
            return measured.value > 0
        case Direction.AT_MOST:
            # What adds up has its even share for the day; a mean must itself stay within.
            share = goal.target / _DAYS[goal.period] if goal.period else goal.target
            return measured.value <= max(share, 0.0)
        case Direction.REACH if adds_up(goal.metric) and goal.target > (goal.baseline or 0.0):
            return measured.value > 0
        case Direction.REACH:
            before = [day for day in days if day.on < on]
            start = before[-1].value if before else goal.baseline
            if start is None:
                return True  # the first measure of all
            return abs(goal.target - measured.value) < abs(goal.target - start)
