"""Which approach comes next, and which of its steps are for today. Pure."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from exoskull.goals.model import Goal
from exoskull.goals.pace import Progress, Trajectory
from exoskull.language.metrics import METRICS, Daily
from exoskull.language.model import Direction
from exoskull.strategies.catalogue import BY_KEY
from exoskull.strategies.categorize import category_of
from exoskull.strategies.evidence import Evidence
from exoskull.strategies.model import (
    ACTIONS_MAX,
    FAILED_DAYS,
    Approach,
    Category,
    Day,
    DayAction,
    PartOfDay,
    Step,
    Strategy,
    Verdict,
)
from exoskull.strategies.wording import step_title

_PARTS: dict[PartOfDay | None, int] = {
    PartOfDay.MORNING: 0,
    PartOfDay.MIDDAY: 1,
    None: 2,
    PartOfDay.EVENING: 3,
}
FORGOTTEN_DAYS = 7
"""A failed day longer ago than this, with none closed since, begins no row with today's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yesterday:
    """What was given the day before, and whether it was done; None: nobody knows."""

    steps: frozenset[str] = frozenset()
    done: bool | None = None


NOTHING = Yesterday()


def heading(goal: Goal) -> Direction:
    """Where a goal wants to go: AT_LEAST for more, AT_MOST for less; REACH where it is not known
    whether its value lies above or below."""
    if goal.direction is not Direction.REACH:
        return goal.direction
    if goal.milestone:
        return Direction.AT_LEAST
    if goal.baseline is not None and goal.baseline != goal.target:
        return Direction.AT_LEAST if goal.target > goal.baseline else Direction.AT_MOST
    known = METRICS.get(goal.metric)
    if known is not None and known.daily is Daily.SUM:
        return Direction.AT_LEAST
    return Direction.REACH


def candidates(goal: Goal, catalogue: Iterable[Approach]) -> list[Approach]:
    """The approaches that can serve `goal`: those of its category, and those to any habit."""
    category, way = category_of(goal), heading(goal)
    return [
        one
        for one in catalogue
        if one.category in (category, Category.HABITS)
        and way in one.directions
        and (not one.metrics or goal.metric in one.metrics)
    ]


def choose(
    goal: Goal,
    candidates: Sequence[Approach],
    evidence: Evidence,
    tried: Sequence[Strategy],
    *,
    today: date,
) -> Approach:
    """The approach to try from `today` on.

    After a trial it differs in kind from the last one. Kinds not yet tried for this goal come
    first; once all were, what the person's days speak for. Then: approaches not tried before,
    the better evidence, the goal's own category before habits in general, and a toss that is the
    same each time for the same goal and trial.

    Args:
        candidates: at least one, of at least two kinds where there was a trial.
        tried: the trials of this goal, oldest first.
    """
    last = tried[-1].kind if tried else None
    left = [one for one in candidates if one.kind is not last] or list(candidates)
    kinds = {one.kind for one in tried}
    left = [one for one in left if one.kind not in kinds] or left
    all_kinds_tried = left[0].kind in kinds
    times = {one.key: sum(trial.approach == one.key for trial in tried) for one in left}

    def order(one: Approach) -> tuple[float, ...]:
        mean = -round(evidence.mean(one), 9)
        fit = (
            0.0 if goal.metric in one.metrics else 1.0,
            1.0 if one.category is Category.HABITS else 0.0,
        )
        toss = _toss(goal, one, len(tried))
        if all_kinds_tried:
            return (mean, times[one.key], *fit, toss)
        return (times[one.key], mean, *fit, toss)

    return min(left, key=order)


def _toss(goal: Goal, one: Approach, trial: int) -> float:
    digest = hashlib.sha256(f"{goal.id}:{trial}:{one.key}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


def failed_in_a_row(days: Sequence[Day]) -> int:
    """How many of the last days failed, one after the other, oldest first in `days`.

    A day without actions, or of which nobody knows, neither breaks the row nor makes it longer;
    more than FORGOTTEN_DAYS between two failed days break it.
    """
    row, newest = 0, None
    for day in reversed(days):
        if day.verdict is Verdict.DONE:
            break
        if day.verdict is Verdict.FAILED:
            if newest is not None and (newest - day.on_date).days > FORGOTTEN_DAYS:
                break
            row, newest = row + 1, day.on_date
    return row


def is_to_change(strategy: Strategy) -> bool:
    """Whether enough days failed in a row to change it."""
    return strategy.ended_on is None and strategy.failed_in_a_row >= FAILED_DAYS


def todays(
    strategy: Strategy,
    goal: Goal,
    progress: Progress,
    *,
    today: date,
    yesterday: Yesterday = NOTHING,
    free_minutes: int | None = None,
    most: int = ACTIONS_MAX,
    language: str,
) -> tuple[DayAction, ...]:
    """One to three actions for `today`, in the order of the day; at most `most`.

    Two where the goal is off track, one otherwise; one more after a day that was done, one after
    a day that failed, and then the shortest first. What was not given yesterday comes before what
    was. They fit into `free_minutes` together, but the shortest is always there.
    """
    approach = BY_KEY[strategy.approach]
    fitting = [step for step in approach.steps if step.fits(today.weekday())]
    wanted = min(most, ACTIONS_MAX, _how_many(progress, yesterday))
    chosen = _within(_ordered(fitting, approach, yesterday), wanted, free_minutes)
    return tuple(
        DayAction(
            title=step_title(approach.key, step.key, goal, progress, language),
            goal_id=goal.id,
            approach=approach.key,
            step=step.key,
            kind=approach.kind,
            minutes=step.minutes,
        )
        for step in sorted(chosen, key=lambda step: _PARTS[step.part_of_day])
    )


def _how_many(progress: Progress, yesterday: Yesterday) -> int:
    if yesterday.done is False:
        return 1
    usual = 2 if progress.trajectory is Trajectory.OFF_TRACK else 1
    return usual + (1 if yesterday.done else 0)


def _ordered(steps: Iterable[Step], approach: Approach, yesterday: Yesterday) -> list[Step]:
    places = {step.key: place for place, step in enumerate(approach.steps)}

    def order(step: Step) -> tuple[int, int, int]:
        length = step.minutes if yesterday.done is False else 0
        return (step.key in yesterday.steps, length, places[step.key])

    return sorted(steps, key=order)


def _within(steps: Sequence[Step], wanted: int, free_minutes: int | None) -> Collection[Step]:
    if wanted < 1 or not steps:
        return ()
    left = free_minutes
    chosen: list[Step] = []
    for step in steps:
        if len(chosen) == wanted:
            break
        if left is None or step.minutes <= left:
            chosen.append(step)
            left = None if left is None else left - step.minutes
    return chosen or [min(steps, key=lambda step: step.minutes)]
