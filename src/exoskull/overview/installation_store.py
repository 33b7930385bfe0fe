"""SQL of the owner's page: names and counts, and nothing else of anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """How many slots wait and run now, and how many ended badly lately."""

    waiting: int
    running: int
    failed: int
    missed: int


NO_SLOTS = Slots(waiting=0, running=0, failed=0, missed=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is here."""

    tenant_id: TenantId
    name: str


async def people(tx: Transaction, *, most: int, skipped: int) -> Sequence[Person]:
    """`most` people in the order in which they came, those after the first `skipped`."""
    return await tx.fetch(
        Person,
        "select tenant_id, name from system_people(%(most)s, %(skipped)s)",
        most=most,
        skipped=skipped,
    )


async def slots_of_all(tx: Transaction, *, since: datetime) -> Slots:
    """The counts of everybody; those that ended badly, since `since`."""
    return await tx.one(
        Slots,
        """
        select coalesce(sum(waiting), 0)::bigint as waiting,
               coalesce(sum(running), 0)::bigint as running,
               coalesce(sum(failed), 0)::bigint as failed,
               coalesce(sum(missed), 0)::bigint as missed
          from system_queues(null, %(since)s)
        """,
        since=since,
    )


async def slots_of(
    tx: Transaction, wanted: Sequence[TenantId], *, since: datetime
) -> Mapping[TenantId, Slots]:
    """The counts of each of `wanted` that has any."""
    rows = await tx.dicts(
        "select * from system_queues(%(wanted)s, %(since)s)", wanted=list(wanted), since=since
    )
    return {row.pop("tenant_id"): Slots(**row) for row in rows}


async def everybody(tx: Transaction) -> int:
    """How many people there are."""
    return await tx.value("select tenants from tenant_count")
