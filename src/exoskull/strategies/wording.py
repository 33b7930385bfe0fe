"""What a person reads of strategies, in their language."""

from collections.abc import Mapping
from math import ceil
from typing import Any

from exoskull.goals.model import Goal, GoalKind
from exoskull.goals.pace import Progress
from exoskull.i18n import measure, text
from exoskull.language.metrics import METRICS, Daily
from exoskull.language.model import Direction, Period
from exoskull.strategies.model import ApproachKind, Change


def approach_name(approach: str, language: str) -> str:
    """What the approach is called: "Plan jeśli-to"."""
    return text(language, f"approach-{approach}")


def kind_name(kind: ApproachKind, language: str) -> str:
    """What the kind of approach is called: "mały krok"."""
    return text(language, "approach-kind", kind=kind.value)


def step_title(
    approach: str, step: str, goal: Goal, progress: Progress | None, language: str
) -> str:
    """The action as a title for today, with the goal's own numbers where it names them."""
    share = None if progress is None else todays_share(goal, progress)
    return text(
        language,
        f"step-{approach}-{step}",
        metric=goal.metric,
        direction=goal.direction.value,
        today=None
        if share is None
        else measure(goal.metric, share, language, unit=goal.unit, digits=1),
    )


def todays_share(goal: Goal, progress: Progress) -> float | None:
    """How much of what a goal for more still needs falls on today, in the goal's unit.

    None for goals for less, for what does not add up (a weight, a mood), where nothing is missing,
    and where there is no end to share it out to. Counts are rounded up to whole ones.
    """
    known = METRICS.get(goal.metric)
    is_amount = goal.kind in (GoalKind.RHYTHM, GoalKind.REACH)
    adds_up = is_amount and known is not None and known.daily is Daily.SUM
    if not adds_up or goal.direction is Direction.AT_MOST or progress.missing <= 0:
        return None
    if goal.period is Period.DAY:
        days = 1
    elif progress.days_left:
        days = progress.days_left
    else:
        return None
    share = progress.missing / days
    return float(ceil(share)) if float(goal.target).is_integer() else share


def why_changed(change: Change, goal: Goal, language: str) -> str:
    """Why the strategy was changed and to what, as sentences."""
    return told_change(change.reason_key, {**change.facts, "title": goal.title}, language)


def told_change(reason_key: str, facts: Mapping[str, Any], language: str) -> str:
    """The same out of the facts alone, as an event keeps them."""
    told = {name: value for name, value in facts.items() if name not in ("old", "new")}
    return text(
        language,
        reason_key,
        old_name=approach_name(str(facts["old"]), language),
        new_name=approach_name(str(facts["new"]), language),
        **told,
    )
