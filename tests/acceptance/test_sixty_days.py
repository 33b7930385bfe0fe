"""Sixty days of Ewa, in Warsaw, with three goals of different kinds: what each record must say was
worked out by hand, before it was run, and stands here with its arithmetic.

She weighs 80 kg on Monday 2 March 2026 and wants 74 by 1 May: 6 kg in 60 days, an even pace of 0.1
a day. A value is held against the pace of the day it was measured on; behind by up to 2% of the
6 kg (0.12) is on track, by up to 10% (0.6) at risk, by more off track.

She runs 3 times a week from Thursday 5 March on. Weeks start on Monday (she speaks Polish). By the
end of a week's n-th day 3*n/7 are due; at least that is on track, at least 80% of it at risk. The
first week has 4 of its 7 days: 3 * 4/7 = 1.71, in whole runs 2, of which n/4 are due by the end of
its n-th day.

She drinks at least 2 l (8 glasses of 250 ml) on 5 days in a row, from Monday 9 March on, by
5 April. A day without an entry is not known: it breaks the row, but is no failure.

TABLE holds what `goal-progress` must say at 5:30 of the morning after each of ten days, with the
arithmetic beside it.
"""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from simulation.replayed import parsed, replayed

WARSAW = ZoneInfo("Europe/Warsaw")
WEIGHT, RUNS, WATER = "Waga", "Biegać", "Woda"


def line(at: str, kind: str, **fields: Any) -> dict[str, Any]:
    local = datetime.fromisoformat(f"2026-{at}").replace(tzinfo=WARSAW)
    return {"at": local.isoformat(), "tenant": "ewa", "kind": kind, **fields}


def weighed(at: str, value: float, **unit: str) -> dict[str, Any]:
    return line(f"{at}T07:15", "measure", metric="weight_kg", value=value, **unit)


def ran(at: str) -> dict[str, Any]:
    return line(f"{at}T18:00", "measure", metric="runs", value=1)


def drank(at: str, hour: int, value: float, unit: str) -> dict[str, Any]:
    return line(f"{at}T{hour:02}:00", "measure", metric="water_glasses", value=value, unit=unit)


LINES = [
    line("03-02T07:00", "tenant", language="pl", timezone="Europe/Warsaw"),
    line("03-02T07:05", "goal", title=WEIGHT, metric="weight_kg", target=74, baseline=80,
         by="2026-05-01"),
    line("03-05T09:00", "goal", title=RUNS, metric="runs", target=3, period="week"),
    line("03-09T08:00", "goal", title=WATER, metric="water_glasses", target=2, unit="l",
         period="day", streak=5, by="2026-04-05"),
    weighed("03-02", 80), weighed("03-09", 79.2), weighed("03-16", 79.0),
    weighed("03-23", 78900, unit="g"), weighed("03-30", 77.3), weighed("04-15", 77, unit="m"),
    weighed("04-20", 75.4), weighed("04-27", 74.0),
    ran("03-07"), ran("03-08"), ran("03-10"), ran("03-13"), ran("03-16"), ran("03-17"),
    ran("03-19"), ran("03-29"), ran("04-20"), ran("04-22"),
    drank("03-09", 12, 2000, "ml"), drank("03-10", 10, 1, "l"), drank("03-10", 17, 1000, "ml"),
    drank("03-11", 12, 1500, "ml"), drank("03-13", 12, 2.1, "l"), drank("03-14", 12, 9, "glass"),
    drank("03-15", 12, 8, "szklanek"), drank("03-16", 12, 2500, "ml"), drank("03-17", 12, 2, "l"),
    *(line(f"04-{day:02}T19:00", "task_done", which="all-today") for day in range(6, 18)),
    line("04-30T23:59", "end"),
]  # fmt: skip

TABLE: dict[str, dict[str, tuple[float | None, float | None, float, str]]] = {
    "03-07": {
        # 80 on 2 March, where the pace begins: 0 of 6 kg due.
        WEIGHT: (80, 80, 74, "on_track"),
        # One run; three of four days are over: 2 * 3/4 = 1.5 due, of which 80% are 1.2.
        RUNS: (1, 1.5, 2, "off_track"),
    },
    "03-08": {
        WEIGHT: (80, 80, 74, "on_track"),
        # Two of two.
        RUNS: (2, 2, 2, "completed"),
    },
    "03-09": {
        # 7 days, 0.7 kg: 79.3 due; 0.1 ahead.
        WEIGHT: (79.2, 79.3, 74, "on_track"),
        # A new week: 3 * 1/7 due, and none yet. Runs were measured lately, so none is none.
        RUNS: (0, 3 / 7, 3, "off_track"),
        # 2000 ml; a row of 1.
        WATER: (8, 8, 8, "on_track"),
    },
    "03-11": {
        # Not weighed since the 9th.
        WEIGHT: (79.2, 79.3, 74, "on_track"),
        # 3 * 3/7 = 1.29 due, 80% are 1.03.
        RUNS: (1, 9 / 7, 3, "off_track"),
        # 1500 ml: the row of 2 is broken.
        WATER: (6, 8, 8, "off_track"),
    },
    "03-12": {
        WEIGHT: (79.2, 79.3, 74, "on_track"),
        # 3 * 4/7 = 1.71 due, 80% are 1.37.
        RUNS: (1, 12 / 7, 3, "off_track"),
        # No entry: not known.
        WATER: (None, 8, 8, "at_risk"),
    },
    "03-13": {
        WEIGHT: (79.2, 79.3, 74, "on_track"),
        # 3 * 5/7 = 2.14 due, 80% are 1.71.
        RUNS: (2, 15 / 7, 3, "at_risk"),
        # 2.1 l are 2100/250 glasses; a row of 1.
        WATER: (8.4, 8, 8, "on_track"),
    },
    "03-17": {
        # Of the 16th: 14 days, 1.4 kg: 78.6 due; 0.4 behind, between 0.12 and 0.6.
        WEIGHT: (79.0, 78.6, 74, "at_risk"),
        # Monday and Tuesday: 3 * 2/7 = 0.86 due.
        RUNS: (2, 6 / 7, 3, "on_track"),
        # 13 to 17 March: 8.4, 9, 8, 10 and 8 glasses: 5 of 5.
        WATER: (8, 8, 8, "completed"),
    },
    "03-23": {
        # 78900 g; 21 days, 2.1 kg: 77.9 due; 1.0 behind, over 0.6.
        WEIGHT: (78.9, 77.9, 74, "off_track"),
        RUNS: (0, 3 / 7, 3, "off_track"),
    },
    "04-14": {
        # Of 30 March (28 days, 2.8 kg: 77.2 due), 15 days ago: over 14.
        WEIGHT: (77.3, 77.2, 74, "no_data"),
        # The week began on the 13th; no run in it nor from 30 March on: the last was on the 29th.
        RUNS: (None, None, 3, "no_data"),
    },
    "04-20": {
        # 49 days, 4.9 kg: 75.1 due; 0.3 behind.
        WEIGHT: (75.4, 75.1, 74, "at_risk"),
        RUNS: (1, 3 / 7, 3, "on_track"),
    },
}
"""By day and goal: have, due by then, target, trajectory."""

ROWS = {"03-09": 1, "03-11": 0, "03-12": 0, "03-13": 1, "03-17": 5}

Records = list[dict[str, Any]]


@pytest.fixture(scope="module")
def lived(server_url: str, template_database: str, tmp_path_factory: Any) -> Records:
    tape: Path = tmp_path_factory.mktemp("tapes") / "ewa.jsonl"
    told = sorted(LINES, key=lambda one: datetime.fromisoformat(one["at"]))
    tape.write_text("\n".join(json.dumps(one) for one in told), encoding="utf-8")
    return parsed(replayed(server_url, template_database, tape))


def local(record: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(record["at"]).astimezone(WARSAW)


def closed(records: Records, day: str) -> dict[str, dict[str, Any]]:
    """What the morning after said of each goal, by title."""
    on = date.fromisoformat(f"2026-{day}")
    return {
        one["data"]["title"]: one["data"]
        for one in records
        if one["kind"] == "goal.progress"
        and one["data"]["on"] == on.isoformat()
        and local(one).date() == on + timedelta(days=1)
    }


@pytest.mark.parametrize("day", TABLE)
def test_each_goal_stands_on_each_day_as_worked_out_by_hand(lived: Records, day: str) -> None:
    found = closed(lived, day)
    assert found.keys() == TABLE[day].keys()
    for title, (have, due, target, trajectory) in TABLE[day].items():
        data = found[title]
        assert data["trajectory"] == trajectory, title
        assert data["have"] == (None if have is None else pytest.approx(have)), title
        assert data["expected"] == (None if due is None else pytest.approx(due)), title
        assert data["target"] == pytest.approx(target), title
        assert data["because"]["rule"]


@pytest.mark.parametrize("day", ROWS)
def test_days_in_a_row_are_counted(lived: Records, day: str) -> None:
    row = closed(lived, day)[WATER]["streak"]
    assert (row["days"], row["of"]) == (ROWS[day], 5)


def test_every_goal_is_told_of_every_morning_that_it_is_there(lived: Records) -> None:
    told = [one for one in lived if one["kind"] == "goal.progress" and local(one).hour == 5]
    by_goal = {
        title: [one["data"]["on"] for one in told if one["data"]["title"] == title]
        for title in (WEIGHT, RUNS, WATER)
    }
    assert {local(one).time().isoformat() for one in told} == {"05:30:00"}
    # 2 March to 26 April, 5 March to 29 April, 9 to 17 March: each date once.
    assert [len(dates) for dates in by_goal.values()] == [56, 56, 9]
    assert all(dates == sorted(set(dates)) for dates in by_goal.values())


def test_what_is_reached_is_completed_and_nothing_else(lived: Records) -> None:
    ended = [
        (one["data"]["title"], one["kind"], local(one).date().isoformat())
        for one in lived
        if one["kind"] in ("goal.completed", "goal.missed", "goal.dropped")
    ]
    assert ended == [
        (WATER, "goal.completed", "2026-03-18"),
        (WEIGHT, "goal.completed", "2026-04-27"),
    ]


def test_a_weight_in_metres_is_named_and_not_counted(lived: Records) -> None:
    (odd,) = [
        one["data"]["id"]
        for one in lived
        if one["kind"] == "measure.logged" and one["data"]["unit"] == "m"
    ]
    weight = closed(lived, "04-15")[WEIGHT]
    assert (weight["unread"], weight["have"], weight["trajectory"]) == ([odd], 77.3, "no_data")
    assert closed(lived, "04-14")[WEIGHT]["unread"] == []


def test_tasks_done_move_no_goal(lived: Records) -> None:
    done = [one for one in lived if one["kind"] == "task.done"]
    assert done
    days = {f"04-{day:02}" for day in range(13, 18)}
    assert {closed(lived, day)[RUNS]["trajectory"] for day in days} == {"no_data"}


def test_two_weights_in_four_weeks_project_no_date(lived: Records) -> None:
    assert closed(lived, "04-20")[WEIGHT]["projection"] is None
