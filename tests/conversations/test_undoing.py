"""Undo takes back all that one message did, also what a model did for it, call after call."""

from datetime import timedelta

from conversations.talking import Talker, talker, uses
from peers.scripted import Asked

from exoskull.database.pool import Database

_LATER = timedelta(seconds=2)
SAID = "hmm, weź mi te zakupy jakoś ogarnij"


async def _shopper(database: Database) -> Talker:
    """Anna, whose model makes two tasks, two seconds apart, for one message."""

    def say(asked: Asked) -> object:
        if not asked.told:
            return [uses("make_task", {"title": "kupić melisę"})]
        if len(asked.told) == 1:
            clock = anna.life.world.clock
            clock.advance(clock.now() + _LATER)
            return [uses("make_task", {"title": "kupić miód"})]
        return "Dobrze."

    anna = await talker(database, say)
    return anna


async def test_undo_takes_back_every_call_of_one_message(database: Database) -> None:
    anna = await _shopper(database)
    await anna.say(SAID)
    assert {one.title for one in await anna.life.tasks()} == {"kupić melisę", "kupić miód"}
    told = await anna.say("/cofnij")
    assert "kupić melisę" in told
    assert "kupić miód" in told
    assert await anna.life.tasks() == []


async def test_undo_leaves_what_another_message_did(database: Database) -> None:
    anna = await _shopper(database)
    await anna.say("dodaj zadanie: zadzwonić do mamy")
    anna.life.world.clock.advance(anna.life.now + _LATER)
    await anna.say(SAID)
    await anna.say("/cofnij")
    assert [one.title for one in await anna.life.tasks()] == ["Zadzwonić do mamy"]
