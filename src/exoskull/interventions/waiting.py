"""What waits, some of it at a time: what the person is asked first, then what leaves soonest."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.interventions import approvals, store, waiting_store
from exoskull.interventions.approvals import Approval
from exoskull.interventions.model import Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One that waits; `question` where it waits for the person."""

    intervention: Intervention
    question: Approval | None

    @property
    def id(self) -> UUID:
        return self.intervention.id


async def waiting_from(
    tx: Transaction, *, at: datetime, after: UUID | None = None, limit: int
) -> list[Waiting]:
    """The first `limit` that wait beyond the one called `after`."""
    ids = await waiting_store.nearest(tx, at=at, after=after, limit=limit)
    if not ids:
        return []
    found = {one.id: one for one in await store.some(tx, ids)}
    asked = {one.subject_id: one for one in await approvals.open_about(tx, ids, at)}
    return [Waiting(intervention=found[one], question=asked.get(one)) for one in ids]


async def count_waiting(tx: Transaction, *, at: datetime, after: UUID | None = None) -> int:
    """How many wait beyond the one called `after`."""
    return await waiting_store.count(tx, at=at, after=after)
