"""What a template still has to know, read from the person's own rows and settings."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.i18n import text
from exoskull.language.metrics import Daily, metric_named, related
from exoskull.language.model import Direction, Period
from exoskull.signals import service as signals
from exoskull.skills.catalogue.template import Template
from exoskull.tenants.model import Tenant
from exoskull.tenants.weeks import WeekStart

LOOKS_BACK = timedelta(days=90)
LABEL_MAX = 100
FROM_TODAY = frozenset({"turns", "repetition"})
"""Templates that begin on the day they are made, where nobody says another."""

_OF_DAYS = frozenset({"sleep_hours"})
"""Metrics that are compared by their mean over days, though a day's are added."""


async def particulars(
    tx: Transaction, tenant: Tenant, template: Template, said: Mapping[str, Any], *, at: datetime
) -> dict[str, Any]:
    """What is known of the slots of `template`: what was `said`, else what rows tell."""
    known = dict(said)
    if "metric" in template.slots and "metric" in known:
        known["metric"] = await _logged(tx, known["metric"], at)
        metric = metric_named(known["metric"])
        known.setdefault("unit", metric.unit)
        known["daily"] = metric.daily.value
        adds = metric.daily is Daily.SUM and known["metric"] not in _OF_DAYS
        known["how"] = "sum" if adds else "mean"
        active = [one for one in await goals.active(tx) if one.metric == known["metric"]]
        known = _from_goals(template, active) | known
    if "other" in template.slots and "other" in known:
        known["other"] = await _logged(tx, known["other"], at)
    language = tenant.language.value
    today = tenant.local_date(at).isoformat()
    usual: dict[str, Any] = {
        "first_weekday": 6 if tenant.first_weekday is WeekStart.SUNDAY else 0,
        "weekdays": [text(language, "skill-weekday", weekday=day) for day in range(1, 8)],
        "since": today,
    }
    if template.name in FROM_TODAY:
        usual["start"] = today
    if "label" in known:
        known["label"] = " ".join(str(known["label"]).split())[:LABEL_MAX]
    found = usual | known
    return {name: found[name] for name in template.slots if name in found}


async def _logged(tx: Transaction, metric: str, at: datetime) -> str:
    """Of the metrics of one topic, the one that the person logs most; `metric` where none is."""
    family = related(metric)
    if len(family) < 2:
        return metric
    measures = await signals.since(tx, at - LOOKS_BACK)
    count = Counter(one.metric for one in measures if one.metric in family)
    if not count or count[metric]:
        return metric
    return max(family, key=lambda one: count[one])


def _from_goals(template: Template, active: list[Goal]) -> dict[str, Any]:
    """Budgets, limits and daily needs that goals name."""
    found: dict[str, Any] = {}
    for goal in active:
        match goal.direction, goal.period:
            case Direction.AT_MOST, Period.MONTH:
                found.setdefault("budget", goal.target)
            case Direction.AT_MOST, Period.DAY:
                found.setdefault("limit", goal.target)
            case Direction.AT_LEAST, Period.DAY:
                found.setdefault("need", goal.target)
                found.setdefault("least", goal.target)
    return {name: value for name, value in found.items() if name in template.slots}
