from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from acceptance.life import Life, born
from apps.browsing import signed_in
from serving.served import Served, serving

from exoskull.database.pool import Database


@pytest.fixture
async def anna(database: Database) -> Life:
    """Speaks Polish, in Warsaw; it is Monday, 8 in the morning."""
    return await born(database)


@pytest.fixture
async def ann(database: Database) -> Life:
    """The same, in English."""
    return await born(database, language="en")


@pytest.fixture
async def web(ann: Life, tmp_path: Path) -> AsyncIterator[Served]:
    """The web over the database of `ann`."""
    async with serving(ann.database, tmp_path) as served:
        yield served


@pytest.fixture
async def browser(ann: Life, web: Served) -> httpx2.AsyncClient:
    """The browser of `ann`, signed in."""
    return await signed_in(web, ann.tenant_id, ann)
