"""A metric by local day, and the person's own baseline of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from statistics import fmean, pstdev

from exoskull.language.conversion import convert
from exoskull.language.metrics import METRICS, Daily, metric_named
from exoskull.signals.model import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day of one metric: its value, in `unit`, and the measures that made it."""

    on: date
    value: float
    measures: tuple[Measure, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What is usual for this person: mean and standard deviation over `days` measured days."""

    mean: float
    deviation: float
    days: int


def by_day(measures: Iterable[Measure], metric: str, zone: tzinfo) -> list[Day]:
    """The days on which `metric` was measured, oldest first, all in one unit.

    Several measures a day are summed, averaged or the last is taken, as the metric asks; days
    without a measure are absent, not zero. A measure whose unit cannot be made into the metric's
    is left out: `unreadable` names those.
    """
    mine = [measure for measure in measures if measure.metric == metric]
    unit = unit_of(metric, mine)
    grouped: dict[date, list[tuple[Measure, float]]] = {}
    for measure in mine:
        value = convert(measure.value, measure.unit, unit)
        if value is not None:
            day = measure.at.astimezone(zone).date()
            grouped.setdefault(day, []).append((measure, value))
    return [
        Day(
            on=on,
            value=_combine(metric, group),
            measures=tuple(measure for measure, _ in group),
            unit=unit,
        )
        for on, group in sorted(grouped.items())
    ]


def unit_of(metric: str, measures: Sequence[Measure]) -> str:
    """The unit of `metric`: its own; of one that a person made up, that of the earliest measure
    that names one; "" for a count."""
    if own := metric_named(metric).unit:
        return own
    named = [measure for measure in measures if measure.unit]
    return min(named, key=lambda measure: (measure.at, measure.id)).unit if named else ""


def unreadable(measures: Iterable[Measure], metric: str) -> list[Measure]:
    """The measures of `metric` that are in a unit which cannot be made into its own: a problem of
    the data, for the person to mend. They count for nothing."""
    mine = [measure for measure in measures if measure.metric == metric]
    unit = unit_of(metric, mine)
    return [measure for measure in mine if convert(measure.value, measure.unit, unit) is None]


def adds_up(metric: str) -> bool:
    """Whether the values of `metric` add up over a day, and days to a period; what is not in the
    catalogue does."""
    known = METRICS.get(metric)
    return known is None or known.daily is Daily.SUM


def _combine(metric: str, measured: list[tuple[Measure, float]]) -> float:
    known = METRICS.get(metric)
    rule = known.daily if known else Daily.SUM
    values = [value for _, value in measured]
    if rule is Daily.LAST:
        return max(measured, key=lambda one: (one[0].at, one[0].id))[1]
    return fmean(values) if rule is Daily.MEAN else sum(values)


def baseline(days: list[Day], *, least: int = 7) -> Baseline | None:
    """The person's own baseline over `days`, or None where fewer than `least` were measured."""
    if len(days) < least:
        return None
    values = [day.value for day in days]
    return Baseline(mean=fmean(values), deviation=pstdev(values), days=len(values))
