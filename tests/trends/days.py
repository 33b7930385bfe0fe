"""Made-up days: noise that persists, and what is planted in it."""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

FIRST = date(2026, 1, 5)
"""A Monday."""


def noise(rng: np.random.Generator, days: int, *, phi: float = 0.0) -> NDArray[np.float64]:
    """Standard deviation 1, each day keeping `phi` of the day before."""
    drawn = rng.normal(size=days + 50)
    for day in range(1, days + 50):
        drawn[day] += phi * drawn[day - 1]
    return drawn[50:] * np.sqrt(1 - phi**2)


def series(
    values: NDArray[np.float64], rng: np.random.Generator | None = None, *, missing: float = 0.0
) -> list[tuple[date, float]]:
    """The values from FIRST on, each day left out with probability `missing`."""
    days = [(FIRST + timedelta(days=day), float(value)) for day, value in enumerate(values)]
    if rng is None:
        return days
    return [one for one in days if rng.random() >= missing]
