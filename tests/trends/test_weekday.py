import numpy as np
import pytest
from trends.days import noise, series

from exoskull.trends import WEEKEND, weekday_pattern


@pytest.mark.parametrize("phi", [0.0, 0.5, 0.8])
@pytest.mark.parametrize("days", [49, 120])
def test_without_a_pattern_chance_finds_one_in_twenty(days: int, phi: float) -> None:
    rng = np.random.default_rng(11)
    found = 0
    for seed in range(200):
        pattern = weekday_pattern(series(noise(rng, days, phi=phi), rng, missing=0.1), seed=seed)
        found += pattern is not None and pattern.p <= 0.05
    assert found <= 18  # 5%, and two standard errors of 200 worlds


def test_a_level_that_moves_over_months_is_no_weekday() -> None:
    rng = np.random.default_rng(12)
    found = 0
    for seed in range(100):
        walk = np.cumsum(rng.normal(size=120)) * 0.5 + noise(rng, 120)
        pattern = weekday_pattern(series(walk), seed=seed)
        found += pattern is not None and pattern.p <= 0.05
    assert found <= 10


def test_a_planted_weekday_is_found_with_its_size() -> None:
    rng = np.random.default_rng(13)
    right, covered = 0, 0
    for seed in range(60):
        values = noise(rng, 7 * 14, phi=0.3)
        values[2::7] -= 1.4
        pattern = weekday_pattern(series(values, rng, missing=0.1), seed=seed)
        assert pattern is not None
        right += pattern.p <= 0.02 and pattern.weekday == 2
        covered += pattern.low <= -1.4 <= pattern.high
    assert right >= 54
    assert covered >= 52


def test_a_planted_weekend_is_found_as_one() -> None:
    rng = np.random.default_rng(14)
    values = noise(rng, 7 * 12)
    values[5::7] += 1.3
    values[6::7] += 1.3
    pattern = weekday_pattern(series(values), seed=1)
    assert pattern is not None
    assert (pattern.weekday, pattern.p <= 0.01) == (WEEKEND, True)
    assert pattern.there > pattern.elsewhere


def test_too_few_weeks_and_values_that_never_differ_say_nothing() -> None:
    rng = np.random.default_rng(15)
    assert weekday_pattern(series(noise(rng, 34)), seed=1) is None
    assert weekday_pattern(series(np.ones(100)), seed=1) is None
    assert weekday_pattern([], seed=1) is None


def test_the_same_seed_gives_the_same_answer() -> None:
    days = series(noise(np.random.default_rng(16), 70))
    assert weekday_pattern(days, seed=3) == weekday_pattern(days, seed=3)


def test_days_may_come_in_any_order_but_once() -> None:
    days = series(noise(np.random.default_rng(17), 70))
    assert weekday_pattern(days[::-1], seed=3) == weekday_pattern(days, seed=3)
    with pytest.raises(ValueError, match="twice"):
        weekday_pattern([*days, days[0]], seed=3)
