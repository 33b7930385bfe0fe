"""Rows into frozen dataclasses, with text turned into the enums that the fields name."""

import dataclasses
from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from psycopg import AsyncCursor
from psycopg.rows import RowMaker

T = TypeVar("T")


def _enum_of(hint: Any) -> type[Enum] | None:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if get_origin(hint) in (Union, UnionType):
        return next((found for arg in get_args(hint) if (found := _enum_of(arg))), None)
    return None


def _shape_of(hint: Any) -> Callable[[Any], Any] | None:
    if enum := _enum_of(hint):
        return enum
    if get_origin(hint) is tuple:
        inner = _enum_of(get_args(hint)[0])
        return (lambda values: tuple(map(inner, values))) if inner else tuple
    return None


@cache
def _shapes(row: type) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(row)
    fields = (field.name for field in dataclasses.fields(row))
    return {name: shape for name in fields if (shape := _shape_of(hints[name]))}


def dataclass_row(row: type[T]) -> Callable[[AsyncCursor[Any]], RowMaker[T]]:
    """A psycopg row factory for `row`, a dataclass whose field names are the columns."""
    shapes = _shapes(row)

    def factory(cursor: AsyncCursor[Any]) -> RowMaker[T]:
        names = [column.name for column in cursor.description or ()]
        convert = [(index, shapes[name]) for index, name in enumerate(names) if name in shapes]

        def make(values: Sequence[Any]) -> T:
            cells = list(values)
            for index, shape in convert:
                if cells[index] is not None:
                    cells[index] = shape(cells[index])
            return row(**dict(zip(names, cells, strict=True)))

        return make

    return factory
