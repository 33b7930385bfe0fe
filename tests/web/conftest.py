"""The web, served, with people in it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from serving.served import AT, TWILIO, MakePerson, Served, Somebody, serving

from exoskull.database.pool import Database
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    """The web, served."""
    async with serving(database, tmp_path, **TWILIO) as served:
        yield served


@pytest.fixture
def person(web: Served) -> MakePerson:
    """Makes a tenant by name; named arguments are its settings."""

    async def make(name: str, **given: Any) -> Somebody:
        given = {"language": "en", "timezone": "Europe/Warsaw"} | given
        tenant = await create_tenant(
            web.database, at=AT, ids=web.installation.ids, name=name, **given
        )
        token = await give_credential(
            web.database, tenant.tenant_id, Credential.API, at=AT, ids=web.installation.ids
        )
        api = web.client(headers={"Authorization": f"Bearer {token}"})
        return Somebody(tenant_id=tenant.tenant_id, token=token, api=api)

    return make


@pytest.fixture
async def anna(person: MakePerson) -> Somebody:
    return await person("Anna", email="anna@example.org", phone="+48600100200")
