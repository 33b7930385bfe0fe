"""Days, hours and spans, in both languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from exoskull.language.fold import clean
from exoskull.language.tokens import tokenize
from exoskull.language.when import due_day, find_when, moment, past_moment

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("Europe/Warsaw"))  # a Wednesday

AHEAD = [
    ("jutro o 18", "2026-03-05T18:00"),
    ("pojutrze rano", "2026-03-06T08:00"),
    ("w piątek o 7:30", "2026-03-06T07:30"),
    ("za tydzień", "2026-03-11T10:00"),
    ("za tydzień o 9", "2026-03-11T09:00"),
    ("za 2 godziny", "2026-03-04T12:00"),
    ("za pół godziny", "2026-03-04T10:30"),
    ("za półtorej godziny", "2026-03-04T11:30"),
    ("za kwadrans", "2026-03-04T10:15"),
    ("za miesiąc", "2026-04-04T10:00"),
    ("za 3 dni o 8", "2026-03-07T08:00"),
    ("w środę wieczorem", "2026-03-04T19:00"),
    ("w środę o 9", "2026-03-11T09:00"),
    ("w środę o 11", "2026-03-04T11:00"),
    ("dziś wieczorem", "2026-03-04T19:00"),
    ("o wpół do ósmej", "2026-03-04T19:30"),
    ("jutro o wpół do ósmej", "2026-03-05T07:30"),
    ("kwadrans po piątej", "2026-03-04T17:15"),
    ("za pięć ósma", "2026-03-04T19:55"),
    ("w południe", "2026-03-04T12:00"),
    ("o północy", "2026-03-05T00:00"),
    ("o 8", "2026-03-05T08:00"),
    ("dziś o 8", "2026-03-04T20:00"),
    ("o 8 rano", "2026-03-05T08:00"),
    ("o ósmej wieczorem", "2026-03-04T20:00"),
    ("o godz. 17", "2026-03-04T17:00"),
    ("o dwudziestej pierwszej", "2026-03-04T21:00"),
    ("jutro o dziewiętnastej trzydzieści", "2026-03-05T19:30"),
    ("5 maja", "2026-05-05T09:00"),
    ("5 maja 2027 o 12", "2027-05-05T12:00"),
    ("1 marca", "2027-03-01T09:00"),
    ("29 lutego", "2028-02-29T09:00"),
    ("2026-04-01 o 9", "2026-04-01T09:00"),
    ("15.06 o 12", "2026-06-15T12:00"),
    ("w przyszły piątek", "2026-03-13T09:00"),
    ("w najbliższy piątek", "2026-03-06T09:00"),
]
AHEAD_IN_ENGLISH = [
    ("in 2 hours", "2026-03-04T12:00"),
    ("in half an hour", "2026-03-04T10:30"),
    ("in an hour and a half", "2026-03-04T11:30"),
    ("in a week", "2026-03-11T10:00"),
    ("next Monday", "2026-03-09T09:00"),
    ("next Friday", "2026-03-13T09:00"),
    ("on Friday", "2026-03-06T09:00"),
    ("on 5 March at 9am", "2026-03-05T09:00"),
    ("March 20th at 10:30", "2026-03-20T10:30"),
    ("on the 10th at 9", "2026-03-10T09:00"),
    ("tomorrow at 6pm", "2026-03-05T18:00"),
    ("tomorrow at half past seven", "2026-03-05T07:30"),
    ("at quarter to eight in the evening", "2026-03-04T19:45"),
    ("at 6", "2026-03-04T18:00"),
    ("at 9", "2026-03-04T21:00"),
    ("at 12pm", "2026-03-04T12:00"),
    ("at 12am", "2026-03-05T00:00"),
    ("tonight at 8", "2026-03-04T20:00"),
    ("tonight", "2026-03-04T20:00"),
    ("at noon tomorrow", "2026-03-05T12:00"),
    ("the day after tomorrow", "2026-03-06T09:00"),
    ("20 minutes from now", "2026-03-04T10:20"),
    ("at 18:30", "2026-03-04T18:30"),
]


def when_of(text: str, polish: bool, past: bool = False):
    return find_when(tokenize(clean(text)), NOW, polish=polish, past=past)


@pytest.mark.parametrize(("text", "expected"), AHEAD)
def test_polish_time_ahead(text, expected):
    found = moment(when_of(text, polish=True), NOW)
    assert found is not None
    assert f"{found:%Y-%m-%dT%H:%M}" == expected


@pytest.mark.parametrize(("text", "expected"), AHEAD_IN_ENGLISH)
def test_english_time_ahead(text, expected):
    found = moment(when_of(text, polish=False), NOW)
    assert found is not None
    assert f"{found:%Y-%m-%dT%H:%M}" == expected


@pytest.mark.parametrize(
    "text",
    ["o 3 rzeczach", "5 km", "68 kg", "o 25", "31.02", "za 99999999 lat", "dentysta", "w wodzie",
     "120/80", "za chwilę", "kiedyś", "99:99"],
)  # fmt: skip
def test_what_names_no_time_is_no_time(text):
    assert moment(when_of(text, polish=True), NOW) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do końca maja", "2026-05-31"),
        ("do końca roku", "2026-12-31"),
        ("do końca miesiąca", "2026-03-31"),
        ("do końca tygodnia", "2026-03-08"),
        ("do końca stycznia", "2027-01-31"),
        ("by the end of May", "2026-05-31"),
        ("by the end of the year", "2026-12-31"),
        ("do 15.06", "2026-06-15"),
        ("do 15 czerwca", "2026-06-15"),
        ("do piątku", "2026-03-06"),
        ("by Friday", "2026-03-06"),
        ("do grudnia", "2026-11-30"),
        ("by December", "2026-11-30"),
        ("by 6/15", "2026-06-15"),
    ],
)
def test_last_day_of_a_deadline(text, expected):
    when = when_of(text, polish=not text.startswith("by"))
    assert when.until
    assert str(due_day(when, NOW)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wczoraj", "2026-03-03T10:00"),
        ("wczoraj wieczorem", "2026-03-03T19:00"),
        ("przedwczoraj", "2026-03-02T10:00"),
        ("w poniedziałek", "2026-03-02T10:00"),
        ("w środę", "2026-02-25T10:00"),
        ("o 7", "2026-03-04T07:00"),
        ("3 dni temu", "2026-03-01T10:00"),
        ("2 godziny temu", "2026-03-04T08:00"),
        ("1 marca", "2026-03-01T10:00"),
        ("dziś", "2026-03-04T10:00"),
        ("dziś o 22", "2026-03-04T10:00"),
    ],
)
def test_time_gone_by_is_never_after_now(text, expected):
    found = past_moment(when_of(text, polish=True, past=True), NOW)
    assert f"{found:%Y-%m-%dT%H:%M}" == expected
