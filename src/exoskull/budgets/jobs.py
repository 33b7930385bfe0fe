"""The budget by the clock."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from exoskull.budgets import service
from exoskull.budgets.model import Reservation
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.tenants.service import current


class Sweep(Protocol):
    """Counts what was never settled, and says so wherever it stands."""

    async def __call__(self, tx: Transaction, *, at: datetime) -> Sequence[Reservation]: ...


async def reset(
    database: Database, run: Run, at: datetime, *, sweep: Sweep = service.sweep_stale
) -> Ended:
    """budget-reset: what was never settled counts at its upper bound, and days that are over are
    closed. A new day needs nothing: its sums begin at zero."""
    async with database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        stale = await sweep(tx, at=at)
        today = (await current(tx)).local_date(at)
        closed = await service.close_days(tx, at=at, today=today)
    if not stale and not closed:
        return skipped("no_budget_used")
    return ran(stale=len(stale), closed=closed)
