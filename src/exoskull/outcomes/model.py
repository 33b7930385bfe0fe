"""An outcome: one thing that was measured to have come of one intervention."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from exoskull.kit.ids import TraceId


class OutcomeType(StrEnum):
    USER_RESPONSE = "user_response"
    BEHAVIOR_CHANGE = "behavior_change"
    GOAL_PROGRESS = "goal_progress"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One measured outcome.

    `effectiveness` is 0 to 1, by `formula`, its parts being in `context`; None where nothing was
    measured that could say. `response_minutes` counts from the receipt. `corrects`: the earlier
    outcome that this one, coming late, puts right.
    """

    id: UUID
    intervention_id: UUID
    at: datetime
    type: OutcomeType
    effectiveness: float | None
    response_minutes: float | None
    context: dict[str, Any]
    formula: str
    corrects: UUID | None
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How well an intervention worked over `window_days`, as it was known at `at`.

    `effectiveness` is 0 to 1, the weighted mean of `parts` by `formula`; None where nothing was
    measured. A later one of the same window puts it right.
    """

    intervention_id: UUID
    window_days: int
    at: datetime
    effectiveness: float | None
    parts: dict[str, float]
    formula: str
