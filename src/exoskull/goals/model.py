"""A goal: what a person wants of one metric."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from exoskull.channels.text import clean_line
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.language.conversion import convert
from exoskull.language.metrics import METRICS
from exoskull.language.model import Direction, Period
from exoskull.signals.model import parse_metric, parse_unit, parse_value
from exoskull.tenants.weeks import WeekStart

TITLE_MAX = 200
STREAK_MIN, STREAK_MAX = 2, 366


class GoalState(StrEnum):
    """`MISSED`: its date has passed, and a day of grace, without it being reached."""

    ACTIVE = "active"
    COMPLETED = "completed"
    DROPPED = "dropped"
    MISSED = "missed"


class GoalKind(StrEnum):
    """What is asked of the metric.

    RHYTHM: at least or at most so much in every period. REACH: a value, from where it starts.
    STREAK: so many days in a row, each with at least or at most so much. MILESTONE: yes or no by
    a date; a measure of `target` (1 where none is named) or more is yes.
    """

    RHYTHM = "rhythm"
    REACH = "reach"
    STREAK = "streak"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """`target` of `metric`, in `unit`.

    AT_LEAST and AT_MOST: in every local `period`, up to and with `by_date` where there is one.
    REACH: once, from `baseline` (None: the first measure) to `target`, by the end of the local day
    `by_date` (None: some day). `streak`: how many days in a row are wanted, None but for one.
    `week_starts` is the person's, and no part of the goal.
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
    streak: int | None = None
    milestone: bool = False
    week_starts: WeekStart = WeekStart.MONDAY

    @property
    def kind(self) -> GoalKind:
        if self.milestone:
            return GoalKind.MILESTONE
        if self.streak is not None:
            return GoalKind.STREAK
        return GoalKind.REACH if self.direction is Direction.REACH else GoalKind.RHYTHM


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
    streak: int | None = None
    milestone: bool = False


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
    streak: object = None,
    milestone: object = None,
) -> NewGoal:
    """A goal from outside (HTTP, CLI, tape), checked.

    One of a metric of the catalogue is kept in the metric's own unit: 5 `mi` of `run_km` are
    8.05 km.

    Raises:
        InvalidInput: naming the field; a goal needs a period or is one to reach.
    """
    named = clean_line(title) if isinstance(title, str) else ""
    if not 1 <= len(named) <= TITLE_MAX:
        raise InvalidInput("goal.invalid_title", field="title", limit=TITLE_MAX)
    row = _parse_streak(streak)
    once = _parse_milestone(milestone)
    if row is not None:
        period = "day" if period is None else period
    wanted = _parse_direction(direction, period)
    if row is not None and (once or wanted is Direction.REACH or period != "day"):
        raise InvalidInput("goal.streak_not_of_days", field="streak")
    if once and (period is not None or by is None):
        raise InvalidInput("goal.milestone_without_date", field="by")
    if wanted is Direction.REACH and period is not None:
        raise InvalidInput("goal.period_with_reach", field="period")
    if period is None:
        wanted = Direction.REACH  # so much in all, by a date or some day
    span = None if period is None else _parse_period(period)
    slug, given = parse_metric(metric), parse_unit(unit)
    start = None if baseline is None else parse_value(baseline, field="baseline")
    return NewGoal(
        title=named,
        metric=slug,
        unit=_own_unit(slug, given),
        target=_in_own_unit(parse_value(target, field="target"), slug, given),
        direction=wanted,
        period=span,
        by_date=_parse_date(by),
        baseline=None if start is None else _in_own_unit(start, slug, given),
        streak=row,
        milestone=once,
    )


def _own_unit(metric: str, given: str) -> str:
    known = METRICS.get(metric)
    return known.unit if known and given else given


def _in_own_unit(value: float, metric: str, given: str) -> float:
    known = METRICS.get(metric)
    if known is None or not given:
        return value
    own = convert(value, given, known.unit)
    if own is None:
        raise InvalidInput("goal.invalid_unit", field="unit", value=given, unit=known.unit or "1")
    return round(own, 9)


def _parse_streak(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        value = 0
    if not STREAK_MIN <= value <= STREAK_MAX:
        raise InvalidInput("goal.invalid_streak", field="streak", least=STREAK_MIN, most=STREAK_MAX)
    return value


def _parse_milestone(value: object) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    raise InvalidInput("goal.invalid_milestone", field="milestone")


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
