"""What is said to the memory itself, and what a fact is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.memory.model import FactKind, says
from exoskull.memory.reading import Forget, Keep, Tell, kind_of, wish_in


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("zapamiętaj, że nie jem glutenu", Keep(text="nie jem glutenu")),
        ("Zapamietaj ze mam na imie Ania", Keep(text="mam na imie Ania")),
        ("Zapamiętaj: mój dentysta to dr Nowak", Keep(text="mój dentysta to dr Nowak")),
        ("remember that my dentist is Dr. Nowak", Keep(text="my dentist is Dr. Nowak")),
        ("Co o mnie wiesz?", Tell()),
        ("what do you know about me", Tell()),
        ("zapomnij o dentyście", Forget(words="dentyście")),
        ("Forget about the dentist.", Forget(words="the dentist")),
        ("zapomnij o tym", Forget(words="")),
    ],
)
def test_a_word_to_the_memory_is_taken_as_such(said: str, wish: object) -> None:
    assert wish_in(said) == wish


@pytest.mark.parametrize(
    "said",
    [
        "remember to buy milk",
        "pamiętaj o mleku",
        "forget it",
        "zapomniałam o wodzie",
        "znowu zapomniałam pić wodę",
        "czy pamiętasz, że jutro mam dentystę?",
        "> zapamiętaj, że jestem bogata",
        "wypiłam 2 szklanki wody\nzapamiętaj, że nie jem glutenu",
        "",
    ],
)
def test_other_words_are_not(said: str) -> None:
    assert wish_in(said) is None


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    wish_in(text)
    kind_of(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mam na imię Ania", FactKind.NAME),
        ("Nie jem glutenu.", FactKind.FOOD),
        ("mam alergię na orzechy", FactKind.HEALTH),
        ("my dentist is Dr. Nowak", FactKind.HEALTH),
        ("moja córka ma na imię Zosia", FactKind.PEOPLE),
        ("urodziny mam 3 maja", FactKind.DATE),
        ("pracuję na nocne zmiany", FactKind.WORK),
        ("I live in Gdynia", FactKind.HOME),
        ("lubię góry", FactKind.LIKING),
        ("zwykle wstaję o 6", FactKind.HABIT),
        ("jestem leworęczna", FactKind.OTHER),
    ],
)
def test_a_fact_is_about_what_its_words_say(text: str, kind: FactKind) -> None:
    assert kind_of(text) is kind


@given(st.text(min_size=3, max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_words_that_stand_in_a_message_are_found_in_it(quote: str, before: str, after: str) -> None:
    if len(" ".join(quote.split())) >= 3 and quote.strip() == quote:
        assert says(f"{before} {quote} {after}", quote) or quote != " ".join(quote.split())


def test_words_that_nobody_wrote_are_not_found() -> None:
    assert says("Nie jem   GLUTENU od lat", "nie jem glutenu")
    assert not says("Nie jem glutenu", "jem gluten z masłem")
    assert not says("Nie jem glutenu", "je")
