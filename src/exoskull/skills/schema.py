"""The JSON Schema of a skill's input: a few keywords, checked themselves, and checked against."""

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": lambda value: is_number(value),
    "integer": lambda value: is_number(value) and value == math.floor(value),
}
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems")
KEYWORDS = frozenset(
    {
        "type", "properties", "required", "additionalProperties", "items", "enum", "minimum",
        "maximum", *_COUNTS, "title", "description", "default",
    }
)  # fmt: skip


def is_number(value: Any) -> bool:
    """Whether it is a number of JSON: finite, and no bool."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def faults(schema: Any, where: str = "parameters") -> list[tuple[str, str]]:
    """What is wrong with `schema` itself: places, and the keyword or value at fault there."""
    if isinstance(schema, bool) and where != "parameters":
        return []
    if not isinstance(schema, dict):
        return [(where, "not a mapping")]
    found: list[tuple[str, str]] = []
    for keyword, value in schema.items():
        if keyword not in KEYWORDS:
            found.append((where, keyword))
        elif not _is_good(keyword, value):
            found.append((f"{where}.{keyword}", str(value)[:40]))
    for name, inner in _parts(schema.get("properties")):
        found += faults(inner, f"{where}.{name}")
    for keyword in ("items", "additionalProperties"):
        inner = schema.get(keyword)
        if isinstance(inner, dict):
            found += faults(inner, f"{where}.{keyword}")
    if "default" in schema and not found:
        fits = {keyword: value for keyword, value in schema.items() if keyword != "default"}
        found += [(place, "default") for place in mismatches(schema["default"], fits, where)]
    return found


def _parts(properties: Any) -> list[tuple[str, Any]]:
    return list(properties.items()) if isinstance(properties, dict) else []


def _is_good(keyword: str, value: Any) -> bool:
    match keyword:
        case "type":
            types = value if isinstance(value, list) else [value]
            return bool(types) and all(isinstance(one, str) and one in _TYPES for one in types)
        case "properties":
            return isinstance(value, dict)
        case "required":
            texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
            return texts and len(set(value)) == len(value)
        case "additionalProperties" | "items":
            return isinstance(value, dict | bool)
        case "enum":
            return isinstance(value, list) and bool(value)
        case "minimum" | "maximum":
            return is_number(value)
        case "title" | "description":
            return isinstance(value, str)
        case "default":
            return True
        case _:
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def mismatches(value: Any, schema: Mapping[str, Any] | bool, where: str = "input") -> Iterator[str]:
    """Where `value` does not fit `schema`: the places, outermost first."""
    if isinstance(schema, bool):
        if not schema:
            yield where
        return
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(_TYPES[one](value) for one in types):
            yield where
            return
    if "enum" in schema and not any(same(value, one) for one in schema["enum"]):
        yield where
    if is_number(value) and not (
        schema.get("minimum", -math.inf) <= value <= schema.get("maximum", math.inf)
    ):
        yield where
    if isinstance(value, str) and not _fits(len(value), schema, "minLength", "maxLength"):
        yield where
    if isinstance(value, list):
        if not _fits(len(value), schema, "minItems", "maxItems"):
            yield where
        if "items" in schema:
            for index, one in enumerate(value):
                yield from mismatches(one, schema["items"], f"{where}[{index}]")
    if isinstance(value, dict):
        yield from _of_object(value, schema, where)


def _fits(length: int, schema: Mapping[str, Any], least: str, most: str) -> bool:
    return schema.get(least, 0) <= length <= schema.get(most, math.inf)


def _of_object(value: dict[str, Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{where}.{name}" for name in schema.get("required", ()) if name not in value)
    others = schema.get("additionalProperties", True)
    for name, one in value.items():
        if name in known:
            yield from mismatches(one, known[name], f"{where}.{name}")
        else:
            yield from mismatches(one, others, f"{where}.{name}")


def same(one: Any, other: Any, *, within: float = 0.0) -> bool:
    """Whether two values of JSON are alike; numbers within `within`, and no number is a bool."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other or abs(one - other) <= within
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            same(one[key], other[key], within=within) for key in one
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            same(a, b, within=within) for a, b in zip(one, other, strict=True)
        )
    return type(one) is type(other) and one == other
