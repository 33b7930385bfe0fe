"""app-optimizer, weekly: what each app's use says. app-reminders, daily: those that were taken."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from exoskull.apps import improving, reminding
from exoskull.apps.notice import Means
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.clock import Clock
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.tenants.service import current


class Deps(Protocol):
    """What the handlers need of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...


MeansOf = Callable[[Transaction], Awaitable[Means]]
"""How the person of a transaction is told of their apps."""

HourOf = Callable[[Transaction], Awaitable[str | None]]
"""When the person of a transaction is best reached, as learned; None where that is not known."""


async def optimize(here: Deps, run: Run, *, means_of: MeansOf, hour_of: HourOf) -> Ended:
    """Look at every app of the tenant, suggest at most one thing for each, put away what nobody
    uses, and remove what was deleted 30 days ago."""
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        done = await improving.improve(
            tx, await current(tx), at=at, means=await means_of(tx), hour=await hour_of(tx)
        )
    if not done.looked_at and not done.purged:
        return skipped("no_apps")
    return ran(
        apps=done.looked_at,
        suggested=done.suggested,
        archived=done.archived,
        purged=done.purged,
    )


async def remind(here: Deps, run: Run, *, means_of: MeansOf) -> Ended:
    """Plan the day's reminders of apps."""
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        planned = await reminding.plan_day(tx, await current(tx), at=at, means=await means_of(tx))
    return ran(planned=planned) if planned else skipped("no_reminders")
