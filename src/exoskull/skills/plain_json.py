"""JSON as a command is given it: what of it a skill can be handed."""

import json
import math
from typing import Any

from exoskull.skills.model import INTEGER_MAX

LEVELS_MAX = 100


class NotJson(ValueError):
    """The text is not JSON."""


class NotPlain(ValueError):
    """The text is JSON, but with a key twice, half a surrogate pair, a number that is not finite or
    an integer beyond 2^53 - 1, or too many levels."""


def read(text: str) -> Any:
    """The value in `text`; raises NotJson, NotPlain."""
    try:
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_object)
    except NotPlain:
        raise
    except RecursionError as error:
        raise NotPlain("levels") from error
    except ValueError as error:
        raise NotJson(str(error)) from error
    _see(value, LEVELS_MAX)
    return value


def _no_constant(name: str) -> float:
    raise NotJson(f"{name} is not JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise NotPlain("key")
    return made


def _see(value: Any, levels: int) -> None:
    match value:
        case bool() | None:
            return
        case str():
            if any("\ud800" <= one <= "\udfff" for one in value):
                raise NotPlain("text")
        case int():
            if abs(value) > INTEGER_MAX:
                raise NotPlain("number")
        case float():
            if not math.isfinite(value):
                raise NotPlain("number")
        case list() | dict():
            if levels == 0:
                raise NotPlain("levels")
            for one in value:
                _see(one, levels - 1)
            if isinstance(value, dict):
                for one in value.values():
                    _see(one, levels - 1)
