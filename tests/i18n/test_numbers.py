"""Numbers as each language writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.i18n import money, number, percent
from exoskull.i18n.numbers import rounded


@pytest.mark.parametrize(
    ("value", "polish", "english"),
    [
        (7.5, "7,5", "7.5"),
        (3, "3", "3"),
        (3.0, "3", "3"),
        (2.50, "2,5", "2.5"),
        (0.125, "0,13", "0.13"),
        (2.675, "2,68", "2.68"),
        (-0.001, "0", "0"),
        (-1.5, "-1,5", "-1.5"),
        (999, "999", "999"),
        (8000, "8000", "8,000"),
        (12500, "12\u202f500", "12,500"),
        (1234567.25, "1\u202f234\u202f567,25", "1,234,567.25"),
        (100, "100", "100"),
        (Decimal("10.10"), "10,1", "10.1"),
        (float("nan"), "?", "?"),
        (float("inf"), "?", "?"),
    ],
)
def test_a_number_is_written_as_the_language_does(value: float, polish: str, english: str) -> None:
    assert number(value, "pl") == polish
    assert number(value, "en") == english


def test_digits_limit_the_decimals() -> None:
    assert number(5.25, "pl", 1) == "5,3"
    assert number(5.25, "en", 0) == "5"


def test_money_shows_no_cents_or_two() -> None:
    assert money(45, "pl") == "45"
    assert money(45.5, "pl") == "45,50"
    assert money(45.05, "en") == "45.05"
    assert money(1234.5, "en") == "1,234.50"


def test_a_share_is_told_in_per_cent() -> None:
    assert percent(0.62, "pl") == "62%"
    assert percent(0.005, "en", 1) == "0.5%"


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 6))
def test_a_number_is_never_further_off_than_its_last_digit(value: float, digits: int) -> None:
    short = Decimal(rounded(value, digits))
    assert abs(short - Decimal(repr(value))) <= Decimal(5).scaleb(-digits - 1)


@given(st.floats(-1e12, 1e12))
def test_no_number_ends_in_a_useless_zero(value: float) -> None:
    for language, point in (("pl", ","), ("en", ".")):
        told = number(value, language)
        _, _, decimals = told.partition(point) if language == "pl" else told.rpartition(point)
        if point in told:
            assert decimals
            assert not decimals.endswith("0")
        assert told != "-0"
