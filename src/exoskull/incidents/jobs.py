"""incident-watch: a look at each tenant in trouble."""

from typing import Protocol

from exoskull.database.pool import Database
from exoskull.incidents.service import look
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped


class Deps(Protocol):
    """What the handler needs of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def ids(self) -> Ids: ...


async def watch(here: Deps, run: Run) -> Ended:
    """Open and close the incidents of the tenant of the run."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        looked = await look(tx, at=here.clock.now(), ids=here.ids)
    if not looked.opened and not looked.closed:
        return skipped("nothing_changed")
    return ran(opened=len(looked.opened), closed=len(looked.closed))
