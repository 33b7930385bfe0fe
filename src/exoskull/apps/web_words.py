"""What is entered, in words: one value, one entry, a day's value. Pure."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from exoskull.apps.model import App, AppSpec, Column, ColumnType
from exoskull.apps.periods import Span
from exoskull.i18n import duration, local_date, local_time, measure, text


def cell_text(column: Column, value: Any, language: str) -> str:
    """A value as a person reads it: "3 glasses", "1 hour 20 minutes", "yes", "2 March 2026"."""
    match column.type:
        case ColumnType.BOOLEAN:
            return text(language, "apps-yes" if value else "apps-no")
        case ColumnType.TEXT | ColumnType.CHOICE:
            return str(value)
        case ColumnType.DATE:
            return local_date(date.fromisoformat(value), language)
        case ColumnType.TIME:
            return local_time(time.fromisoformat(value), language)
        case ColumnType.DURATION if value >= 1:
            return duration(timedelta(minutes=value), language)
        case _:
            return measure("", value, language, unit=column.unit)


def measured_text(app: App, value: float, language: str, column: Column | None = None) -> str:
    """A day's, week's or month's value: of `column`, or of what the app measures."""
    shown = column or app.spec.measured_column
    if shown is None:
        return text(language, "apps-entries", count=round(value))
    if shown.type is ColumnType.DURATION and value >= 1:
        return duration(timedelta(minutes=value), language)
    return measure("", value, language, unit=shown.unit, digits=1 if value < 1000 else 0)


def entry_text(spec: AppSpec, cells: Mapping[str, Any], language: str) -> str:
    """An entry in one line, the columns of the form only."""
    return ", ".join(
        cell_text(column, cells[column.key], language)
        for column in spec.shown
        if cells.get(column.key) is not None
    )


def span_text(start: date, span: Span, language: str, today: date) -> str:
    """A day, week or month by its first day: "2 March", "the week of 2 March", "March 2026"."""
    match span:
        case "day":
            return local_date(start, language, today)
        case "week":
            return text(language, "apps-week-of", date=local_date(start, language, today))
        case "month":
            return text(language, "apps-month", month=start.month, year=str(start.year))


def plain_number(value: float, language: str) -> str:
    """A number as a field takes it back: no thousands set apart, "7,5" in Polish."""
    short = f"{value:.6f}".rstrip("0").rstrip(".")
    return short.replace(".", ",") if language == "pl" else short
