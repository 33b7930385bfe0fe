"""What the Ralph loop does by the clock: before each cycle, and once a week."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import Ids
from exoskull.optimization import gap_service, service
from exoskull.optimization.service import Improved, Observer, Reach
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped

Served = Callable[[Transaction], Awaitable[Collection[str]]]
"""The metrics that something of another feature's (an app) keeps for the tenant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ralph:
    """What other features plug in: what they notice, and the metrics that they serve."""

    observers: Sequence[Observer] = ()
    served: Sequence[Served] = ()


async def improve(
    database: Database, reach: Reach, run: Run, *, at: datetime, ralph: Ralph
) -> Improved | None:
    """Before the cycle of `run`: end a trial whose time is over, or begin one.

    Where there is nothing to do, one indexed query. All of it is one transaction, which the run
    is held in: a worker that dies in it leaves nothing, and the next does it once.
    """
    async with database.transaction(run.tenant_id) as tx:
        if not await service.is_due(tx, at):
            return None
        await hold(tx, run)
        return await service.improve(tx, reach, at=at, observers=ralph.observers)


async def detect_gaps(
    database: Database, ids: Ids, run: Run, *, at: datetime, ralph: Ralph
) -> Ended:
    """gap-detection: goals that for a week had no measure, no app and no action."""
    async with database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        served = {metric for ask in ralph.served for metric in await ask(tx)}
        found = await gap_service.detect(tx, at=at, ids=ids, served=served)
    return ran(found=len(found.new), closed=found.closed) if found.is_news else skipped("no_gaps")
