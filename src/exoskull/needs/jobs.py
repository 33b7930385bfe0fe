"""post-conversation: listens to what was said, once the person has been silent for a while."""

from typing import Protocol

from exoskull.conversations import listening
from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.needs.service import Build, hear, note
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.tenants.service import current


class Deps(Protocol):
    """What the handler needs of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def ids(self) -> Ids: ...


async def listen(here: Deps, run: Run, *, build: Build | None = None) -> Ended:
    """Find the needs in what the tenant of the run wrote since the last time.

    Args:
        build: makes what meets a need that has become sure; None: it is only told of.
    """
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        tenant = await current(tx)
        waiting = await listening.unheard(tx, at)
    if not waiting:
        return skipped("nothing_said")
    said = await hear(waiting, tenant.language)
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        done = await note(tx, said, at=at, ids=here.ids, build=build)
    return ran(messages=done.messages, mentions=done.mentions, built=done.built)
