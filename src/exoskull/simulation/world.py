"""An installation on a virtual clock: time moves from one thing that is due to the next."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from exoskull.channels.adapters.recording import RecordingAdapter
from exoskull.channels.model import ChannelName
from exoskull.composition.assembling import Installation, assemble
from exoskull.composition.handlers import HANDLERS, SOURCES
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.interventions.claim import Wording
from exoskull.interventions.model import Intervention
from exoskull.kit.clock import Clock, VirtualClock
from exoskull.kit.ids import Ids, SeededIds, TenantId
from exoskull.llm.gateway import Models
from exoskull.scheduling.dispatch import RUN, Dispatcher
from exoskull.scheduling.execute import Executor
from exoskull.scheduling.queue import InlineQueue


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The whole system, with its work done in line and in order, on `clock`.

    `stirred`: the tenants whose messages the outbox has looked at; whoever waits for deliveries
    empties it.
    """

    installation: Installation
    clock: VirtualClock
    dispatcher: Dispatcher
    executor: Executor[Installation]
    queue: InlineQueue
    stirred: set[TenantId] = field(default_factory=set)

    async def run_until(self, until: datetime, *, moved: Callable[[], None] | None = None) -> None:
        """Do everything that comes due up to and including `until`, at its own instant.

        Args:
            moved: called after each instant at which something was due.
        """
        await self.run_up_to(until, moved=moved)
        await self.settle()

    async def run_up_to(self, until: datetime, *, moved: Callable[[], None] | None = None) -> None:
        """Do everything that comes due before `until`, at its own instant, and stop there: what is
        due at `until` itself waits, so that whoever acts at that instant acts first."""
        if self.clock.now() >= until:
            return
        while (due := await self.settle()) is not None and due < until:
            self.clock.advance(due)
            if moved is not None:
                moved()
        self.clock.advance(until)

    async def settle(self) -> datetime | None:
        """Do what is due now, and what that makes due now, until nothing is; returns when there
        is something again, were nothing else to happen."""
        at = self.clock.now()
        while True:
            scheduled = await self.dispatcher.tick(at)
            done = 0
            while (work := self.queue.pop(at)) is not None:
                assert work.entrypoint == RUN
                await self.executor.consume(work.payload)
                done += 1
            outgoing = await self.installation.outbox.next_due()
            if outgoing is not None and outgoing <= at:
                done += await self.installation.outbox.tick()
            if not done:
                moments = (scheduled, outgoing, self.queue.next_at())
                return min((one for one in moments if one is not None), default=None)


MakeModels = Callable[[Database, Clock, Ids], Models]
"""Makes the way to a model over a database, on a clock."""


async def make_world(
    database: Database, *, at: datetime, seed: int, models: MakeModels | None = None
) -> World:
    """A world that begins at `at`; the same seed gives the same ids, and so the same draws.

    Args:
        models: the way to a model; None: the loop thinks for itself.
    """
    clock = VirtualClock(at - timedelta(microseconds=1))
    ids = SeededIds(clock, seed)
    stirred: set[TenantId] = set()
    assembled = assemble(
        database,
        clock=clock,
        ids=ids,
        adapters={
            channel: RecordingAdapter(channel) for channel in (ChannelName.EMAIL, ChannelName.SMS)
        },
        reveal_codes=True,
        models=None if models is None else models(database, clock, ids),
    )
    installation = _watched(assembled, stirred)
    queue = InlineQueue()
    dispatcher = Dispatcher(
        database=database, queue=queue, ids=ids, sources=SOURCES, spread=timedelta()
    )
    await dispatcher.prepare(clock.now())
    executor = Executor(
        database=database,
        clock=clock,
        handlers=HANDLERS,
        deps=installation,
        worker="replay",
    )
    return World(
        installation=_watched(installation, stirred),
        clock=clock,
        dispatcher=dispatcher,
        executor=executor,
        queue=queue,
        stirred=stirred,
    )


def _watched(installation: Installation, stirred: set[TenantId]) -> Installation:
    """The installation, its outbox noting in `stirred` whose messages it claims."""
    outbox = installation.outbox

    async def revalidate(tx: Transaction, planned: Intervention, at: datetime) -> Wording | None:
        stirred.add(tx.tenant_id)
        return await outbox.revalidate(tx, planned, at)

    return replace(installation, outbox=replace(outbox, revalidate=revalidate))
