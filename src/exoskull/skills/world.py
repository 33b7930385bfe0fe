"""The world that an example, or a run outside a tenant, is run in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from exoskull.skills.schema import is_number

_METRIC = re.compile(r"[a-z][a-z0-9_]{0,63}")
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:[Zz]|[+-]\d\d:?\d\d)", re.ASCII
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_GOAL = ("title", "metric", "target", "period", "direction", "baseline", "by")
_TASK = ("title", "due", "status", "done_at")
_MEASURE = ("at", "value", "unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the host functions answer from. `now`: local, aware; measures oldest first."""

    now: datetime
    measures: Mapping[str, Sequence[Mapping[str, Any]]]
    tasks: Sequence[Mapping[str, Any]]
    goals: Sequence[Mapping[str, Any]]

    def measured(self, metric: str, days: int) -> list[dict[str, Any]]:
        """Those of the last `days` local days, today included."""
        today = self.now.date().toordinal()
        return [
            dict(one)
            for one in self.measures.get(metric, ())
            if today - days < date.fromisoformat(one["at"][:10]).toordinal() <= today
        ]

    def listed(self, status: str) -> list[dict[str, Any]]:
        """The tasks of that status, or all."""
        return [dict(one) for one in self.tasks if status in ("all", one["status"])]


def faults(given: Any) -> Iterator[str]:
    """Where `given` is not a world: places."""
    if not isinstance(given, dict):
        yield "given"
        return
    known = {"now", "measures", "tasks", "goals"}
    yield from (f"given.{key}" for key in given if key not in known)
    if "now" in given and not _is_instant(given["now"]):
        yield "given.now"
    measures = given.get("measures", {})
    if not isinstance(measures, dict):
        yield "given.measures"
    else:
        for metric, rows in measures.items():
            where = f"given.measures.{metric}"
            if _METRIC.fullmatch(metric) is None:
                yield where
            yield from _rows(rows, where, _is_measure)
    yield from _rows(given.get("tasks", []), "given.tasks", _is_task)
    yield from _rows(given.get("goals", []), "given.goals", _is_goal)


def world(given: Mapping[str, Any] | None, *, clock: datetime) -> World:
    """The world of a `given` without faults; `clock` stands where it names no time."""
    given = given or {}
    now = datetime.fromisoformat(given["now"]) if "now" in given else clock
    return World(
        now=now,
        measures={
            metric: sorted(
                ({"at": one["at"], "value": one["value"], "unit": one.get("unit", "")}
                 for one in rows),
                key=lambda one: datetime.fromisoformat(one["at"]),
            )
            for metric, rows in given.get("measures", {}).items()
        },
        tasks=[_filled(one, _TASK) | {"status": one.get("status", "open")}
               for one in given.get("tasks", [])],
        goals=[_filled(one, _GOAL) for one in given.get("goals", [])],
    )  # fmt: skip


def _filled(one: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    return {field: one.get(field) for field in fields}


def _rows(rows: Any, where: str, is_good: Any) -> Iterator[str]:
    if not isinstance(rows, list):
        yield where
        return
    yield from (f"{where}[{index}]" for index, one in enumerate(rows) if not is_good(one))


def _has(one: Any, fields: Sequence[str], needed: Sequence[str]) -> bool:
    known = isinstance(one, dict) and one.keys() <= set(fields)
    return known and all(field in one for field in needed)


def _is_measure(one: Any) -> bool:
    return (
        _has(one, _MEASURE, ("at", "value"))
        and _is_instant(one["at"])
        and is_number(one["value"])
        and isinstance(one.get("unit", ""), str)
    )


def _is_task(one: Any) -> bool:
    return (
        _has(one, _TASK, ("title",))
        and isinstance(one["title"], str)
        and one.get("status", "open") in ("open", "done")
        and (one.get("due") is None or _is_day(one["due"]))
        and (one.get("done_at") is None or _is_instant(one["done_at"]))
    )


def _is_goal(one: Any) -> bool:
    if not (_has(one, _GOAL, ("title",)) and isinstance(one["title"], str)):
        return False
    numbers = all(one.get(key) is None or is_number(one[key]) for key in ("target", "baseline"))
    texts = all(
        one.get(key) is None or isinstance(one[key], str)
        for key in ("metric", "period", "direction")
    )
    return numbers and texts and (one.get("by") is None or _is_day(one["by"]))


def _is_instant(value: Any) -> bool:
    """ISO 8601 with an offset, of a moment that UTC has a year for."""
    if not isinstance(value, str) or _INSTANT.fullmatch(value) is None:
        return False
    try:
        datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return False
    return True


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
