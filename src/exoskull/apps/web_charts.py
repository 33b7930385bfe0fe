"""Charts, heat-maps and sparklines as pages draw them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from typing import Any

from exoskull.apps.charts import Chart
from exoskull.apps.model import App, Rule
from exoskull.apps.periods import Bucket, Span, start_of
from exoskull.apps.web_words import measured_text, span_text
from exoskull.apps.wording import unit_text
from exoskull.i18n import text

SPANS: dict[Span, int] = {"day": 30, "week": 26, "month": 12}
"""How many days, weeks or months a chart shows."""

HEAT_WEEKS = 17
SPARK_DAYS = 14
SPARK_WIDTH, SPARK_HEIGHT = 112, 28
BAR_WIDTH = 6


def first_of(today: date, span: Span) -> date:
    """The first day of a chart that ends today."""
    match span:
        case "day":
            return today - timedelta(days=SPANS["day"] - 1)
        case "week":
            return start_of(today, "week") - timedelta(weeks=SPANS["week"] - 1)
        case "month":
            month = today.year * 12 + today.month - SPANS["month"]
            return date(month // 12, month % 12 + 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table beside the chart."""

    span: str
    value: str | None
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chart for a page: `data` for the script that draws it, `rows` for who does not see it."""

    data: dict[str, Any]
    rows: Sequence[Row]
    title: str
    goal: str | None
    has_values: bool


def drawn(app: App, chart: Chart, language: str, today: date) -> Drawn:
    """The chart; local dates stand as midnights of UTC, and are to be shown so."""
    column = app.spec.column(chart.column) if chart.column else None
    rows = [
        Row(
            span=span_text(one.start, chart.span, language, today),
            value=None if one.value is None else measured_text(app, one.value, language, column),
            entries=one.entries,
        )
        for one in chart.buckets
    ]
    goal = None if chart.goal is None else measured_text(app, chart.goal, language, column)
    bars = chart.rule in (Rule.SUM, Rule.COUNT)
    unit = unit_text(column, language) if column else None
    rated = column is not None and column.unit == "/10"
    return Drawn(
        data={
            "language": "en-GB" if language == "en" else language,
            "span": chart.span,
            "bars": bars,
            "x": [_midnight(one.start) for one in chart.buckets],
            "y": [one.value for one in chart.buckets],
            "said": [f"{row.span}: {row.value}" if row.value else row.span for row in rows],
            "goal": chart.goal,
            "low": column.low if column and rated else 0 if bars else None,
            "high": column.high if column and rated else None,
        },
        rows=rows,
        title=text(language, "app-field", label=chart.label, unit=unit),
        goal=None if goal is None else text(language, "apps-goal", goal=goal),
        has_values=any(one.value is not None for one in chart.buckets),
    )


def _midnight(on: date) -> int:
    return int(datetime.combine(on, time(), UTC).timestamp())


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatDay:
    """A day of the calendar: `level` 0 (no entry) to 4; `said`: what it holds."""

    on: date
    level: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """The calendar: seven rows of weekdays, each with its days, None for those to come. `months`:
    each with the number of weeks that begin in it."""

    rows: Sequence[tuple[str, Sequence[HeatDay | None]]]
    months: Sequence[tuple[str, int]]
    days: int


def heat_from(today: date) -> date:
    """The first day of the calendar: a Monday."""
    return start_of(today, "week") - timedelta(weeks=HEAT_WEEKS - 1)


def heat(app: App, found: Sequence[Bucket], language: str, today: date) -> Heat:
    """The calendar of the days in `found`, up to today."""
    first, by_day = heat_from(today), {one.start: one for one in found}
    level_of = _levels(app, found)
    mondays = [first + timedelta(weeks=week) for week in range(HEAT_WEEKS)]
    rows: list[tuple[str, list[HeatDay | None]]] = []
    for weekday in range(7):
        days: list[HeatDay | None] = []
        for monday in mondays:
            on = monday + timedelta(days=weekday)
            bucket = by_day.get(on)
            value = _said(app, bucket, language)
            day = HeatDay(
                on=on,
                level=level_of(bucket),
                said=f"{span_text(on, 'day', language, today)}: {value}",
            )
            days.append(day if on <= today else None)
        rows.append((text(language, "apps-weekday", weekday=weekday + 1), days))
    months: list[tuple[str, int]] = []
    for monday in mondays:
        name = text(language, "apps-month-short", month=monday.month)
        if months and months[-1][0] == name:
            months[-1] = (name, months[-1][1] + 1)
        else:
            months.append((name, 1))
    return Heat(rows=rows, months=months, days=len(by_day))


def _said(app: App, bucket: Bucket | None, language: str) -> str:
    if bucket is None:
        return text(language, "apps-nothing")
    if bucket.value is None:
        return text(language, "apps-entries", count=bucket.entries)
    return measured_text(app, bucket.value, language)


def _levels(app: App, found: Sequence[Bucket]) -> Any:
    """How strong the colour of a day is: a share of the most, or of the way between the least and
    the most where values are levels."""
    values = [one.value for one in found if one.value is not None]
    high = max(values, default=0.0)
    sums = app.spec.measured.rule in (Rule.SUM, Rule.COUNT)
    low = 0.0 if sums else min(values, default=0.0)

    def level(bucket: Bucket | None) -> int:
        if bucket is None:
            return 0
        if bucket.value is None:
            return 1
        if high <= low:
            return 3
        return min(4, max(1, ceil(4 * (bucket.value - low) / (high - low))))

    return level


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a sparkline, in its own units."""

    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """The last two weeks at a glance: `bars`, or `line` (points of a polyline) and its last dot."""

    bars: Sequence[Bar]
    line: str
    dot: tuple[float, float] | None

    @property
    def outline(self) -> str:
        """The bars as one path: a page of twenty widgets has hundreds of them."""
        wide = BAR_WIDTH
        return "".join(f"M{bar.x},{bar.y}h{wide}v{bar.height}h-{wide}z" for bar in self.bars)


def spark(app: App, found: Sequence[Bucket], today: date) -> Spark | None:
    """The sparkline of the last days; None where nothing was measured in them."""
    by_day = {one.start: one.value for one in found}
    days = [today - timedelta(days=ago) for ago in range(SPARK_DAYS - 1, -1, -1)]
    values = [by_day.get(day) for day in days]
    known = [value for value in values if value is not None]
    if not known:
        return None
    wide, most = SPARK_WIDTH / SPARK_DAYS, SPARK_HEIGHT - 2
    if app.spec.measured.rule in (Rule.SUM, Rule.COUNT):
        high = max(known) or 1.0
        heights = [max(2.0, most * value / high) if value else 1.0 for value in values]
        bars = [
            Bar(
                x=round(place * wide, 1), y=round(SPARK_HEIGHT - height, 1), height=round(height, 1)
            )
            for place, height in enumerate(heights)
        ]
        return Spark(bars=bars, line="", dot=None)
    low, high = min(known), max(known)
    reach = (high - low) or 1.0
    points = [
        (
            round((place + 0.5) * wide, 1),
            round(SPARK_HEIGHT - 4 - (most - 6) * (value - low) / reach, 1),
        )
        for place, value in enumerate(values)
        if value is not None
    ]
    return Spark(bars=(), line=" ".join(f"{x},{y}" for x, y in points), dot=points[-1])
