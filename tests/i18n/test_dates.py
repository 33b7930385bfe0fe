"""Days, times and spans in words."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.i18n import day_phrase, duration, listing, local_date, local_time, moment

TODAY = date(2026, 3, 4)  # a Wednesday


@pytest.mark.parametrize(
    ("days", "polish", "english"),
    [
        (0, "dziś", "today"),
        (1, "jutro", "tomorrow"),
        (-1, "wczoraj", "yesterday"),
        (2, "w piątek", "on Friday"),
        (6, "we wtorek", "on Tuesday"),
        (-2, "w poniedziałek", "on Monday"),
        (7, "11 marca", "on 11 March"),
        (-7, "25 lutego", "on 25 February"),
        (365, "4 marca 2027", "on 4 March 2027"),
    ],
)
def test_a_day_is_called_as_people_call_it(days: int, polish: str, english: str) -> None:
    day = TODAY + timedelta(days=days)
    assert day_phrase(day, TODAY, "pl") == polish
    assert day_phrase(day, TODAY, "en") == english


def test_a_date_has_its_year_unless_it_is_this_one() -> None:
    assert local_date(TODAY, "pl") == "4 marca 2026"
    assert local_date(TODAY, "pl", TODAY) == "4 marca"
    assert local_date(TODAY, "en", date(2025, 1, 1)) == "4 March 2026"


def test_a_time_is_of_24_hours_in_its_own_zone() -> None:
    at = datetime(2026, 3, 4, 18, 5, tzinfo=ZoneInfo("America/New_York"))
    assert local_time(at, "pl") == "18:05"
    assert local_time(time(7, 30), "en") == "7:30"


def test_a_moment_is_a_day_and_a_time() -> None:
    at = datetime(2026, 3, 5, 18, 0, tzinfo=ZoneInfo("Europe/Warsaw"))
    assert moment(at, TODAY, "pl") == "jutro o 18:00"
    assert moment(at, TODAY, "en") == "tomorrow at 18:00"


@pytest.mark.parametrize(
    ("span", "polish", "english"),
    [
        (timedelta(seconds=20), "mniej niż minuta", "less than a minute"),
        (timedelta(minutes=-5), "mniej niż minuta", "less than a minute"),
        (timedelta(minutes=1), "1 minuta", "1 minute"),
        (timedelta(minutes=45), "45 minut", "45 minutes"),
        (timedelta(minutes=59, seconds=40), "1 godzina", "1 hour"),
        (timedelta(hours=2, minutes=15), "2 godziny 15 minut", "2 hours 15 minutes"),
        (timedelta(hours=23, minutes=59, seconds=50), "1 dzień", "1 day"),
        (timedelta(hours=26), "1 dzień 2 godziny", "1 day 2 hours"),
        (timedelta(hours=47, minutes=45), "2 dni", "2 days"),
        (timedelta(days=5), "5 dni", "5 days"),
    ],
)
def test_a_span_is_told_in_its_two_largest_units(
    span: timedelta, polish: str, english: str
) -> None:
    assert duration(span, "pl") == polish
    assert duration(span, "en") == english


@given(st.timedeltas(max_value=timedelta(days=100_000)), st.sampled_from(["pl", "en"]))
def test_every_span_can_be_told(span: timedelta, language: str) -> None:
    assert duration(span, language)


@given(st.dates(), st.dates(), st.sampled_from(["pl", "en"]))
def test_every_day_can_be_told(day: date, today: date, language: str) -> None:
    assert day_phrase(day, today, language)


def test_things_are_listed_as_in_a_sentence() -> None:
    assert listing([], "pl") == ""
    assert listing(["a"], "pl") == "a"
    assert listing(["a", "b", "c"], "pl") == "a, b i c"
    assert listing(["a", "b"], "en") == "a and b"
