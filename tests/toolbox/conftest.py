"""A tool server, the web that may reach it, and Anna."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from serving.served import AT, Served, Somebody, serving
from toolbox.weather import Weather, served

from exoskull.database.pool import Database
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential


@pytest.fixture
async def weather() -> AsyncIterator[Weather]:
    async with served(Weather()) as running:
        yield running


@pytest.fixture
async def web(database: Database, tmp_path: Path, weather: Weather) -> AsyncIterator[Served]:
    async with serving(database, tmp_path, tool_hosts=(weather.host,)) as running:
        yield running


@pytest.fixture
async def person(web: Served) -> Somebody:
    ids = web.installation.ids
    made = await create_tenant(
        web.database, at=AT, ids=ids, name="Anna", language="en", timezone="Europe/Warsaw"
    )
    token = await give_credential(web.database, made.tenant_id, Credential.API, at=AT, ids=ids)
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    return Somebody(tenant_id=made.tenant_id, token=token, api=api)
