from datetime import UTC, datetime, timedelta
from uuid import UUID

import numpy as np

from exoskull.trends import FlawKind, Reading, find_flaws

START = datetime(2026, 1, 5, 8, tzinfo=UTC)


def readings(*values: float, minutes: float = 1440) -> list[Reading]:
    return [
        Reading(id=UUID(int=n + 1), at=START + timedelta(minutes=minutes * n), value=value)
        for n, value in enumerate(values)
    ]


def usual(centre: float, spread: float, n: int = 20) -> list[float]:
    rng = np.random.default_rng(1)
    return [round(centre + spread * float(one), 2) for one in rng.normal(size=n)]


def test_what_cannot_be_is_impossible_whoever_it_is() -> None:
    [flaw] = find_flaws(readings(7, 7.5, -1), low=0, high=24)
    assert (flaw.kind, flaw.value, flaw.suggested) == (FlawKind.IMPOSSIBLE, -1, None)


def test_minutes_for_hours_are_told_with_the_hours() -> None:
    [flaw] = find_flaws(readings(*usual(7.3, 0.6), 450), low=0, high=24)
    assert (flaw.kind, flaw.suggested) == (FlawKind.UNIT_SLIP, 7.5)


def test_pounds_for_kilograms_are_told_also_within_the_possible() -> None:
    [flaw] = find_flaws(readings(*usual(72, 0.5), 160.0), low=20, high=400)
    assert (flaw.kind, flaw.suggested) == (FlawKind.UNIT_SLIP, 72.6)


def test_grams_for_kilograms_and_kilometres_for_metres_are_told() -> None:
    [grams] = find_flaws(readings(*usual(72, 0.5), 72_400), low=20, high=400)
    assert grams.suggested == 72.4
    [metres] = find_flaws(readings(*usual(5, 0.4), 0.005), low=0, high=300)
    assert metres.suggested == 5.0


def test_a_hard_day_is_no_slip() -> None:
    assert find_flaws(readings(*usual(7, 1), 3.2, 11), low=0, high=24) == []
    assert find_flaws(readings(*usual(3, 1.5), 9), low=0, high=60) == []


def test_a_metric_that_varies_by_orders_of_magnitude_has_no_slips() -> None:
    spending = [12, 300, 45, 1500, 8, 60, 2200, 25, 90, 700, 15, 3, 400, 60, 33_000]
    assert find_flaws(readings(*spending), low=0, high=1e9) == []


def test_too_few_others_tell_no_slip() -> None:
    flaws = find_flaws(readings(72, 72, 160), low=20, high=400)
    assert flaws == []


def test_the_same_value_in_the_same_minute_is_there_twice() -> None:
    twice = readings(2, 2, 2, minutes=0.4)
    flaws = find_flaws([*twice, *readings(2, minutes=9)[:0]], low=0, high=60)
    assert [flaw.kind for flaw in flaws] == [FlawKind.DUPLICATE, FlawKind.DUPLICATE]
    assert flaws[0].evidence == (twice[0].id, twice[1].id)
    assert find_flaws(readings(2, 2, minutes=1), low=0, high=60) == []
