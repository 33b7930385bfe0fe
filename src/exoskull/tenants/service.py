"""Finding a tenant, and letting a person in."""

import hashlib
import secrets
from dataclasses import fields
from datetime import datetime, timedelta

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import NotFound, Refused, Unauthorized
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.kit.plain import plain
from exoskull.tenants import store
from exoskull.tenants.model import Credential, Scope, Tenant


async def add(tx: Transaction, tenant: Tenant) -> None:
    """Add a tenant; for the transaction that makes it whole."""
    await store.insert(tx, tenant)


async def everyone(database: Database) -> list[tuple[TenantId, str]]:
    """Every tenant's id and name, oldest first."""
    async with database.system() as tx:
        return await store.all_names(tx)


async def of_address(database: Database, channel: str, address: str) -> TenantId | None:
    """Whose address it is; None where nobody's, or more than one tenant's."""
    async with database.system() as tx:
        owners = await store.ids_of_address(tx, channel, address)
        return owners[0] if len(owners) == 1 else None


async def remove(database: Database, tenant_id: TenantId) -> None:
    """Delete a tenant and everything of theirs."""
    async with database.transaction(tenant_id) as tx:
        await store.delete(tx)


async def current(tx: Transaction) -> Tenant:
    """The tenant of this transaction."""
    return await store.load(tx)


async def hold(tx: Transaction) -> Tenant:
    """The tenant, held against other holders until the transaction ends."""
    return await store.lock(tx)


async def is_owner(tx: Transaction) -> bool:
    """Whether this is the person whose installation it is: the one who came first."""
    return await store.is_oldest(tx)


async def change(tx: Transaction, changed: Tenant, *, at: datetime, trace: TraceId) -> None:
    """Save changed settings and tell the feed what was changed, without addresses."""
    before = await store.lock(tx)
    await store.save(tx, changed)
    names = [f.name for f in fields(Tenant) if getattr(before, f.name) != getattr(changed, f.name)]
    shown = {name: plain(getattr(changed, name)) for name in names if name not in _PRIVATE}
    if names:
        await publish(
            tx,
            Event(
                at=at,
                kind="settings.changed",
                trace=trace,
                data={"changed": names, **shown},
            ),
        )


_PRIVATE = frozenset({"email", "phone"})


LIFETIME: dict[Credential, timedelta | None] = {
    Credential.LOGIN_LINK: timedelta(hours=24),
    Credential.SESSION: timedelta(days=30),
    Credential.API: None,
}


async def find(database: Database, name: str) -> TenantId:
    """The tenant called `name`; raises NotFound, naming those there are."""
    async with database.system() as tx:
        found = await store.id_of_name(tx, name)
        if found is None:
            known = ", ".join(known for _, known in await store.all_names(tx)) or "-"
            raise NotFound("tenant.not_found", field="tenant", name=name, known=known)
        return found


def hash_secret(secret: str) -> str:
    """What is kept of a secret of 256 random bits: enough to know it again, not to use it."""
    return hashlib.sha256(secret.encode()).hexdigest()


async def give_credential(
    database: Database, tenant_id: TenantId, kind: Credential, *, at: datetime, ids: Ids
) -> str:
    """A new secret of `kind`, shown once; only its hash is stored."""
    async with database.transaction(tenant_id) as tx:
        return await add_credential(tx, kind, at=at, ids=ids)


async def add_credential(
    tx: Transaction,
    kind: Credential,
    *,
    at: datetime,
    ids: Ids,
    lifetime: timedelta | None = None,
    scope: Scope = Scope.ADMIN,
    label: str | None = None,
    address: str | None = None,
    agent: str | None = None,
) -> str:
    """A new secret of `kind` for the tenant of `tx`, shown once; only its hash is stored.

    Args:
        lifetime: how long it is good; None: as long as its kind is.
        label: what the person calls it.
        address: from where its session began. `agent`: by which browser.
    """
    secret = secrets.token_urlsafe(32)
    lasts = lifetime or LIFETIME[kind]
    await store.insert_credential(
        tx,
        id=ids.new(),
        kind=kind,
        secret_hash=hash_secret(secret),
        at=at,
        expires_at=at + lasts if lasts else None,
        scope=scope,
        label=label,
        address=address,
        agent=agent,
    )
    return secret


async def admit(
    database: Database,
    secret: str,
    kind: Credential,
    *,
    at: datetime,
    needed: Scope = Scope.READ,
) -> TenantId:
    """The tenant whose secret it is.

    Raises:
        Unauthorized: `token.invalid`.
        Refused: `token.scope`: it may not do what needs `needed`.
    """
    hashed = hash_secret(secret)
    async with database.system() as tx:
        tenant_id = await store.id_of_secret(tx, hashed)
    if tenant_id is None:
        raise Unauthorized("token.invalid")
    async with database.transaction(tenant_id) as tx:
        scope = await store.use_credential(tx, secret_hash=hashed, kind=kind, at=at)
    if scope is None:
        raise Unauthorized("token.invalid")
    if not scope.covers(needed):
        raise Refused("token.scope", scope=scope.value, needed=needed.value)
    return tenant_id


async def sign_out(database: Database, tenant_id: TenantId, secret: str, *, at: datetime) -> None:
    """End the session or token that `secret` opens."""
    async with database.transaction(tenant_id) as tx:
        await store.revoke_credential(tx, secret_hash=hash_secret(secret), at=at)
