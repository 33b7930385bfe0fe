"""Goals without means: nothing measures them, no app and no task serves them. Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from exoskull.goals.model import Goal
from exoskull.signals.daily import Day

PATIENCE = timedelta(days=7)


def without_means(
    goals: Sequence[Goal],
    days: Mapping[str, Sequence[Day]],
    *,
    acted_for: Collection[UUID],
    served: Collection[str],
    at: datetime,
) -> dict[UUID, dict[str, Any]]:
    """The goals, set a week ago or earlier, that for a week had no measure, no app and no action;
    with the facts that say so.

    Args:
        days: by metric, of the last week.
        acted_for: goals for which something was done in the last week.
        served: metrics that an app of the person's keeps.
    """
    return {
        goal.id: {
            "goal": goal.title,
            "metric": goal.metric,
            "days": (at - goal.created_at).days,
            "lacking": ["measure", "app", "action"],
        }
        for goal in goals
        if goal.created_at <= at - PATIENCE
        and not days.get(goal.metric)
        and goal.id not in acted_for
        and goal.metric not in served
    }
