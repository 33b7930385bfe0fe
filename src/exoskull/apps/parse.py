"""A definition as JSON has it, checked, and back."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar
from uuid import UUID

from exoskull.apps.model import (
    COLUMNS_MAX,
    NAME_MAX,
    NUMERIC,
    OPTIONS_MAX,
    AppSpec,
    Column,
    ColumnType,
    Measured,
    MetricLink,
    Rule,
    View,
)
from exoskull.apps.naming import SLUG, slugify
from exoskull.apps.values import parse_value
from exoskull.channels.text import clean_line
from exoskull.kit.errors import InvalidInput
from exoskull.kit.plain import plain
from exoskull.language.metrics import SLUG as METRIC

LETTER: Mapping[ColumnType, str] = {
    ColumnType.INTEGER: "i",
    ColumnType.RATING: "i",
    ColumnType.NUMBER: "n",
    ColumnType.DURATION: "n",
    ColumnType.MONEY: "n",
    ColumnType.TEXT: "t",
    ColumnType.CHOICE: "t",
    ColumnType.DATE: "d",
    ColumnType.BOOLEAN: "b",
    ColumnType.TIME: "h",
}
"""What the key of a column of each type begins with; a number follows."""

WHOLE_MAX = 10**12
UNIT_MAX = 20
CURRENCY = re.compile(r"[A-Z]{3}")
WALL = re.compile(r"([01]\d|2[0-3]):[0-5]\d")

E = TypeVar("E", bound=StrEnum)


def spec_json(spec: AppSpec) -> dict[str, Any]:
    """The definition as plain JSON, every field of it."""
    return plain(spec)


def parse_spec(data: object, *, slug: str | None = None) -> AppSpec:
    """The definition in `data`. What may be left out is filled in: slug, column names and keys,
    views, what is measured.

    Raises:
        InvalidInput: `app.*`, naming the field that cannot be accepted.
    """
    if not isinstance(data, Mapping):
        raise InvalidInput("app.not_an_object", field="spec")
    known = set(AppSpec.__dataclass_fields__)
    for name in sorted(map(str, data)):
        if name not in known:
            raise InvalidInput("app.unknown_field", field=name[:40], name=name[:40])
    title = _line(data.get("name"), "name", NAME_MAX)
    columns = _columns(data.get("columns"))
    measured = _measured(data.get("measured"), columns)
    return AppSpec(
        name=title,
        slug=slug or _slug(data.get("slug"), title),
        family=_slug(data.get("family"), "custom", field="family"),
        columns=columns,
        views=_views(data.get("views"), measured),
        measured=measured,
        metrics=_metrics(data.get("metrics"), columns),
        widget=_one_of(data.get("widget", "day"), ("day", "week"), "widget"),
        reminder=_reminder(data.get("reminder")),
        reminds=_flag(data.get("reminds", False), "reminds") and data.get("reminder") is not None,
        goal=_goal(data.get("goal")),
    )


def _line(value: object, field: str, most: int) -> str:
    if isinstance(value, str) and 1 <= len(line := clean_line(value)) <= most:
        return line
    raise InvalidInput("app.invalid_text", field=field, limit=most)


def _slug(value: object, name: str, *, field: str = "slug") -> str:
    if value is None:
        return slugify(name)
    if isinstance(value, str) and SLUG.fullmatch(value):
        return value
    raise InvalidInput("app.invalid_slug", field=field, value=str(value)[:64])


def _one_of(value: object, options: Sequence[str], field: str) -> str:
    if isinstance(value, str) and value in options:
        return value
    raise InvalidInput(
        "field.not_one_of", field=field, value=str(value)[:40], options=", ".join(options)
    )


def _member(kind: type[E], value: object, field: str) -> E:
    return kind(_one_of(value, [one.value for one in kind], field))


def _columns(value: object) -> tuple[Column, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        raise InvalidInput("app.no_columns", field="columns")
    if len(value) > COLUMNS_MAX:
        raise InvalidInput("app.too_many_columns", field="columns", limit=COLUMNS_MAX)
    made: list[Column] = []
    for place, one in enumerate(value):
        made.append(_column(one, f"columns.{place}", made))
    if all(column.hidden for column in made):
        raise InvalidInput("app.no_columns", field="columns")
    return tuple(made)


def _column(value: object, at: str, before: Sequence[Column]) -> Column:
    if not isinstance(value, Mapping):
        raise InvalidInput("app.not_an_object", field=at)
    for name in sorted(map(str, value)):
        if name not in Column.__dataclass_fields__:
            raise InvalidInput("app.unknown_field", field=f"{at}.{name[:40]}", name=name[:40])
    label = _line(value.get("label", value.get("name")), f"{at}.label", NAME_MAX)
    kind = _member(ColumnType, value.get("type"), f"{at}.type")
    name = _slug(value.get("name"), label, field=f"{at}.name")
    if any(other.name == name for other in before):
        raise InvalidInput("app.column_twice", field=f"{at}.name", name=name)
    column = Column(
        key=_key(value.get("key"), kind, f"{at}.key", before),
        name=name,
        label=label,
        type=kind,
        unit=_unit(value.get("unit", ""), kind, f"{at}.unit"),
        low=_bound(value.get("low"), kind, f"{at}.low"),
        high=_bound(value.get("high"), kind, f"{at}.high"),
        options=_options(value.get("options", ()), kind, f"{at}.options"),
        required=_flag(value.get("required", False), f"{at}.required"),
        hidden=_flag(value.get("hidden", False), f"{at}.hidden"),
    )
    if column.low is not None and column.high is not None and column.low > column.high:
        raise InvalidInput("app.empty_range", field=f"{at}.low", low=column.low, high=column.high)
    if kind is ColumnType.RATING and (column.low is None or column.high is None):
        raise InvalidInput("app.rating_without_range", field=f"{at}.high")
    return _with_default(column, value.get("default"), f"{at}.default")


def _with_default(column: Column, value: object, at: str) -> Column:
    if value is None:
        return column
    try:
        return replace(column, default=parse_value(column, value))
    except InvalidInput as error:
        raise InvalidInput(error.key, field=at, **error.params) from error


def _key(value: object, kind: ColumnType, at: str, before: Sequence[Column]) -> str:
    letter = LETTER[kind]
    used = {column.key for column in before}
    if value is None:
        return next_key(kind, used)
    if not isinstance(value, str) or not re.fullmatch(rf"{letter}[1-9]\d?", value) or value in used:
        raise InvalidInput("app.invalid_key", field=at, value=str(value)[:20])
    return value


def next_key(kind: ColumnType, used: set[str]) -> str:
    """The next free key for a column of `kind`."""
    number = 1
    while f"{LETTER[kind]}{number}" in used:
        number += 1
    return f"{LETTER[kind]}{number}"


def _unit(value: object, kind: ColumnType, at: str) -> str:
    if not isinstance(value, str) or len(unit := clean_line(value)) > UNIT_MAX:
        raise InvalidInput("app.invalid_text", field=at, limit=UNIT_MAX)
    if kind is ColumnType.DURATION:
        return "min"
    if kind is ColumnType.MONEY and not CURRENCY.fullmatch(unit):
        raise InvalidInput("app.no_currency", field=at)
    return unit


def _bound(value: object, kind: ColumnType, at: str) -> float | None:
    if value is None or kind not in NUMERIC:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise InvalidInput("entry.not_number", field=at)
    if abs(value) > WHOLE_MAX:
        raise InvalidInput("input.out_of_range", field=at, limit=WHOLE_MAX)
    return value


def _options(value: object, kind: ColumnType, at: str) -> tuple[str, ...]:
    if kind is not ColumnType.CHOICE:
        return ()
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > OPTIONS_MAX:
        raise InvalidInput("app.invalid_options", field=at, limit=OPTIONS_MAX)
    options = tuple(_line(one, at, NAME_MAX) for one in value)
    if len(options) < 2 or len(set(options)) < len(options):
        raise InvalidInput("app.invalid_options", field=at, limit=OPTIONS_MAX)
    return options


def _flag(value: object, at: str) -> bool:
    if isinstance(value, bool):
        return value
    raise InvalidInput("entry.not_boolean", field=at)


def _measured(value: object, columns: Sequence[Column]) -> Measured:
    if value is None:
        column = next((one for one in columns if one.is_number and not one.hidden), None)
        if column is None:
            return Measured(column=None, rule=Rule.COUNT)
        mean = column.type is ColumnType.RATING
        return Measured(column=column.name, rule=Rule.MEAN if mean else Rule.SUM)
    if not isinstance(value, Mapping):
        raise InvalidInput("app.not_an_object", field="measured")
    rule = _member(Rule, value.get("rule"), "measured.rule")
    name = value.get("column")
    if rule is Rule.COUNT:
        return Measured(column=None, rule=rule)
    if not any(one.name == name and one.is_number for one in columns):
        raise InvalidInput("app.no_such_number", field="measured.column", name=str(name)[:40])
    return Measured(column=str(name), rule=rule)


def _views(value: object, measured: Measured) -> tuple[View, ...]:
    if value is None:
        chart = View.BAR if measured.rule in (Rule.SUM, Rule.COUNT) else View.LINE
        return (View.FORM, chart, View.CALENDAR, View.STREAK, View.TABLE)
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        raise InvalidInput("app.no_views", field="views")
    views = dict.fromkeys(_member(View, one, "views") for one in value)
    return tuple(views)


def _metrics(value: object, columns: Sequence[Column]) -> tuple[MetricLink, ...]:
    if value is None:
        return ()
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > COLUMNS_MAX:
        raise InvalidInput("app.not_an_object", field="metrics")
    links: list[MetricLink] = []
    for place, one in enumerate(value):
        links.append(_link(one, f"metrics.{place}", columns))
        if any(other.metric == links[-1].metric for other in links[:-1]):
            raise InvalidInput("app.column_twice", field="metrics", name=links[-1].metric)
    return tuple(links)


def _link(value: object, at: str, columns: Sequence[Column]) -> MetricLink:
    if not isinstance(value, Mapping):
        raise InvalidInput("app.not_an_object", field=at)
    metric, name = value.get("metric"), value.get("column")
    if not isinstance(metric, str) or not METRIC.fullmatch(metric):
        raise InvalidInput("measure.invalid_metric", field=f"{at}.metric", value=str(metric)[:64])
    counted = (*NUMERIC, ColumnType.BOOLEAN)
    if name is not None and not any(one.name == name and one.type in counted for one in columns):
        raise InvalidInput("app.no_such_number", field=f"{at}.column", name=str(name)[:40])
    factor = value.get("factor", 1.0)
    if isinstance(factor, bool) or not isinstance(factor, int | float) or not 0 < factor < 1e9:
        raise InvalidInput("entry.not_number", field=f"{at}.factor")
    return MetricLink(metric=metric, column=name, factor=float(factor))


def _reminder(value: object) -> str | None:
    if value is None or (isinstance(value, str) and WALL.fullmatch(value)):
        return value
    raise InvalidInput("entry.not_time", field="reminder")


def _goal(value: object) -> UUID | None:
    read: Callable[[str], UUID] = UUID
    try:
        return None if value is None else read(str(value))
    except ValueError as error:
        raise InvalidInput("trace.invalid_id", field="goal", value=str(value)[:64]) from error
