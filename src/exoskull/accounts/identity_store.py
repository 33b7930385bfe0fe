"""SQL of identities at a provider, and of questions that wait for its answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from exoskull.accounts.model import Identity
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that went to the provider. `setup`: the space that is to be made, if any."""

    issuer: str
    nonce: str
    verifier: str
    purpose: str
    owner: UUID | None
    setup: dict[str, Any] | None


async def insert_request(
    tx: Transaction,
    asked: Asked,
    *,
    state_hash: str,
    browser_hash: str,
    at: datetime,
    expires_at: datetime,
) -> None:
    """Keep a question until it is answered; those that nobody answered go."""
    await tx.execute(
        "delete from identity_requests where tenant_id = %(tenant)s and expires_at <= %(at)s",
        tenant=tx.tenant_id,
        at=at,
    )
    await tx.execute(
        """
        insert into identity_requests (tenant_id, state_hash, browser_hash, issuer, nonce,
                                       verifier, purpose, owner, setup, expires_at)
        values (%(tenant)s, %(state)s, %(browser)s, %(issuer)s, %(nonce)s, %(verifier)s,
                %(purpose)s, %(owner)s, %(setup)s, %(expires_at)s)
        """,
        tenant=tx.tenant_id,
        state=state_hash,
        browser=browser_hash,
        issuer=asked.issuer,
        nonce=asked.nonce,
        verifier=asked.verifier,
        purpose=asked.purpose,
        owner=asked.owner,
        setup=None if asked.setup is None else Jsonb(asked.setup),
        expires_at=expires_at,
    )


async def use_request(
    tx: Transaction, *, state_hash: str, browser_hash: str, issuer: str, at: datetime
) -> Asked | None:
    """Use the question up; None where this browser did not ask it, or it is old or answered."""
    return await tx.maybe(
        Asked,
        """
        delete from identity_requests
         where tenant_id = %(tenant)s and state_hash = %(state)s
           and browser_hash = %(browser)s and issuer = %(issuer)s and expires_at > %(at)s
        returning issuer, nonce, verifier, purpose, owner, setup
        """,
        tenant=tx.tenant_id,
        state=state_hash,
        browser=browser_hash,
        issuer=issuer,
        at=at,
    )


async def owner_of(tx: Transaction, issuer: str, subject: str) -> TenantId | None:
    return await tx.value(
        "select system_tenant_by_identity(%(issuer)s, %(subject)s)", issuer=issuer, subject=subject
    )


async def identities(tx: Transaction) -> list[Identity]:
    """Those of the person, oldest first."""
    return await tx.fetch(
        Identity,
        """
        select id, issuer, label, created_at, used_at from identities
         where tenant_id = %(tenant)s order by created_at, id
        """,
        tenant=tx.tenant_id,
    )


async def insert(tx: Transaction, new: Identity, subject: str) -> None:
    await tx.execute(
        """
        insert into identities (tenant_id, id, issuer, subject, label, created_at, used_at)
        values (%(tenant)s, %(id)s, %(issuer)s, %(subject)s, %(label)s, %(at)s, %(used_at)s)
        """,
        tenant=tx.tenant_id,
        id=new.id,
        issuer=new.issuer,
        subject=subject,
        label=new.label,
        at=new.created_at,
        used_at=new.used_at,
    )


async def use(tx: Transaction, issuer: str, subject: str, *, label: str, at: datetime) -> bool:
    """Note that it was used; False where it is not the person's any more."""
    touched = await tx.execute(
        """
        update identities set used_at = %(at)s, label = %(label)s
         where tenant_id = %(tenant)s and issuer = %(issuer)s and subject = %(subject)s
        """,
        tenant=tx.tenant_id,
        issuer=issuer,
        subject=subject,
        label=label,
        at=at,
    )
    return touched == 1


async def delete(tx: Transaction, id: UUID) -> bool:
    touched = await tx.execute(
        "delete from identities where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=id,
    )
    return touched == 1
