"""Which measures go together, over all pairs at once."""

import asyncio
from datetime import timedelta

from exoskull.conductor.findings import service as findings
from exoskull.conductor.findings.model import FindingKind, Found
from exoskull.conductor.items.material import SURE, Material, due_metrics, numbers, read
from exoskull.conductor.model import Category, Done, Piece, TenantState, WorkItem, Workshop
from exoskull.conductor.service import writing
from exoskull.language.metrics import metric_named
from exoskull.trends import Relation, relate

NAME = "relations"
LEAST = 14
METRICS_MOST = 12
"""So many metrics at most, those with most days: 66 pairs, asked three ways each."""

RHO_LEAST = 0.3
"""A weaker one is true at best, and no use to anybody."""


def worth(state: TenantState) -> float:
    """Just less than a look at single metrics, where two or more have days enough and one grew."""
    enough = [metric for metric, days in state.days.items() if days >= LEAST]
    due = due_metrics(state, NAME, least=LEAST)
    return 0.8 + 0.02 * min(len(due), METRICS_MOST) if len(enough) >= 2 and due else 0.0


async def do(shop: Workshop, piece: Piece) -> Done:
    """Ask about every pair of metrics that are of different things; keep what is sure enough."""
    days = {metric: count for metric, count in piece.state.days.items() if count >= LEAST}
    chosen = sorted(days, key=lambda metric: (-days[metric], metric))[:METRICS_MOST]
    known = await read(shop, piece)
    found, asked = await asyncio.to_thread(analyse, known, chosen)
    async with writing(shop, piece) as tx:
        news = await findings.learn(
            tx, found, asked, work_run_id=piece.run.id, at=piece.at, ids=shop.ids
        )
    return Done(
        result={
            "looked": {metric: piece.state.days[metric] for metric in days},
            "asked": len(asked),
            "told": len(news.told),
            "confirmed": len(news.confirmed),
            "retired": len(news.retired),
        }
    )


def analyse(known: Material, metrics: list[str]) -> tuple[list[Found], dict[str, float]]:
    """What can be said of pairs of `metrics`, one answer a pair, and each pair's smallest p."""
    series = {metric: known.days[metric] for metric in metrics if known.days.get(metric)}
    names = sorted(series)
    pairs = [
        (one, two)
        for place, one in enumerate(names)
        for two in names[place + 1 :]
        if metric_named(one).topic != metric_named(two).topic
    ]
    answers = relate(series, pairs) or ()
    asked: dict[str, float] = {}
    found: dict[str, Found] = {}
    for one in answers:  # the smallest q first: of the lags of a pair, the surest
        key = "relation:" + ":".join(sorted((one.first, one.second)))
        asked[key] = min(one.p, asked.get(key, 1.0))
        if key not in found and one.q <= SURE and abs(one.rho) >= RHO_LEAST:
            found[key] = _found(key, one, known)
    return list(found.values()), asked


def _found(key: str, one: Relation, known: Material) -> Found:
    series = known.days[one.first]
    statement = {
        "lag": one.lag,
        "rho": numbers(one.rho),
        "rho_low": numbers(one.rho_low),
        "rho_high": numbers(one.rho_high),
        "n": one.n,
        "n_effective": numbers(one.n_effective),
        "p": numbers(one.p),
        "q": numbers(one.q),
        "high": numbers(one.high),
        "low": numbers(one.low),
        "n_high": one.n_high,
        "n_low": one.n_low,
        "unit": known.units[one.first],
        "other_unit": known.units[one.second],
        "from": series[0][0].isoformat(),
        "until": series[-1][0].isoformat(),
    }
    return Found(
        kind=FindingKind.RELATION,
        key=key,
        claim="together" if one.rho > 0 else "apart",
        metric=one.first,
        other_metric=one.second,
        statement=statement,
    )


ITEM = WorkItem(
    name=NAME,
    category=Category.TRENDS,
    cooldown=timedelta(days=7),
    worth=worth,
    do=do,
)
