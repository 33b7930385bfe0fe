"""The pooled prior: recovers what people share, and no one person can bend it."""

from dataclasses import replace

import numpy as np

from exoskull.learning import Arm, Design, Evidence
from exoskull.learning.pooling import CAP_ROWS, MIN_PEOPLE, MIN_ROWS, pool
from exoskull.learning.prior import shipped_prior

DESIGN = Design.of([Arm(channel="sms"), Arm(channel="push"), Arm(channel="email")])
REFERENCE = shipped_prior(DESIGN)


def person(theta: np.ndarray, *, weight: float = 20.0, rows: int = 50) -> Evidence:
    """Somebody whose own rows put theta at `theta`, with this precision in every column."""
    return replace(
        Evidence.none(DESIGN),
        precision=weight * np.eye(DESIGN.size),
        shift=weight * theta,
        rows=rows,
    )


def people(count: int, mean: float, sd: float, seed: int = 0) -> list[Evidence]:
    rng = np.random.default_rng(seed)
    thetas = rng.normal(mean, sd, (count, DESIGN.size))
    return [person(theta + rng.normal(0, 20**-0.5, DESIGN.size)) for theta in thetas]


def test_with_fewer_than_twenty_contributing_people_there_is_no_pooled_prior() -> None:
    crowd = people(MIN_PEOPLE, 1.0, 0.3)
    assert pool(REFERENCE, crowd) is not None
    assert pool(REFERENCE, crowd[1:]) is None
    assert pool(REFERENCE, [replace(crowd[0], rows=MIN_ROWS - 1), *crowd[1:]]) is None


def test_the_common_mean_and_spread_are_found() -> None:
    pooled = pool(REFERENCE, people(400, 1.0, 0.3))
    assert pooled is not None
    assert pooled.people == 400
    assert np.allclose(pooled.mean, 1.0, atol=0.1)
    assert np.all((pooled.sd > 0.2) & (pooled.sd < 0.55))


def test_few_people_leave_the_spread_wide() -> None:
    few, many = pool(REFERENCE, people(20, 1.0, 0.05)), pool(REFERENCE, people(500, 1.0, 0.05))
    assert few is not None
    assert many is not None
    assert np.all(few.sd > many.sd)


def test_one_person_however_sure_and_however_odd_hardly_moves_it() -> None:
    crowd = people(30, 0.5, 0.3)
    odd = person(np.full(DESIGN.size, 40.0), weight=1e6, rows=1_000_000)
    before, after = pool(REFERENCE, crowd), pool(REFERENCE, [*crowd, odd])
    assert before is not None
    assert after is not None
    sure = person(np.full(DESIGN.size, 1.5), weight=1e4, rows=CAP_ROWS * 100)
    assert np.all(np.abs(pool(REFERENCE, [*crowd, sure]).mean - before.mean) < 0.1)
    assert np.all(after.mean < 5.0)


def test_people_who_say_nothing_of_a_column_leave_it_as_shipped() -> None:
    blind = np.ones(DESIGN.size)
    blind[-1] = 0.0
    crowd = [
        replace(each, precision=each.precision * blind, shift=each.shift * blind)
        for each in people(40, 1.0, 0.2)
    ]
    pooled = pool(REFERENCE, crowd)
    assert pooled is not None
    assert np.isclose(pooled.mean[-1], REFERENCE.mean[-1], atol=1e-3)
