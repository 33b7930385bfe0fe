"""A daily series as arrays, calmed and rid of what repeats."""

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Days = NDArray[np.int64]

Series = Iterable[tuple[date, float]]
"""Days with their values, in any order, each date once; days not measured are absent."""

FAR = 5.0
"""A value farther from the median than so many robust deviations is drawn in to that."""


def arrays(series: Series) -> tuple[Days, Array]:
    """Ordinals of the dates, oldest first, and the values, both of shape (n,).

    Raises:
        ValueError: a date comes twice.
    """
    pairs = sorted(series)
    days = np.array([day.toordinal() for day, _ in pairs], dtype=np.int64)
    if days.size > 1 and not np.all(np.diff(days) > 0):
        raise ValueError("a date comes twice in a daily series")
    return days, np.array([value for _, value in pairs], dtype=np.float64)


def weekdays(days: Days) -> Days:
    """The weekday of each day, as `date.weekday()` counts: 0 is Monday."""
    return (days - 1) % 7  # ordinal 1 was a Monday


def calm(values: Array) -> Array:
    """`values` with those far from the median drawn in, so that one slip does not speak for all.

    Where more than half of the values are the same there is no robust deviation: left as it is.
    """
    if not values.size:
        return values
    middle = float(np.median(values))
    spread = 1.4826 * float(np.median(np.abs(values - middle)))
    if spread <= 0:
        return values
    return np.clip(values, middle - FAR * spread, middle + FAR * spread)


def without_weekdays(days: Days, values: Array) -> Array:
    """`values` with each weekday's own mean moved to the mean of all.

    With fewer than four weeks of values only the weekend is told from the other days: seven means
    would be mostly noise.
    """
    own = weekdays(days)
    groups = own if values.size >= 28 else (own >= 5).astype(np.int64)
    result = values - values.mean()
    for group in np.unique(groups):
        here = groups == group
        if np.count_nonzero(here) > 1:
            result[here] -= result[here].mean()
    return result + values.mean()


def persistence(values: Array) -> float:
    """How much of a day's distance from the mean is there the next day: the lag-1 autocorrelation,
    corrected for short series, in [0, 0.95].

    Source: Kendall 1954, doi:10.1093/biomet/41.3-4.403 (the bias).
    """
    n = values.size
    centred = values - values.mean()
    total = float(centred @ centred)
    if n < 4 or total <= 0:
        return 0.0
    raw = float(centred[1:] @ centred[:-1]) / total
    return min(0.95, max(0.0, raw + (1 + 3 * raw) / n))
