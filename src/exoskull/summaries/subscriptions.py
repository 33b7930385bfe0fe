"""Which summaries a person wants, and the links by which one click ends one kind (RFC 8058)."""

import secrets
from datetime import datetime
from uuid import UUID

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TenantId, TraceId
from exoskull.summaries import store
from exoskull.summaries.model import SummaryKind
from exoskull.tenants.service import hash_secret

PATH = "/unsubscribe"


async def unwanted(tx: Transaction) -> set[SummaryKind]:
    """The kinds that the person does not want."""
    return await store.unwanted(tx)


async def change(
    tx: Transaction, kind: SummaryKind, *, wanted: bool, by: str, at: datetime, trace: TraceId
) -> bool:
    """Begin or end a kind, and tell the feed; False where that was so already.

    Args:
        by: whose hand and how: `link`, `web`.
    """
    if not await store.set_wanted(tx, kind, wanted=wanted, at=at):
        return False
    data = {"summary": kind.value, "by": by}
    event = "summary.resumed" if wanted else "summary.stopped"
    await publish(tx, Event(at=at, kind=event, trace=trace, data=data))
    return True


async def make_link(
    tx: Transaction, kind: SummaryKind, intervention_id: UUID, *, at: datetime
) -> str:
    """A path that ends `kind` without signing in. Its secret of 256 random bits goes into the mail
    and nowhere else; only its hash is kept. It works for as long as the person has a space here:
    an old mail's button must do what it says."""
    secret = secrets.token_urlsafe(32)
    await store.insert_link(
        tx, secret_hash=hash_secret(secret), kind=kind, intervention_id=intervention_id, at=at
    )
    return f"{PATH}/{secret}"


async def owner(database: Database, secret: str) -> TenantId:
    """Whose link it is; raises NotFound (`summary.unknown_link`)."""
    async with database.system() as tx:
        tenant_id = await store.owner_of_link(tx, hash_secret(secret))
    if tenant_id is None:
        raise NotFound("summary.unknown_link")
    return tenant_id


async def kind_of(tx: Transaction, secret: str) -> SummaryKind:
    """Which summary the link ends."""
    return await store.kind_of_link(tx, hash_secret(secret))
