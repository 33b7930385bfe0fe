import pytest
from acceptance.life import Life, born

from exoskull.database.pool import Database


@pytest.fixture
async def anna(database: Database) -> Life:
    """Speaks Polish, in Warsaw; it is Monday, 8 in the morning."""
    return await born(database)
