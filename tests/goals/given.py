"""Goals and measured days, made by hand. 2 March 2026 is a Monday."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from exoskull.goals.model import Goal, GoalState
from exoskull.goals.pace import Progress, assess
from exoskull.kit.ids import TraceId
from exoskull.language.model import Direction, Period
from exoskull.signals.daily import Day
from exoskull.signals.model import Measure, Source

WARSAW = ZoneInfo("Europe/Warsaw")
LONG_AGO = datetime(2025, 12, 1, 8, tzinfo=UTC)


def goal(
    metric: str = "runs",
    target: float = 3,
    period: Period | None = Period.WEEK,
    direction: Direction = Direction.AT_LEAST,
    *,
    created: datetime = LONG_AGO,
    by: date | None = None,
    **fields: Any,
) -> Goal:
    made: dict[str, Any] = {
        "id": UUID(int=1),
        "title": "Cel",
        "metric": metric,
        "unit": "",
        "target": target,
        "direction": direction,
        "period": period,
        "by_date": by,
        "baseline": None,
        "state": GoalState.ACTIVE,
        "created_at": created,
        "trace": TraceId(UUID(int=2)),
    }
    return Goal(**made | fields)


def measure(
    metric: str, value: float, at: datetime, *, number: int = 100, unit: str = ""
) -> Measure:
    return Measure(
        id=UUID(int=number),
        at=at,
        metric=metric,
        value=value,
        unit=unit,
        source=Source.API,
        message_id=None,
        trace=TraceId(UUID(int=3)),
    )


def days(metric: str, values: dict[str, float], *, unit: str = "") -> list[Day]:
    """Measured days of March 2026, by `"3"`, or of any month by `"02-27"`."""
    made = []
    for number, (day, value) in enumerate(values.items()):
        on = date.fromisoformat(f"2026-{day}" if "-" in day else f"2026-03-{int(day):02}")
        noon = datetime(on.year, on.month, on.day, 12, tzinfo=WARSAW)
        one = measure(metric, value, noon, number=100 + number, unit=unit)
        made.append(Day(on=on, value=value, measures=(one,), unit=unit))
    return sorted(made, key=lambda one: one.on)


def at(day: int, hour: int = 12, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=WARSAW)


def stand(one: Goal, values: dict[str, float], now: datetime, *, unit: str = "") -> Progress:
    return assess(one, days(one.metric, values, unit=unit), now)
