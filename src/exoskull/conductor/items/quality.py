"""Readings that look wrong: found, with a correction to accept; never changed by themselves."""

from collections.abc import Sequence
from datetime import UTC, timedelta

from exoskull.conductor.findings import service as findings
from exoskull.conductor.findings.model import FLAWS, FindingKind, Found
from exoskull.conductor.items.material import numbers
from exoskull.conductor.model import Category, Done, Piece, TenantState, WorkItem, Workshop
from exoskull.conductor.service import writing
from exoskull.language.conversion import convert
from exoskull.language.metrics import metric_named
from exoskull.signals import service as signals
from exoskull.signals.daily import unit_of
from exoskull.signals.model import Measure
from exoskull.trends import Flaw, Reading, find_flaws

NAME = "data-quality"
LOOKS_BACK = timedelta(days=120)
TOLD_MOST = 5
"""Flaws told in one piece: a whole import in the wrong unit is one thing to see, not hundreds."""


def worth(state: TenantState) -> float:
    """More than any analysis, where something came in: they rest on what it finds."""
    return 1.5 if state.news else 0.0


async def do(shop: Workshop, piece: Piece) -> Done:
    """Look through the readings of the last 120 days; give up what was put right meanwhile."""
    async with writing(shop, piece) as tx:
        measures = await signals.since(tx, piece.at - LOOKS_BACK)
        found = analyse(measures)
        known = [one for one in await findings.current(tx) if one.kind in FLAWS]
        keys = {one.key for one in found}
        begin = (piece.at - LOOKS_BACK).isoformat()
        gone = {
            one.key: 1.0 for one in known if one.key not in keys and one.statement["at"] >= begin
        }
        fresh = [one for one in found if one.key not in {old.key for old in known}][-TOLD_MOST:]
        kept = [one for one in found if one.key in {old.key for old in known}]
        news = await findings.learn(
            tx, [*kept, *fresh], gone, work_run_id=piece.run.id, at=piece.at, ids=shop.ids
        )
    return Done(
        result={
            "readings": len(measures),
            "flaws": len(found),
            "told": len(news.told),
            "retired": len(news.retired),
        }
    )


def analyse(measures: Sequence[Measure]) -> list[Found]:
    """What looks wrong in `measures`, oldest first."""
    by_metric: dict[str, list[Measure]] = {}
    for measure in measures:
        by_metric.setdefault(measure.metric, []).append(measure)
    found = []
    for metric, group in sorted(by_metric.items()):
        range_of = metric_named(metric)
        unit = unit_of(metric, group)
        values = [(one, convert(one.value, one.unit, unit)) for one in group]
        readings = [
            Reading(id=one.id, at=one.at, value=value) for one, value in values if value is not None
        ]
        flaws = find_flaws(readings, low=range_of.low, high=range_of.high)
        found.extend(_found(metric, unit, flaw) for flaw in flaws)
    return sorted(found, key=lambda one: (one.statement["at"], one.key))


def _found(metric: str, unit: str, flaw: Flaw) -> Found:
    """Its key is of what the reading says, not of its row: put back, it is the same finding."""
    kind = FindingKind(flaw.kind.value)
    at = flaw.at.astimezone(UTC)
    minute = at.replace(second=0, microsecond=0)
    return Found(
        kind=kind,
        key=f"{kind.value}:{metric}:{minute.isoformat()}:{flaw.value:.9g}",
        claim=kind.value,
        metric=metric,
        other_metric=None,
        statement={
            "measure": str(flaw.id),
            "at": at.isoformat(),
            "value": flaw.value,
            "suggested": flaw.suggested,
            "factor": None if flaw.factor is None else numbers(flaw.factor),
            "usual": None if flaw.usual is None else numbers(flaw.usual),
            "unit": unit,
        },
        evidence=tuple(str(one) for one in flaw.evidence),
    )


ITEM = WorkItem(
    name=NAME,
    category=Category.QUALITY,
    cooldown=timedelta(days=1),
    worth=worth,
    do=do,
)
