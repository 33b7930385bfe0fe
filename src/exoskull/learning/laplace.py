"""Take a night's observations into a person's evidence: two Newton (IRLS) steps of the posterior
under a reference prior, then a quadratic in theta is kept and the rows are let go.

The reference prior is the one the learner started with, never the pooled one, so that evidence
depends on nobody else's rows: forgetting a person leaves the others' bits alone. A night's rows
are linearised where the person stood that night, which is the assumed-density (Laplace) filter of
Spiegelhalter & Lauritzen 1990; IRLS: McCullagh & Nelder 1989, section 2.5. Outcomes between 0 and
1 enter by quasi-likelihood (Papke & Wooldridge 1996).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from exoskull.learning.belief import Evidence, PopulationPrior
from exoskull.learning.design import Design
from exoskull.learning.drift import LIMIT, MEMORY, drift, surprise, widened
from exoskull.learning.model import Observation
from exoskull.learning.packing import Array

FORGETTING = 0.998  # what a night leaves of older evidence
STEPS = 2
BESIDE = 1.0  # what a reply counts beside an outcome of the same send


def rows_of(design: Design, observations: Sequence[Observation]) -> tuple[Array, Array, Array]:
    """Rows, targets and weights: (n, size), (n,), (n,). An observation gives a row for its outcome
    and one for its reply, of those it has."""
    rows, targets, weights = [], [], []
    for seen in observations:
        if seen.outcome is not None:
            rows.append(design.outcome_row(seen.arm, seen.context))
            targets.append(seen.outcome)
            weights.append(1.0)
        if seen.reply is not None and seen.arm is not None:
            rows.append(design.reply_row(seen.arm))
            targets.append(seen.reply)
            weights.append(1.0 if seen.outcome is None else BESIDE)
    return np.array(rows).reshape(-1, design.size), np.array(targets), np.array(weights)


def absorb(
    reference: PopulationPrior,
    evidence: Sequence[Evidence],
    observations: Sequence[Sequence[Observation]],
    nights: float = 1.0,
) -> list[Evidence]:
    """Each person's evidence with these observations, in the same order.

    `nights`, since the last ones, is by how much the older evidence is forgotten. Where a person
    proves to have changed, the evidence is widened. A person with no observation keeps it as it is.
    """
    batches: dict[int, list[int]] = defaultdict(list)
    night = [rows_of(reference.design, seen) for seen in observations]
    for person, (rows, _, _) in enumerate(night):
        batches[len(rows)].append(person)
    batches.pop(0, None)
    after = list(evidence)
    for people in batches.values():
        # People with equally many rows go together: nobody's shapes, and so nobody's last bits,
        # depend on who else is there.
        x, y, w = (np.stack([night[person][part] for person in people]) for part in range(3))
        changed = _absorb_batch(reference, [evidence[i] for i in people], x, y, w, nights)
        for person, new in zip(people, changed, strict=True):
            after[person] = widened(reference, new) if drift(new) > LIMIT else new
    return after


def _absorb_batch(
    reference: PopulationPrior,
    evidence: list[Evidence],
    x: Array,
    y: Array,
    w: Array,
    nights: float,
) -> list[Evidence]:
    """The same for m people with n rows each: x (m, n, size), y and w (m, n)."""
    weight = reference.sd**-2
    precision = FORGETTING**nights * np.stack([each.precision for each in evidence])
    shift = FORGETTING**nights * np.stack([each.shift for each in evidence])
    covariance = np.linalg.inv(precision + np.diag(weight))
    start = shift + weight * reference.mean
    mean = np.matmul(covariance, start[..., None])[..., 0]
    score, spread = surprise(x, y, w, mean, covariance)
    added, pull = linearise(x, y, w, mean)
    for _ in range(STEPS - 1):
        total = precision + np.diag(weight) + added
        mean = np.linalg.solve(total, (start + pull)[..., None])[..., 0]
        added, pull = linearise(x, y, w, mean)
    fade = MEMORY**nights
    return [
        replace(
            each,
            precision=precision[i] + added[i],
            shift=shift[i] + pull[i],
            score=fade * each.score + score[i],
            spread=fade**2 * each.spread + spread[i],
            rows=each.rows + x.shape[1],
        ).rounded()
        for i, each in enumerate(evidence)
    ]


def linearise(x: Array, y: Array, w: Array, mean: Array) -> tuple[Array, Array]:
    """Precision (m, k, k) and shift (m, k) of the quadratic that touches the log-likelihood at
    `mean` (m, k): one IRLS step."""
    logit = np.matmul(x, mean[..., None])[..., 0]
    p = 1.0 / (1.0 + np.exp(-logit))
    slope = w * p * (1 - p)
    xt = x.swapaxes(-1, -2)
    precision = np.matmul(xt * slope[:, None, :], x)
    shift = np.matmul(xt, (slope * logit + w * (y - p))[..., None])[..., 0]
    return precision, shift
