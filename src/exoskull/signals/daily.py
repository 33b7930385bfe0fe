"""A metric by local day, and the person's own baseline of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from statistics import fmean, pstdev

from exoskull.language.metrics import METRICS, Daily
from exoskull.signals.model import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day of one metric: its value and the measures that made it."""

    on: date
    value: float
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What is usual for this person: mean and standard deviation over `days` measured days."""

    mean: float
    deviation: float
    days: int


def by_day(measures: Iterable[Measure], metric: str, zone: tzinfo) -> list[Day]:
    """The days on which `metric` was measured, oldest first.

    Several measures a day are summed, averaged or the last is taken, as the metric asks; days
    without a measure are absent, not zero.
    """
    grouped: dict[date, list[Measure]] = {}
    for measure in measures:
        if measure.metric == metric:
            grouped.setdefault(measure.at.astimezone(zone).date(), []).append(measure)
    return [
        Day(on=on, value=_combine(metric, group), measures=tuple(group))
        for on, group in sorted(grouped.items())
    ]


def adds_up(metric: str) -> bool:
    """Whether the values of `metric` add up over a day, and days to a period; what is not in the
    catalogue does."""
    known = METRICS.get(metric)
    return known is None or known.daily is Daily.SUM


def _combine(metric: str, measures: list[Measure]) -> float:
    known = METRICS.get(metric)
    rule = known.daily if known else Daily.SUM
    values = [measure.value for measure in measures]
    if rule is Daily.LAST:
        return max(measures, key=lambda measure: (measure.at, measure.id)).value
    return fmean(values) if rule is Daily.MEAN else sum(values)


def baseline(days: list[Day], *, least: int = 7) -> Baseline | None:
    """The person's own baseline over `days`, or None where fewer than `least` were measured."""
    if len(days) < least:
        return None
    values = [day.value for day in days]
    return Baseline(mean=fmean(values), deviation=pstdev(values), days=len(values))
