"""What is entered: each value checked against its column, and shown again.

A value is kept as JSON has it: numbers as numbers, a duration as minutes, a date as `2026-03-02`,
a time as `07:30`, a choice as the option's own words. Pure.
"""

import re
from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import Any

from exoskull.apps.model import TEXT_MAX, AppSpec, Column, ColumnType
from exoskull.channels.text import clean_outgoing
from exoskull.kit.errors import InvalidInput
from exoskull.language.fold import fold

WHOLE_MAX = 10**12
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,2})?")
_SPAN = re.compile(r"(?:(\d{1,4})\s*(?:h|godz\.?|:))?\s*(?:(\d{1,5})\s*(?:m|min\.?)?)?")
_WALL = re.compile(r"(\d{1,2})[:.](\d{2})")
_YES = frozenset({"true", "yes", "tak", "1", "on", "t", "y", "x"})
_NO = frozenset({"false", "no", "nie", "0", "off", "f", "n"})


class InvalidEntry(InvalidInput):
    """What was entered cannot be accepted: `problems` has one for each bad field; the first of
    them is this error's own."""

    def __init__(self, problems: list[InvalidInput]) -> None:
        first = problems[0]
        super().__init__(first.key, field=first.field, **first.params)
        self.problems = tuple(problems)


def parse_entry(spec: AppSpec, values: Mapping[str, Any], *, partial: bool = False) -> dict:
    """The cells of an entry, by column key; what is left out gets its column's default.

    Args:
        values: by column name, as JSON or as text; "" and None are nothing.
        partial: whether required columns may be left out (what a measure told).

    Raises:
        InvalidEntry: with one clear error for each field.
    """
    problems: list[InvalidInput] = []
    known = {column.name for column in spec.shown}
    for name in sorted(map(str, values)):
        if name not in known:
            names = ", ".join(column.name for column in spec.shown)
            problems.append(
                InvalidInput("entry.unknown_field", field=name[:40], name=name[:40], known=names)
            )
    cells: dict[str, Any] = {}
    for column in spec.shown:
        given = values.get(column.name)
        value = column.default if given is None or given == "" else given
        if value is None:
            if column.required and not partial:
                problems.append(
                    InvalidInput("entry.missing", field=column.name, label=column.label)
                )
            continue
        try:
            cells[column.key] = parse_value(column, value)
        except InvalidInput as error:
            problems.append(error)
    if problems:
        raise InvalidEntry(problems)
    if not cells:
        raise InvalidEntry([InvalidInput("entry.empty", field=spec.shown[0].name)])
    return cells


def parse_change(spec: AppSpec, cells: Mapping[str, Any], values: Mapping[str, Any]) -> dict:
    """The cells of an entry after `values` are put in: None or "" empties a field, what is not
    named stays.

    Raises:
        InvalidEntry: as `parse_entry`.
    """
    merged = {column.name: cells.get(column.key) for column in spec.shown} | dict(values)
    emptied = {name for name, value in values.items() if value is None or value == ""}
    kept = {name: value for name, value in merged.items() if value is not None and value != ""}
    bare = [
        InvalidInput("entry.missing", field=column.name, label=column.label)
        for column in spec.shown
        if column.required and column.name in emptied
    ]
    if bare:
        raise InvalidEntry(bare)
    new = parse_entry(spec, kept, partial=True)
    for column in spec.shown:
        if column.name not in kept:
            new.pop(column.key, None)
    hidden = {column.key for column in spec.columns if column.hidden}
    return new | {key: value for key, value in cells.items() if key in hidden}


def named(spec: AppSpec, cells: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an entry by column name, hidden columns included where they hold something."""
    return {
        column.name: cells.get(column.key)
        for column in spec.columns
        if not column.hidden or column.key in cells
    }


def parse_value(column: Column, value: Any) -> Any:
    """One value as it is kept; raises InvalidInput (`entry.*`) with the column's name as field."""
    match column.type:
        case ColumnType.INTEGER | ColumnType.RATING:
            return _within(column, _whole(column, value))
        case ColumnType.NUMBER:
            return _within(column, round(_number(column, value), 6))
        case ColumnType.MONEY:
            return _within(column, _cents(column, value))
        case ColumnType.DURATION:
            return _within(column, _minutes(column, value))
        case ColumnType.BOOLEAN:
            return _yes_or_no(column, value)
        case ColumnType.TEXT:
            return _text(column, value)
        case ColumnType.CHOICE:
            return _option(column, value)
        case ColumnType.DATE:
            return _date(column, value)
        case ColumnType.TIME:
            return _time(column, value)


def _bad(column: Column, key: str, value: Any, **more: object) -> InvalidInput:
    return InvalidInput(
        f"entry.{key}", field=column.name, label=column.label, value=str(value)[:40], **more
    )


def _number(column: Column, value: Any) -> float:
    if isinstance(value, str) and _NUMBER.fullmatch(plain := value.strip().replace("\u00a0", "")):
        value = float(plain.replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidInput("entry.not_number", field=column.name)
    if not isfinite(value) or abs(value) > WHOLE_MAX:
        raise InvalidInput("entry.not_number", field=column.name)
    return float(value)


def _whole(column: Column, value: Any) -> int:
    number = _number(column, value)
    if number != int(number):
        raise InvalidInput("entry.not_whole", field=column.name, label=column.label)
    return int(number)


def _cents(column: Column, value: Any) -> float:
    number = _number(column, value)
    if abs(number * 100 - round(number * 100)) > 1e-6:
        raise InvalidInput("entry.not_money", field=column.name, label=column.label)
    return round(number, 2)


def _minutes(column: Column, value: Any) -> float:
    if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
        found = _SPAN.fullmatch(value.strip().lower())
        if found is None or not any(found.groups()):
            raise InvalidInput("entry.not_duration", field=column.name, label=column.label)
        return 60.0 * int(found[1] or 0) + int(found[2] or 0)
    return round(_number(column, value), 2)


def _within(column: Column, value: float) -> float:
    low, high = column.low, column.high
    if (low is None or low <= value) and (high is None or value <= high):
        return value
    raise InvalidInput(
        "entry.out_of_range",
        field=column.name,
        label=column.label,
        low=low if low is not None else "…",
        high=high if high is not None else "…",
    )


def _yes_or_no(column: Column, value: Any) -> bool:
    said = str(value).strip().lower()
    if isinstance(value, bool) or said in _YES | _NO:
        return said in _YES
    raise InvalidInput("entry.not_boolean", field=column.name)


def _text(column: Column, value: Any) -> str:
    if not isinstance(value, str) or len(text := clean_outgoing(value).strip()) > TEXT_MAX:
        raise InvalidInput("entry.not_text", field=column.name, limit=TEXT_MAX)
    return text


def _option(column: Column, value: Any) -> str:
    said = fold(str(value)).strip()
    for option in column.options:
        if fold(option) == said:
            return option
    shown = ", ".join(column.options)
    raise _bad(column, "not_an_option", value, options=shown)


def _date(column: Column, value: Any) -> str:
    try:
        return date.fromisoformat(str(value).strip()[:10]).isoformat()
    except ValueError as error:
        raise InvalidInput("entry.not_date", field=column.name, label=column.label) from error


def _time(column: Column, value: Any) -> str:
    found = _WALL.fullmatch(str(value).strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise InvalidInput("entry.not_time", field=column.name)
    return f"{int(found[1]):02d}:{found[2]}"
