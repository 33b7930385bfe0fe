"""Sentences: plain data goes in as it is, and nothing ever shows a key."""

import time as clock
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.i18n import MissingText, error_text, has, text
from exoskull.i18n.catalogue import LANGUAGES, catalogue
from exoskull.kit.errors import InvalidInput, NotFound


class Tongue(StrEnum):
    POLISH = "pl"


def test_a_text_is_in_the_language_asked_for() -> None:
    assert text("pl", "assistant-logged", what="4,2 km biegu") == "Zapisane: 4,2 km biegu."
    assert text("en", "assistant-logged", what="4.2 km of running") == "Logged: 4.2 km of running."


def test_an_enum_names_a_language_as_its_value_does() -> None:
    assert text(Tongue.POLISH, "assistant-ok") == text("pl", "assistant-ok")


def test_a_missing_entry_raises_and_never_shows_its_key() -> None:
    with pytest.raises(MissingText, match="no-such-key"):
        text("pl", "no-such-key")


def test_a_missing_argument_raises_and_is_named() -> None:
    with pytest.raises(MissingText, match="what"):
        text("pl", "assistant-logged")


def test_an_unknown_language_raises() -> None:
    with pytest.raises(MissingText):
        text("xx", "assistant-ok")


def test_an_argument_that_the_entry_does_not_name_is_ignored() -> None:
    assert text("en", "assistant-ok", what="nothing") == text("en", "assistant-ok")


def test_an_argument_with_a_none_variant_may_be_left_out_or_be_none() -> None:
    left_out = text("pl", "assistant-task-made", title="Bilety")
    assert left_out == "Zadanie dodane: „Bilety”."
    assert text("pl", "assistant-task-made", title="Bilety", due=None) == left_out
    assert "termin: jutro" in text("pl", "assistant-task-made", title="Bilety", due="jutro")


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 zaległych zadań"),
        (1, "1 zaległe zadanie"),
        (2, "2 zaległe zadania"),
        (4, "4 zaległe zadania"),
        (5, "5 zaległych zadań"),
        (12, "12 zaległych zadań"),
        (22, "22 zaległe zadania"),
        (1.5, "1,5 zaległego zadania"),
        (3.0, "3 zaległe zadania"),
        (Decimal("2.0"), "2 zaległe zadania"),
        (112, "112 zaległych zadań"),
    ],
)
def test_polish_counts_decline(count: float, told: str) -> None:
    assert text("pl", "part-overdue", count=count) == told


def test_a_plural_follows_the_number_as_it_is_shown() -> None:
    assert text("pl", "unit-h", value=0.999) == "1 godzina"
    assert text("en", "unit-h", value=0.999) == "1 hour"


@pytest.mark.parametrize(
    "title",
    [
        "{ $goal } { -term } {",
        "<b>bold</b> & [link](x)",
        'quote " and „cudzysłów”',
        "\\u0041 \\ %s %(name)s {0}",
        "none",
        "   ",
    ],
)
def test_what_a_person_wrote_goes_in_as_plain_data(title: str) -> None:
    assert text("en", "assistant-task-done", title=title) == f'Done: "{title}".'


def test_control_invisible_and_turning_characters_of_arguments_go() -> None:
    wild = "a\x00b\x1bc\u202ed\u2066e\u200bf\ud800g\r\nh\ti\x85j\ufeff"
    assert text("en", "assistant-task-done", title=wild) == 'Done: "abcdef\ufffdg\nh i\nj".'


def test_a_subject_is_one_line() -> None:
    assert text("en", "subject-reminder-due", title="a\r\nBcc: b") == "Reminder: a Bcc: b"


def test_long_arguments_go_in_whole() -> None:
    long = "słowo " * 3000
    assert long in text("pl", "assistant-not-understood", text=long)


def test_dates_and_times_are_written_out() -> None:
    at = datetime(2026, 3, 5, 7, 30, tzinfo=ZoneInfo("Europe/Warsaw"))
    assert text("pl", "assistant-paused", until=at).startswith(
        "Dobrze, nie piszę. Odezwę się najwcześniej 5 marca 2026, 7:30."
    )
    assert "5 March 2026" in text("en", "assistant-paused", until=date(2026, 3, 5))
    assert "18:05" in text("en", "assistant-paused", until=time(18, 5))


values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(allow_nan=False),
    st.text(),
    st.text(st.characters(), max_size=30).map(lambda part: part * 100),
    st.dates(),
    st.times(),
    st.datetimes(timezones=st.just(ZoneInfo("America/New_York"))),
    st.uuids(),
    st.lists(st.text(), max_size=3),
    st.sampled_from([Path("/tmp/x"), UUID(int=0), Tongue.POLISH, b"bytes", object]),
    st.sampled_from(["none", "day", "at_most", "sms", "runs", "ignored", "allow"]),
)


@given(
    language=st.sampled_from(LANGUAGES),
    key=st.sampled_from(sorted(catalogue("en").entries.keys() & catalogue("pl").entries.keys())),
    data=st.data(),
)
def test_no_argument_crashes_a_text_or_brings_in_control_characters(
    language: str, key: str, data: st.DataObject
) -> None:
    entry = catalogue(language).entries[key]
    args = {name: data.draw(values, label=name) for name in sorted(entry.required | entry.optional)}
    told = text(language, key, **args)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in told.replace("\n", ""))
    assert not any(char in told for char in "\u2068\u2069\u202e")
    if "{" not in str(args):
        assert "{" not in told
        assert "???" not in told


@given(language=st.sampled_from(LANGUAGES), count=st.integers(0, 10**7))
def test_every_count_has_a_form(language: str, count: int) -> None:
    assert text(language, "unit-glass", value=count)


def test_a_text_costs_microseconds() -> None:
    """The catalogue is read once; a sentence is then made in well under a millisecond."""

    def render() -> str:
        return text("pl", "assistant-status-goal", **GOAL)

    render()
    began = clock.process_time()
    for _ in range(200):
        render()
    assert (clock.process_time() - began) / 200 < 0.005
    assert catalogue("pl") is catalogue("pl")


GOAL = {
    "goal": "Biegać",
    "trajectory": "off_track",
    "direction": "at_least",
    "period": "week",
    "days_left": 3,
    "have_text": "1 bieg",
    "target_text": "3 biegi",
}


def test_an_error_is_told_with_its_parameters_and_how_to_mend_it() -> None:
    error = InvalidInput(
        "timezone.unknown", field="timezone", value="Mars", suggestions="Asia/Oral"
    )
    assert error_text(error, "en") == (
        'I do not know the time zone "Mars". Did you mean: Asia/Oral?'
    )
    assert error_text(error, "pl").startswith("Nie znam strefy czasowej „Mars”.")


def test_an_error_that_nobody_has_worded_is_still_told() -> None:
    told = error_text(NotFound("thing.strange", name="x"), "en")
    assert "thing.strange (name=x)" in told


def test_an_error_that_lacks_a_parameter_is_still_told() -> None:
    assert "port.taken" in error_text(InvalidInput("port.taken"), "pl")


def test_has_knows_what_there_is() -> None:
    assert has("assistant-ok")
    assert not has("assistant-nope")
