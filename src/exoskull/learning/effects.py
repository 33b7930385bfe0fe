"""Causal excursion effects: what acting did, among decisions at which chance decided.

Weighted and centred least squares. Every decision is weighted to a common probability and the
action is centred on it, so that a wrong model of the outcome without the action leaves the estimate
unbiased. Errors are robust (sandwich) with the leverage correction of Mancl & DeRouen 2001,
doi:10.1111/j.0006-341X.2001.00126.x, and Student's t.

A difference of before and after is not an effect and none of this takes one: without a logged
probability strictly between 0 and 1 a decision cannot enter.

Source: Boruvka, Almirall, Witkiewitz & Murphy 2018, doi:10.1080/01621459.2017.1305274.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from exoskull.kit.errors import InvalidInput, Refused
from exoskull.learning.distributions import t_cdf, t_quantile
from exoskull.learning.packing import Array


class NotEnoughData(Refused):
    """Too few decisions to say anything; `missing` tells how many more it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """An estimated effect, in the unit of the outcome, with its interval.

    `n` decisions, of which `acted` with the action; `df`: degrees of freedom of its t.
    """

    estimate: float
    standard_error: float
    low: float
    high: float
    confidence: float
    p_value: float
    n: int
    acted: int
    df: int


def excursion_effect(
    y: ArrayLike,
    a: ArrayLike,
    p: ArrayLike,
    x: ArrayLike,
    *,
    person: ArrayLike | None = None,
    confidence: float = 0.95,
) -> Effect:
    """Estimate the causal excursion effect of acting, averaged over time.

    Args:
        y: proximal outcomes, shape (n,), in the outcome's own unit.
        a: actions taken, shape (n,), 0 or 1.
        p: probability with which a = 1 was drawn, shape (n,), in (0, 1).
        x: control variables, shape (n, k), first column ones.
        person: whose decision each is, shape (n,). None: all of one person; then errors are robust
            by decision, which holds as chance alone chose among what history made likely.
        confidence: of the interval, in (0, 1).

    Raises:
        NotEnoughData: fewer than k + 2 decision points (people, where `person` is given).
        InvalidInput: shapes that do not fit, an action not 0 or 1, a probability not in (0, 1).
    """
    ones = np.ones((len(np.asarray(y)), 1))
    (effect,) = moderated_effects(y, a, p, x, ones, person=person, confidence=confidence)
    return effect


def moderated_effects(
    y: ArrayLike,
    a: ArrayLike,
    p: ArrayLike,
    x: ArrayLike,
    moderators: ArrayLike,
    *,
    person: ArrayLike | None = None,
    confidence: float = 0.95,
) -> list[Effect]:
    """The coefficients of the effect's linear model in `moderators`, shape (n, m).

    Arguments and errors as of `excursion_effect`; a column of ones is the effect where the other
    moderators are 0.
    """
    y, a, p, x, f = (np.asarray(each, dtype=float) for each in (y, a, p, x, moderators))
    _check(y, a, p, x, f)
    n, columns = len(y), x.shape[1] + f.shape[1]
    cluster = np.arange(n) if person is None else np.unique(person, return_inverse=True)[1]
    df = int(cluster.max(initial=-1)) + 1 - columns
    if df < 1:
        raise NotEnoughData("learning.not_enough_data", n=df + columns, missing=1 - df)
    common = p.mean()
    weight = np.where(a == 1, common / p, (1 - common) / (1 - p))
    d = np.column_stack([x, (a - common)[:, None] * f])
    bread = _inverse(d.T @ (weight[:, None] * d), n)
    beta = bread @ (d.T @ (weight * y))
    covariance = bread @ _meat(d, weight, y - d @ beta, cluster, bread) @ bread
    error = np.sqrt(np.diag(covariance))
    reach = t_quantile((1 + confidence) / 2, df)
    return [
        Effect(
            estimate=float(beta[i]),
            standard_error=float(error[i]),
            low=float(beta[i] - reach * error[i]),
            high=float(beta[i] + reach * error[i]),
            confidence=confidence,
            p_value=2 * (1 - t_cdf(abs(float(beta[i] / error[i])), df)) if error[i] > 0 else 0.0,
            n=n,
            acted=int(a.sum()),
            df=df,
        )
        for i in range(x.shape[1], columns)
    ]


def _meat(d: Array, w: Array, residual: Array, cluster: NDArray[np.intp], bread: Array) -> Array:
    """Sum over clusters of D' W r r' W D, with each cluster's r as if it had not been fitted."""
    if cluster.max() + 1 == len(d):  # each its own cluster: 1 - leverage is a number
        leverage = w * np.einsum("ij,jk,ik->i", d, bread, d)
        scores = d * (w * residual / np.maximum(1 - leverage, 1e-9))[:, None]
        return scores.T @ scores
    meat = np.zeros_like(bread)
    order = np.argsort(cluster, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(cluster[order])) + 1):
        di, wi = d[rows], w[rows]
        hat = di @ bread @ (di * wi[:, None]).T
        left_out = np.linalg.solve(np.eye(len(rows)) - hat, residual[rows])
        score = di.T @ (wi * left_out)
        meat += np.outer(score, score)
    return meat


def _inverse(gram: Array, n: int) -> Array:
    try:
        if np.linalg.cond(gram) < 1e12:
            return np.linalg.inv(gram)
    except np.linalg.LinAlgError as error:
        raise NotEnoughData("learning.not_enough_data", n=n, missing=1) from error
    raise NotEnoughData("learning.not_enough_data", n=n, missing=1)


def _check(y: Array, a: Array, p: Array, x: Array, f: Array) -> None:
    n = len(y)
    if y.shape != (n,) or a.shape != (n,) or p.shape != (n,):
        raise InvalidInput("learning.shapes_differ", field="y, a, p")
    if x.ndim != 2 or f.ndim != 2 or len(x) != n or len(f) != n:
        raise InvalidInput("learning.shapes_differ", field="x, moderators")
    if not np.isin(a, (0.0, 1.0)).all():
        raise InvalidInput("learning.invalid_action", field="a")
    if not ((p > 0) & (p < 1)).all():
        raise InvalidInput("learning.invalid_probability", field="p")
