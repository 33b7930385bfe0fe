"""The logged probabilities are those with which things happen, and never 0 or 1."""

from itertools import product

import numpy as np
from learning.people import lived, somebody

from exoskull.learning import Arm, Context, Design, Evidence, Observation, choose, shipped_prior
from exoskull.learning.belief import Posterior, posterior
from exoskull.learning.laplace import absorb

ARMS = [Arm(channel=channel, hour=hour) for channel, hour in product(("sms", "push"), ("07", "18"))]
CHOICES = 60_000


def somewhat_known(rng: np.random.Generator, number: int) -> Posterior:
    """The posterior of somebody with up to 60 decisions behind them, more or less pleased."""
    design = Design.of(ARMS)
    reference, liking = shipped_prior(design), rng.random()
    seen = [
        Observation(
            arm=None if rng.random() < 0.4 else ARMS[rng.integers(4)],
            context=Context(dose=rng.random()),
            outcome=float(rng.random() < 0.5),
        )
        for _ in range(number % 60)
    ]
    seen = [
        each
        if each.arm is None
        else Observation(arm=each.arm, context=each.context, outcome=float(rng.random() < liking))
        for each in seen
    ]
    (evidence,) = absorb(reference, [Evidence.none(design)], [seen])
    return posterior(reference, evidence)


def test_every_decile_of_logged_probabilities_happens_as_often_as_it_says() -> None:
    rng = np.random.default_rng(5)
    said, came = np.empty((CHOICES, 5)), np.empty((CHOICES, 5))
    people = [somewhat_known(rng, number) for number in range(400)]
    versions = [person.version for person in people]
    for number in range(CHOICES):
        who = number % len(people)
        choice = choose(
            people[who], ARMS, Context(dose=0.3), {}, 10**6 + number, model_version=versions[who]
        )
        said[number] = [choice.p_arm[arm] for arm in (None, *ARMS)]
        came[number] = [choice.arm == arm for arm in (None, *ARMS)]
    assert np.allclose(said.sum(axis=1), 1)
    decile = np.minimum((said * 10).astype(int), 9)
    for each in range(10):
        inside = decile == each
        assert inside.sum() > 2_000, each
        assert abs(said[inside].mean() - came[inside].mean()) <= 0.01, each


def test_wherever_sending_is_possible_its_probability_is_between_a_tenth_and_nine() -> None:
    for number in range(40):
        rng = np.random.default_rng([31, number])
        life = lived(somebody(rng), rng, days=40, per_day=3, seed=number)
        assert min(life.p) >= 0.1
        assert max(life.p) <= 0.9
