"""Consolidating what is known: facts that the newest days contradict, or that nothing feeds any
more, are given up."""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np

from exoskull.conductor.findings import service as findings
from exoskull.conductor.findings.model import CORRECTABLE, Finding, FindingKind
from exoskull.conductor.items.material import Days, read
from exoskull.conductor.model import Category, Done, Piece, TenantState, WorkItem, Workshop
from exoskull.conductor.service import writing
from exoskull.trends import WEEKEND, relate

NAME = "memory-consolidation"
STALE_AFTER = timedelta(days=90)
"""A fact about a metric that was not measured for so long is not known to hold any more."""

HOLDS_FROM = 0.25
"""A fact holds as long as the newest days show at least so much of what was told."""

WEEKS_LEAST = 6
DAYS_LEAST = 21
"""New weeks, or days, before they may contradict."""


def worth(state: TenantState) -> float:
    """Less than finding out anything new; nothing where nothing is known."""
    return 0.5 if state.facts else 0.0


async def do(shop: Workshop, piece: Piece) -> Done:
    """Hold each fact against the days after those it was found in."""
    known = await read(shop, piece)
    today = piece.tenant.local_date(piece.at)
    async with writing(shop, piece) as tx:
        facts = [one for one in await findings.current(tx) if one.kind not in CORRECTABLE]
        ended = {}
        for fact in facts:
            reason = given_up(fact, known.days, today)
            if reason is not None:
                await findings.retire(tx, fact, reason=reason, at=piece.at)
                ended[str(fact.id)] = reason
    return Done(result={"facts": len(facts), "retired": ended})


def given_up(fact: Finding, days: Mapping[str, Days], today: date) -> str | None:
    """Why the fact is to be given up; None where it is not."""
    for metric in filter(None, (fact.metric, fact.other_metric)):
        series = days.get(metric)
        if not series or today - series[-1][0] > STALE_AFTER:
            return "stale"
    share = share_left(fact, days)
    return "contradicted" if share is not None and share < HOLDS_FROM else None


def share_left(fact: Finding, days: Mapping[str, Days]) -> float | None:
    """How much of what was told the days since show: 1 all of it, 0 nothing, below 0 the opposite;
    None for too few days."""
    until = date.fromisoformat(fact.statement["until"])
    since = {metric: [one for one in series if one[0] > until] for metric, series in days.items()}
    match fact.kind:
        case FindingKind.WEEKDAY:
            return _weekday(fact, since.get(fact.metric, []))
        case FindingKind.CHANGE:
            return _change(fact, since.get(fact.metric, []))
        case FindingKind.RELATION:
            return _relation(fact, since)
        case _:
            return None


def _weekday(fact: Finding, series: Days) -> float | None:
    weekday = fact.statement["weekday"]
    wanted = (5, 6) if weekday == WEEKEND else (weekday,)
    there = [value for day, value in series if day.weekday() in wanted]
    elsewhere = [value for day, value in series if day.weekday() not in wanted]
    if min(len(there), len(elsewhere)) < WEEKS_LEAST:
        return None
    return float(np.mean(there) - np.mean(elsewhere)) / fact.statement["difference"]


def _change(fact: Finding, series: Days) -> float | None:
    if len(series) < DAYS_LEAST:
        return None
    before, after = fact.statement["before"], fact.statement["after"]
    if before == after:
        return None
    return float(np.mean([value for _, value in series]) - before) / (after - before)


def _relation(fact: Finding, since: Mapping[str, Days]) -> float | None:
    first, second = fact.metric, fact.other_metric
    assert second is not None
    if min(len(since.get(first, [])), len(since.get(second, []))) < DAYS_LEAST:
        return None
    found = relate({first: since[first], second: since[second]}, [(first, second)]) or ()
    for one in found:
        if (one.first, one.lag) == (first, fact.statement["lag"]) and one.n >= DAYS_LEAST:
            return one.rho / fact.statement["rho"]
    return None


ITEM = WorkItem(
    name=NAME,
    category=Category.MEMORY,
    cooldown=timedelta(days=7),
    worth=worth,
    do=do,
)
