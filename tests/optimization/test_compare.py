"""Whether one share is above another: right, monotone, and silent where little was seen."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from optimization.made import AT

from exoskull.optimization.compare import judge, p_above, p_share_below
from exoskull.optimization.model import ENOUGH, Measure, MeasureKind, Tally, Verdict

counts = st.integers(0, 60).flatmap(
    lambda n: st.builds(Tally, hits=st.integers(0, n), n=st.just(n))
)


def exact(tally: Tally, other: Tally) -> float:
    """P(tally above other), the closed sum for whole Beta parameters (Cook 2005)."""

    def log_beta(a: float, b: float) -> float:
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    a, b = 1 + other.hits, 1 + other.n - other.hits
    c, d = 1 + tally.hits, 1 + tally.n - tally.hits
    return sum(
        math.exp(log_beta(a + i, b + d) - math.log(d + i) - log_beta(1 + i, d) - log_beta(a, b))
        for i in range(c)
    )


@given(tally=counts, other=counts)
def test_the_probability_is_that_of_the_closed_form(tally: Tally, other: Tally) -> None:
    assert p_above(tally, other) == pytest.approx(exact(tally, other), abs=2e-3)


@given(tally=counts, other=counts)
def test_one_of_two_is_above_the_other(tally: Tally, other: Tally) -> None:
    assert p_above(tally, other) + p_above(other, tally) == pytest.approx(1.0, abs=2e-3)


@given(tally=counts, other=counts, margin=st.floats(-0.9, 0.9), step=st.floats(0, 0.5))
def test_a_greater_margin_is_harder_to_beat(
    tally: Tally, other: Tally, margin: float, step: float
) -> None:
    assert p_above(tally, other, margin + step) <= p_above(tally, other, margin) + 1e-9


@given(tally=counts, other=counts)
def test_one_more_hit_is_never_worse(tally: Tally, other: Tally) -> None:
    more = Tally(hits=tally.hits + 1, n=tally.n + 1)
    assert p_above(more, other) >= p_above(tally, other) - 1e-9


def test_a_share_below_a_bound() -> None:
    assert p_share_below(Tally(), 0.3) == pytest.approx(0.3, abs=1e-3)
    assert p_share_below(Tally(hits=0, n=9), 0.3) == pytest.approx(1 - 0.7**10, abs=1e-3)


def measure(before: Tally, *, n_min: int = 5, margin: float = 0.0) -> Measure:
    return Measure(
        kind=MeasureKind.WORKED, subject="x", since=AT, before=before, n_min=n_min, margin=margin
    )


@given(before=counts, within=counts)
def test_below_the_least_number_nothing_is_concluded_and_kept_is_only_the_better(
    before: Tally, within: Tally
) -> None:
    verdict, better = judge(measure(before), within)
    if min(before.n, within.n) < 5:
        assert (verdict, better) == (Verdict.INCONCLUSIVE, None)
    else:
        assert better is not None
        assert (verdict is Verdict.BETTER) == (better >= ENOUGH)


def test_what_asks_less_of_the_person_may_be_a_little_worse() -> None:
    before, within = Tally(hits=70, n=100), Tally(hits=69, n=100)
    assert judge(measure(before), within)[0] is Verdict.NOT_BETTER
    assert judge(measure(before, margin=-0.1), within)[0] is Verdict.BETTER


def test_a_measure_is_the_same_after_it_was_written_down() -> None:
    made = measure(Tally(hits=2, n=9), margin=-0.1)
    assert Measure.from_json(made.to_json()) == made
