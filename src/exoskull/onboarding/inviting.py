"""Inviting others: only the person whose installation it is may, and each gets a space apart."""

from datetime import datetime
from uuid import UUID

from exoskull.accounts.service import parse_label, tell
from exoskull.database.pool import Database
from exoskull.kit.errors import Conflict, NotFound, Refused
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.onboarding import store
from exoskull.onboarding.links import new_secret
from exoskull.onboarding.model import INVITATION_LASTS, OPEN_MAX, Invitation
from exoskull.tenants.service import hash_secret, is_owner

SHOWN = 100


async def invite(
    database: Database, inviter: TenantId, *, label: str, at: datetime, ids: Ids
) -> str:
    """Path and query of a link that makes one space, within INVITATION_LASTS.

    Raises:
        InvalidInput: `label.invalid`.
        Refused: `invitation.not_owner`.
        Conflict: `invitation.too_many`.
    """
    name = parse_label(label)
    await check_owner(database, inviter)
    secret = new_secret()
    async with database.system() as tx:  # the link is nobody's row, as no person is there yet
        if await store.count_open(tx, inviter, at) >= OPEN_MAX:
            raise Conflict("invitation.too_many", most=OPEN_MAX)
        await store.insert(
            tx,
            hash_secret(secret),
            at=at,
            expires_at=at + INVITATION_LASTS,
            id=ids.new(),
            invited_by=inviter,
            label=name,
        )
    async with database.transaction(inviter) as tx:
        await tell(tx, "invited", at=at, trace=TraceId(ids.new()), label=name)
    return f"/setup?token={secret}"


async def invitations(
    database: Database, inviter: TenantId, *, before: UUID | None = None, limit: int = SHOWN
) -> list[Invitation]:
    """What the person has invited, the newest first; `before` pages back."""
    await check_owner(database, inviter)
    async with database.system() as tx:
        return await store.invitations(tx, inviter, limit=limit, before=before)


async def count_before(database: Database, inviter: TenantId, before: UUID) -> int:
    """How many of the person's invitations were made before the one called `before`."""
    async with database.system() as tx:
        return await store.count_invitations(tx, inviter, before)


async def withdraw(
    database: Database, inviter: TenantId, id: UUID, *, at: datetime, ids: Ids
) -> None:
    """Take an open invitation back; raises NotFound (`invitation.not_found`)."""
    await check_owner(database, inviter)
    async with database.system() as tx:
        if not await store.withdraw(tx, id, inviter, at):
            raise NotFound("invitation.not_found", field="invitation")
    async with database.transaction(inviter) as tx:
        await tell(tx, "invitation_withdrawn", at=at, trace=TraceId(ids.new()))


async def check_owner(database: Database, tenant_id: TenantId) -> None:
    """Raise Refused (`invitation.not_owner`) where the installation is another's."""
    async with database.transaction(tenant_id) as tx:
        if not await is_owner(tx):
            raise Refused("invitation.not_owner")
