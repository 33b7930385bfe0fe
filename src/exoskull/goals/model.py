"""A goal: what a person wants of one metric."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from exoskull.channels.text import clean_line
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.language.model import Direction, Period
from exoskull.signals.model import parse_metric, parse_unit, parse_value

TITLE_MAX = 200


class GoalState(StrEnum):
    ACTIVE = "active"
    COMPLETED = "completed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """`target` of `metric`, in `unit`.

    AT_LEAST and AT_MOST: in every local `period`. REACH: once, from `baseline` (None: the first
    measure) to `target`, by the end of the local day `by_date` (None: some day).
    """

    id: UUID
    title: str
    metric: str
    unit: str
    target: float
    direction: Direction
    period: Period | None
    by_date: date | None
    baseline: float | None
    state: GoalState
    created_at: datetime
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGoal:
    """A goal as it comes in, already checked."""

    title: str
    metric: str
    unit: str
    target: float
    direction: Direction
    period: Period | None
    by_date: date | None
    baseline: float | None


def parse_goal(
    *,
    title: object,
    metric: object,
    target: object,
    direction: object = None,
    period: object = None,
    by: object = None,
    baseline: object = None,
    unit: object = "",
) -> NewGoal:
    """A goal from outside (HTTP, CLI, tape), checked.

    Raises:
        InvalidInput: naming the field; a goal needs a period or is one to reach.
    """
    named = clean_line(title) if isinstance(title, str) else ""
    if not 1 <= len(named) <= TITLE_MAX:
        raise InvalidInput("goal.invalid_title", field="title", limit=TITLE_MAX)
    wanted = _parse_direction(direction, period)
    if wanted is Direction.REACH and period is not None:
        raise InvalidInput("goal.period_with_reach", field="period")
    if period is None:
        wanted = Direction.REACH  # so much in all, by a date or some day
    span = None if period is None else _parse_period(period)
    return NewGoal(
        title=named,
        metric=parse_metric(metric),
        unit=parse_unit(unit),
        target=parse_value(target, field="target"),
        direction=wanted,
        period=span,
        by_date=_parse_date(by),
        baseline=None if baseline is None else parse_value(baseline, field="baseline"),
    )


def _parse_direction(value: object, period: object) -> Direction:
    if value is None:
        return Direction.REACH if period is None else Direction.AT_LEAST
    try:
        return Direction(str(value))
    except ValueError as error:
        raise InvalidInput("goal.invalid_direction", field="direction", value=str(value)) from error


def _parse_period(value: object) -> Period:
    try:
        return Period(str(value))
    except ValueError as error:
        raise InvalidInput("goal.invalid_period", field="period", value=str(value)) from error


def _parse_date(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise InvalidInput("goal.invalid_date", field="by", value=str(value)) from error
