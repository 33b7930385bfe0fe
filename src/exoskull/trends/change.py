"""When the level of a metric changed, and by how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from exoskull.trends.series import (
    Array,
    Days,
    Series,
    arrays,
    calm,
    persistence,
    without_weekdays,
)

SIDE_LEAST = 10
"""So many measured days before a change, and after it."""

DAYS_LEAST = 28
SHUFFLES = 1999


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A new level from `on`, the first measured day of it.

    `before` and `after` are mean levels in the metric's unit, over `n_before` and `n_after`
    measured days; `low` to `high` is the 95% interval of their difference. `effect` is the
    difference in standard deviations of a day within a level. `p` holds for having looked at
    every day.
    """

    on: date
    before: float
    after: float
    difference: float
    low: float
    high: float
    effect: float
    p: float
    n_before: int
    n_after: int


def change_points(series: Series, *, seed: int, alpha: float = 0.01) -> tuple[Change, ...] | None:
    """Every change of level, oldest first; None for fewer than 28 measured days.

    The day that splits the series best (by CUSUM) is a change where fewer than `alpha` of made-up
    series without one, as persistent from day to day as this, have a split as good; then each part
    is asked the same, more strictly. A slow drift is found as a change as well: in the middle of
    it. A level that went and came back may hide itself: no one split fits it well.

    Args:
        seed: of the made-up series.
        alpha: how often a series that never changed may be said to have.
    """
    days, values = arrays(series)
    if values.size < DAYS_LEAST:
        return None
    values = calm(values)
    level = without_weekdays(days, values)
    rng = np.random.default_rng(seed)
    found = sorted(_splits(level, 0, rng, alpha))
    edges = [0, *(at for at, _ in found), level.size]
    return tuple(
        _change(days, values, level, edges[place], at, edges[place + 2], p=p)
        for place, (at, p) in enumerate(found)
    )


def _splits(
    level: Array, begin: int, rng: np.random.Generator, alpha: float
) -> Iterator[tuple[int, float]]:
    """Where to split, and how often chance would have: by binary segmentation."""
    if level.size < DAYS_LEAST:
        return
    at, p = best_split(level, rng)
    if p > alpha:
        return
    yield begin + at, p
    # Two parts, and each was cut where it looks most unlike the other: hence a quarter.
    yield from _splits(level[:at], begin, rng, alpha / 4)
    yield from _splits(level[at:], begin + at, rng, alpha / 4)


def best_split(level: Array, rng: np.random.Generator) -> tuple[int, float]:
    """The index of the first day after the best split, and its p.

    p is from series of first-order persistence, with the persistence measured within the two
    parts: measured over the whole, a change would look like persistence and hide itself.
    """
    scores = _scores(level[None])[0]
    at = int(np.argmax(scores)) + SIDE_LEAST
    top = float(scores[at - SIDE_LEAST])
    if top <= 0:
        return at, 1.0
    steady = np.concatenate([level[:at] - level[:at].mean(), level[at:] - level[at:].mean()])
    phi = _cautious(steady)
    shocks = steady[1:] - phi * steady[:-1]
    chance = _scores(_made_up(shocks, phi, level.size, rng)).max(axis=1)
    return at, float(1 + np.count_nonzero(chance >= top)) / (SHUFFLES + 1)


def _cautious(steady: Array) -> float:
    """The persistence to expect at worst: a split that was looked for takes some of it away, most
    from a short series. The figures in it were set on series that never changed (the tests)."""
    n = steady.size
    total = float(steady @ steady)
    raw = float(steady[1:] @ steady[:-1]) / total if total > 0 else 0.0
    high = raw + 4 * (1 + 3 * raw) / n + 0.5 * float(np.sqrt(max(0.0, 1 - raw**2) / n))
    return min(0.97, max(0.0, high))


def _made_up(shocks: Array, phi: float, n: int, rng: np.random.Generator) -> Array:
    """Series without a change, shape (SHUFFLES, n): shocks drawn again, persisting by `phi`."""
    warm = 0 if phi == 0 else min(60, int(np.ceil(np.log(0.05) / np.log(phi))))
    drawn = (shocks - shocks.mean())[rng.integers(0, shocks.size, size=(SHUFFLES, n + warm))]
    if phi == 0:
        return drawn
    for day in range(1, n + warm):
        drawn[:, day] += phi * drawn[:, day - 1]
    return drawn[:, warm:]


def _scores(level: Array) -> Array:
    """|t| of the difference of means for each split that leaves enough on both sides.

    Args:
        level: shape (sets, n).

    Returns:
        Shape (sets, n - 2 * SIDE_LEAST + 1), of splits after SIDE_LEAST days and later.
    """
    n = level.shape[1]
    first = np.arange(SIDE_LEAST, n - SIDE_LEAST + 1)
    centred = level - level.mean(axis=1, keepdims=True)
    sums = np.cumsum(centred, axis=1)[:, first - 1]
    squares = (centred**2).sum(axis=1, keepdims=True)
    between = sums**2 * (1 / first + 1 / (n - first))
    within = np.maximum(squares - between, 1e-9 * squares + 1e-300) / (n - 2)
    return np.sqrt(between / within)


def _change(
    days: Days, values: Array, level: Array, begin: int, at: int, end: int, *, p: float
) -> Change:
    before, after = level[begin:at], level[at:end]
    steady = np.concatenate([before - before.mean(), after - after.mean()])
    spread = float(steady.std(ddof=2))
    phi = persistence(steady)
    stretch = (1 + phi) / (1 - phi)
    half = 1.96 * spread * float(np.sqrt(stretch * (1 / before.size + 1 / after.size)))
    difference = float(after.mean() - before.mean())
    return Change(
        on=date.fromordinal(int(days[at])),
        before=float(values[begin:at].mean()),
        after=float(values[at:end].mean()),
        difference=difference,
        low=difference - half,
        high=difference + half,
        effect=difference / spread if spread > 0 else 0.0,
        p=p,
        n_before=int(before.size),
        n_after=int(after.size),
    )
