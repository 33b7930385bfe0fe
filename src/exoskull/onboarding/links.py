"""Links that let the first person in: one to make a space, or one to sign in to it."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from exoskull.database.pool import Database
from exoskull.kit.errors import Unauthorized
from exoskull.kit.ids import Ids, TenantId
from exoskull.onboarding import store
from exoskull.tenants.model import Credential
from exoskull.tenants.service import everyone, give_credential, hash_secret

LIFETIME = timedelta(hours=24)


async def entry_path(
    database: Database, *, at: datetime, ids: Ids, tenant_id: TenantId | None = None
) -> str:
    """Path and query of a fresh one-time link.

    It signs `tenant_id` in, or the oldest tenant; where there is no tenant yet, it leads to the
    pages that make the first one.
    """
    if tenant_id is None:
        known = await everyone(database)
        if not known:
            return f"/setup?token={await give_setup_link(database, at=at)}"
        tenant_id = known[0][0]
    secret = await give_credential(database, tenant_id, Credential.LOGIN_LINK, at=at, ids=ids)
    return f"/login?token={secret}"


async def give_setup_link(database: Database, *, at: datetime) -> str:
    """A new secret that makes one tenant, within 24 hours; only its hash is kept."""
    secret = new_secret()
    async with database.system() as tx:
        await store.insert(tx, hash_secret(secret), at=at, expires_at=at + LIFETIME)
    return secret


def new_secret() -> str:
    """256 random bits, fit for a link."""
    return secrets.token_urlsafe(32)


async def check_setup_link(database: Database, secret: str, *, at: datetime) -> None:
    """Raise Unauthorized (`setup.link_invalid`) where the link is not open."""
    async with database.system() as tx:
        if not await store.is_open(tx, hash_secret(secret), at):
            raise Unauthorized("setup.link_invalid")


@asynccontextmanager
async def using_setup_link(database: Database, secret: str, *, at: datetime) -> AsyncIterator[None]:
    """Use the link up for what the block does; an error in it gives the link back.

    Raises:
        Unauthorized: `setup.link_invalid`.
    """
    async with using_link_of(database, hash_secret(secret), at=at):
        yield


@asynccontextmanager
async def using_link_of(database: Database, hashed: str, *, at: datetime) -> AsyncIterator[None]:
    """As `using_setup_link`, by the hash of the link's secret."""
    async with database.system() as tx:
        if not await store.use(tx, hashed, at):
            raise Unauthorized("setup.link_invalid")
    try:
        yield
    except Exception:
        async with database.system() as tx:
            await store.give_back(tx, hashed)
        raise
