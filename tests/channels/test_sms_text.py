"""How long an SMS is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.channels.sms_text import SmsLength, fit_sms, sms_length


@pytest.mark.parametrize(
    ("text", "unicode", "units", "segments"),
    [
        ("", False, 0, 0),
        ("a" * 160, False, 160, 1),
        ("a" * 161, False, 161, 2),
        ("a" * 306, False, 306, 2),
        ("a" * 307, False, 307, 3),
        ("€" * 80, False, 160, 1),
        ("€" * 81, False, 162, 2),
        ("€" * 153, False, 306, 3),  # 76 in a segment: none is split
        ("ż" * 70, True, 70, 1),
        ("ż" * 71, True, 71, 2),
        ("ż" * 134, True, 134, 2),
        ("ż" * 135, True, 135, 3),
        ("😀" * 35, True, 70, 1),
        ("😀" * 67, True, 134, 3),  # 33 in a segment
        ("ó", True, 1, 1),
        ("é", False, 1, 1),
    ],
)
def test_length_is_counted_as_operators_do(
    text: str, unicode: bool, units: int, segments: int
) -> None:
    assert sms_length(text) == SmsLength(unicode=unicode, units=units, segments=segments)


@given(st.text(), st.integers(1, 3))
def test_what_fits_is_left_alone_and_the_rest_is_made_to_fit(text: str, segments: int) -> None:
    short = fit_sms(text, segments)
    assert sms_length(short).segments <= segments
    if sms_length(text).segments <= segments:
        assert short == text


def test_a_long_text_is_cut_between_words_and_uses_its_room() -> None:
    short = fit_sms("Zażółć gęślą jaźń " * 30, 2)
    assert short.endswith(("Zażółć…", "gęślą…", "jaźń…"))
    assert 120 <= sms_length(short).units <= 134
    plain = fit_sms("drink a glass of water " * 30, 1)
    assert plain.endswith("...")
    assert not sms_length(plain).unicode
    assert sms_length(plain).units > 150
