"""Days put together to days, weeks and months: what summaries and charts show. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from exoskull.apps.model import Rule

Span = Literal["day", "week", "month"]

DAYS_MAX = 1100
"""Local days that one question may span: three years."""


class DayValues(Protocol):
    """One local day of one column, see `entry_store.DayRow`."""

    @property
    def on(self) -> date: ...
    @property
    def entries(self) -> int: ...
    @property
    def values(self) -> int: ...
    @property
    def total(self) -> float | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def last(self) -> float | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """A day, week (from Monday) or month by its first local date. `value`: by the app's rule, None
    where nothing was entered in the column; `days` with entries."""

    start: date
    value: float | None
    entries: int
    days: int
    low: float | None
    high: float | None


def start_of(on: date, span: Span) -> date:
    """The first day of the span that `on` falls in."""
    match span:
        case "day":
            return on
        case "week":
            return on - timedelta(days=on.weekday())
        case "month":
            return on.replace(day=1)


def buckets(days: Iterable[DayValues], span: Span, rule: Rule) -> list[Bucket]:
    """The spans with entries, oldest first.

    A sum adds the days up, a mean is over all values, the last is the latest day's.
    """
    grouped: dict[date, list[DayValues]] = {}
    for day in days:
        grouped.setdefault(start_of(day.on, span), []).append(day)
    return [_bucket(start, group, rule) for start, group in sorted(grouped.items())]


def _bucket(start: date, days: Sequence[DayValues], rule: Rule) -> Bucket:
    measured = [day for day in days if day.values]
    entries = sum(day.entries for day in days)
    total = sum(day.total or 0.0 for day in measured)
    value: float | None = None
    if rule is Rule.COUNT:
        value = float(entries)
    elif measured and rule is Rule.SUM:
        value = total
    elif measured and rule is Rule.MEAN:
        value = total / sum(day.values for day in measured)
    elif measured:
        value = max(measured, key=lambda day: day.on).last
    lows = [day.low for day in measured if day.low is not None]
    highs = [day.high for day in measured if day.high is not None]
    return Bucket(
        start=start,
        value=None if value is None else round(value, 6),
        entries=entries,
        days=len(days),
        low=min(lows, default=None),
        high=max(highs, default=None),
    )


def filled(found: Iterable[Bucket], first: date, last: date, span: Span) -> list[Bucket]:
    """Every span from `first` to `last`, those without entries too: what a chart draws."""
    known: Mapping[date, Bucket] = {one.start: one for one in found}
    made: list[Bucket] = []
    start = start_of(first, span)
    while start <= last:
        empty = Bucket(start=start, value=None, entries=0, days=0, low=None, high=None)
        made.append(known.get(start, empty))
        start = _next(start, span)
    return made


def _next(start: date, span: Span) -> date:
    match span:
        case "day":
            return start + timedelta(days=1)
        case "week":
            return start + timedelta(days=7)
        case "month":
            return (start + timedelta(days=32)).replace(day=1)


def streak(days: Iterable[date], today: date) -> int:
    """Local days in a row with an entry, up to today; up to yesterday where today has none yet."""
    known = set(days)
    on = today if today in known else today - timedelta(days=1)
    length = 0
    while on in known:
        length += 1
        on -= timedelta(days=1)
    return length
