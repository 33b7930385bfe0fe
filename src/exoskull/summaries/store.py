"""SQL of subscriptions to summaries, and of the links that end them."""

from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId
from exoskull.summaries.model import SummaryKind


async def unwanted(tx: Transaction) -> set[SummaryKind]:
    """The kinds that the person does not want; all others they do."""
    rows = await tx.dicts(
        """
        select kind from summary_subscriptions
         where tenant_id = %(tenant)s and not wanted
        """,
        tenant=tx.tenant_id,
    )
    return {SummaryKind(row["kind"]) for row in rows}


async def set_wanted(tx: Transaction, kind: SummaryKind, *, wanted: bool, at: datetime) -> bool:
    """Keep what the person wants of `kind`; False where that was so already."""
    touched = await tx.execute(
        """
        insert into summary_subscriptions as was (tenant_id, kind, wanted, changed_at)
        select %(tenant)s, %(kind)s, %(wanted)s, %(at)s
         where not %(wanted)s or exists (
               select from summary_subscriptions
                where tenant_id = %(tenant)s and kind = %(kind)s)
            on conflict (tenant_id, kind)
            do update set wanted = excluded.wanted, changed_at = excluded.changed_at
         where was.wanted <> excluded.wanted
        """,
        tenant=tx.tenant_id,
        kind=kind,
        wanted=wanted,
        at=at,
    )
    return touched == 1


async def insert_link(
    tx: Transaction, *, secret_hash: str, kind: SummaryKind, intervention_id: UUID, at: datetime
) -> None:
    await tx.execute(
        """
        insert into unsubscribe_links (tenant_id, secret_hash, kind, intervention_id, created_at)
        values (%(tenant)s, %(hash)s, %(kind)s, %(intervention)s, %(at)s)
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
        kind=kind,
        intervention=intervention_id,
        at=at,
    )


async def owner_of_link(tx: Transaction, secret_hash: str) -> TenantId | None:
    """Whose link it is, over all tenants."""
    return await tx.value("select system_tenant_by_unsubscribe_link(%(hash)s)", hash=secret_hash)


async def kind_of_link(tx: Transaction, secret_hash: str) -> SummaryKind:
    """What the link is about; the tenant's own links only."""
    kind = await tx.value(
        """
        select kind from unsubscribe_links
         where tenant_id = %(tenant)s and secret_hash = %(hash)s
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
    )
    return SummaryKind(kind)
