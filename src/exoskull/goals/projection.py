"""When a target will be reached, if all goes on as it has: a date with an 80% interval, or nothing
where the measures do not say."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from math import ceil, sqrt
from statistics import fmean, variance

from exoskull.goals.progress import Projection
from exoskull.learning.distributions import t_quantile
from exoskull.signals.daily import Day

LOOKS_BACK = timedelta(days=28)
TREND_POINTS = 5
TREND_SPAN_DAYS = 7
RATE_DAYS = 7
RATE_POINTS = 3
FURTHEST_DAYS = 3653
TAIL = 0.9
"""Each end of an 80% interval."""


@cache
def _t(df: int) -> float:
    return t_quantile(TAIL, df)


def by_trend(days: Sequence[Day], target: float, today: date) -> Projection | None:
    """The date on which a straight line through the last four weeks' values meets `target`.

    The interval is Fieller's: it is right where values scatter evenly and independently around
    the line. None with fewer than 5 measured days or less than a week between the first and the
    last, where the trend leads away from the target, or is not told from none at this level.

    Source: Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x.
    """
    counted = [day for day in days if today - LOOKS_BACK < day.on <= today]
    n = len(counted)
    if n < TREND_POINTS or (counted[-1].on - counted[0].on).days < TREND_SPAN_DAYS:
        return None
    first = counted[0].on
    x = [float((day.on - first).days) for day in counted]
    y = [day.value for day in counted]
    mean_x, mean_y = fmean(x), fmean(y)
    spread = sum((one - mean_x) ** 2 for one in x)
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread
    ahead = target - y[-1]
    if slope * ahead <= 0:
        return None
    left = sum((b - mean_y - slope * (a - mean_x)) ** 2 for a, b in zip(x, y, strict=True))
    error = sqrt(left / (n - 2))
    t = _t(n - 2)
    g = (t * error / slope) ** 2 / spread
    if g >= 1:
        return None
    way = (target - mean_y) / slope
    half = t * error / abs(slope) * sqrt((1 - g) / n + way * way / spread)
    ends = [mean_x + (way + side * half) / (1 - g) for side in (-1, 1)]
    since = (today - first).days
    return _made(mean_x + way - since, ends[0] - since, ends[1] - since, today, n)


def by_rate(
    days: Sequence[Day], missing: float, begun: date, last: date, measured_to: date
) -> Projection | None:
    """The date on which what is added each day has added up to `missing`.

    The rate is that of the whole days since `begun`, of four weeks at most; days with no entry
    added nothing. None with fewer than 7 such days or 3 measured ones, or where the rate is not
    told from none at this level.

    Args:
        missing: what is left, above 0.
        last: the last whole local day.
        measured_to: the day up to which all is counted; the next is the first to come.
    """
    begun = max(begun, last - LOOKS_BACK + timedelta(days=1))
    n = (last - begun).days + 1
    added = [day.value for day in days if begun <= day.on <= last]
    if n < RATE_DAYS or len(added) < RATE_POINTS:
        return None
    values = added + [0.0] * (n - len(added))
    rate, scatter = fmean(values), variance(values)
    t = _t(n - 1)
    if rate <= t * sqrt(scatter / n):
        return None
    span = missing / rate
    half = t * sqrt(span * scatter / rate**2 + span**2 * scatter / (n * rate**2))
    return _made(span, span - half, span + half, measured_to, len(added))


def _made(
    span: float, soonest: float, longest: float, today: date, points: int
) -> Projection | None:
    if span > FURTHEST_DAYS:
        return None

    def day(after: float) -> date:
        return today + timedelta(days=max(1, ceil(after - 1e-9)))

    return Projection(
        on=day(span),
        earliest=day(min(soonest, span)),
        latest=None if longest > FURTHEST_DAYS else day(longest),
        points=points,
    )
