"""A person with skills, for the tests of this folder."""

from collections.abc import AsyncIterator

import pytest
from skills.scene_of_skills import Scene, scene_in

from exoskull.database.pool import Database


@pytest.fixture
async def scene(database: Database) -> AsyncIterator[Scene]:
    async with scene_in(database) as made:
        yield made
