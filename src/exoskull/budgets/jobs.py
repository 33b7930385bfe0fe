"""The budget by the clock."""

from datetime import datetime

from exoskull.budgets import service
from exoskull.database.pool import Database
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.tenants.service import current


async def reset(database: Database, run: Run, at: datetime) -> Ended:
    """budget-reset: what was never settled counts at its upper bound, and days that are over are
    closed. A new day needs nothing: its sums begin at zero."""
    async with database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        stale = await service.sweep_stale(tx, at=at)
        today = (await current(tx)).local_date(at)
        closed = await service.close_days(tx, at=at, today=today)
    if not stale and not closed:
        return skipped("no_budget_used")
    return ran(stale=len(stale), closed=closed)
