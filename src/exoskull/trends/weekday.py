"""Whether a weekday, or the weekend, differs from the other days."""

from dataclasses import dataclass

import numpy as np

from exoskull.trends.adjust import t_quantile_975
from exoskull.trends.series import Array, Days, Series, arrays, calm

WEEKEND = 7
"""`weekday` of a pattern that is of Saturday and Sunday together."""

WEEKS_LEAST = 6
DAYS_IN_WEEK_LEAST = 4
EACH_LEAST = 4
"""So many weeks, so many days in each, and so many of the weekday itself, or nothing is said."""

SHUFFLES = 1999


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayPattern:
    """The weekday (0 is Monday; WEEKEND) that differs most from the other days.

    `there` and `elsewhere` are means over its days and over the others, in the metric's unit;
    `difference` is between days of one week, with its 95% interval. `effect` is the difference in
    standard deviations of a day. `p` holds for having looked at all weekdays. `means` are of
    Monday to Sunday; NaN where a weekday was not measured.
    """

    weekday: int
    there: float
    elsewhere: float
    difference: float
    low: float
    high: float
    effect: float
    p: float
    weeks: int
    days: int
    means: tuple[float, ...]


def weekday_pattern(series: Series, *, seed: int) -> WeekdayPattern | None:
    """The most marked weekday of `series`, however weakly marked; None for too little data.

    Each week's values are held against the week's own mean, so slow changes do not count. What is
    as marked by chance is found by turning each week by a random number of days: that keeps how
    days hang together within a week, and loses only which weekday they fell on.

    Args:
        seed: of the turns; the same seed gives the same p.
    """
    days, values = arrays(series)
    if not values.size:
        return None
    values = calm(values)
    grid = _by_week(days, values)
    grid = grid[np.count_nonzero(~np.isnan(grid), axis=1) >= DAYS_IN_WEEK_LEAST]
    weeks = grid.shape[0]
    if weeks < WEEKS_LEAST:
        return None
    rest = grid - np.nanmean(grid, axis=1, keepdims=True)
    spread = float(np.nanstd(rest))
    if spread <= 1e-12 * max(1.0, float(np.nanmax(np.abs(grid)))):
        return None
    scores = _scores(rest[None])[0]
    if not np.any(np.isfinite(scores)):
        return None
    best = int(np.nanargmax(scores))
    rng = np.random.default_rng(seed)
    turns = rng.integers(0, 7, size=(SHUFFLES, weeks))
    places = (np.arange(7)[None, None, :] + turns[:, :, None]) % 7
    turned = np.take_along_axis(np.broadcast_to(rest, (SHUFFLES, weeks, 7)), places, axis=2)
    chance = np.nanmax(_scores(turned), axis=1, initial=0.0)
    p = (1 + np.count_nonzero(chance >= scores[best] - 1e-9)) / (SHUFFLES + 1)
    return _pattern(grid, rest, best, p=float(p), spread=spread)


def _by_week(days: Days, values: Array) -> Array:
    """Shape (weeks, 7), Monday first, NaN where not measured."""
    week, weekday = np.divmod(days - 1, 7)
    first = week[0]
    grid = np.full((int(week[-1] - first) + 1, 7), np.nan)
    grid[week - first, weekday] = values
    return grid


def _members(weekday: int) -> Days:
    members = [5, 6] if weekday == WEEKEND else [weekday]
    return np.array(members, dtype=np.int64)


def _scores(rest: Array) -> Array:
    """How marked each weekday and the weekend are, shape (sets, 8): |t| of its mean against the
    others', over all weeks; NaN where it has too few days."""
    there = ~np.isnan(rest)
    filled = np.where(there, rest, 0.0)
    count, total = there.sum(axis=1).astype(float), filled.sum(axis=1)
    count = np.concatenate([count, count[:, 5:].sum(axis=1, keepdims=True)], axis=1)
    total = np.concatenate([total, total[:, 5:].sum(axis=1, keepdims=True)], axis=1)
    all_count = count[:, :7].sum(axis=1, keepdims=True)
    all_total = total[:, :7].sum(axis=1, keepdims=True)
    squares = (filled**2).sum(axis=(1, 2))[:, None]
    other = all_count - count
    with np.errstate(invalid="ignore", divide="ignore"):
        mean, mean_other = total / count, (all_total - total) / other
        within = squares - count * mean**2 - other * mean_other**2
        noise = np.maximum(within, 1e-12 * squares) / (all_count - 2)
        score = np.abs(mean - mean_other) / np.sqrt(noise * (1 / count + 1 / other))
    score[(count < EACH_LEAST) | (other < EACH_LEAST)] = np.nan
    return score


def _pattern(grid: Array, rest: Array, best: int, *, p: float, spread: float) -> WeekdayPattern:
    members = _members(best)
    others = np.setdiff1d(np.arange(7), members)
    differences = _mean(rest[:, members], axis=1) - _mean(rest[:, others], axis=1)
    differences = differences[np.isfinite(differences)]
    difference = float(differences.mean())
    half = t_quantile_975(max(3, differences.size - 1)) * float(
        differences.std(ddof=1) / np.sqrt(differences.size)
    )
    return WeekdayPattern(
        weekday=best,
        there=float(np.nanmean(grid[:, members])),
        elsewhere=float(np.nanmean(grid[:, others])),
        difference=difference,
        low=difference - half,
        high=difference + half,
        effect=difference / spread,
        p=p,
        weeks=int(differences.size),
        days=int(np.count_nonzero(~np.isnan(grid))),
        means=tuple(float(one) for one in _mean(grid, axis=0)),
    )


def _mean(values: Array, *, axis: int) -> Array:
    """The mean of what is there; NaN where nothing is."""
    there = ~np.isnan(values)
    with np.errstate(invalid="ignore"):
        return np.where(there, values, 0.0).sum(axis=axis) / there.sum(axis=axis)
