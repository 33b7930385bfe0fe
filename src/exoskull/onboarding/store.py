"""SQL of setup links."""

from datetime import datetime

from exoskull.database.transaction import Transaction


async def insert(tx: Transaction, secret_hash: str, *, at: datetime, expires_at: datetime) -> None:
    await tx.execute(
        """
        insert into setup_links (tenant_id, secret_hash, created_at, expires_at)
        values (%(tenant)s, %(hash)s, %(at)s, %(expires_at)s)
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
        at=at,
        expires_at=expires_at,
    )


async def is_open(tx: Transaction, secret_hash: str, at: datetime) -> bool:
    """Whether there is such a link, not used and not expired."""
    return bool(
        await tx.value(
            """
            select true from setup_links
             where tenant_id = %(tenant)s and secret_hash = %(hash)s
               and used_at is null and expires_at > %(at)s
            """,
            tenant=tx.tenant_id,
            hash=secret_hash,
            at=at,
        )
    )


async def use(tx: Transaction, secret_hash: str, at: datetime) -> bool:
    """Use an open link up; False where it is not open."""
    touched = await tx.execute(
        """
        update setup_links set used_at = %(at)s
         where tenant_id = %(tenant)s and secret_hash = %(hash)s
           and used_at is null and expires_at > %(at)s
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
        at=at,
    )
    return touched == 1


async def give_back(tx: Transaction, secret_hash: str) -> None:
    """Open a used link again."""
    await tx.execute(
        """
        update setup_links set used_at = null
         where tenant_id = %(tenant)s and secret_hash = %(hash)s
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
    )
