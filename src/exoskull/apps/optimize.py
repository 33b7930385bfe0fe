"""What an app's use says: which one change to suggest, or that it is to be put away. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import comb
from typing import Any

from exoskull.apps.model import App, AppSpec, Column, ColumnType, View
from exoskull.apps.parse import next_key
from exoskull.trends.relation import Relation

FEW = 3
"""Entries a week below which an app is little used."""
MANY = 5
"""Entries a week from which an app is much used."""
YOUNG = timedelta(days=7)
"""An app younger than this is left alone."""
IGNORED_MAX = 2
PATTERN_LEAST = 20
"""Entries below which nothing is said of when they come."""
RARELY = 0.2
"""A column filled in less than this share of entries is one too many."""
HONEST = 0.01
"""How likely chance may be to look like a pattern."""

LOW = ("merge", "reminder", "fewer_fields")


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How an app was used. `week`: entries made in the last seven days; `moments`: when, local, of
    the last eight weeks; `filled`: entries of those with a value, by column key; `past`: kinds and
    states of what was suggested before, newest first; `hour`: when the person is best reached,
    "HH:MM"."""

    app: App
    week: int
    moments: Sequence[datetime]
    filled: Mapping[str, int]
    past: Sequence[tuple[str, str]]
    others: Sequence[App]
    hour: str
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggest:
    """One change. `spec`: what the definition would be; None where taking it puts the app away."""

    kind: str
    facts: dict[str, Any]
    spec: AppSpec | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAway:
    """Nobody uses it, and nobody wanted it changed."""

    ignored: int


def look_at(usage: Usage, at: datetime) -> Suggest | PutAway | None:
    """The one thing to suggest this week, if any."""
    if (usage.app.activated_at or at) > at - YOUNG:
        return None
    if usage.week < FEW:
        return _little_used(usage)
    return _much_used(usage) if usage.week >= MANY else None


def _little_used(usage: Usage) -> Suggest | PutAway | None:
    low = [state for kind, state in usage.past if kind in LOW]
    ignored = next((n for n, state in enumerate(low) if state != "ignored"), len(low))
    if ignored >= IGNORED_MAX:
        return PutAway(ignored=ignored)
    tried = {kind for kind, _ in usage.past[:IGNORED_MAX]}
    options = [_merge(usage), _reminder(usage), _fewer_fields(usage)]
    found = [one for one in options if one is not None]
    fresh = [one for one in found if one.kind not in tried]
    return next(iter(fresh or found), None)


def _merge(usage: Usage) -> Suggest | None:
    mine = {link.metric for link in usage.app.spec.metrics[:1]}
    for other in usage.others:
        if mine & {link.metric for link in other.spec.metrics}:
            facts = {"other": other.name, "other_id": str(other.id)}
            return Suggest(kind="merge", facts=facts | _counts(usage), spec=None)
    return None


def _reminder(usage: Usage) -> Suggest | None:
    spec = usage.app.spec
    hour = usual_hour(usage.moments) or usage.hour
    if spec.reminds and spec.reminder == hour:
        return None
    return Suggest(
        kind="reminder",
        facts={"hour": hour} | _counts(usage),
        spec=replace(spec, reminder=hour, reminds=True),
    )


def _fewer_fields(usage: Usage) -> Suggest | None:
    spec = usage.app.spec
    rare = [column for column in spec.shown if _is_spare(spec, column, usage)]
    if not rare or len(rare) == len(spec.shown):
        return None
    names = {column.name for column in rare}
    columns = tuple(
        replace(column, hidden=True) if column.name in names else column for column in spec.columns
    )
    return Suggest(
        kind="fewer_fields",
        facts={"columns": [column.label for column in rare]} | _counts(usage),
        spec=replace(spec, columns=columns),
    )


def _is_spare(spec: AppSpec, column: Column, usage: Usage) -> bool:
    if column.required or column.name == spec.measured.column:
        return False
    return usage.filled.get(column.key, 0) < max(1.0, RARELY * len(usage.moments))


def _much_used(usage: Usage) -> Suggest | None:
    """The first thing to suggest that was not suggested before."""
    tried = {kind for kind, _ in usage.past}
    options = (_related(usage), _hour(usage), _weekday(usage), _note(usage), _view(usage))
    return next((one for one in options if one is not None and one.kind not in tried), None)


def _related(usage: Usage) -> Suggest | None:
    found = usage.relation
    if found is None:
        return None
    facts = {
        "metric": found.second,
        "direction": "up" if found.rho > 0 else "down",
        "rho": round(found.rho, 2),
        "q": round(found.q, 4),
        "n": found.n,
    }
    return _chart_first(usage, "related", facts)


def _hour(usage: Usage) -> Suggest | None:
    hour, spec = usual_hour(usage.moments), usage.app.spec
    if hour is None or (spec.reminds and spec.reminder == hour):
        return None
    return Suggest(
        kind="pattern_hour",
        facts={"hour": hour} | _counts(usage),
        spec=replace(spec, reminder=hour, reminds=True),
    )


def _weekday(usage: Usage) -> Suggest | None:
    weekday = marked_weekday(usage.moments)
    spec = usage.app.spec
    if weekday is None or spec.views[0] is View.CALENDAR:
        return None
    views = (View.CALENDAR, *(one for one in spec.views if one is not View.CALENDAR))
    facts = {"weekday": weekday} | _counts(usage)
    return Suggest(kind="pattern_weekday", facts=facts, spec=replace(spec, views=views))


def _note(usage: Usage) -> Suggest | None:
    """A field for a note, where there is no text yet. Its label is put in by who knows the
    person's language."""
    spec = usage.app.spec
    texts = [column for column in spec.columns if column.type is ColumnType.TEXT]
    if texts or len(usage.moments) < PATTERN_LEAST:
        return None
    key = next_key(ColumnType.TEXT, {column.key for column in spec.columns})
    column = Column(key=key, name="note", label="note", type=ColumnType.TEXT)
    return Suggest(
        kind="note", facts=_counts(usage), spec=replace(spec, columns=(*spec.columns, column))
    )


def _view(usage: Usage) -> Suggest | None:
    if len(usage.moments) < PATTERN_LEAST:
        return None
    return _chart_first(usage, "view", _counts(usage))


def _chart_first(usage: Usage, kind: str, facts: dict[str, Any]) -> Suggest | None:
    spec = usage.app.spec
    chart = next((one for one in spec.views if one in (View.BAR, View.LINE)), None)
    if chart is None or spec.views[0] is chart:
        return None
    views = (chart, *(one for one in spec.views if one is not chart))
    return Suggest(kind=kind, facts=facts | _counts(usage), spec=replace(spec, views=views))


def _counts(usage: Usage) -> dict[str, Any]:
    return {"entries": usage.week}


def usual_hour(moments: Sequence[datetime]) -> str | None:
    """The local hour about which at least half of the entries come, "HH:00"; None where there is
    none, or too little to say so."""
    if len(moments) < PATTERN_LEAST:
        return None
    hours = Counter(moment.hour for moment in moments)
    around = {hour: sum(hours[(hour + step) % 24] for step in (-1, 0, 1)) for hour in range(24)}
    best = max(around, key=lambda hour: (around[hour], hours[hour]))
    return f"{best:02d}:00" if 2 * around[best] >= len(moments) else None


def marked_weekday(moments: Sequence[datetime]) -> int | None:
    """The weekday (0 is Monday) that has more entries than chance gives one of seven, having
    looked at all of them; None where none has, or there is too little to say so."""
    if len(moments) < PATTERN_LEAST:
        return None
    days = Counter(moment.weekday() for moment in moments)
    weekday, count = max(days.items(), key=lambda one: (one[1], -one[0]))
    return weekday if 7 * _at_least(count, len(moments), 1 / 7) < HONEST else None


def _at_least(k: int, n: int, p: float) -> float:
    """The chance of `k` or more of `n`, each with `p`."""
    return sum(comb(n, j) * p**j * (1 - p) ** (n - j) for j in range(k, n + 1))
