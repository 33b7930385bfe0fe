"""Finding goals that nothing serves, and noting when something does again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals import service as goals
from exoskull.kit.ids import Ids, TraceId
from exoskull.optimization import store
from exoskull.optimization.gaps import PATIENCE, without_means
from exoskull.optimization.model import Gap
from exoskull.signals import service as signals
from exoskull.signals.daily import by_day
from exoskull.tenants.service import current


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """The gaps found for the first time, and how many are no longer there."""

    new: Sequence[Gap]
    closed: int

    @property
    def is_news(self) -> bool:
        return bool(self.new or self.closed)


async def detect(tx: Transaction, *, at: datetime, ids: Ids, served: Collection[str]) -> Detected:
    """Write down each goal without means, once for as long as it lasts, and tell the feed.

    Args:
        served: metrics that an app of the person's keeps.
    """
    zone = (await current(tx)).zone
    active = await goals.active(tx)
    measures = await signals.since(tx, at - PATIENCE)
    found = without_means(
        active,
        {goal.metric: by_day(measures, goal.metric, zone) for goal in active},
        acted_for=await store.acted_for(tx, at - PATIENCE),
        served=served,
        at=at,
    )
    known = {gap.goal_id for gap in await store.open_gaps(tx)}
    closed = sorted(known - found.keys())
    if closed:
        await store.close_gaps(tx, closed, at)
    new = [
        Gap(
            id=ids.new(),
            goal_id=goal_id,
            facts=facts,
            found_at=at,
            closed_at=None,
            trace=TraceId(ids.new()),
        )
        for goal_id, facts in found.items()
        if goal_id not in known
    ]
    for gap in new:
        await store.insert_gap(tx, gap)
        data = {"id": str(gap.id), "goal_id": str(gap.goal_id), **gap.facts}
        data |= {"evidence": [str(gap.goal_id)]}
        await publish(tx, Event(at=at, kind="gap.found", trace=gap.trace, data=data))
    return Detected(new=new, closed=len(closed))


async def open_gaps(tx: Transaction) -> list[Gap]:
    """The goals that nothing serves now, the longest first."""
    return await store.open_gaps(tx)
