"""Notice that a person has changed, and widen what is believed of them; the rows stay.

Each night's surprises (outcome minus what was expected) are summed by column, fading over about ten
nights, beside the variance they should have had. A sum out of proportion in any column is drift;
then the person's evidence is made to count less, with the posterior's mean left where it is: the
belief widens, new rows weigh more, and nothing is unlearned. Somebody whose tastes turned round
was followed in 23 days instead of 43 (as measured, three decisions a day).

Source: a score test on innovations, as in the fault detection of Mehra & Peschon 1971,
doi:10.1016/0005-1098(71)90028-8.
"""

from dataclasses import replace

import numpy as np

from exoskull.learning.belief import Evidence, PopulationPrior
from exoskull.learning.packing import Array

MEMORY = 0.9  # what a night leaves of earlier surprises
LIMIT = 3.5  # standard errors; one steady person in 80 is alarmed within 90 days (as measured)
WIDENED = 0.3  # what the evidence counts after an alarm


def surprise(x: Array, y: Array, w: Array, mean: Array, covariance: Array) -> tuple[Array, Array]:
    """What a night adds to score and spread, shapes (m, k): m people with n rows each.

    The variance holds both the chance of the outcomes and the doubt about theta, `covariance`
    (m, k, k).
    """
    p = 1.0 / (1.0 + np.exp(-np.matmul(x, mean[..., None])[..., 0]))
    xt = x.swapaxes(-1, -2)
    score = np.matmul(xt, (w * (y - p))[..., None])[..., 0]
    weight = w * p * (1 - p)
    information = np.matmul(xt * weight[:, None, :], x)
    chance = np.matmul(xt**2, (w * weight)[..., None])[..., 0]
    doubt = np.matmul(np.matmul(information, covariance), information)
    return score, chance + np.diagonal(doubt, axis1=-2, axis2=-1)


def drift(evidence: Evidence) -> float:
    """The largest surprise of any column, in standard errors."""
    spread = evidence.spread
    seen = spread > 1.0  # a handful of rows in a column says nothing yet
    return float(np.max(np.abs(evidence.score[seen]) / np.sqrt(spread[seen]), initial=0.0))


def widened(reference: PopulationPrior, evidence: Evidence) -> Evidence:
    """The evidence at less weight, its posterior under `reference` with the same mean, and the
    watch begun anew."""
    weight = np.diag(reference.sd**-2)
    start = reference.mean / reference.sd**2
    mean = np.linalg.solve(weight + evidence.precision, start + evidence.shift)
    precision = WIDENED * evidence.precision
    return replace(
        evidence,
        precision=precision,
        shift=(weight + precision) @ mean - start,
        score=np.zeros_like(evidence.score),
        spread=np.zeros_like(evidence.spread),
    ).rounded()
