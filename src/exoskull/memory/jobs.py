"""post-conversation: what a model reads of the person in what was said, once it has gone quiet."""

from collections.abc import Sequence
from typing import Protocol

from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.errors import Conflict, InvalidInput
from exoskull.kit.ids import Ids
from exoskull.llm.gateway import Models
from exoskull.llm.model import Answered
from exoskull.memory import service
from exoskull.memory.propose import Told, left_open, question, taken
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Run
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


async def learn_facts(here: Deps, run: Run, told: Sequence[Told]) -> int:
    """Remember the facts that a model reads in `told`; returns how many are new.

    One question at most, and none without a model or where the built-in reading left nothing open;
    a message is read once. Never called with a transaction open.
    """
    if not told or not await here.models.ready(run.tenant_id):
        return 0
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        language = (await current(tx)).language
        asked = left_open(told, language)
        new = await service.take_unread(tx, [one.id for one in asked], here.clock.now())
        asked = [one for one in asked if one.id in new]
        known = await service.facts(tx)
    if not asked:
        return 0
    answer = await here.models.ask(run.tenant_id, question(asked, known, language, run.trace))
    if not isinstance(answer, Answered):
        return 0
    kept = 0
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        for fact, message in taken(asked, answer.value):
            try:
                remembered = await service.remember(
                    tx, fact, at=here.clock.now(), ids=here.ids, trace=message.trace
                )
            except (InvalidInput, Conflict):
                continue  # nothing is left of its words, or there is no room for more
            kept += remembered is not None
    return kept
