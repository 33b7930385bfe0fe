"""Anna, and the servers of the outside world."""

import pytest
from interventions.scene import Scene, make_scene
from peers.fixtures import *  # noqa: F403

from exoskull.database.pool import Database


@pytest.fixture
async def scene(database: Database) -> Scene:
    return await make_scene(database)
