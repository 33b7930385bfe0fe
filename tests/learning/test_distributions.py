import math

import pytest

from exoskull.learning.distributions import normal_cdf, normal_quantile, t_cdf, t_quantile

# Fisher & Yates, Statistical Tables, table III; and the t of many degrees is the normal.
TABLE = [
    (0.975, 1, 12.7062),
    (0.975, 2, 4.30265),
    (0.95, 5, 2.01505),
    (0.975, 10, 2.22814),
    (0.995, 30, 2.75000),
    (0.975, 120, 1.97993),
]


@pytest.mark.parametrize(("probability", "df", "value"), TABLE)
def test_quantiles_of_t_are_those_of_the_tables(probability: float, df: int, value: float) -> None:
    assert math.isclose(t_quantile(probability, df), value, rel_tol=2e-5)
    assert math.isclose(t_quantile(1 - probability, df), -value, rel_tol=2e-5)
    assert math.isclose(t_cdf(t_quantile(probability, df), df), probability, abs_tol=1e-9)


def test_t_of_many_degrees_is_normal() -> None:
    assert math.isclose(t_quantile(0.975, 1e7), normal_quantile(0.975), rel_tol=1e-5)
    assert math.isclose(normal_cdf(1.959964), 0.975, abs_tol=1e-6)


def test_the_middle_is_zero() -> None:
    assert math.isclose(t_cdf(0.0, 3), 0.5)
    assert abs(t_quantile(0.5, 3)) < 1e-9
