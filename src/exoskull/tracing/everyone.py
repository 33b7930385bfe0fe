"""The funnel and the open hops of all tenants, counted in the database: for the owner's page.

In a transaction of the installation. It reads counts, never what a person wrote.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId
from exoskull.tracing.funnel import Funnel
from exoskull.tracing.integrity import PATIENCE


async def funnel_of_all(tx: Transaction) -> Funnel:
    """The funnels of all tenants, added up."""
    return await tx.one(
        Funnel,
        """
        select coalesce(sum(detected), 0)::bigint as detected,
               coalesce(sum(decided), 0)::bigint as decided,
               coalesce(sum(permitted), 0)::bigint as permitted,
               coalesce(sum(refused), 0)::bigint as refused,
               coalesce(sum(suppressed), 0)::bigint as suppressed,
               coalesce(sum(awaiting), 0)::bigint as awaiting,
               coalesce(sum(sent), 0)::bigint as sent,
               coalesce(sum(receipted), 0)::bigint as receipted,
               coalesce(sum(outcome), 0)::bigint as outcome,
               coalesce(sum(learned), 0)::bigint as learned,
               coalesce(sum(used), 0)::bigint as used,
               coalesce(sum(beside), 0)::bigint as beside
          from system_funnels(null)
        """,
    )


async def funnels_of(tx: Transaction, wanted: Sequence[TenantId]) -> Mapping[TenantId, Funnel]:
    """The funnel of each of `wanted`."""
    rows = await tx.dicts("select * from system_funnels(%(wanted)s)", wanted=list(wanted))
    return {row.pop("tenant_id"): Funnel(**row) for row in rows}


async def open_hops_of_all(tx: Transaction, at: datetime) -> Mapping[str, int]:
    """For each open hop, as `integrity.open_hops`, how many there are of all tenants."""
    rows = await tx.dicts(
        """
        select hop, sum(n)::bigint as n from system_open_hops(null, %(late)s)
         group by hop order by hop
        """,
        late=at - PATIENCE,
    )
    return {row["hop"]: row["n"] for row in rows}


async def open_hops_of(
    tx: Transaction, wanted: Sequence[TenantId], at: datetime
) -> Mapping[TenantId, Mapping[str, int]]:
    """The open hops of each of `wanted` that has any."""
    rows = await tx.dicts(
        "select tenant_id, hop, n from system_open_hops(%(wanted)s, %(late)s)",
        wanted=list(wanted),
        late=at - PATIENCE,
    )
    found: dict[TenantId, dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row["tenant_id"]][row["hop"]] = row["n"]
    return found
