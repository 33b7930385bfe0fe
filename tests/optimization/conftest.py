import pytest
from acceptance.life import Life, born

from exoskull.database.pool import Database


@pytest.fixture
async def anna(database: Database) -> Life:
    """It is Monday, 8 in the morning in Warsaw."""
    return await born(database, language="en")
