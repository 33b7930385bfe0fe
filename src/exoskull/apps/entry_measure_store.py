"""SQL of which measures an entry is."""

from collections.abc import Sequence
from uuid import UUID

from exoskull.database.transaction import Transaction


async def link(tx: Transaction, entry_id: UUID, metric: str, measure_id: UUID) -> None:
    """Say that this measure is what the entry told of `metric`."""
    await tx.execute(
        """
        insert into entry_measures (tenant_id, entry_id, metric, measure_id)
        values (%(tenant)s, %(entry)s, %(metric)s, %(measure)s)
        """,
        tenant=tx.tenant_id,
        entry=entry_id,
        metric=metric,
        measure=measure_id,
    )


async def unlink(tx: Transaction, entry_id: UUID) -> list[UUID]:
    """Part the entry from its measures; returns their ids."""
    rows = await tx.dicts(
        """
        delete from entry_measures where tenant_id = %(tenant)s and entry_id = %(entry)s
        returning measure_id
        """,
        tenant=tx.tenant_id,
        entry=entry_id,
    )
    return sorted(row["measure_id"] for row in rows)


async def of_measure(tx: Transaction, measure_id: UUID) -> UUID | None:
    """The entry that this measure belongs to."""
    return await tx.value(
        """
        select entry_id from entry_measures
         where tenant_id = %(tenant)s and measure_id = %(measure)s
        """,
        tenant=tx.tenant_id,
        measure=measure_id,
    )


async def linked(tx: Transaction, entry_id: UUID) -> set[str]:
    """The metrics that measures of this entry are of."""
    rows = await tx.dicts(
        """
        select metric from entry_measures where tenant_id = %(tenant)s and entry_id = %(entry)s
        """,
        tenant=tx.tenant_id,
        entry=entry_id,
    )
    return {row["metric"] for row in rows}


async def link_many(tx: Transaction, links: Sequence[tuple[UUID, str, UUID]]) -> None:
    """As `link`, for each (entry, metric, measure)."""
    await tx.execute_many(
        """
        insert into entry_measures (tenant_id, entry_id, metric, measure_id)
        values (%(tenant)s, %(entry)s, %(metric)s, %(measure)s)
        """,
        [
            {"tenant": tx.tenant_id, "entry": entry, "metric": metric, "measure": measure}
            for entry, metric, measure in links
        ],
    )
