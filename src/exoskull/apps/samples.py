"""Values that a column must take, and values that it must refuse: for smoke tests. Pure."""

from typing import Any

from exoskull.apps.model import TEXT_MAX, Column, ColumnType


def good(column: Column) -> Any:
    """A value that the column takes."""
    if column.default is not None:
        return column.default
    match column.type:
        case ColumnType.INTEGER | ColumnType.RATING:
            return int(_middle(column))
        case ColumnType.NUMBER | ColumnType.DURATION | ColumnType.MONEY:
            return _middle(column)
        case ColumnType.BOOLEAN:
            return True
        case ColumnType.TEXT:
            return "Zażółć, 'quoted'; \"1,5\"\n= 2"
        case ColumnType.CHOICE:
            return column.options[-1]
        case ColumnType.DATE:
            return "2024-02-29"
        case ColumnType.TIME:
            return "07:30"


def _middle(column: Column) -> float:
    low = column.low if column.low is not None else 0.0
    high = column.high if column.high is not None else low + 1
    return float(int(low) + 1 if int(low) + 1 <= high else high)


def bad(column: Column) -> Any:
    """A value that the column must refuse."""
    match column.type:
        case ColumnType.TEXT:
            return "x" * (TEXT_MAX + 1)
        case ColumnType.DATE:
            return "2026-02-30"
        case ColumnType.TIME:
            return "25:00"
        case _:
            return "not a value of this"
