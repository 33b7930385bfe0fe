"""Deep analysis of metrics: weekdays that differ, levels that changed."""

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np

from exoskull.conductor.findings import service as findings
from exoskull.conductor.findings.model import FindingKind, Found, way
from exoskull.conductor.items.material import (
    SURE,
    Days,
    Material,
    due_metrics,
    numbers,
    read,
    seed_of,
)
from exoskull.conductor.model import Category, Done, Piece, TenantState, WorkItem, Workshop
from exoskull.conductor.service import writing
from exoskull.trends import Change, WeekdayPattern, change_points, q_values, weekday_pattern

NAME = "deep-trend"
LEAST = 28
METRICS_MOST = 6
"""Metrics looked at in one piece."""


def worth(state: TenantState) -> float:
    """1 for a metric that has grown enough, a tenth more for each other one."""
    due = due_metrics(state, NAME, least=LEAST)
    return 0.9 + 0.1 * min(len(due), METRICS_MOST) if due else 0.0


async def do(shop: Workshop, piece: Piece) -> Done:
    """Look at the metrics that are due, and keep what is sure enough over all of them."""
    due = due_metrics(piece.state, NAME, least=LEAST)[:METRICS_MOST]
    known = await read(shop, piece)
    seeds = {metric: seed_of(piece, NAME, metric) for metric in due}
    found, asked = await asyncio.to_thread(analyse, known, seeds)
    async with writing(shop, piece) as tx:
        news = await findings.learn(
            tx, found, asked, work_run_id=piece.run.id, at=piece.at, ids=shop.ids
        )
    return Done(
        result={
            "looked": {metric: piece.state.days[metric] for metric in due},
            "asked": len(asked),
            "told": len(news.told),
            "confirmed": len(news.confirmed),
            "retired": len(news.retired),
        }
    )


def analyse(known: Material, seeds: Mapping[str, int]) -> tuple[list[Found], dict[str, float]]:
    """What can be said of the metrics in `seeds`, and the p of every question, by its key."""
    weekdays: dict[str, WeekdayPattern] = {}
    changes: dict[str, Change] = {}
    asked: dict[str, float] = {}
    for metric, seed in seeds.items():
        series = known.days.get(metric, [])
        pattern = weekday_pattern(series, seed=seed)
        if pattern is not None:
            weekdays[key := f"weekday:{metric}"] = pattern
            asked[key] = pattern.p
        points = change_points(series, seed=seed, alpha=SURE)
        if points is not None:
            asked[key := f"change:{metric}"] = points[-1].p if points else 1.0
            if points:
                changes[key] = points[-1]
    rates = dict(zip(asked, q_values(list(asked.values())), strict=True))
    found = [
        *(
            _weekday(key, pattern, rates[key], known)
            for key, pattern in weekdays.items()
            if rates[key] <= SURE
        ),
        *(
            _change(key, one, rates[key], known)
            for key, one in changes.items()
            if rates[key] <= SURE
        ),
    ]
    return found, asked


def _weekday(key: str, pattern: WeekdayPattern, q: float, known: Material) -> Found:
    metric = key.partition(":")[2]
    series = known.days[metric]
    statement = {
        "weekday": pattern.weekday,
        "there": numbers(pattern.there),
        "elsewhere": numbers(pattern.elsewhere),
        "difference": numbers(pattern.difference),
        "low": numbers(pattern.low),
        "high": numbers(pattern.high),
        "effect": numbers(pattern.effect),
        "p": numbers(pattern.p),
        "q": numbers(q),
        "weeks": pattern.weeks,
        "n": pattern.days,
        "means": [None if np.isnan(one) else numbers(one) for one in pattern.means],
        "unit": known.units[metric],
    }
    return Found(
        kind=FindingKind.WEEKDAY,
        key=key,
        claim=f"{pattern.weekday} {way(pattern.difference)}",
        metric=metric,
        other_metric=None,
        statement=statement | _span(series),
    )


def _change(key: str, change: Change, q: float, known: Material) -> Found:
    metric = key.partition(":")[2]
    series = known.days[metric]
    statement = {
        "on": change.on.isoformat(),
        "before": numbers(change.before),
        "after": numbers(change.after),
        "difference": numbers(change.difference),
        "low": numbers(change.low),
        "high": numbers(change.high),
        "effect": numbers(change.effect),
        "p": numbers(change.p),
        "q": numbers(q),
        "n_before": change.n_before,
        "n_after": change.n_after,
        "n": change.n_before + change.n_after,
        "weekly": _weekly(series, change.on),
        "unit": known.units[metric],
    }
    return Found(
        kind=FindingKind.CHANGE,
        key=key,
        claim=f"{change.on.isoformat()} {way(change.difference)}",
        metric=metric,
        other_metric=None,
        statement=statement | _span(series),
    )


def _span(series: Days) -> dict[str, str]:
    """From which day to which the analysis read."""
    return {"from": series[0][0].isoformat(), "until": series[-1][0].isoformat()}


WEEKS_SHOWN = 26


def _weekly(series: Days, on: date) -> list[list[float]]:
    """Means of the weeks before and after a change, as `[weeks from it, mean]`, for a picture."""
    weeks: dict[int, list[float]] = {}
    for day, value in series:
        week = (day - on) // timedelta(days=7)
        if -WEEKS_SHOWN <= week < WEEKS_SHOWN:
            weeks.setdefault(week, []).append(value)
    return [[week, numbers(float(np.mean(values)))] for week, values in sorted(weeks.items())]


ITEM = WorkItem(
    name=NAME,
    category=Category.TRENDS,
    cooldown=timedelta(days=3),
    worth=worth,
    do=do,
)
