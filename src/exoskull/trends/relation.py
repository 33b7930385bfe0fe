"""Whether two metrics go up and down together, on the same day or a day later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from exoskull.trends.adjust import q_values
from exoskull.trends.series import (
    Array,
    Days,
    Series,
    arrays,
    calm,
    persistence,
    without_weekdays,
)

DAYS_LEAST = 14
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How `second`, `lag` days later, goes with `first`, day by day.

    `rho` is Spearman's, of what is left without weekdays and slow drift, with its 95% interval;
    `n_effective` of the `n` common days count as independent. `p` is of this pair alone, `q` the
    false discovery rate over every pair and lag that was asked. `high` and `low` are the means of
    `second` on days when `first` was above and below its usual, over `n_high` and `n_low` days.
    """

    first: str
    second: str
    lag: int
    rho: float
    rho_low: float
    rho_high: float
    n: int
    n_effective: float
    p: float
    q: float
    high: float
    low: float
    n_high: int
    n_low: int


def relate(
    series: Mapping[str, Series], pairs: Iterable[tuple[str, str]] | None = None
) -> tuple[Relation, ...] | None:
    """Every pair that has at least 14 common days, at lag 0 and, each way, at a lag of a day.

    The pairs with the smallest q first. That a pair is in the answer does not say that it is
    related: q does. None where no pair has enough days.

    Args:
        series: daily series by name.
        pairs: which to ask about; None: all. A pair that is no news (the kilometres and the
            minutes of the same runs) should be left out here: each pair asked makes the others'
            q larger.
    """
    ready = {name: arrays(one) for name, one in series.items()}
    if pairs is None:
        names = sorted(ready)
        pairs = [(one, two) for place, one in enumerate(names) for two in names[place + 1 :]]
    tested = []
    for one, two in pairs:
        for first, second, lag in ((one, two, 0), (one, two, 1), (two, one, 1)):
            found = _test(first, second, lag, ready[first], ready[second])
            if found is not None:
                tested.append(found)
    if not tested:
        return None
    rates = q_values([found["p"] for found in tested])
    made = [Relation(**found, q=q) for found, q in zip(tested, rates, strict=True)]
    return tuple(sorted(made, key=lambda one: (one.q, one.p, one.first, one.second, one.lag)))


def _test(
    first: str, second: str, lag: int, a: tuple[Days, Array], b: tuple[Days, Array]
) -> dict | None:
    common, of_a, of_b = np.intersect1d(a[0], b[0] - lag, return_indices=True)
    n = int(common.size)
    if n < DAYS_LEAST:
        return None
    x, y = a[1][of_a], b[1][of_b]
    left_x, left_y = _left_over(common, x), _left_over(common + lag, y)
    ranks_x, ranks_y = _ranks(left_x), _ranks(left_y)
    if ranks_x.std() <= 0 or ranks_y.std() <= 0:
        return None
    rho = float(np.clip(np.corrcoef(ranks_x, ranks_y)[0, 1], -0.999, 0.999))
    shared = persistence(ranks_x) * persistence(ranks_y)
    # What weekdays and drift took: a line, and the weekday means.
    taken = 1 + (6 if n >= 28 else 1)
    effective = max(4.0, (n - taken) * (1 - shared) / (1 + shared))
    scale = np.sqrt(1.06 / (effective - 3)) if effective > 4 else 1.03
    centre = float(np.arctanh(rho))
    usual = float(np.median(x))
    above, below = y[x > usual], y[x < usual]
    if not above.size or not below.size:
        return None
    return {
        "first": first,
        "second": second,
        "lag": lag,
        "rho": rho,
        "rho_low": float(np.tanh(centre - 1.96 * scale)),
        "rho_high": float(np.tanh(centre + 1.96 * scale)),
        "n": n,
        "n_effective": float(effective),
        "p": 2 * _NORMAL.cdf(-abs(centre) / float(scale)),
        "high": float(above.mean()),
        "low": float(below.mean()),
        "n_high": int(above.size),
        "n_low": int(below.size),
    }


def _left_over(days: Days, values: Array) -> Array:
    """`values` without weekdays and without what moves over weeks: two metrics that both drift, or
    that both follow the week, are not thereby related."""
    level = without_weekdays(days, calm(values))
    time = (days - days.mean()).astype(np.float64)
    return level - level.mean() - time * float(time @ level) / float(time @ time)


def _ranks(values: Array) -> Array:
    """Ranks from 0, ties sharing their mean; differences by rounding alone are ties."""
    rounded = np.round(values, 9)
    _, inverse, counts = np.unique(rounded, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts + ends - 1) / 2)[inverse].astype(np.float64)
