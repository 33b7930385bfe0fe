"""Questions read without a model: the same question has one key, however it is put."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from exoskull.skills.asking import Asked, asked, wanted

AT = datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Europe/Warsaw"))


def of(text: str, polish: bool) -> Asked:
    found = asked(text, AT, polish=polish)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Ile wydałem w tym tygodniu w porównaniu z poprzednim?",
            "ile wydalam w tym tygodniu, a ile w poprzednim",
            "Czy wydałem więcej niż w zeszłym tygodniu?",
        ),
        ("Ile dni z rzędu biegam?", "Jak długą mam serię biegania z rzędu?"),
    ],
)
def test_the_same_question_in_other_words_has_the_same_key(texts: tuple[str, ...]) -> None:
    assert len({of(text, True).key for text in texts}) == 1


@pytest.mark.parametrize(
    ("text", "template", "polish"),
    [
        ("How much did I spend versus last week?", "compare-weeks", False),
        ("Did I spend more than last month?", "compare-months", False),
        ("Jak długo średnio śpię?", "mean", True),
        ("Kiedy ostatnio biegałam?", "since-last", True),
        ("Jaki mam dług snu?", "debt", True),
        ("Czy sen wpływa na nastrój?", "together", True),
        ("W który dzień tygodnia najwięcej wydaję?", "weekdays", True),
        ("How many tasks did I do this week?", "tasks-done", False),
        ("Ile wydałam w tym miesiącu?", "total", True),
        ("Czyja kolej na zmywanie?", "turns", True),
    ],
)
def test_a_question_finds_its_template(text: str, template: str, polish: bool) -> None:
    assert of(text, polish).template == template


def test_the_numbers_of_a_question_are_its_input_and_not_its_key() -> None:
    first, second = of("Podziel 120 na 4 osoby", True), of("Podziel 90 na 3 osoby", True)
    assert first.key == second.key
    assert first.input == {"amount": 120.0, "people": 4}
    miles = of("how many km is 3 miles?", False)
    assert miles.input == {"value": 3.0, "from": "mi", "to": "km"}


def test_what_fits_no_template_is_known_by_its_words() -> None:
    one, other = of("What's the weather like?", False), of("what's the weather like", False)
    assert (one.template, one.key) == (None, other.key)


@pytest.mark.parametrize("text", ["Wydałam 120 zł", "Znowu zapomniałam pić wodę", "", "!!!"])
def test_what_is_no_question_is_none(text: str) -> None:
    assert asked(text, AT, polish=True) is None


@pytest.mark.parametrize(
    ("text", "template", "slots"),
    [
        ("Przypominaj mi, kiedy nie biegam trzy dni", "when-silent", {"metric": "runs", "days": 3}),
        (
            "I wish something nudged me when I have not drunk water for 2 days",
            "when-silent",
            {"metric": "water_glasses", "days": 2},
        ),
        (
            "Warn me when I spend more than 200 a day",
            "over-limit",
            {"metric": "spending_pln", "limit": 200.0},
        ),
        (
            "every Sunday send me a summary of my spending",
            "weekly-report",
            {"metric": "spending_pln", "weekday": 6},
        ),
    ],
)
def test_a_request_finds_what_acts(text: str, template: str, slots: dict[str, object]) -> None:
    found = wanted([text], AT, polish="Przyp" in text)
    assert found is not None
    assert (found.template, found.slots) == (template, slots)


@pytest.mark.parametrize(
    ("text", "slots", "polish"),
    [
        ("Czyja kolej na zmywanie: Ania, Tomek czy Zosia?", ["Ania", "Tomek", "Zosia"], True),
        ("Whose turn is it to cook, Anna or Tom?", ["Anna", "Tom"], False),
        ("Czyja teraz kolej? Ania czy ja", ["Ania", "ja"], True),
        ("Czyja kolej, między Anią i Tomkiem?", None, True),
        ("Czyja kolej na zmywanie?", None, True),
        ("Whose turn is it?", None, False),
    ],
)
def test_names_are_taken_as_they_were_said(
    text: str, slots: list[str] | None, polish: bool
) -> None:
    assert of(text, polish).slots.get("names") == slots


@pytest.mark.parametrize(
    ("text", "slots", "polish"),
    [
        ("Ile zaoszczędziłam od 1 marca, odkładając 20 zł dziennie?",
         {"start": "2026-03-01", "a_day": 20.0}, True),
        ("How much have I saved since February 10 at 7.5 a day?",
         {"start": "2026-02-10", "a_day": 7.5}, False),
        ("Ile zaoszczędziłem od zeszłego poniedziałku?", {"start": "2026-02-23"}, True),
        ("How much did I save?", {}, False),
    ],
)  # fmt: skip
def test_savings_count_from_the_day_that_was_said(
    text: str, slots: dict[str, object], polish: bool
) -> None:
    assert of(text, polish).slots == slots


def test_what_is_to_stay_in_memory_is_gone_over_again() -> None:
    found = wanted(["Chcę powtórki z czasowników nieregularnych"], AT, polish=True)
    assert found is not None
    assert found.template == "repetition"
    assert found.slots == {"label": "czasowników nieregularnych"}
