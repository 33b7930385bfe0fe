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
        ("pl", "Nie pamiętam, czy dziś brałam leki", "medication"),
        ("pl", "Chcę zrozumieć, od czego zależy mój nastrój", "mood"),
        ("pl", "powinnam się ważyć co tydzień", "weight"),
        ("pl", "chcę rzucić palenie", "smoking"),
        ("en", "I keep forgetting to drink water", "hydration"),
        ("en", "i keep forgeting to drink", "hydration"),
        ("en", "Forgot to water the orchids again", "plants"),
        ("en", "I forgot my pills again", "medication"),
        ("en", "make me an expense tracker", "spending"),
        ("en", "Ate the whole chocolate bar again", "sweets"),
        ("en", "I buy books and never read them", "reading"),
        ("en", "I want somewhere to enter my expenses", "spending"),
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
        ("pl", "Nie śpij, bo cię okradną"),
        ("pl", "Chce mi się spać od tego wykładu"),
        ("pl", "W Krakowie znowu nie ma wody przez awarię"),
        ("pl", "Już pilnuję picia, dzięki, wody piję dość"),
        ("pl", "Zapomniałam oddać książkę do biblioteki"),
        ("pl", "Odkładam to na później"),
        ("pl", "gdybym zapominała pić, powiedziałabym ci"),
        ("en", "My husband forgot his pills again"),
        ("en", "I could drink in that information all day"),
        ("en", "I watched a film about a man who can't sleep"),
        ("en", "How much water should a person drink a day?"),
        ("en", "drank two glasses of water"),
        ("en", "I have no trouble sleeping"),
        ("en", "There's no water in Leeds again because of a burst main"),
        ("en", "Government spending is up again this year"),
        ("en", "I forgot to return the library book"),
        ("en", "The dog wouldn't eat again"),
        ("en", "Back in college I had trouble sleeping"),
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


@pytest.mark.parametrize(
    ("language", "text", "need"),
    [
        ("pl", "od dwóch tygodni prawie nie śpię i budzę się o czwartej", "sleep"),
        ("en", "I keep forgetting to drink water", "hydration"),
    ],
)
def test_a_need_in_the_middle_of_a_long_message_is_heard(
    language: str, text: str, need: str
) -> None:
    talk = {
        "pl": "W biurze nowy szef i mnóstwo zmian. W sobotę jedziemy nad morze. ",
        "en": "We have a new boss and many changes here. On Saturday we go to the coast. ",
    }[language]
    assert needs(10 * talk + text + ". " + 10 * talk, language) == {need}


@pytest.mark.parametrize(
    "what",
    ["jan.kowalski@example.com", "https://evil.example/x", "www.evil.example", 300 * "a"],
)
def test_addresses_and_links_are_nothing_to_keep_track_of(what: str) -> None:
    assert needs(f"Chcę śledzić {what}", "pl") == set()


def test_playing_an_instrument_is_no_screen_time() -> None:
    assert needs("Chcę śledzić, ile gram na gitarze", "pl") == {"open:gram-na-gitarze"}
    assert needs("Chcę śledzić, ile gram na telefonie", "pl") == {"screen_time"}


@pytest.mark.parametrize("language", ["pl", "en"])
def test_sentences_of_strangers_are_heard_as_well(language: str) -> None:
    told = figures("strangers")[language]
    assert told["precision"] >= 0.92
    assert told["recall"] >= 0.85
    assert told["false_positives"] <= 0.05


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
