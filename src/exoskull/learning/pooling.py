"""The pooled prior: what people have in common, from everybody's evidence.

theta_i = mu + u_i, u_i ~ Normal(0, Sigma_u), Sigma_u diagonal. mu by generalised least squares,
Sigma_u by EM started too wide, so that it ends on the wide side with few people. Both lean on the
reference prior where people say little.

Sources: Laird & Ware 1982, doi:10.2307/2529876 (GLS and EM for random effects); Tomkins et al.
2021, "IntelligentPooling", doi:10.1007/s10994-021-05995-8 (pooling for mobile health).
"""

from collections.abc import Sequence

import numpy as np

from exoskull.learning.belief import Evidence, PopulationPrior
from exoskull.learning.packing import Array

MIN_PEOPLE = 20
MIN_ROWS = 5  # fewer rows than this and a person does not count as contributing
CAP_ROWS = 400  # nobody's evidence weighs more than that of this many rows
EM_STEPS = 5
WIDE = 2.5  # the start of Sigma_u, in units of the reference's
MEAN_WEIGHT = 8.0  # the reference mean counts as this many people
SPREAD_WEIGHT = 8.0  # the reference spread counts as this many people


def pool(reference: PopulationPrior, evidence: Sequence[Evidence]) -> PopulationPrior | None:
    """The prior that these people's evidence gives; None with fewer than 20 contributing people.

    The order of `evidence` is the order of summation: keep it canonical for the same bits.
    """
    taught = [each for each in evidence if each.rows >= MIN_ROWS]
    if len(taught) < MIN_PEOPLE:
        return None
    cap = np.array([min(1.0, CAP_ROWS / each.rows) for each in taught])
    precision = cap[:, None, None] * np.stack([each.precision for each in taught])
    shift = cap[:, None] * np.stack([each.shift for each in taught])
    mean, variance = reference.mean, WIDE * reference.sd**2
    for _ in range(EM_STEPS):
        mean = _common_mean(reference, precision, shift, variance)
        variance = _spread(reference, precision, shift, mean, variance)
    return PopulationPrior.of(reference.design, mean, np.sqrt(variance), len(taught))


def _common_mean(
    reference: PopulationPrior, precision: Array, shift: Array, variance: Array
) -> Array:
    """mu by GLS: each person weighs (Sigma_u + 1 / precision)^-1, at most Sigma_u^-1."""
    # (Sigma + P^-1)^-1 = S (S + P)^-1 P and  W theta_hat = S (S + P)^-1 shift, with S = Sigma^-1;
    # neither needs P to have an inverse.
    inverse = np.diag(1 / variance)
    shrink = np.matmul(inverse, np.linalg.inv(inverse + precision))
    weight = np.matmul(shrink, precision).sum(axis=0)
    total = np.matmul(shrink, shift[..., None])[..., 0].sum(axis=0)
    ridge = MEAN_WEIGHT * reference.sd**-2
    return np.linalg.solve((weight + weight.T) / 2 + np.diag(ridge), total + ridge * reference.mean)


def _spread(
    reference: PopulationPrior, precision: Array, shift: Array, mean: Array, variance: Array
) -> Array:
    """One EM step for the diagonal of Sigma_u."""
    inverse = 1 / variance
    covariance = np.linalg.inv(np.diag(inverse) + precision)
    theta = np.matmul(covariance, (inverse * mean + shift)[..., None])[..., 0]
    u = np.clip(theta - mean, -3 * np.sqrt(variance), 3 * np.sqrt(variance))
    second = u**2 + np.diagonal(covariance, axis1=-2, axis2=-1)
    total = second.sum(axis=0) + SPREAD_WEIGHT * reference.sd**2
    return total / (len(precision) + SPREAD_WEIGHT)
