"""The web with people who sign in to it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
from accounts.entering import HERE
from serving.served import AT, MakePerson, Served, Somebody, serving

from exoskull.database.pool import Database
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential, Scope
from exoskull.tenants.service import add_credential, give_credential


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    """The web, served."""
    async with serving(database, tmp_path) as served:
        yield served


@pytest.fixture
def person(web: Served) -> MakePerson:
    """Makes a tenant by name; named arguments are its settings."""

    async def make(name: str, **given: Any) -> Somebody:
        given = {"language": "en", "timezone": "Europe/Warsaw"} | given
        ids = web.installation.ids
        tenant = await create_tenant(web.database, at=AT, ids=ids, name=name, **given)
        token = await give_credential(
            web.database, tenant.tenant_id, Credential.API, at=AT, ids=ids
        )
        api = web.client(headers={"Authorization": f"Bearer {token}"})
        return Somebody(tenant_id=tenant.tenant_id, token=token, api=api)

    return make


@pytest.fixture
async def anna(person: MakePerson) -> Somebody:
    """The first person here, and so its owner."""
    return await person("Anna", email="anna@example.org", phone="+48600100200")


SignedIn = Callable[[Somebody], Awaitable[httpx2.AsyncClient]]


@pytest.fixture
def signed_in(web: Served) -> SignedIn:
    """Makes a browser that is signed in as somebody."""

    async def make(who: Somebody) -> httpx2.AsyncClient:
        ids, at = web.installation.ids, web.clock.now()
        secret = await give_credential(
            web.database, who.tenant_id, Credential.LOGIN_LINK, at=at, ids=ids
        )
        browser = web.client(headers={"Accept": "text/html"} | HERE)
        answer = await browser.post("/login", data={"token": secret})
        assert answer.status_code == 303
        return browser

    return make


@pytest.fixture
async def browser(signed_in: SignedIn, anna: Somebody) -> httpx2.AsyncClient:
    """Anna's browser."""
    return await signed_in(anna)


@pytest.fixture
def token_of(web: Served) -> Callable[[Somebody, Scope], Awaitable[httpx2.AsyncClient]]:
    """Makes a program with a token of some scope."""

    async def make(who: Somebody, scope: Scope) -> httpx2.AsyncClient:
        async with web.database.transaction(who.tenant_id) as tx:
            token = await add_credential(
                tx, Credential.API, at=AT, ids=web.installation.ids, scope=scope
            )
        return web.client(headers={"Authorization": f"Bearer {token}"})

    return make
