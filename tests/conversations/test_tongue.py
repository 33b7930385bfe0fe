"""Answers in another language than the person's are not given; claims of sending never are."""

import pytest
from conversations.talking import stored, talker, words

from exoskull.conversations.speaking import Speech
from exoskull.conversations.tongue import fits
from exoskull.database.pool import Database
from exoskull.language.model import Language

ENGLISH = "Try to switch off the screen an hour before bed, and air the room well."
POLISH = "Wyłącz ekran na godzinę przed snem i dobrze wywietrz pokój."
ASKED = "Jak mam lepiej zasypiać?"


@pytest.mark.parametrize(
    ("text", "language", "message", "expected"),
    [
        (ENGLISH, Language.PL, ASKED, False),
        (POLISH, Language.PL, ASKED, True),
        (POLISH, Language.EN, "How could I sleep better with this noise?", False),
        (ENGLISH, Language.PL, "How could I sleep better with this noise?", True),
        ("OK.", Language.PL, ASKED, True),
        ("", Language.EN, "", True),
    ],
)
def test_an_answer_is_in_the_persons_language_or_that_of_the_message(
    text: str, language: Language, message: str, expected: bool
) -> None:
    assert fits(text, language, message) is expected


async def test_an_answer_in_another_language_is_not_shown_and_the_built_in_one_stands(
    database: Database,
) -> None:
    anna = await talker(database, lambda _: ENGLISH)
    pieces = await anna.pieces(ASKED)
    assert words(pieces) == ""
    assert stored(pieces).startswith("Nie wiem")
    (told,) = await anna.life.events("model.declined")
    assert (told.data["feature"], told.data["why"]) == ("chat", "invalid")


@pytest.mark.parametrize(
    "claim",
    [
        "I have sent the SMS to Ann.",
        "I've emailed your boss.",
        "Wysłałam SMS.",
        "Zostało już zamówione.",
    ],
)
def test_that_something_was_sent_is_never_said_even_beside_a_receipt(claim: str) -> None:
    speech = Speech()
    speech.hear(f"{claim} ", receipts=True)
    speech.close(receipts=True)
    assert speech.text == ""
