"""Thompson sampling over a person's posterior, with logged probabilities and bounds on them.

Each of 200 draws of theta names the arm it would send, and whether that beats sending nothing; the
shares of the draws, held within bounds so that every choice stays comparable later, are the
probabilities, and the choice is drawn from them.

Sources: Thompson 1933; Russo et al. 2018, "A Tutorial on Thompson Sampling"; the bounds on P(send)
and the price of dosage after Liao et al. 2020, "Personalized HeartSteps", doi:10.1145/3381007.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from exoskull.learning.belief import Posterior
from exoskull.learning.constraints import Constraint, always_sends, constrained
from exoskull.learning.design import BASE_DOSE, SEND_DOSE
from exoskull.learning.model import Arm, Choice, Context, Level, Reason
from exoskull.learning.packing import Array

DRAWS = 200
WIDTH = 0.5  # draws are made at this share of the posterior's standard deviation
FLOOR = 0.02  # shared evenly among the arms, whatever is known of them
P_SEND_MIN, P_SEND_MAX = 0.1, 0.9
CARRY = 0.95  # how much dose one send leaves behind in all the decisions that follow it


def choose(
    posterior: Posterior,
    eligible: Sequence[Arm],
    context: Context,
    costs: Mapping[Level, float],
    seed: int,
    *,
    id: str = "",
    constraints: Iterable[Constraint] = (),
    model_version: str | None = None,
) -> Choice:
    """Draw an arm, or nothing; the same arguments give the same choice, and probabilities.

    Args:
        eligible: what could be sent now. Empty: nothing is "chosen", as unavailable.
        costs: price of one send by channel, in units of the outcome; a channel left out costs 0.
        seed: all the chance there is, at least 0.
        constraints: the person's own wishes, which outrank what was learned.
        model_version: the posterior's, where the caller has it at hand.
    """
    version = posterior.version if model_version is None else model_version
    wishes = list(constraints)
    eligible = constrained(eligible, wishes)
    if not eligible:
        return Choice(
            id=id,
            arm=None,
            p_send=0.0,
            p_arm={None: 1.0},
            model_version=version,
            seed=seed,
            reason=Reason.UNAVAILABLE,
        )
    rng = np.random.default_rng(seed)
    p_send, shares = _probabilities(posterior, eligible, context, costs, rng)
    if always_sends(wishes):
        p_send = P_SEND_MAX
    arm = None
    if rng.random() < p_send:
        place = np.searchsorted(np.cumsum(shares), rng.random() * shares.sum(), side="right")
        arm = eligible[min(int(place), len(eligible) - 1)]
    p_arm: dict[Arm | None, float] = {
        each: p_send * float(share) for each, share in zip(eligible, shares, strict=True)
    }
    return Choice(
        id=id,
        arm=arm,
        p_send=p_send,
        p_arm=p_arm | {None: 1.0 - p_send},
        model_version=version,
        seed=seed,
    )


def _probabilities(
    posterior: Posterior,
    eligible: Sequence[Arm],
    context: Context,
    costs: Mapping[Level, float],
    rng: np.random.Generator,
) -> tuple[float, Array]:
    """P(send), and the share of each arm among sends, which sum to 1."""
    design = posterior.design
    noise = rng.standard_normal((DRAWS, design.size))
    theta = posterior.mean + WIDTH * (noise @ posterior.factor.T)
    base = theta @ design.base_row(context)
    sent = base[:, None] + theta @ design.send_rows(eligible, context).T
    quiet = _expit(base)
    gain = _expit(sent) - quiet[:, None] - np.array([costs.get(a.channel, 0.0) for a in eligible])
    best = gain.argmax(axis=1)
    shares = np.bincount(best, minlength=len(eligible)) / DRAWS
    shares = (1 - FLOOR) * shares + FLOOR / len(eligible)
    rows = np.arange(DRAWS)
    quiet_slope = (quiet * (1 - quiet)).mean()
    reached = _expit(sent[rows, best])
    sent_slope = (reached * (1 - reached)).mean()
    p_send = 0.5
    for _ in range(2):  # the price depends on how often we send, and that on the price
        price = dose_price(posterior.mean, p_send, quiet_slope, sent_slope)
        p_send = float(np.clip((gain[rows, best] > price).mean(), P_SEND_MIN, P_SEND_MAX))
    return p_send, shares


def dose_price(mean: Array, p_send: float, quiet_slope: float, sent_slope: float) -> float:
    """What one send costs later by raising the dose, in units of the outcome, never negative.

    It is CARRY times the fall in outcome for each unit of dose: the base's own fall, and, at the
    share `p_send` of decisions at which something is sent, that of what sending adds. The slopes
    turn logits into units of the outcome, without and with a send.
    """
    base, send = mean[BASE_DOSE], mean[SEND_DOSE]
    change = (1 - p_send) * quiet_slope * base + p_send * sent_slope * (base + send)
    return CARRY * max(0.0, -float(change))


def _expit(logit: Array) -> Array:
    return 1.0 / (1.0 + np.exp(np.clip(-logit, -500.0, 500.0)))
