"""Words for a person, held against the facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.channels.model import ChannelName
from exoskull.language.model import Language
from exoskull.mape.phrased import faults, numbers_in

EN = ["Week so far: 1 run, goal: 3 runs (3 days left). Next: a short run tomorrow at 18.", "Run"]
PL = ["„Biegać”: w tym tygodniu 1 bieg, cel: 3 biegi. Na dziś: krótki bieg jutro o 18.", "Biegać"]


def wrong(text: str, language: Language, **more: object) -> str:
    facts = EN if language is Language.EN else PL
    return " ".join(faults(text, facts, language, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("One run so far this week out of three; how about a short one tomorrow at 18?", "en"),
        ("You have 3 days left, and the first run is behind you.", "en"),
        ("Hey, I'd say the Run deserves a tiny step today. No pressure at all.", "en"),
        ("Masz już 1 bieg w tym tygodniu, a cel to 3. Może krótki bieg jutro o 18?", "pl"),
        ("Bieganie czeka na Ciebie: trzy biegi to cel, jeden jest już za Tobą.", "pl"),
    ],
)
def test_the_same_facts_in_other_words_pass(text: str, language: str) -> None:
    assert wrong(text, Language(language)) == ""


@pytest.mark.parametrize(
    ("text", "language", "fault"),
    [
        ("Only 4 days left, so how about a short run?", "en", "numbers"),
        ("There are five more runs waiting for you this week.", "en", "numbers"),
        ("Zostały jeszcze dwa biegi, dasz radę.", "pl", "numbers"),
        ("How about a short run tomorrow at 19:30?", "en", "numbers"),
        ("See https://evil.example for your 3 runs.", "en", "link"),
        ("Your 3 runs are waiting at evil.com today.", "en", "link"),
        ("Write to mallory@example.org about your 3 runs.", "en", "link"),
        ("Call +48 600 100 200 about your run.", "en", "numbers"),
        ("How about a short run with Bob tomorrow at 18?", "en", "names"),
        ("Może krótki bieg z Markiem jutro o 18?", "pl", "names"),
        ("I have booked your run for tomorrow at 18.", "en", "claims"),
        ("Zapisałem Twój bieg na jutro o 18.", "pl", "claims"),
        ("Masz już 1 bieg, super to zrobiłaś, oby tak dalej!", "pl", "gender"),
        ("How about a short run tomorrow at 18?", "pl", "Polish"),
        ("Może krótki bieg jutro o 18?", "en", "English"),
        ("**A short run** tomorrow at 18, maybe?", "en", "markup"),
        ("A short run\ntomorrow at 18, maybe?", "en", "markup"),
        ("Run.", "en", "characters"),
        ("How about a run? " * 30, "en", "characters"),
        ("", "en", "characters"),
    ],
)
def test_what_is_not_in_the_facts_does_not(text: str, language: str, fault: str) -> None:
    assert fault in wrong(text, Language(language))


def test_an_sms_takes_two_at_most() -> None:
    long = "Może dziś krótki bieg, choćby spokojny i całkiem niedaleko, a jeśli nie, to może "
    long += "jutro o 18, też będzie dobrze, naprawdę bez pośpiechu."
    assert wrong(long, Language.PL) == ""
    assert "SMS" in wrong(long + " Powoli też jest dobrze.", Language.PL, channel=ChannelName.SMS)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_number_as_the_product_itself_writes_it_is_no_markup(space: str) -> None:
    said = f"Dziś masz już 20{space}000 kroków, brawo."
    assert faults(said, ["Masz 20\u00a0000 kroków."], Language.PL) == []


@given(st.integers(2, 9_999))
def test_any_number_that_the_facts_lack_is_found(number: int) -> None:
    text = f"How about it: {number} more of them today, with no hurry?"
    assert ("numbers" in wrong(text, Language.EN)) == (str(number) not in ("3", "18"))


def test_numbers_are_the_same_in_digits_and_words() -> None:
    assert numbers_in("two and 2 and 7.5 and 7,5") == {"2", "7.5"}
    assert numbers_in("dwa biegi o 18:30") >= {"2", "18:30"}
    assert numbers_in("one step at a time") == set()
