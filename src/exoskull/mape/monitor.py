"""Monitor: rows into a picture of the person's days."""

from datetime import datetime, timedelta

from exoskull.goals.pace import assess
from exoskull.mape.model import Context, Knowledge, Standing
from exoskull.signals.daily import Baseline, Day, baseline, by_day

RECENT = timedelta(days=3)
"""The days that are looked at; the baseline is of those before."""


def monitor(known: Knowledge, at: datetime) -> Context:
    """The picture at `at` of what `known` holds."""
    now = known.tenant.local(at)
    zone = known.tenant.zone
    metrics = sorted({measure.metric for measure in known.measures})
    days = {metric: by_day(known.measures, metric, zone) for metric in metrics}
    return Context(
        at=at,
        now=now,
        days=days,
        baselines=_baselines(days, now),
        standings=tuple(
            Standing(
                goal=goal,
                progress=assess(goal, days.get(goal.metric, []), now),
                days=days.get(goal.metric, []),
            )
            for goal in known.goals
        ),
        open_tasks=known.open_tasks,
        last_inbound=known.last_inbound,
        last_inbound_id=known.last_inbound_id,
        since=known.tenant.created_at,
        done_tasks=known.done_tasks,
    )


def _baselines(days: dict[str, list[Day]], now: datetime) -> dict[str, Baseline]:
    recent_from = now.date() - RECENT
    found = {
        metric: baseline([day for day in group if day.on < recent_from])
        for metric, group in days.items()
    }
    return {metric: usual for metric, usual in found.items() if usual is not None}
