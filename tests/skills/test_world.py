"""The world of an example."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.skills.world import faults, world

CLOCK = datetime(2026, 3, 2, 8, tzinfo=UTC)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["now", "measures", "tasks", "goals", "at", "value", "a"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_anything_is_a_world_or_has_faults(given_: Any) -> None:
    if not list(faults(given_)):
        made = world(given_, clock=CLOCK)
        for metric in made.measures:
            made.measured(metric, 3660)
        made.listed("all")


@given(st.dates(date(1, 1, 2), date(9999, 12, 30)), st.integers(1, 3660), st.integers(-4000, 4000))
def test_a_measure_counts_by_its_local_day(today: date, days: int, back: int) -> None:
    ordinal = today.toordinal() - back
    if not 2 <= ordinal <= date.max.toordinal() - 1:
        return
    at = date.fromordinal(ordinal).isoformat() + "T23:59:59+02:00"
    given_ = {"now": f"{today}T00:00:00+02:00", "measures": {"a": [{"at": at, "value": 1}]}}
    assert list(faults(given_)) == []
    found = world(given_, clock=CLOCK).measured("a", days)
    assert bool(found) is (today.toordinal() - days < ordinal <= today.toordinal())


def test_measures_come_oldest_first_whatever_their_offset() -> None:
    rows = [
        {"at": "2026-03-02T07:00:00+01:00", "value": 2, "unit": "h"},
        {"at": "2026-03-02T05:30:00Z", "value": 1},
        {"at": "2026-03-01 23:00+01:00", "value": 0},
    ]
    made = world({"measures": {"a": rows}}, clock=CLOCK)
    assert [one["value"] for one in made.measured("a", 2)] == [0, 1, 2]
    assert made.measured("a", 2)[1] == {"at": "2026-03-02T05:30:00Z", "value": 1, "unit": ""}
    assert made.measured("b", 2) == []


def test_tasks_and_goals_have_all_their_keys_and_are_copies() -> None:
    made = world(
        {"tasks": [{"title": "a"}, {"title": "b", "status": "done"}], "goals": [{"title": "c"}]},
        clock=CLOCK,
    )
    assert made.listed("open") == [{"title": "a", "due": None, "status": "open", "done_at": None}]
    assert [one["title"] for one in made.listed("done")] == ["b"]
    made.listed("all")[0]["title"] = "x"
    assert made.listed("all")[0]["title"] == "a"
    assert set(made.goals[0]) == {
        "title", "metric", "target", "period", "direction", "baseline", "by",
    }  # fmt: skip


def test_without_a_now_the_clock_stands_for_it() -> None:
    assert world(None, clock=CLOCK).now == CLOCK
    later = CLOCK + timedelta(days=1)
    assert world({"now": later.isoformat()}, clock=CLOCK).now == later


@pytest.mark.parametrize(
    "given_",
    [
        None, [], {"tenant": "a"}, {"now": "2026-03-02"}, {"now": "2026-03-02T08:00:00"},
        {"now": "2026-W10-1T08:00:00+01:00"}, {"now": "20260302T080000+0100"}, {"now": 1},
        {"now": "0001-01-01T00:00:00+14:00"}, {"measures": []}, {"measures": {"A": []}},
        {"measures": {"a": {}}}, {"measures": {"a": [{"at": "2026-03-02T08:00:00+01:00"}]}},
        {"measures": {"a": [{"at": "2026-03-02T08:00:00+01:00", "value": True}]}},
        {"measures": {"a": [{"at": "2026-03-02T08:00:00+01:00", "value": float("nan")}]}},
        {"tasks": [{}]}, {"tasks": [{"title": "a", "status": "all"}]},
        {"tasks": [{"title": "a", "due": "2026-3-2"}]}, {"tasks": [{"title": 1}]},
        {"goals": [{"title": "a", "target": "1"}]}, {"goals": [{"title": "a", "by": "soon"}]},
    ],
)  # fmt: skip
def test_what_is_no_world_has_faults(given_: Any) -> None:
    assert list(faults(given_))
