"""SQL of setup links, those that invite among them, and of the first steps."""

from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId
from exoskull.onboarding.model import Invitation
from exoskull.onboarding.steps import Step


async def insert(
    tx: Transaction,
    secret_hash: str,
    *,
    at: datetime,
    expires_at: datetime,
    id: UUID | None = None,
    invited_by: TenantId | None = None,
    label: str | None = None,
) -> None:
    await tx.execute(
        """
        insert into setup_links (tenant_id, secret_hash, created_at, expires_at,
                                 id, invited_by, label)
        values (%(tenant)s, %(hash)s, %(at)s, %(expires_at)s, %(id)s, %(invited_by)s, %(label)s)
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
        at=at,
        expires_at=expires_at,
        id=id,
        invited_by=invited_by,
        label=label,
    )


async def invitations(
    tx: Transaction, invited_by: TenantId, *, limit: int, before: UUID | None = None
) -> list[Invitation]:
    """Those of one person, the newest first; made before the one called `before`."""
    return await tx.fetch(
        Invitation,
        """
        select id, label, created_at, expires_at, used_at, revoked_at from setup_links
         where tenant_id = %(tenant)s and invited_by = %(by)s
           and (%(before)s::uuid is null or (created_at, id) < (
                select created_at, id from setup_links
                 where tenant_id = %(tenant)s and invited_by = %(by)s and id = %(before)s))
         order by created_at desc, id desc
         limit %(limit)s
        """,
        tenant=tx.tenant_id,
        by=invited_by,
        before=before,
        limit=limit,
    )


async def count_invitations(tx: Transaction, invited_by: TenantId, before: UUID) -> int:
    """How many of one person's were made before the one called `before`."""
    return await tx.value(
        """
        select count(*) from setup_links
         where tenant_id = %(tenant)s and invited_by = %(by)s and (created_at, id) < (
               select created_at, id from setup_links
                where tenant_id = %(tenant)s and invited_by = %(by)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        by=invited_by,
        before=before,
    )


async def count_open(tx: Transaction, invited_by: TenantId, at: datetime) -> int:
    return await tx.value(
        """
        select count(*) from setup_links
         where tenant_id = %(tenant)s and invited_by = %(by)s and used_at is null
           and revoked_at is null and expires_at > %(at)s
        """,
        tenant=tx.tenant_id,
        by=invited_by,
        at=at,
    )


async def withdraw(tx: Transaction, id: UUID, invited_by: TenantId, at: datetime) -> bool:
    """Take an open invitation back; False where it is not open."""
    touched = await tx.execute(
        """
        update setup_links set revoked_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and invited_by = %(by)s
           and used_at is null and revoked_at is null and expires_at > %(at)s
        """,
        tenant=tx.tenant_id,
        id=id,
        by=invited_by,
        at=at,
    )
    return touched == 1


async def is_open(tx: Transaction, secret_hash: str, at: datetime) -> bool:
    """Whether there is such a link, not used and not expired."""
    return bool(
        await tx.value(
            """
            select true from setup_links
             where tenant_id = %(tenant)s and secret_hash = %(hash)s
               and used_at is null and revoked_at is null and expires_at > %(at)s
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
           and used_at is null and revoked_at is null and expires_at > %(at)s
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


# first steps


async def step(tx: Transaction) -> Step | None:
    """The step that the person is to see next; None where none was kept."""
    found = await tx.value(
        "select step from first_steps where tenant_id = %(tenant)s", tenant=tx.tenant_id
    )
    return None if found is None else Step(found)


async def save_step(tx: Transaction, step: Step, at: datetime) -> None:
    await tx.execute(
        """
        insert into first_steps (tenant_id, step, reached_at)
        values (%(tenant)s, %(step)s, %(at)s)
        on conflict (tenant_id) do update
           set step = excluded.step, reached_at = excluded.reached_at
        """,
        tenant=tx.tenant_id,
        step=step.value,
        at=at,
    )


async def drop_step(tx: Transaction) -> None:
    await tx.execute("delete from first_steps where tenant_id = %(tenant)s", tenant=tx.tenant_id)
