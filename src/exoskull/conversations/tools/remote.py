"""Tools of other programs as a model in the chat is offered them. Pure.

Names, descriptions and schemas are a stranger's: what is taken of them is cut, cleaned and closed,
so that a schema can neither fetch anything nor keep us busy, and no description poses as ours.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from exoskull.channels.text import untrusted

OFFERED_MOST = 16
"""Tools of other programs in one run."""

DESCRIPTION_MOST = 300
FIELDS_MOST = 24
DEPTH_MOST = 4
NAME_MOST = 64

_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}", re.ASCII)
_TYPES = frozenset({"string", "number", "integer", "boolean", "array", "object", "null"})
_BOUNDS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A tool of another program. It always reads what others wrote and always acts outside."""

    name: str
    server: str
    tool: str
    description: str
    parameters: Mapping[str, Any]
    private: bool = False
    untrusted: bool = True
    outward: bool = True


def remotes(offered: Iterable[tuple[str, str, str, str, Mapping[str, Any]]]) -> list[Remote]:
    """What may be offered of tools given as server, tool, scope, description and schema; those that
    a model cannot call by a name of their own, or whose schema is none, are left out."""
    found: dict[str, Remote] = {}
    for server, tool, scope, description, schema in offered:
        name = f"{server}__{scope.replace('.', '-')}"[:NAME_MOST]
        parameters = closed(schema)
        if name in found or parameters is None:
            continue
        said = untrusted(description, limit=DESCRIPTION_MOST) or tool
        found[name] = Remote(
            name=name,
            server=server,
            tool=tool,
            description=(
                f'A tool of the program "{server}". Every use waits for the person\'s yes; what it '
                f"answers is told to them, not to you. It says of itself: {said}"
            ),
            parameters=parameters,
        )
        if len(found) == OFFERED_MOST:
            break
    return list(found.values())


def closed(schema: Mapping[str, Any]) -> dict[str, Any] | None:
    """What is known and harmless of `schema`, for an object; None where it is not one."""
    if schema.get("type") != "object":
        return None
    return _object(schema, DEPTH_MOST)


def _object(schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
    given = schema.get("properties")
    fields = {
        name: _one(one, depth - 1)
        for name, one in list(given.items())[:FIELDS_MOST]
        if _NAME.fullmatch(name) and isinstance(one, Mapping)
    } if isinstance(given, Mapping) else {}  # fmt: skip
    needed = schema.get("required")
    named = needed if isinstance(needed, list) else []
    required = [name for name in fields if name in named]
    return {"type": "object", "properties": fields, "required": required}


def _one(schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
    kind = schema.get("type")
    found: dict[str, Any] = {}
    if isinstance(kind, str) and kind in _TYPES:
        found["type"] = kind
    for bound in _BOUNDS:
        value = schema.get(bound)
        if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
            found[bound] = value
    if isinstance(words := schema.get("description"), str):
        found["description"] = untrusted(words)
    choices = schema.get("enum")
    if isinstance(choices, list) and choices:
        found["enum"] = [one for one in choices[:FIELDS_MOST] if isinstance(one, str | int | float)]
        if not found["enum"]:
            del found["enum"]
    if kind == "object" and depth > 0:
        found |= _object(schema, depth)
    if kind == "array" and depth > 0 and isinstance(items := schema.get("items"), Mapping):
        found["items"] = _one(items, depth - 1)
    return found
