from datetime import timedelta

import numpy as np
import pytest
from trends.days import FIRST, noise, series

from exoskull.trends import change_points


@pytest.mark.parametrize("phi", [0.0, 0.3, 0.6])
@pytest.mark.parametrize("days", [45, 150])
def test_a_level_that_never_changed_is_rarely_said_to_have(days: int, phi: float) -> None:
    rng = np.random.default_rng(21)
    found = sum(
        bool(change_points(series(noise(rng, days, phi=phi), rng, missing=0.1), seed=s, alpha=0.05))
        for s in range(200)
    )
    assert found <= 18


def test_a_planted_change_is_found_on_its_day_with_its_size() -> None:
    rng = np.random.default_rng(22)
    near, covered = 0, 0
    for seed in range(60):
        values = noise(rng, 90, phi=0.2)
        values[50:] += 1.5
        changes = change_points(series(values, rng, missing=0.1), seed=seed, alpha=0.02)
        assert changes is not None
        if len(changes) == 1:
            apart = abs((changes[0].on - (FIRST + timedelta(days=50))).days)
            near += apart <= 7
            covered += changes[0].low <= 1.5 <= changes[0].high
    assert near >= 48
    assert covered >= 44


def test_two_changes_are_found_one_after_the_other() -> None:
    rng = np.random.default_rng(23)
    right = 0
    for seed in range(20):
        values = noise(rng, 120)
        values[40:] += 2.2
        values[80:] += 2.2
        changes = change_points(series(values), seed=seed)
        assert changes is not None
        days = [(one.on - FIRST).days for one in changes]
        right += len(days) == 2 and abs(days[0] - 40) <= 4 and abs(days[1] - 80) <= 4
    assert right >= 16


def test_a_week_that_repeats_and_one_wild_day_are_no_change() -> None:
    rng = np.random.default_rng(24)
    values = noise(rng, 84)
    values[5::7] += 3
    values[60] = 4000.0
    assert change_points(series(values), seed=1) == ()


def test_too_few_days_say_nothing_and_a_constant_nothing_has_changed() -> None:
    assert change_points(series(noise(np.random.default_rng(25), 27)), seed=1) is None
    assert change_points(series(np.ones(60)), seed=1) == ()
