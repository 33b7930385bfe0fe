"""goal-progress: closing the day before for every goal."""

from typing import Protocol

from exoskull.database.pool import Database
from exoskull.goals import service
from exoskull.kit.clock import Clock
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped


class Deps(Protocol):
    """What the handler needs of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...


async def close_day(here: Deps, run: Run) -> Ended:
    """Tell how each goal stood when yesterday ended; complete, or mark as missed, what is over."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        counted = await service.close_day(tx, at=here.clock.now())
    return ran(**counted) if counted else skipped("no_goals")
