"""A life with a week behind it, and a mail server to hear of it."""

from datetime import timedelta

import pytest
from acceptance.life import Life, born
from peers.fixtures import smtp_peer

from exoskull.database.pool import Database

__all__ = ["smtp_peer"]


@pytest.fixture
async def anna(database: Database) -> Life:
    """It is Monday, 8 in the morning in Warsaw."""
    return await born(database, language="pl")


@pytest.fixture
async def week(anna: Life) -> Life:
    """A week later: Anna has run three times and bought tickets; the loop has slept."""
    start = anna.now
    await anna.say("Chcę biegać 3 razy w tygodniu")
    for day in (0, 2, 4):
        anna.world.clock.advance(start + timedelta(days=day, hours=9))
        await anna.measure("runs", 1.0)
    anna.world.clock.advance(start + timedelta(days=6, hours=4))
    await tickets(anna)
    return anna


@pytest.fixture
async def lived(anna: Life) -> Life:
    """The same week, with the loop awake."""
    start = anna.now
    await anna.say("Chcę biegać 3 razy w tygodniu")
    for day in (0, 2, 4):
        await anna.until(start + timedelta(days=day, hours=9))
        await anna.measure("runs", 1.0)
    await anna.until(start + timedelta(days=6, hours=4))
    await tickets(anna)
    return anna


async def tickets(anna: Life) -> None:
    await anna.say("dodaj zadanie: kupić bilety")
    await anna.say("zrobione: bilety")
