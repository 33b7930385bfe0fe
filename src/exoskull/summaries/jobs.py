"""daily-summary, weekly-summary and monthly-summary."""

from typing import Protocol

from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.mape.loop import Loop
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.summaries.in_short import put_in_short
from exoskull.summaries.model import SummaryKind
from exoskull.summaries.service import plan_summary

KINDS = {kind.job: kind for kind in SummaryKind}
"""The kind of summary that each job makes."""


class Deps(Protocol):
    """What the handler needs of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def loop(self) -> Loop: ...


async def summarize(here: Deps, run: Run) -> Ended:
    """Plan the summary of the run's slot, or say why there is none."""
    at = here.clock.now()
    kind = KINDS[run.job]
    in_short = await put_in_short(here.loop, run.tenant_id, kind, slot=run.slot, at=at)
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        said = await plan_summary(tx, here.loop, kind, slot=run.slot, at=at, in_short=in_short)
    return ran(message=said) if said in ("planned", "already_planned") else skipped(said)
