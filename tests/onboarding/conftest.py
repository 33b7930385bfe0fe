"""The web, served, and somebody in their first steps."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from serving.served import TWILIO, Served, serving

from exoskull.app import make_entry_link
from exoskull.database.pool import Database
from exoskull.kit.ids import TenantId
from exoskull.tenants.service import everyone

HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    settings = TWILIO | {"smtp_url": "smtp://localhost", "mail_from": "exo@example.org"}
    async with serving(database, tmp_path, seed=7, **settings) as served:
        yield served


@pytest.fixture
async def newcomer(web: Served) -> httpx2.AsyncClient:
    """A browser whose person has just made their space."""
    browser = web.client(follow_redirects=True, headers=HERE)
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    data = {"token": link.partition("token=")[2], "name": "Zosia", "timezone": "Warszawa"}
    answer = await browser.post("/setup?language=en", data=data)
    assert answer.url.path == "/welcome"
    return browser


@pytest.fixture
async def me(web: Served, newcomer: httpx2.AsyncClient) -> TenantId:
    ((tenant_id, _),) = await everyone(web.database)
    return tenant_id
