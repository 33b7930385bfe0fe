"""Days of measures, work that does as it is told, and a workshop for both."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from interventions.scene import Scene

from exoskull.budgets.model import Amount
from exoskull.conductor.model import Category, Done, Piece, WorkItem, Workshop
from exoskull.conductor.service import writing
from exoskull.kit.ids import TenantId, TraceId
from exoskull.signals import service as signals
from exoskull.signals.model import Measure, Source


def workshop(scene: Scene) -> Workshop:
    return Workshop(database=scene.database, clock=scene.clock, ids=scene.ids)


async def measured(
    scene: Scene, metric: str, values: Iterable[float | None], *, until: datetime | None = None
) -> list[Measure]:
    """One measure a day, the last of them the day before `until`; None: a day without."""
    series = list(values)
    until = until or scene.at
    kept = []
    async with scene.transaction() as tx:
        for place, value in enumerate(series):
            if value is not None:
                kept.append(
                    await signals.log(
                        tx,
                        metric=metric,
                        value=float(value),
                        unit="h" if metric == "sleep_hours" else "",
                        measured_at=until - timedelta(days=len(series) - place),
                        at=scene.at,
                        source=Source.API,
                        ids=scene.ids,
                        trace=TraceId(scene.ids.new()),
                    )
                )
    return kept


def nights(days: int, *, until: datetime, seed: int, monday: float = 0.0) -> list[float]:
    """Hours of sleep, so much more on Mondays."""
    rng = np.random.default_rng(seed)
    first = until - timedelta(days=days)
    return [
        round(7 + 0.5 * rng.normal() + monday * ((first + timedelta(days=day)).weekday() == 0), 2)
        for day in range(days)
    ]


@dataclass
class Made:
    """An item that notes whom it was done for."""

    name: str = "made"
    value: float = 1.0
    cooldown: timedelta = timedelta()
    cost: Amount = field(default_factory=Amount)
    actual: Amount = field(default_factory=Amount)
    raises: BaseException | None = None
    done: list[TenantId] = field(default_factory=list)
    attempts: list[int] = field(default_factory=list)

    @property
    def item(self) -> WorkItem:
        async def do(shop: Workshop, piece: Piece) -> Done:
            self.attempts.append(piece.run.attempt)
            if self.raises is not None:
                raise self.raises
            async with writing(shop, piece) as tx:
                self.done.append(tx.tenant_id)
            return Done(result={"n": len(self.done)}, cost=self.actual)

        return WorkItem(
            name=self.name,
            category=Category.TRENDS,
            cooldown=self.cooldown,
            worth=lambda state: self.value,
            do=do,
            cost=self.cost,
        )


async def told(scene: Scene) -> list[dict[str, Any]]:
    """The findings told in the feed, oldest first."""
    return [one.data for one in await scene.events("finding.told")]
