"""What is heard as a mention of a need, and what is not."""

import pytest
from needs.figures import figures
from needs.labelled import labelled

from exoskull.language.model import Language
from exoskull.needs.detect import detect, language_of
from exoskull.needs.model import Family, SpeechAct

MENTIONS = (SpeechAct.COMPLAINT, SpeechAct.WISH, SpeechAct.REQUEST, SpeechAct.SKILL)


def needs(text: str, language: str) -> set[str]:
    return {one.need for one in detect(text, Language(language)) if one.act in MENTIONS}


@pytest.mark.parametrize(
    ("language", "text", "need"),
    [
        ("pl", "Znowu zapomniałam pić wodę", "hydration"),
        ("pl", "znowu zapomnialam pic wode", "hydration"),
        ("pl", "ZNOWU ZAPOMNIAŁEM O WODZIE!!!", "hydration"),
        ("pl", "Zpaominam pić wodę w pracy", "hydration"),
        ("pl", "Znowu zapominam podlewać kwiaty", "plants"),
        ("pl", "Znowu nie podlałam storczyków", "plants"),
        ("pl", "Ciągle zapominam o tabletkach", "medication"),
        ("pl", "Od tygodnia nie śpię dobrze", "sleep"),
        ("pl", "zrób mi tracker wydatków", "spending"),
        ("pl", "chcę rzucić palenie", "smoking"),
        ("en", "I keep forgetting to drink water", "hydration"),
        ("en", "i keep forgeting to drink", "hydration"),
        ("en", "Forgot to water the orchids again", "plants"),
        ("en", "I forgot my pills again", "medication"),
        ("en", "make me an expense tracker", "spending"),
        ("en", "I really need to quit smoking", "smoking"),
    ],
)
def test_a_need_is_heard_however_it_is_typed(language: str, text: str, need: str) -> None:
    assert needs(text, language) == {need}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", ""),
        ("pl", "!!! 123 ???"),
        ("pl", "Mąż znowu zapomniał o lekach"),
        ("pl", "Chora jestem na punkcie tej książki"),
        ("pl", "Oglądałam film o kimś, kto nie może spać"),
        ("pl", "Ile wody dziennie powinien pić człowiek?"),
        ("pl", "wypiłam dwie szklanki wody"),
        ("pl", "nie mam problemu ze snem"),
        ("pl", "gdybym zapominała pić, powiedziałabym ci"),
        ("en", "My husband forgot his pills again"),
        ("en", "I could drink in that information all day"),
        ("en", "I watched a film about a man who can't sleep"),
        ("en", "How much water should a person drink a day?"),
        ("en", "drank two glasses of water"),
        ("en", "I have no trouble sleeping"),
    ],
)
def test_what_is_no_need_of_the_writer_is_not_heard(language: str, text: str) -> None:
    assert needs(text, language) == set()


def test_the_person_who_said_it_about_their_plants_gets_nothing_for_drinking() -> None:
    for text in ("Zapominam podlewać kwiaty", "moje kwiaty mają za mało wody"):
        assert "hydration" not in needs(text, "pl")
    assert "hydration" not in needs("my plants never get enough water", "en")


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("pl", "Chcę śledzić tankowania", "tankowania"),
        ("en", "I want to keep track of my chess games", "chess games"),
        ("en", "build me a sneeze counter", "sneeze"),
    ],
)
def test_anything_else_asked_for_is_an_open_need_in_the_persons_words(
    language: str, text: str, label: str
) -> None:
    [heard] = detect(text, Language(language))
    assert (heard.family, heard.label, heard.act) == (Family.OPEN, label, SpeechAct.REQUEST)
    assert heard.need == "open:" + label.replace(" ", "-")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "przypominaj mi co godzinę o piciu wody"),
        ("pl", "porównaj, ile wydałam wobec zeszłego tygodnia"),
        ("en", "remind me every evening to take my pills"),
        ("en", "compare my spending with last week"),
    ],
)
def test_what_needs_logic_is_asked_of_a_skill(language: str, text: str) -> None:
    assert {one.act for one in detect(text, Language(language))} == {SpeechAct.SKILL}


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("pl", "już piję regularnie", SpeechAct.RESOLVED),
        ("pl", "kupiłam aplikację do picia wody", SpeechAct.RESOLVED),
        ("pl", "nie chcę trackera wody", SpeechAct.REFUSED),
        ("en", "I used to forget to drink water, not anymore", SpeechAct.RESOLVED),
        ("en", "I don't want a water tracker", SpeechAct.REFUSED),
    ],
)
def test_a_need_is_closed_by_what_the_person_says(language: str, text: str, act: SpeechAct) -> None:
    assert [(one.need, one.act) for one in detect(text, Language(language))] == [("hydration", act)]


def test_what_stands_in_a_quoted_mail_is_not_read() -> None:
    text = "dzięki!\n> Znowu zapomniałam pić wodę\nW dniu 3.03 Ola napisała:\nzapominam o lekach"
    assert needs(text, "pl") == set()


def test_the_language_is_told_by_the_words() -> None:
    assert language_of("Znowu zapomnialam pic wode", Language.EN) is Language.PL
    assert language_of("I keep forgetting to drink", Language.PL) is Language.EN
    assert language_of("ok", Language.EN) is Language.EN


def test_a_very_long_message_is_read_in_time_and_whole_in_its_beginning() -> None:
    assert needs("Znowu zapomniałam pić wodę. " + "la " * 5000, "pl") <= {"hydration"}


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_goals_are_met_on_the_half_that_nothing_was_tuned_to(language: str) -> None:
    found = figures("heldout")[language]
    assert found["precision"] >= 0.92
    assert found["recall"] >= 0.80
    assert found["false_positives"] <= 0.04
    assert found["kind"] >= 0.95


def test_the_labelled_set_is_large_and_its_halves_share_nothing() -> None:
    tuning, heldout = labelled("tuning"), labelled("heldout")
    assert len(tuning) + len(heldout) >= 400
    assert {one.text for one in tuning}.isdisjoint({one.text for one in heldout})
    named = {need for one in tuning + heldout for need in one.needs}
    assert named == {family.value for family in Family}
