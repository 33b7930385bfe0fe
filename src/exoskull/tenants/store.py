"""SQL of tenants and their credentials."""

from dataclasses import asdict
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId
from exoskull.tenants.model import Credential, Scope, Tenant

_COLUMNS: LiteralString = """
    tenant_id, name, language, timezone, email, phone, channels, quiet_from,
    quiet_until, morning_at, evening_at, ai_budget_cents, paused_until, created_at, onboarded_at,
    week_starts"""


def _params(tenant: Tenant) -> dict[str, Any]:
    return asdict(tenant) | {"channels": [channel.value for channel in tenant.channels]}


async def insert(tx: Transaction, tenant: Tenant) -> None:
    await tx.execute(
        f"""
        insert into tenants ({_COLUMNS})
        values (%(tenant_id)s, %(name)s, %(language)s, %(timezone)s, %(email)s, %(phone)s,
                %(channels)s, %(quiet_from)s, %(quiet_until)s, %(morning_at)s, %(evening_at)s,
                %(ai_budget_cents)s, %(paused_until)s, %(created_at)s, %(onboarded_at)s,
                %(week_starts)s)
        """,
        **_params(tenant),
    )


async def load(tx: Transaction) -> Tenant:
    """The tenant of this transaction."""
    return await tx.one(
        Tenant, f"select {_COLUMNS} from tenants where tenant_id = %(id)s", id=tx.tenant_id
    )


async def lock(tx: Transaction) -> Tenant:
    """The tenant, held against other lockers until the transaction ends."""
    return await tx.one(
        Tenant,
        f"select {_COLUMNS} from tenants where tenant_id = %(id)s for no key update",
        id=tx.tenant_id,
    )


async def save(tx: Transaction, tenant: Tenant) -> None:
    await tx.execute(
        """
        update tenants
           set name = %(name)s, language = %(language)s, timezone = %(timezone)s,
               email = %(email)s, phone = %(phone)s, channels = %(channels)s,
               quiet_from = %(quiet_from)s, quiet_until = %(quiet_until)s,
               morning_at = %(morning_at)s, evening_at = %(evening_at)s,
               ai_budget_cents = %(ai_budget_cents)s, paused_until = %(paused_until)s,
               onboarded_at = %(onboarded_at)s, week_starts = %(week_starts)s
         where tenant_id = %(tenant_id)s
        """,
        **_params(tenant),
    )


async def delete(tx: Transaction) -> int:
    """Delete the tenant and, by cascade, everything of theirs; events go by name."""
    await tx.execute("delete from events where tenant_id = %(id)s", id=tx.tenant_id)
    return await tx.execute("delete from tenants where tenant_id = %(id)s", id=tx.tenant_id)


async def all_names(tx: Transaction) -> list[tuple[TenantId, str]]:
    """Every tenant's id and name, oldest first."""
    rows = await tx.dicts("select tenant_id, name from system_tenants()")
    return [(row["tenant_id"], row["name"]) for row in rows]


async def id_of_name(tx: Transaction, name: str) -> TenantId | None:
    return await tx.value("select system_tenant_by_name(%(name)s)", name=name)


async def id_of_secret(tx: Transaction, secret_hash: str) -> TenantId | None:
    return await tx.value("select system_tenant_by_secret(%(hash)s)", hash=secret_hash)


async def ids_of_address(tx: Transaction, channel: str, address: str) -> list[TenantId]:
    """Whose address it is; more than one where an address was given to several tenants."""
    rows = await tx.dicts(
        "select system_tenant_by_address(%(channel)s, %(address)s) as tenant_id",
        channel=channel,
        address=address,
    )
    return [row["tenant_id"] for row in rows]


async def insert_credential(
    tx: Transaction,
    *,
    id: UUID,
    kind: Credential,
    secret_hash: str,
    at: datetime,
    expires_at: datetime | None,
    scope: Scope,
    label: str | None,
    address: str | None,
    agent: str | None,
) -> None:
    await tx.execute(
        """
        insert into access_tokens (tenant_id, id, kind, secret_hash, created_at, expires_at,
                                   scope, label, address, agent)
        values (%(tenant)s, %(id)s, %(kind)s, %(hash)s, %(at)s, %(expires_at)s,
                %(scope)s, %(label)s, %(address)s, %(agent)s)
        """,
        tenant=tx.tenant_id,
        id=id,
        kind=kind,
        hash=secret_hash,
        at=at,
        expires_at=expires_at,
        scope=scope.value,
        label=label,
        address=address,
        agent=agent,
    )


async def use_credential(
    tx: Transaction, *, secret_hash: str, kind: Credential, at: datetime
) -> Scope | None:
    """What the secret may do; None where it is not valid at `at`.

    A login link is spent by this, and only once.
    """
    scope = await tx.value(
        """
        update access_tokens set used_at = %(at)s
         where tenant_id = %(tenant)s and secret_hash = %(hash)s and kind = %(kind)s
           and revoked_at is null and (expires_at is null or expires_at > %(at)s)
           and (kind <> 'login_link' or used_at is null)
        returning scope
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
        kind=kind,
        at=at,
    )
    return None if scope is None else Scope(scope)


async def is_oldest(tx: Transaction) -> bool:
    """Whether this tenant was made before every other."""
    return await tx.value("select system_owner()") == tx.tenant_id


async def revoke_credential(tx: Transaction, *, secret_hash: str, at: datetime) -> None:
    await tx.execute(
        """
        update access_tokens set revoked_at = %(at)s
         where tenant_id = %(tenant)s and secret_hash = %(hash)s and revoked_at is null
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
        at=at,
    )
