"""Why a goal stands where it does, in a sentence with its numbers."""

from datetime import date
from typing import Any

from exoskull.goals.model import Goal
from exoskull.goals.progress import Progress
from exoskull.i18n import local_date, measure, text

_VALUES = ("have", "expected", "target", "start")
_DATES = ("since", "as_of")
_ARGUMENTS = (*(f"{name}_text" for name in _VALUES), *_DATES, "days", "of", "best")


def because(goal: Goal, progress: Progress, language: str, today: date) -> str | None:
    """The numbers that decided the trajectory, as a sentence; None where none were kept."""
    if progress.because is None:
        return None
    told: dict[str, Any] = dict.fromkeys(_ARGUMENTS) | {
        "direction": goal.direction.value,
        "kind": goal.kind.value,
        "period": goal.period.value if goal.period else None,
        "days_left": progress.days_left,
    }
    for name, value in progress.because.numbers.items():
        if value is None:
            continue
        if name in _VALUES:
            told[f"{name}_text"] = measure(goal.metric, value, language, unit=goal.unit)
        elif name in _DATES:
            told[name] = local_date(date.fromisoformat(value), language, today)
        else:
            told[name] = value
    return text(language, f"goal-because-{progress.because.rule.value}", **told)
