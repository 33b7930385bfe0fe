"""The causal excursion effect, against what can be had by hand and against its own publication."""

import math

import numpy as np
import pytest

from exoskull.kit.errors import InvalidInput
from exoskull.learning.effects import NotEnoughData, excursion_effect, moderated_effects


def test_a_fair_coin_and_no_controls_give_the_difference_of_means_with_left_out_errors() -> None:
    y = [3.0, 5.0, 4.0, 8.0, 1.0, 2.0, 0.0, 1.0]
    a = [1, 1, 1, 1, 0, 0, 0, 0]
    effect = excursion_effect(y, a, [0.5] * 8, np.ones((8, 1)))
    # Residuals -2 0 -1 3 and 0 1 -1 0; each as if left out of its mean of four: times 4/3. The
    # variance of a mean is the sum of their squares over 16.
    variance = (16 / 9) * (14 / 16) + (16 / 9) * (2 / 16)
    assert math.isclose(effect.estimate, 4.0)
    assert math.isclose(effect.standard_error, math.sqrt(variance))
    assert (effect.n, effect.acted, effect.df) == (8, 4, 6)
    reach = 2.446912 * math.sqrt(variance)  # t, 6 degrees, .975
    assert math.isclose(effect.low, 4.0 - reach, rel_tol=1e-6)
    assert math.isclose(effect.high, 4.0 + reach, rel_tol=1e-6)


def test_unequal_chances_are_weighted_to_a_common_one() -> None:
    # Acting adds 1 in the first half and 3 in the second; chances are .8 and .2. Weighted to the
    # common chance of .5, each half counts alike: 2, where the plain difference of means is not.
    y = [6.0] * 8 + [5.0] * 2 + [3.0] * 2 + [0.0] * 8
    a = [1] * 8 + [0] * 2 + [1] * 2 + [0] * 8
    p = [0.8] * 10 + [0.2] * 10
    effect = excursion_effect(y, a, p, np.ones((20, 1)))
    assert math.isclose(effect.estimate, 2.0)
    acted = np.array(a, dtype=bool)
    assert math.isclose(np.mean(np.array(y)[acted]) - np.mean(np.array(y)[~acted]), 4.4)


def boruvka(rng: np.random.Generator, people: int, times: int) -> tuple[np.ndarray, ...]:
    """The generative model of Boruvka et al. 2018, section 5: the effect of acting is
    -0.2 + 0.8 s, where s = -1 or 1 evenly, so -0.2 on average; who acts depends on s and on the
    last action, and errors go on in time (correlation .5^(lag / 2))."""
    s = rng.choice([-1.0, 1.0], (people, times))
    rho = math.sqrt(0.5)
    noise = rng.normal(size=(people, times))
    error = noise.copy()
    for t in range(1, times):
        error[:, t] = rho * error[:, t - 1] + math.sqrt(1 - rho**2) * noise[:, t]
    a, p = np.zeros((people, times)), np.zeros((people, times))
    before = np.zeros(people)
    for t in range(times):
        p[:, t] = 1 / (1 + np.exp(0.8 * before - 0.8 * s[:, t]))
        a[:, t] = rng.random(people) < p[:, t]
        before = a[:, t]
    y = 0.8 * s + (a - p) * (-0.2 + 0.8 * s) + error
    person = np.repeat(np.arange(people), times)
    return y.ravel(), a.ravel(), p.ravel(), s.ravel(), person


def test_the_published_example_is_estimated_without_bias_where_least_squares_is_biased() -> None:
    rng = np.random.default_rng(2018)
    estimates, plain, covered = [], [], []
    for _ in range(120):
        y, a, p, s, person = boruvka(rng, people=30, times=30)
        x = np.column_stack([np.ones_like(s), s])
        effect = excursion_effect(y, a, p, x, person=person)
        estimates.append(effect.estimate)
        covered.append(effect.low <= -0.2 <= effect.high)
        plain.append(np.linalg.lstsq(np.column_stack([x, a]), y, rcond=None)[0][2])
    assert abs(np.mean(estimates) + 0.2) < 0.02
    assert 0.90 <= np.mean(covered) <= 0.99
    # The paper's point: with the moderator left out, ordinary estimates miss -0.2.
    assert abs(np.mean(plain) + 0.2) > 0.03


def test_moderators_recover_the_published_coefficients() -> None:
    y, a, p, s, person = boruvka(np.random.default_rng(7), people=200, times=30)
    x = np.column_stack([np.ones_like(s), s])
    level, slope = moderated_effects(y, a, p, x, x, person=person)
    assert level.low <= -0.2 <= level.high
    assert slope.low <= 0.8 <= slope.high
    assert slope.p_value < 1e-9


def test_golden_values_of_one_fixed_sample() -> None:
    y, a, p, s, person = boruvka(np.random.default_rng(1), people=5, times=6)
    x = np.column_stack([np.ones_like(s), s])
    effect = excursion_effect(y, a, p, x, person=person)
    # Made once by the textbook formulas, one person at a time, apart from this code.
    estimate, error = by_the_book(y, a, p, x, person)
    assert math.isclose(effect.estimate, estimate, rel_tol=1e-9)
    assert math.isclose(effect.standard_error, error, rel_tol=1e-9)


def by_the_book(
    y: np.ndarray, a: np.ndarray, p: np.ndarray, x: np.ndarray, person: np.ndarray
) -> tuple[float, float]:
    """Estimate and error by the displayed formulas: sums over people of D'WD, of D'Wy, and of
    D'W(I - H)^-1 r r'(I - H)^-1 W D."""
    c = p.mean()
    w = (c / p) ** a * ((1 - c) / (1 - p)) ** (1 - a)
    d = np.c_[x, a - c]
    own = [person == i for i in np.unique(person)]
    gram = sum(d[i].T @ np.diag(w[i]) @ d[i] for i in own)
    beta = np.linalg.solve(gram, sum(d[i].T @ np.diag(w[i]) @ y[i] for i in own))
    inverse = np.linalg.inv(gram)
    meat = np.zeros_like(inverse)
    for i in own:
        hat = d[i] @ inverse @ d[i].T @ np.diag(w[i])
        u = d[i].T @ np.diag(w[i]) @ np.linalg.inv(np.eye(len(hat)) - hat) @ (y[i] - d[i] @ beta)
        meat += np.outer(u, u)
    return float(beta[-1]), float(np.sqrt((inverse @ meat @ inverse)[-1, -1]))


def test_too_few_decisions_say_how_many_are_missing() -> None:
    with pytest.raises(NotEnoughData) as caught:
        excursion_effect([1.0, 0.0], [1, 0], [0.5, 0.5], np.ones((2, 1)))
    assert (caught.value.key, caught.value.params["missing"]) == ("learning.not_enough_data", 1)


def test_an_action_never_or_always_taken_has_no_effect_to_estimate() -> None:
    for a in ([0] * 9, [1] * 9):
        with pytest.raises(NotEnoughData):
            excursion_effect([1.0] * 9, a, [0.5] * 9, np.ones((9, 1)))


@pytest.mark.parametrize("p", [0.0, 1.0, -0.1, math.nan])
def test_before_and_after_cannot_pass_for_an_effect(p: float) -> None:
    # "We did nothing, then we acted": the probabilities are 0 and 1, and nothing is estimated.
    with pytest.raises(InvalidInput, match=r"learning\.invalid_probability"):
        excursion_effect(
            [0.0] * 5 + [1.0] * 5, [0] * 5 + [1] * 5, [0.5] * 9 + [p], np.ones((10, 1))
        )


def test_shapes_and_actions_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidInput, match=r"learning\.shapes_differ"):
        excursion_effect([1.0] * 3, [1, 0], [0.5] * 3, np.ones((3, 1)))
    with pytest.raises(InvalidInput, match=r"learning\.shapes_differ"):
        excursion_effect([1.0] * 3, [1, 0, 1], [0.5] * 3, np.ones(3))
    with pytest.raises(InvalidInput, match=r"learning\.invalid_action"):
        excursion_effect([1.0] * 3, [1, 0, 2], [0.5] * 3, np.ones((3, 1)))
