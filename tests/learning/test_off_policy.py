"""Off-policy estimates, against sums done by hand and against a policy that was really run."""

import math

import numpy as np
import pytest

from exoskull.kit.errors import InvalidInput
from exoskull.learning.effects import NotEnoughData
from exoskull.learning.off_policy import doubly_robust, effective_n, ips, snips

Y = [1.0, 0.0, 1.0, 1.0]
LOGGED = [0.5, 0.25, 0.5, 0.25]
TARGET = [0.5, 0.5, 0.0, 0.25]  # weights 1 2 0 1


def test_the_sums_are_those_done_by_hand() -> None:
    assert math.isclose(ips(Y, LOGGED, TARGET).estimate, (1 + 0 + 0 + 1) / 4)
    assert math.isclose(snips(Y, LOGGED, TARGET).estimate, 2 / 4)
    value = doubly_robust(Y, LOGGED, TARGET, [0.5, 0.5, 0.5, 1.0], [0.25, 0.75, 0.5, 0.5])
    assert math.isclose(value.estimate, (0.75 - 0.25 + 0.5 + 0.5) / 4)
    assert math.isclose(ips(Y, LOGGED, TARGET).effective_n, 16 / 6)


def test_the_policy_that_was_run_is_worth_what_it_brought() -> None:
    for estimate in (ips, snips):
        value = estimate(Y, LOGGED, LOGGED)
        assert math.isclose(value.estimate, 0.75)
        assert math.isclose(value.effective_n, 4)


def simulate(rng: np.random.Generator, n: int) -> tuple[np.ndarray, ...]:
    """A coin of .3 for acting, which lifts the outcome from .2 to .6; the target acts at .8."""
    a = rng.random(n) < 0.3
    y = (rng.random(n) < np.where(a, 0.6, 0.2)).astype(float)
    return y, np.where(a, 0.3, 0.7), np.where(a, 0.8, 0.2), a


def test_intervals_hold_the_true_value_as_often_as_they_say() -> None:
    truth = 0.8 * 0.6 + 0.2 * 0.2
    rng = np.random.default_rng(3)
    held = {"ips": 0, "snips": 0, "dr": 0}
    for _ in range(400):
        y, logged, target, _ = simulate(rng, 150)
        wrong = np.full(150, 0.35), np.full(150, 0.35)
        for name, value in (
            ("ips", ips(y, logged, target, confidence=0.9)),
            ("snips", snips(y, logged, target, confidence=0.9)),
            ("dr", doubly_robust(y, logged, target, *wrong, confidence=0.9)),
        ):
            held[name] += value.low <= truth <= value.high
    assert all(0.85 <= each / 400 <= 0.95 for each in held.values()), held


def test_a_good_model_narrows_the_doubly_robust_interval_and_a_bad_one_does_not_bias_it() -> None:
    y, logged, target, a = simulate(np.random.default_rng(4), 20_000)
    aim = np.full(len(y), 0.8 * 0.6 + 0.2 * 0.2)
    good = doubly_robust(y, logged, target, np.where(a, 0.6, 0.2), aim)
    bad = doubly_robust(y, logged, target, np.full(len(y), 0.9), np.full(len(y), 0.9))
    assert good.standard_error < 0.95 * ips(y, logged, target).standard_error
    assert bad.low <= 0.52 <= bad.high


def test_weights_all_zero_leave_no_rows() -> None:
    assert effective_n([0.0, 0.0]) == 0.0
    with pytest.raises(NotEnoughData):
        ips(Y, LOGGED, [0.0] * 4)
    with pytest.raises(NotEnoughData):
        snips([1.0], [0.5], [0.5])


@pytest.mark.parametrize(("logged", "target"), [(0.0, 0.5), (1.1, 0.5), (0.5, -0.1), (0.5, 1.1)])
def test_probabilities_that_are_none_are_refused(logged: float, target: float) -> None:
    with pytest.raises(InvalidInput, match=r"learning\.invalid_probability"):
        ips([1.0, 1.0], [0.5, logged], [0.5, target])


def test_shapes_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidInput, match=r"learning\.shapes_differ"):
        ips([1.0, 1.0], [0.5], [0.5])
    with pytest.raises(InvalidInput, match=r"learning\.shapes_differ"):
        doubly_robust(Y, LOGGED, TARGET, [0.5], [0.5])
