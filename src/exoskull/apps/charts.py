"""What an app's charts, summary and widget show: its values by local day, week or month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from exoskull.apps import entry_store
from exoskull.apps.links import link_to
from exoskull.apps.model import App, Column, Rule
from exoskull.apps.periods import DAYS_MAX, Bucket, Span, buckets, filled, start_of
from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.language.model import Direction

LAST_DAYS = 30

GLIMPSE_DAYS = 14
"""Days of a widget: its sparkline, and the week so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Spans in order, those without entries too. `goal`: the line to draw, in the column's unit;
    `unit` of the values, "" for a count; `rule` says how a day's entries became one value."""

    column: str | None
    label: str
    unit: str
    rule: Rule
    span: Span
    buckets: tuple[Bucket, ...]
    goal: float | None


async def summary(
    tx: Transaction,
    app: App,
    *,
    span: Span,
    first: date,
    last: date,
    column: str | None = None,
) -> list[Bucket]:
    """The spans with entries from `first` to `last`, oldest first.

    Args:
        column: a column of numbers; None: what the app measures.

    Raises:
        NotFound: `app.no_such_number`.
        InvalidInput: `entry.span_too_long`.
    """
    shown, rule = _measured(app, column)
    if not 0 <= (last - first).days <= DAYS_MAX:
        raise InvalidInput("entry.span_too_long", field="first", limit=DAYS_MAX)
    days = await entry_store.by_day(
        tx, app.id, shown.key if shown else None, first=first, last=last
    )
    return buckets(days, span, rule)


async def chart(
    tx: Transaction,
    app: App,
    *,
    span: Span,
    first: date,
    last: date,
    column: str | None = None,
) -> Chart:
    """As `summary`, every span of it, with the goal's line where there is one."""
    shown, rule = _measured(app, column)
    start = start_of(first, span)
    found = await summary(tx, app, span=span, first=start, last=last, column=column)
    return Chart(
        column=shown.name if shown else None,
        label=shown.label if shown else app.name,
        unit=shown.unit if shown else "",
        rule=rule,
        span=span,
        buckets=tuple(filled(found, start, last, span)),
        goal=await _goal_line(tx, app, shown, span),
    )


def _measured(app: App, column: str | None) -> tuple[Column | None, Rule]:
    spec = app.spec
    if column is None or column == spec.measured.column:
        return spec.measured_column, spec.measured.rule
    shown = spec.column(column)
    if shown is None or not shown.is_number:
        raise NotFound("app.no_such_number", field="column", name=column[:40])
    return shown, Rule.MEAN if shown.high == 10 and shown.unit == "/10" else Rule.SUM


async def _goal_line(tx: Transaction, app: App, column: Column | None, span: Span) -> float | None:
    if app.spec.goal is None:
        return None
    return _line_of(app, column, span, await goals.active(tx))


def _line_of(app: App, column: Column | None, span: Span, known: Sequence[Goal]) -> float | None:
    goal = next((one for one in known if one.id == app.spec.goal), None)
    if goal is None or not _fits(goal, span):
        return None
    link = link_to(app.spec, goal.metric)
    if link is None or link.column != (column.name if column else None):
        return None
    return round(goal.target / link.factor, 6)


def _fits(goal: Goal, span: Span) -> bool:
    return goal.direction is Direction.REACH or (
        goal.period is not None and goal.period.value == span
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """An app in short: `value` of the day or week (`span`) so far and the `goal` of one, the
    `streak` in days, and the `days` with entries of the last GLIMPSE_DAYS, oldest first."""

    span: Span
    value: float | None
    goal: float | None
    streak: int
    days: Sequence[Bucket]


async def glimpses(tx: Transaction, apps: Sequence[App], *, today: date) -> dict[UUID, Glimpse]:
    """By app, what its widget shows on the local day `today`: the same few queries for however
    many apps."""
    if not apps:
        return {}
    keys = {app.id: column.key if (column := _measured(app, None)[0]) else None for app in apps}
    since = today - timedelta(days=GLIMPSE_DAYS - 1)
    rows: dict[UUID, list[entry_store.AppDayRow]] = {app.id: [] for app in apps}
    for row in await entry_store.by_day_of(tx, keys, first=since, last=today):
        rows[row.app_id].append(row)
    streaks = await entry_store.streaks(tx, list(keys), today)
    known = await goals.active(tx) if any(app.spec.goal for app in apps) else ()
    return {app.id: _glimpse(app, rows[app.id], streaks[app.id], known, today) for app in apps}


def _glimpse(
    app: App,
    rows: Sequence[entry_store.AppDayRow],
    streak: int,
    known: Sequence[Goal],
    today: date,
) -> Glimpse:
    span: Span = "week" if app.spec.widget == "week" else "day"
    column, rule = _measured(app, None)
    start = start_of(today, span)
    now = buckets((row for row in rows if row.on >= start), span, rule)
    return Glimpse(
        span=span,
        value=now[0].value if now else None,
        goal=_line_of(app, column, span, known),
        streak=streak,
        days=buckets(rows, "day", rule),
    )
