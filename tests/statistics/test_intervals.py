"""Intervals hold the truth as often as they say, and statements seldom have the sign wrong."""

import numpy as np
import pytest
from learning.people import Life, Taste, lived, somebody

from exoskull.learning.effects import excursion_effect
from exoskull.learning.statements import Statement

PEOPLE = 200

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def lives() -> list[tuple[Taste, Life]]:
    made = []
    for number in range(PEOPLE):
        rng = np.random.default_rng([23, number])
        taste = somebody(rng)
        made.append((taste, lived(taste, rng, days=45, per_day=3, seed=number)))
    return made


def expit(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))


def true_effect(taste: Taste, life: Life) -> float:
    """What sending the arms that were drawn did, on average, weighted as the estimator does."""
    sends = [i for i, arm in enumerate(life.arms) if arm is not None]
    return float(
        np.mean(
            [
                expit(taste.logit(life.arms[i], life.weekend[i], life.dose[i]))
                - expit(taste.logit(None, life.weekend[i], life.dose[i]))
                for i in sends
            ]
        )
    )


def true_difference(taste: Taste, life: Life, said: Statement) -> float:
    """The statement's two sides under the truth, other things as they were on average."""
    sent = [arm for arm in life.arms if arm is not None]
    weekend, dose = float(np.mean(life.weekend)), float(np.mean(life.dose))
    quiet = taste.logit(None, weekend, dose)
    level = quiet + taste.send + taste.send_dose * dose
    liked = {
        factor: float(np.mean([taste.levels[str(arm.level(factor))] for arm in sent]))
        for factor in ("channel", "hour", "framing")
    }
    if said.factor == "send":
        return expit(level + sum(liked.values())) - expit(quiet)
    rest = level + sum(value for factor, value in liked.items() if factor != said.factor)
    others = [arm.level(said.factor) for arm in sent if arm.level(said.factor) != said.level]
    elsewhere = float(np.mean([taste.levels[str(other)] for other in others]))
    return expit(rest + taste.levels[str(said.level)]) - expit(rest + elsewhere)


def test_ninety_percent_intervals_of_effects_cover_85_to_95_percent(
    lives: list[tuple[Taste, Life]],
) -> None:
    held = []
    for taste, life in lives:
        effect = excursion_effect(life.y, life.a, life.p, life.controls, confidence=0.90)
        held.append(effect.low <= true_effect(taste, life) <= effect.high)
    assert 0.85 <= np.mean(held) <= 0.95


def test_ninety_percent_intervals_of_the_posterior_cover_85_to_95_percent(
    lives: list[tuple[Taste, Life]],
) -> None:
    held = []
    for taste, life in lives:
        for said in life.learner.statements("p", unsaid=True):
            if min(said.n, said.n_other) >= 10:
                truth = true_difference(taste, life, said)
                held.append(said.low <= truth <= said.high)
    assert len(held) > 800
    assert 0.85 <= np.mean(held) <= 0.95


def test_at_most_three_percent_of_statements_have_the_sign_wrong(
    lives: list[tuple[Taste, Life]],
) -> None:
    right = [
        np.sign(true_difference(taste, life, said)) == np.sign(said.estimate)
        for taste, life in lives
        for said in life.learner.statements("p")
    ]
    assert len(right) >= 60
    assert np.mean(right) >= 0.97
