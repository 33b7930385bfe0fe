"""Somebody to examine, without a model."""

from collections.abc import AsyncIterator

import pytest

from exoskull.database.pool import Database
from exoskull.evaluation.model import Examinee
from exoskull.evaluation.run import hall


@pytest.fixture
async def who(database: Database) -> AsyncIterator[Examinee]:
    async with hall(database) as made:
        yield made
