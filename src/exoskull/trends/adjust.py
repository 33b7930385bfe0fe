"""Many questions asked at once: how many of the answers may be chance."""

from collections.abc import Sequence

import numpy as np


def q_values(p: Sequence[float]) -> list[float]:
    """The false discovery rate at which each test would count as found, in the order of `p`.

    Args:
        p: the p-values of every test that was made, those that found nothing too.

    Source: Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
    """
    given = np.asarray(p, dtype=np.float64)
    if not given.size:
        return []
    order = np.argsort(given)[::-1]
    ranks = np.arange(given.size, 0, -1)
    stepped = np.minimum.accumulate(given[order] * given.size / ranks)
    result = np.empty_like(given)
    result[order] = np.clip(stepped, given[order], 1.0)
    return result.tolist()


def t_quantile_975(df: float) -> float:
    """The 97.5% quantile of Student's t with `df` >= 3 degrees of freedom, to 1% or better.

    Source: Abramowitz and Stegun 26.7.5.
    """
    z = 1.959963984540054
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / df + second / df**2 + third / df**3
