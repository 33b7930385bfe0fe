"""What another way of choosing would have brought, from the ledger of this one.

    IPS    mean of w y            unbiased, widest        Horvitz & Thompson 1952
    SNIPS  sum w y / sum w        slightly biased, tamer  Swaminathan & Joachims 2015
    DR     model + mean of w (y - model)   right if either the model or the probabilities are;
                                  Dudik et al. 2014, doi:10.1214/14-STS500

with w = target probability / logged probability of what was done. The effective sample size
(sum w)^2 / sum w^2 (Kish 1965) says how many rows the target could as well have been tried on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from exoskull.kit.errors import InvalidInput
from exoskull.learning.distributions import t_quantile
from exoskull.learning.effects import NotEnoughData
from exoskull.learning.packing import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyValue:
    """The estimated mean outcome under a policy, with its interval.

    `effective_n`: of the `n` rows, how many the weights leave.
    """

    estimate: float
    standard_error: float
    low: float
    high: float
    confidence: float
    n: int
    effective_n: float


def ips(
    y: ArrayLike, logged: ArrayLike, target: ArrayLike, *, confidence: float = 0.95
) -> PolicyValue:
    """Inverse propensity estimate.

    Args:
        y: outcomes, shape (n,).
        logged: probability with which what was done had been drawn, shape (n,), in (0, 1].
        target: probability with which the other policy would have done that, shape (n,), in [0, 1].

    Raises:
        NotEnoughData: fewer than 2 rows, or none that the target would ever have chosen.
        InvalidInput: shapes that do not fit, or probabilities that are none.
    """
    y, w = _weights(y, logged, target)
    return _value(w * y, w, confidence)


def snips(
    y: ArrayLike, logged: ArrayLike, target: ArrayLike, *, confidence: float = 0.95
) -> PolicyValue:
    """Self-normalised inverse propensity estimate; arguments and errors as of `ips`.

    Its error is by linearisation (the delta method).
    """
    y, w = _weights(y, logged, target)
    estimate = float((w * y).sum() / w.sum())
    return _value(estimate + w * (y - estimate) / w.mean(), w, confidence)


def doubly_robust(
    y: ArrayLike,
    logged: ArrayLike,
    target: ArrayLike,
    model_done: ArrayLike,
    model_target: ArrayLike,
    *,
    confidence: float = 0.95,
) -> PolicyValue:
    """Doubly robust estimate; `y`, `logged`, `target` and errors as of `ips`.

    Args:
        model_done: a model's expected outcome of what was done, shape (n,). The model must not have
            been fitted to these rows.
        model_target: the same, averaged over what the target would do, shape (n,).
    """
    y, w = _weights(y, logged, target)
    done, aim = np.asarray(model_done, dtype=float), np.asarray(model_target, dtype=float)
    if done.shape != y.shape or aim.shape != y.shape:
        raise InvalidInput("learning.shapes_differ", field="model_done, model_target")
    return _value(aim + w * (y - done), w, confidence)


def effective_n(weights: ArrayLike) -> float:
    """(sum w)^2 / sum w^2; 0 where all weights are 0."""
    w = np.asarray(weights, dtype=float)
    squares = float((w**2).sum())
    return float(w.sum()) ** 2 / squares if squares else 0.0


def _weights(y: ArrayLike, logged: ArrayLike, target: ArrayLike) -> tuple[Array, Array]:
    y, b, t = (np.asarray(each, dtype=float) for each in (y, logged, target))
    if y.ndim != 1 or b.shape != y.shape or t.shape != y.shape:
        raise InvalidInput("learning.shapes_differ", field="y, logged, target")
    if not ((b > 0) & (b <= 1)).all() or not ((t >= 0) & (t <= 1)).all():
        raise InvalidInput("learning.invalid_probability", field="logged, target")
    w = t / b
    if len(y) < 2 or not w.any():
        raise NotEnoughData("learning.not_enough_data", n=len(y), missing=max(1, 2 - len(y)))
    return y, w


def _value(terms: Array, weights: Array, confidence: float) -> PolicyValue:
    """The mean of `terms`, with t for the number of rows that the weights leave."""
    left = effective_n(weights)
    estimate = float(terms.mean())
    error = float(terms.std(ddof=1) / np.sqrt(len(terms)))
    reach = t_quantile((1 + confidence) / 2, max(1.0, left - 1)) * error
    return PolicyValue(
        estimate=estimate,
        standard_error=error,
        low=estimate - reach,
        high=estimate + reach,
        confidence=confidence,
        n=len(terms),
        effective_n=left,
    )
