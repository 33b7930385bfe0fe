"""Anna, on a virtual clock."""

import pytest
from interventions.scene import Scene, make_scene

from exoskull.database.pool import Database


@pytest.fixture
async def scene(database: Database) -> Scene:
    return await make_scene(database)
