"""Whether one share is above another, by what was counted of both."""

import numpy as np

from exoskull.optimization.model import ENOUGH, Measure, Tally, Verdict

_GRID = 4000
_POINTS = (np.arange(_GRID) + 0.5) / _GRID


def p_above(tally: Tally, other: Tally, margin: float = 0.0) -> float:
    """The probability that the share behind `tally` is above that behind `other` by `margin`.

    Both have the prior Beta(1, 1), so both posteriors are Beta(1 + hits, 1 + misses); the
    integral is taken on a grid of 4000 points, right to three decimals for n up to 10,000.

    Args:
        margin: in (-1, 1); negative: `tally` may be as much below.
    """
    weight, below = _weights(tally), np.cumsum(_weights(other))
    at = _POINTS - margin
    under = np.interp(at, _POINTS + 0.5 / _GRID, below, left=0.0, right=1.0)
    return float(np.clip(weight @ under, 0.0, 1.0))


def p_share_below(tally: Tally, share: float) -> float:
    """The probability that the share behind `tally` is below `share`."""
    return float(np.interp(share, _POINTS + 0.5 / _GRID, np.cumsum(_weights(tally))))


def _weights(tally: Tally) -> np.ndarray:
    misses = tally.n - tally.hits
    log = tally.hits * np.log(_POINTS) + misses * np.log1p(-_POINTS)
    weight = np.exp(log - log.max())
    return weight / weight.sum()


def judge(measure: Measure, within: Tally) -> tuple[Verdict, float | None]:
    """What `within`, counted in a trial, says of it, and the probability that it is better; None
    where too little was seen to say."""
    if within.n < measure.n_min or measure.before.n < measure.n_min:
        return Verdict.INCONCLUSIVE, None
    better = round(p_above(within, measure.before, measure.margin), 4)
    return (Verdict.BETTER if better >= ENOUGH else Verdict.NOT_BETTER), better
