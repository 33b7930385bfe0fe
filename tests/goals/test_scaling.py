"""Whatever the unit, and whatever is measured besides, a goal stands where it stands."""

import inspect
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from goals.given import at, days, goal, stand
from hypothesis import assume, given
from hypothesis import strategies as st

from exoskull.goals.pace import assess
from exoskull.goals.progress import Progress, Trajectory
from exoskull.language.conversion import convert
from exoskull.language.model import Direction, Period

ORDER = [Trajectory.OFF_TRACK, Trajectory.AT_RISK, Trajectory.ON_TRACK, Trajectory.COMPLETED]
UNITS = {"run_km": ["m", "mi", "km"], "walk_minutes": ["h", "s", "min"], "weight_kg": ["lb", "g"]}

values = st.dictionaries(st.integers(2, 27).map(str), st.integers(0, 40).map(float), min_size=1)
moments = st.builds(at, st.integers(2, 27), st.integers(0, 23))
KINDS: list[dict[str, Any]] = [
    {"period": Period.DAY},
    {"period": Period.WEEK},
    {"period": Period.MONTH, "direction": Direction.AT_MOST},
    {"period": None, "direction": Direction.REACH, "by": date(2026, 3, 31), "baseline": 50.0},
    {"period": None, "direction": Direction.REACH, "by": date(2026, 3, 20)},
    {"period": Period.DAY, "streak": 3},
    {"period": Period.DAY, "streak": 3, "direction": Direction.AT_MOST},
]


@st.composite
def until_yesterday(draw: st.DrawFn) -> tuple[dict[str, float], Any]:
    """A moment, and what was measured on days before it."""
    now = draw(st.builds(at, st.integers(3, 27), st.integers(0, 23)))
    days_before = st.integers(2, now.day - 1).map(str)
    amounts = st.integers(0, 40).map(float)
    return draw(st.dictionaries(days_before, amounts, min_size=1)), now


def in_unit(value: float | None, unit: str, to: str) -> float | None:
    return None if value is None else convert(value, unit, to)


@given(
    st.sampled_from([(metric, unit) for metric, units in UNITS.items() for unit in units]),
    st.sampled_from(KINDS),
    values,
    moments,
    st.integers(1, 60).map(float),
)
def test_the_unit_of_a_goal_changes_its_numbers_and_not_its_trajectory(
    measured_in: tuple[str, str],
    kind: dict[str, Any],
    measured: dict[str, float],
    now: Any,
    target: float,
) -> None:
    metric, unit = measured_in
    own = {"run_km": "km", "walk_minutes": "min", "weight_kg": "kg"}[metric]
    before = stand(goal(metric, target, created=at(1), unit=own, **kind), measured, now, unit=own)
    scaled = dict(kind)
    if "baseline" in kind:
        scaled["baseline"] = convert(kind["baseline"], own, unit)
    other = convert(target, own, unit)
    assert other is not None
    after = stand(goal(metric, other, created=at(1), unit=unit, **scaled), measured, now, unit=own)
    assert after.trajectory is before.trajectory
    for name in ("have", "expected", "target", "missing"):
        told = in_unit(getattr(before, name), own, unit)
        wanted = None if told is None else pytest.approx(told, rel=1e-9, abs=1e-9)
        assert getattr(after, name) == wanted
    assert (after.streak, after.share) == (before.streak, before.share)
    headings = [one.momentum and one.momentum.heading for one in (before, after)]
    assert headings[0] == headings[1]


@given(values, moments, st.sampled_from(KINDS[3:5]), st.floats(0, 60), st.floats(0.1, 10))
def test_a_better_value_on_the_same_day_never_worsens_a_goal_to_reach(
    measured: dict[str, float], now: Any, kind: dict[str, Any], target: float, better: float
) -> None:
    kind = kind | {"baseline": 50.0}
    one = goal("weight_kg", target, created=at(1), **kind)
    seen = [day for day in measured if int(day) <= now.day]
    assume(seen and target != 50)
    before = stand(one, measured, now)
    assume(before.trajectory is not Trajectory.NO_DATA)
    last = max(seen, key=int)
    sign = 1 if target > 50 else -1
    after = stand(one, {**measured, last: measured[last] + sign * better}, now)
    assert ORDER.index(after.trajectory) >= ORDER.index(before.trajectory)
    assert after.missing <= before.missing + 1e-9


@given(until_yesterday(), st.sampled_from(KINDS[3:5]), st.floats(0, 60))
def test_a_newer_value_that_keeps_pace_never_worsens_a_goal_to_reach(
    lived: tuple[dict[str, float], Any], kind: dict[str, Any], target: float
) -> None:
    measured, now = lived
    kind = kind | {"baseline": 50.0}
    one = goal("weight_kg", target, created=at(1), **kind)
    seen = [int(day) for day in measured]
    before = stand(one, measured, now)
    assume(before.trajectory is not Trajectory.NO_DATA)
    assert one.by_date is not None
    whole = (one.by_date - date(2026, 3, 1)).days
    pace = (target - 50) * (now.day - max(seen)) / whole
    after = stand(one, {**measured, str(now.day): measured[str(max(seen))] + pace}, now)
    assert ORDER.index(after.trajectory) >= ORDER.index(before.trajectory)


@given(values, moments, st.integers(2, 10), st.floats(1, 40))
def test_doing_more_today_never_breaks_a_row(
    measured: dict[str, float], now: Any, of: int, more: float
) -> None:
    one = goal("water_glasses", 8, Period.DAY, streak=of, created=at(1))
    before = stand(one, measured, now)
    assume(before.trajectory is not Trajectory.NO_DATA)
    today = str(now.day)
    after = stand(one, {**measured, today: measured.get(today, 0) + more}, now)
    assert ORDER.index(after.trajectory) >= ORDER.index(before.trajectory)
    assert before.streak is not None
    assert after.streak is not None
    assert after.streak.days >= before.streak.days


@given(st.sampled_from(KINDS), values, moments)
def test_what_comes_after_the_moment_is_not_looked_at(
    kind: dict[str, Any], measured: dict[str, float], now: Any
) -> None:
    one = goal("run_km", 20, created=at(1), **kind)
    everything = days("run_km", measured)
    until = [day for day in everything if day.on <= now.date()]
    assert assess(one, everything, now) == assess(one, until, now)


def test_no_task_can_move_a_goal() -> None:
    taken = set(inspect.signature(assess).parameters)
    assert taken == {"goal", "days", "local_now", "unread"}
    assert not {field.name for field in fields(Progress)} & {"tasks", "done", "done_tasks"}


def test_a_unit_that_is_of_something_else_is_named_and_not_added() -> None:
    one = goal("gitara", 60, Period.WEEK, unit="min")
    known = days("gitara", {"2": 0.5}, unit="h")
    odd = days("gitara", {"3": 4}, unit="kg")
    found = assess(one, [*known, *odd], at(4))
    assert found.have == 30
    assert found.unread == (str(odd[0].measures[0].id),)
