"""The web, served, with a person in it who has lived a little, and a browser of theirs."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from serving import anna
from serving.served import Served, serving
from serving.visiting import entered

from exoskull.database.pool import Database
from exoskull.kit.ids import TenantId


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path, seed=7) as served:
        yield served


@pytest.fixture
async def me(web: Served) -> TenantId:
    """Two days of Anna, of whom the loop has noticed something."""
    return await anna.live(web, language="en", days=2)


@pytest.fixture
async def browser(web: Served, me: TenantId) -> httpx2.AsyncClient:
    return await entered(web, me)
