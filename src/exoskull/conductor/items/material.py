"""What analyses read: a year of measures by local day, and whether there is enough new of them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from exoskull.conductor.model import Piece, TenantState, Workshop
from exoskull.signals import service as signals
from exoskull.signals.daily import by_day
from exoskull.signals.model import Measure

YEAR = timedelta(days=365)
SURE = 0.01
"""The false discovery rate at which something is told."""

SMALLEST_GROWTH = 7

Days = list[tuple[date, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A year of measures up to yesterday, by metric: each day's value, and its unit."""

    days: Mapping[str, Days]
    units: Mapping[str, str]


async def read(shop: Workshop, piece: Piece) -> Material:
    """The tenant's material. Today is left out: it is not over, and sums would be short."""
    async with shop.database.transaction(piece.tenant.tenant_id) as tx:
        measures = await signals.since(tx, piece.at - YEAR)
    return material(measures, piece)


def material(measures: Sequence[Measure], piece: Piece) -> Material:
    """`measures` by metric and local day."""
    today = piece.tenant.local_date(piece.at)
    metrics = sorted({one.metric for one in measures})
    by_metric = {metric: by_day(measures, metric, piece.tenant.zone) for metric in metrics}
    return Material(
        days={
            metric: [(day.on, day.value) for day in days if day.on < today]
            for metric, days in by_metric.items()
        },
        units={metric: days[-1].unit if days else "" for metric, days in by_metric.items()},
    )


def due_metrics(state: TenantState, item: str, *, least: int) -> list[str]:
    """The metrics to look at again, those with most new days first.

    One is due when it has grown by a third since the last look, by 7 days at least: a question
    asked again every day would in the end be answered by chance.
    """
    looked = state.looked(item)
    grown = {
        metric: days - looked.get(metric, 0)
        for metric, days in state.days.items()
        if days >= least
        and days - looked.get(metric, 0)
        >= max(SMALLEST_GROWTH, min(looked.get(metric, 0), YEAR.days) / 3)
    }
    return sorted(grown, key=lambda metric: (-grown[metric], metric))


def seed_of(piece: Piece, *parts: str) -> int:
    """The seed of an analysis: the same for the same tenant, day and question."""
    day: datetime = piece.tenant.local(piece.at)
    named = ":".join((str(piece.tenant.tenant_id), day.date().isoformat(), *parts))
    return int.from_bytes(hashlib.sha256(named.encode()).digest()[:8], "big")


def numbers(value: float) -> float:
    """A number as statements keep it: six figures."""
    return float(f"{value:.6g}")
