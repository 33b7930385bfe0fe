"""The person's own word on how to be written to."""

import pytest
from acceptance.life import Life

from exoskull.conversations.acts.preferring import wish_in
from exoskull.ledger import preferences


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("No, I do prefer SMS", ("channel", "sms", "prefer")),
        ("I prefer e-mail.", ("channel", "email", "prefer")),
        ("wolę SMS-y", ("channel", "sms", "prefer")),
        ("nie, wole w aplikacji", ("channel", "in_app", "prefer")),
        ("bez e-maili", ("channel", "email", "avoid")),
        ("Nie pisz do mnie SMS-ów", ("channel", "sms", "avoid")),
        ("no more emails please", ("channel", "email", "avoid")),
        ("wolę SMS, ale jutro przypomnij mi o lekach", None),
        ("my mum prefers SMS", None),
        ("I prefer tea", None),
        ("sms", None),
        ("nie pisz do mnie dzisiaj", None),
    ],
)
def test_a_wish_is_a_message_that_says_just_that(
    text: str, wish: tuple[str, str, str] | None
) -> None:
    assert wish_in(text) == wish


async def test_a_wish_said_in_the_chat_outranks_learning_and_is_read_back(anna: Life) -> None:
    assert await anna.say("nie, wolę SMS") == (
        "Dobrze: SMS-em, gdzie tylko się da. Twoje słowo liczy się przed wszystkim, "
        "czego się nauczyłem."
    )
    async with anna.tx() as tx:
        (kept,) = await preferences.corrections(tx)
    assert (kept.factor, kept.level, kept.wish) == ("channel", "sms", "prefer")
