"""What an app's charts, summary and widget show: its values by local day, week or month."""

from dataclasses import dataclass
from datetime import date, timedelta

from exoskull.apps import entry_store
from exoskull.apps.links import link_to
from exoskull.apps.model import App, Column, Rule
from exoskull.apps.periods import DAYS_MAX, Bucket, Span, buckets, filled, start_of, streak
from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.language.model import Direction

LAST_DAYS = 30


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
    goal = next((one for one in await goals.active(tx) if one.id == app.spec.goal), None)
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
class Widget:
    """The dashboard's number: `value` of the day or week so far, the goal's share, the streak."""

    app: App
    span: Span
    value: float | None
    entries: int
    goal: float | None
    streak: int


async def widget(tx: Transaction, app: App, *, today: date) -> Widget:
    """What the dashboard shows of an app on the local day `today`."""
    span: Span = "week" if app.spec.widget == "week" else "day"
    start = start_of(today, span)
    found = await summary(tx, app, span=span, first=start, last=today)
    days = await entry_store.by_day(tx, app.id, None, first=today - timedelta(days=400), last=today)
    column, _ = _measured(app, None)
    return Widget(
        app=app,
        span=span,
        value=found[0].value if found else None,
        entries=found[0].entries if found else 0,
        goal=await _goal_line(tx, app, column, span),
        streak=streak((day.on for day in days), today),
    )
