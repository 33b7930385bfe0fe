"""Numbers and units, as people write them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.language.fold import clean, fold
from exoskull.language.numbers import LARGEST, number_at
from exoskull.language.quantities import quantities
from exoskull.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7), ("7,5", 7.5), ("4.2", 4.2), ("10 000", 10000), ("1.000,5", 1000.5),
        ("1,000.5", 1000.5), ("1 234 567", 1234567), ("½", 0.5), ("1/2", 0.5), ("2½", 2.5),
        ("2 1/2", 2.5), ("pół", 0.5), ("półtora", 1.5), ("półtorej", 1.5), ("ćwierć", 0.25),
        ("dwie i pół", 2.5), ("trzy czwarte", 0.75), ("dwadzieścia pięć", 25), ("sto", 100),
        ("dwa tysiące trzysta", 2300), ("8 tys.", 8000), ("half a", 0.5), ("half an", 0.5),
        ("twenty-five", 25), ("two and a half", 2.5), ("one hundred and", 100), ("a dozen", 12),
        ("siedmiu", 7), ("a quarter of a", 0.25), ("-3", -3), ("1e3", 1000),
    ],
)  # fmt: skip
def test_number_is_read(text, value):
    tokens = tokenize(clean(text))
    found = number_at(tokens, 1 if text.startswith("-") else 0)
    assert found is not None
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["kilka", "parę", "a couple of", "wiele", "some", "1e999", "9" * 5000, "1/0", "", "x"]
)
def test_what_is_no_number_is_none(text):
    tokens = tokenize(clean(text))
    assert not tokens or number_at(tokens, 0) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pół szklanki", [("glass", 0.5)]),
        ("dwie szklanki", [("glass", 2)]),
        ("szklankę", [("glass", 1)]),
        ("półtora litra", [("volume", 1500)]),
        ("7,5 godziny", [("duration", 450)]),
        ("1 h 20", [("duration", 80)]),
        ("1h20", [("duration", 80)]),
        ("1 h 20 min", [("duration", 80)]),
        ("godzina i 20 minut", [("duration", 80)]),
        ("7h 30m", [("duration", 450)]),
        ("an hour and a half", [("duration", 90)]),
        ("kwadrans", [("duration", 15)]),
        ("half an hour", [("duration", 30)]),
        ("4.2 km in 27 min", [("distance", 4.2), ("duration", 27)]),
        ("5k", [("distance", 5)]),
        ("3 miles", [("distance", 4.828032)]),
        ("160 lb", [("mass", 72.5747792)]),
        ("$30", [("usd", 30)]),
        ("120 zł", [("pln", 120)]),
        ("4/10", [("score", 4)]),
        ("3/5", [("score", 6)]),
        ("4 na 10", [("score", 4)]),
        ("7 out of 10", [("score", 7)]),
        ("120/80", [("pressure", 120)]),
        ("95 mg/dl", [("sugar", 95)]),
        ("3 razy", [("times", 3)]),
        ("twice", [("times", 2)]),
        ("3 serie po 15", [("none", 45)]),
        ("10 km/h", []),
        ("2-3 kawy", []),
        ("two or three", []),
        ("kilka szklanek", []),
        ("5 lat", []),
    ],
)
def test_quantity_is_read(text, expected):
    found = quantities(tokenize(clean(text)))
    assert [(q.dimension.value, pytest.approx(q.value)) for q in found] == expected


@given(st.floats(min_value=0, max_value=LARGEST, allow_nan=False))
def test_any_number_written_out_is_read_back(value):
    text = f"{value:.2f}"
    found = number_at(tokenize(text), 0)
    assert found is not None
    assert found.value == pytest.approx(float(text))


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=200))
def test_tokens_stand_in_order_where_they_say(text):
    text = clean(text)
    tokens = tokenize(text)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(fold(text)[token.start : token.end] == token.text for token in tokens)


def test_polish_letters_fold_to_latin_ones():
    assert fold("ZAŻÓŁĆ gęślą Jaźń") == "zazolc gesla jazn"
