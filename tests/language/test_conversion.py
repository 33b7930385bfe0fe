import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.language.conversion import SCALES, convert, is_counted
from exoskull.language.metrics import METRICS

PAIRS = [
    (one, other)
    for one in sorted(SCALES)
    for other in sorted(SCALES)
    if {scale.base for scale in SCALES[one]} & {scale.base for scale in SCALES[other]}
]


@pytest.mark.parametrize(
    ("value", "unit", "to", "made"),
    [
        (5000, "m", "km", 5),
        (5, "mi", "km", 8.04672),
        (1.5, "h", "min", 90),
        (45, "m", "min", 45),  # beside minutes, m is one
        (90, "minut", "godziny", 1.5),
        (2, "l", "szklanki", 8),
        (2, "l", "glass", 8),
        (330, "ml", "l", 0.33),
        (3, "kubki", "glass", 3),
        (154, "lb", "kg", 69.85322498),
        (11, "st", "kg", 69.85322498),
        (850, "g", "kg", 0.85),
        (20, "dag", "kg", 0.2),
        (36, "in", "cm", 91.44),
        (2000, "cal", "kcal", 2000),
        (418.4, "kJ", "kcal", 100),
        (100.4, "°F", "°C", 38),
        (5.5, "mmol/l", "mg/dl", 99.1001),
        (50, "zł", "PLN", 50),
        (4, "/5", "/10", 8),
        (7, "pkt", "/10", 7),
        (3, "razy", "run", 3),
        (3, "pompki", "rep", 3),
        (3, "", "km", 3),
        (3, "KM.", "km", 3),
    ],
)
def test_a_value_is_taken_into_another_unit(value: float, unit: str, to: str, made: float) -> None:
    assert convert(value, unit, to) == pytest.approx(made)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("kg", "km"),
        ("h", "km"),
        ("km", "run"),
        ("run", "km"),
        ("eur", "PLN"),  # there are no rates of exchange
        ("%", "/10"),
        ("furlong", "km"),
        ("m", "kg"),
    ],
)
def test_what_cannot_be_converted_is_nothing(unit: str, to: str) -> None:
    assert convert(3, unit, to) is None


@given(st.floats(-1e6, 1e6), st.sampled_from(PAIRS))
def test_there_and_back_is_where_it_was(value: float, pair: tuple[str, str]) -> None:
    one, other = pair
    there = convert(value, one, other)
    assert there is not None
    assert convert(there, other, one) == pytest.approx(value, rel=1e-9, abs=1e-6)


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.sampled_from(PAIRS))
def test_more_stays_more(a: float, b: float, pair: tuple[str, str]) -> None:
    less, more = (convert(value, *pair) for value in sorted((a, b)))
    assert less is not None
    assert more is not None
    assert less <= more


@pytest.mark.parametrize("metric", sorted(METRICS))
def test_the_unit_of_every_metric_is_one_of_its_own(metric: str) -> None:
    assert convert(3, METRICS[metric].unit, METRICS[metric].unit) == 3


def test_runs_and_glasses_come_in_whole_ones_and_kilometres_do_not() -> None:
    assert [is_counted(unit) for unit in ("", "run", "glass", "kubek", "km", "zł", "h")] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip
