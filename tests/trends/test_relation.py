import numpy as np
import pytest
from trends.days import FIRST, noise, series

from exoskull.trends import relate


@pytest.mark.parametrize("phi", [0.0, 0.4, 0.8])
@pytest.mark.parametrize("days", [14, 40, 120])
def test_over_all_pairs_and_lags_chance_finds_anything_in_one_world_of_twenty(
    days: int, phi: float
) -> None:
    rng = np.random.default_rng(31)
    worlds, found = 0, 0
    for _ in range(150):
        answers = relate(
            {name: series(noise(rng, days, phi=phi), rng, missing=0.03) for name in "abcd"}
        )
        worlds += answers is not None
        found += answers is not None and answers[0].q <= 0.05
    assert found <= 0.05 * worlds + 7


def test_two_metrics_that_both_drift_and_follow_the_week_are_not_related() -> None:
    rng = np.random.default_rng(32)
    found = 0
    for _ in range(100):
        week = np.array([1.5 * ((day % 7) >= 5) for day in range(70)])
        drift = np.arange(70) * 0.03
        both = {name: series(noise(rng, 70) + week + drift) for name in "ab"}
        answers = relate(both)
        assert answers is not None
        found += answers[0].q <= 0.05
    assert found <= 9


def test_a_relation_to_the_next_day_is_found_with_its_way_round() -> None:
    rng = np.random.default_rng(33)
    right = 0
    for _ in range(60):
        sleep = noise(rng, 75, phi=0.2)
        mood = 0.8 * noise(rng, 75, phi=0.2)
        mood[1:] += 0.6 * sleep[:-1]
        days = {name: series(noise(rng, 75)) for name in ("steps", "water")}
        answers = relate(days | {"sleep": series(sleep), "mood": series(mood)})
        assert answers is not None
        first = answers[0]
        if first.q <= 0.05 and (first.first, first.second, first.lag) == ("sleep", "mood", 1):
            right += 1
            assert first.high > first.low
            assert 0 < first.rho_low < first.rho < first.rho_high
    assert right >= 54


def test_fewer_than_fourteen_common_days_say_nothing() -> None:
    rng = np.random.default_rng(34)
    a, b = (series(noise(rng, 40)) for _ in range(2))
    assert relate({"a": a[:13], "b": b}) is None
    assert relate({"a": a[:20], "b": b[25:]}) is None
    assert relate({"a": a}) is None


def test_a_metric_that_never_moves_is_related_to_nothing() -> None:
    rng = np.random.default_rng(35)
    assert relate({"a": series(noise(rng, 40)), "b": series(np.ones(40))}) is None


def test_only_the_pairs_asked_about_count() -> None:
    rng = np.random.default_rng(36)
    days = {name: series(noise(rng, 40)) for name in "abc"}
    answers = relate(days, [("a", "c")])
    assert answers is not None
    assert {frozenset((one.first, one.second)) for one in answers} == {frozenset("ac")}
    assert len(answers) == 3
    assert FIRST.weekday() == 0
