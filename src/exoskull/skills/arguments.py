"""The arguments of host functions: by position or by name, and within their ranges."""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from exoskull.channels.text import is_one_plain_line
from exoskull.sandbox.pool import BadArgument

_METRIC = re.compile(r"[a-z][a-z0-9_]{0,63}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_REACHES_OUT = re.compile(r"https?:|www\.|[^\s@]@[^\s@]", re.IGNORECASE)

DAYS_MAX = 3660
VALUE_MAX = 1e12
UNIT_MAX = 20
TITLE_MAX = 200
TEXT_MAX = 500
STATUSES = ("open", "done", "all")


def bind(name: str, given: tuple[Any, ...], named: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of the call of `name`, by name, in their order.

    Raises:
        BadArgument: too many, too few, another name, another type (`TypeError`), or a value
            outside its range (`ValueError`).
    """
    wanted = _PARAMETERS[name]
    if len(given) > len(wanted):
        raise BadArgument("TypeError", f"{name}() takes {len(wanted)} arguments")
    bound = dict(zip(wanted, given, strict=False))
    for key, value in named.items():
        if key not in wanted or key in bound:
            raise BadArgument("TypeError", f"{name}() got an argument it does not take")
        bound[key] = value
    if missing := [key for key in wanted if key not in bound]:
        raise BadArgument("TypeError", f"{name}() needs {missing[0]!r}")
    return {key: check(bound[key]) for key, check in wanted.items()}


def _metric(value: Any) -> str:
    if _METRIC.fullmatch(_string(value, "metric")) is None:
        raise BadArgument("ValueError", "metric: small letters, digits and _, at most 64")
    return value


def _days(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadArgument("TypeError", "days: an integer")
    if not 1 <= value <= DAYS_MAX:
        raise BadArgument("ValueError", f"days: 1 to {DAYS_MAX}")
    return value


def _value(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadArgument("TypeError", "value: a number")
    if isinstance(value, float) and not math.isfinite(value):
        raise BadArgument("ValueError", "value: a finite number")
    if abs(value) > VALUE_MAX:
        raise BadArgument("ValueError", "value: at most 1e12 in magnitude")
    return value


def _unit(value: Any) -> str:
    if len(_string(value, "unit")) > UNIT_MAX:
        raise BadArgument("ValueError", f"unit: at most {UNIT_MAX} characters")
    if not is_one_plain_line(value):
        raise BadArgument("ValueError", "unit: no control or invisible characters")
    return value


def _title(value: Any) -> str:
    return _worded(value, "title", TITLE_MAX)


def _text(value: Any) -> str:
    return _worded(value, "text", TEXT_MAX)


def _worded(value: Any, name: str, most: int) -> str:
    if not 1 <= len(_string(value, name)) <= most:
        raise BadArgument("ValueError", f"{name}: 1 to {most} characters")
    return _plain(value, name)


def _plain(value: str, name: str) -> str:
    if not is_one_plain_line(value):
        raise BadArgument("ValueError", f"{name}: no control or invisible characters")
    if _REACHES_OUT.search(unicodedata.normalize("NFKC", value)):
        raise BadArgument("ValueError", f"{name}: no links and no e-mail addresses")
    return value


def _due(value: Any) -> str | None:
    if value is None:
        return None
    if _DATE.fullmatch(_string(value, "due")) is None:
        raise BadArgument("ValueError", "due: YYYY-MM-DD, or None")
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise BadArgument("ValueError", "due: a day that exists") from error
    return value


def _status(value: Any) -> str:
    if _string(value, "status") not in STATUSES:
        raise BadArgument("ValueError", "status: 'open', 'done' or 'all'")
    return value


def _string(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise BadArgument("TypeError", f"{name}: text")
    return value


_PARAMETERS: Mapping[str, Mapping[str, Callable[[Any], Any]]] = {
    "measures": {"metric": _metric, "days": _days},
    "tasks": {"status": _status},
    "goals": {},
    "record": {"metric": _metric, "value": _value, "unit": _unit},
    "create_task": {"title": _title, "due": _due},
    "notify": {"text": _text},
    "now": {},
    "today": {},
}
