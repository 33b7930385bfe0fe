"""post-conversation: listens to what was said, once the person has been silent for a while."""

from typing import Protocol

from exoskull.conversations import listening
from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.llm.gateway import Models
from exoskull.needs.left_open import hear_more
from exoskull.needs.service import Build, Prepare, hear, note, soon_sure
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
    @property
    def models(self) -> Models: ...


async def listen(
    here: Deps, run: Run, *, build: Build | None = None, prepare: Prepare | None = None
) -> Ended:
    """Find the needs in what the tenant of the run wrote since the last time.

    Args:
        build: makes what meets a need that has become sure; None: it is only told of.
        prepare: told before of those that are becoming sure, where there is a model.
    """
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        tenant = await current(tx)
        waiting = await listening.unheard(tx, at)
    if not waiting:
        return skipped("nothing_said")
    said = await hear(waiting, tenant.language)
    if await here.models.ready(run.tenant_id):
        said = await hear_more(
            here.models,
            run.tenant_id,
            said,
            language=tenant.language,
            zone=tenant.zone,
            at=at,
            trace=run.trace,
        )
        if prepare is not None:
            async with here.database.transaction(run.tenant_id) as tx:
                soon = await soon_sure(tx, said, trace=run.trace)
            await prepare(soon)
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        done = await note(tx, said, at=at, ids=here.ids, build=build)
    return ran(messages=done.messages, mentions=done.mentions, built=done.built)
