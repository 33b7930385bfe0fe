"""Goals into days: actions every morning, a verdict every evening, and a strategy that changes on
the third evening on which nothing came of it. Replayed, in Polish, moved by the clock alone."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from acceptance.life import WARSAW
from simulation.replayed import parsed, replayed

TAPE = """\
{"at":"2026-03-02T08:00:00+01:00","tenant":"anna","kind":"tenant","language":"pl","timezone":"Europe/Warsaw","email":"anna@example.org","phone":"+48600100200"}
{"at":"2026-03-02T08:05:00+01:00","tenant":"anna","kind":"goal","title":"Biegać","metric":"runs","target":7,"period":"week"}
{"at":"2026-03-02T08:06:00+01:00","tenant":"anna","kind":"goal","title":"Czytać","metric":"pages_read","target":10,"period":"day"}
{"at":"2026-03-02T18:00:00+01:00","tenant":"anna","kind":"measure","metric":"runs","value":1}
"""
READS = (
    '{{"at":"2026-03-{:02}T19:00:00+01:00","tenant":"anna","kind":"measure",'
    '"metric":"pages_read","value":{}}}\n'
)
END = '{"at":"2026-03-16T12:00:00+01:00","tenant":"anna","kind":"end"}\n'


@pytest.fixture(scope="module")
def told(
    server_url: str, template_database: str, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    """Fourteen days: she reads every evening, enough or half of it by turns, and never does what is
    meant for running."""
    tape = tmp_path_factory.mktemp("tape") / "two-weeks.jsonl"
    lines = TAPE + "".join(READS.format(day, 6 if day % 2 else 12) for day in range(2, 16)) + END
    tape.write_text(lines, encoding="utf-8")
    return parsed(replayed(server_url, template_database, tape))


def local(record: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(record["at"]).astimezone(WARSAW)


def of_kind(told: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [record for record in told if record["kind"] == kind]


def actions(told: list[dict[str, Any]], title: str, day: int) -> list[str]:
    """The titles of the actions made on a morning for the goal `title`."""
    return [
        record["data"]["title"]
        for record in of_kind(told, "task.created")
        if record["data"]["source"] == "loop"
        and local(record).day == day
        and record["data"]["title"].startswith(f"{title}: ")
    ]


def test_three_failed_days_change_the_strategy_on_the_third_evening(
    told: list[dict[str, Any]],
) -> None:
    given = [day for day in range(2, 16) if actions(told, "Biegać", day)]
    first, *_ = changes = of_kind(told, "strategy.changed")
    third_evening = local(first)
    assert first["data"]["title"] == "Biegać"
    assert third_evening.day == given[2]
    assert (third_evening.hour, third_evening.minute) == (20, 30)
    assert given[:3] == [given[0], given[0] + 1, given[0] + 2]
    assert first["data"]["old_kind"] != first["data"]["new_kind"]
    assert all(change["data"]["title"] == "Biegać" for change in changes)


def test_the_next_mornings_actions_are_others_and_differ_in_kind(
    told: list[dict[str, Any]],
) -> None:
    (first, *_) = of_kind(told, "strategy.changed")
    day = local(first).day
    before = {title for one in range(day - 2, day + 1) for title in actions(told, "Biegać", one)}
    after = set(actions(told, "Biegać", day + 1))
    assert after
    assert not before & after


def test_the_change_is_told_in_the_evening_with_its_reason(told: list[dict[str, Any]]) -> None:
    (first, *_) = of_kind(told, "strategy.changed")
    (reflection,) = [
        one for one in of_kind(told, "reflection.sent") if local(one).date() == local(first).date()
    ]
    assert "Biegać" in reflection["data"]["text"]
    assert "nie działa" in reflection["data"]["text"]
    assert "3 dni" in reflection["data"]["text"]


def test_every_action_is_named_in_the_briefing_of_its_day(told: list[dict[str, Any]]) -> None:
    briefings = {local(one).day: one["data"]["text"] for one in of_kind(told, "briefing.sent")}
    for day in range(3, 16):
        for goal in ("Biegać", "Czytać"):
            titles = actions(told, goal, day)
            assert all(title.partition(": ")[2] in briefings[day] for title in titles)
            assert not titles or f"Dziś dla celu „{goal}”:" in briefings[day]


def test_half_of_a_days_goal_is_no_failure_and_its_strategy_stays(
    told: list[dict[str, Any]],
) -> None:
    given = [one for one in range(3, 16) if actions(told, "Czytać", one)]
    assert given == list(range(4, 16, 2))  # the mornings after half of it
    changed = {one["data"]["title"] for one in of_kind(told, "strategy.changed")}
    assert "Czytać" not in changed


def test_nobody_is_given_more_than_three_actions_a_goal_and_five_a_day(
    told: list[dict[str, Any]],
) -> None:
    for day in range(2, 16):
        running, reading = actions(told, "Biegać", day), actions(told, "Czytać", day)
        assert max(len(running), len(reading)) <= 3
        assert len(running) + len(reading) <= 5
        assert len(set(running + reading)) == len(running + reading)


def test_a_day_has_one_plan_and_one_reflection_at_their_hours(
    told: list[dict[str, Any]],
) -> None:
    plans = [local(one) for one in of_kind(told, "briefing.sent")]
    evenings = [local(one) for one in of_kind(told, "reflection.sent")]
    assert [at.day for at in plans] == list(range(3, 17))
    assert [at.day for at in evenings] == list(range(2, 16))
    assert {(at.hour, at.minute) for at in plans} == {(7, 32)}
    assert all(timedelta(hours=20, minutes=30) <= _wall(at) for at in evenings)


def test_nothing_is_said_of_a_goal_on_the_day_it_was_met(
    told: list[dict[str, Any]],
) -> None:
    """No nag to do or to log what was done or logged."""
    logged = {
        (local(one).date(), one["data"]["metric"]): local(one)
        for one in of_kind(told, "measure.logged")
        if one["data"]["metric"] == "runs" or one["data"]["value"] >= 10
    }
    for one in of_kind(told, "intervention.sent"):
        if one["data"]["symptom"] in ("goal_off_pace", "goal_without_data"):
            metric = "runs" if "Biegać" in one["data"]["text"] else "pages_read"
            at = logged.get((local(one).date(), metric))
            assert at is None or local(one) < at


def _wall(at: datetime) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
