"""Whole weeks on a virtual clock: what every replay obeys."""

import json
from collections import Counter, defaultdict
from datetime import datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from simulation.replayed import TAPES, parsed, replayed

Records = list[dict[str, Any]]

ANNA, BEN, OLA = "anna-week", "ben-attacks", "ola-clock-change"


@pytest.fixture(scope="module")
def told(server_url: str, template_database: str) -> Any:
    """The lines that a replay of a tape prints, each tape replayed once."""
    kept: dict[str, list[str]] = {}

    def lines(name: str) -> list[str]:
        if name not in kept:
            kept[name] = replayed(server_url, template_database, TAPES / f"{name}.jsonl")
        return kept[name]

    return lines


@pytest.fixture(scope="module", params=[ANNA, BEN, OLA])
def week(request: pytest.FixtureRequest, told: Any) -> tuple[str, Records]:
    return request.param, parsed(told(request.param))


@pytest.fixture(scope="module")
def anna(told: Any) -> Records:
    return parsed(told(ANNA))


@pytest.fixture(scope="module")
def ben(told: Any) -> Records:
    return parsed(told(BEN))


def of(records: Records, *kinds: str) -> Records:
    return [record for record in records if record["kind"] in kinds]


def at(record: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(record["at"])


def zones(name: str) -> list[tuple[datetime, ZoneInfo]]:
    """From when on the person was in which zone."""
    lines = [json.loads(line) for line in (TAPES / f"{name}.jsonl").read_text().splitlines()]
    return [
        (datetime.fromisoformat(line["at"]), ZoneInfo(line["timezone"]))
        for line in lines
        if "timezone" in line
    ]


def local(name: str, record: dict[str, Any]) -> datetime:
    """A record's instant by the clock on the person's wall, then."""
    zone = next(zone for since, zone in reversed(zones(name)) if since <= at(record))
    return at(record).astimezone(zone)


SENT = ("intervention.sent", "briefing.sent", "reflection.sent")


def test_nothing_is_sent_in_quiet_hours(week: tuple[str, Records]) -> None:
    name, records = week
    for sent in of(records, *SENT):
        assert time(7) <= local(name, sent).time() < time(22), sent


def test_at_most_eight_leave_a_local_day_half_an_hour_apart(week: tuple[str, Records]) -> None:
    name, records = week
    sent = of(records, *SENT)
    assert sent
    assert max(Counter(local(name, one).date() for one in sent).values()) <= 8
    assert all(at(b) - at(a) >= timedelta(minutes=30) for a, b in pairwise(sent))


def test_whatever_was_sent_has_a_receipt_and_says_where_it_went(
    week: tuple[str, Records],
) -> None:
    for sent in of(week[1], *SENT):
        data = sent["data"]
        assert data["receipt"]
        assert {"id", "action", "channel", "framing", "symptom", "text", "reason"} <= data.keys()
        assert (data["to"] is None) == (data["channel"] == "in_app")


def test_every_draw_has_a_chance_to_send_and_not_to(week: tuple[str, Records]) -> None:
    for made in of(week[1], "decision.made"):
        assert 0.1 <= made["data"]["p_send"] <= 0.9
        assert sum(made["data"]["p_arm"]) == pytest.approx(1.0)


def test_every_slot_is_accounted_for_once(week: tuple[str, Records]) -> None:
    name, records = week
    slots = of(records, "slot.ran", "slot.skipped", "slot.failed", "slot.missed")
    keys = Counter((one["data"]["job"], one["data"]["slot"]) for one in slots)
    assert set(keys.values()) == {1}
    assert of(records, "slot.failed") == []
    begin, end = at(records[0]), at(records[-1])
    quarters = int((end - begin) / timedelta(minutes=15))
    for job in ("loop-15", "outcome-sweep"):
        there = sum(one["data"]["job"] == job for one in slots)
        assert quarters - 1 <= there <= quarters + 1, (name, job)


def test_each_local_date_has_one_morning_slot(week: tuple[str, Records]) -> None:
    name, records = week
    slots = of(records, "slot.ran", "slot.skipped", "slot.missed", "slot.failed")
    mornings = [one["data"]["slot"] for one in slots if one["data"]["job"] == "morning-briefing"]
    assert len(mornings) == len(set(mornings))
    briefed = Counter(local(name, one).date() for one in of(records, "briefing.sent"))
    assert max(briefed.values()) == 1


def test_anna_has_one_morning_slot_on_each_date_over_her_flight_and_its_clock_change(
    anna: Records,
) -> None:
    slots = of(anna, "slot.ran", "slot.skipped", "slot.missed", "slot.failed")
    mornings = [one["data"]["slot"] for one in slots if one["data"]["job"] == "morning-briefing"]
    assert sorted(mornings) == [f"2026-03-0{day}" for day in range(2, 10)]


def test_the_deny_of_the_fourth_is_honoured_at_once(anna: Records) -> None:
    denied = next(at(one) for one in of(anna, "grant.changed") if one["data"]["by"] == "tape")
    later = [one["data"]["action"] for one in of(anna, "intervention.sent") if at(one) > denied]
    assert later
    assert "send_sms:wellness" not in later


def test_not_today_is_honoured_until_the_day_ends(anna: Records) -> None:
    said = datetime.fromisoformat("2026-03-08T20:00:00-04:00")
    sent = [at(one) for one in of(anna, *SENT) if at(one) > said]
    assert min(sent) >= datetime.fromisoformat("2026-03-09T07:00:00-04:00")


def test_a_chain_goes_from_a_symptom_to_a_later_decision_that_read_its_outcome(
    anna: Records,
) -> None:
    read = {
        outcome
        for made in of(anna, "decision.made")
        for outcome in made["data"]["read"]["outcomes"]
    }
    kinds = defaultdict(set)
    for record in anna:
        kinds[record["trace"]].add(record["kind"])
    closed = [
        one["trace"]
        for one in of(anna, "outcome.recorded")
        if one["data"]["id"] in read
        and {"symptom.found", "decision.made", "intervention.sent"} <= kinds[one["trace"]]
    ]
    assert closed


def test_the_same_tape_and_seed_give_the_same_bytes_and_another_seed_other_ids(
    told: Any, server_url: str, template_database: str
) -> None:
    first = told(OLA)
    until = datetime.fromisoformat("2026-10-24T12:00:00+02:00")
    path: Path = TAPES / f"{OLA}.jsonl"
    again = replayed(server_url, template_database, path, until=until)
    assert len(again) > 100
    before = [line for line in first if at(json.loads(line)) < until]
    assert [line for line in again if at(json.loads(line)) < until] == before
    other = replayed(server_url, template_database, path, seed=2, until=until)
    assert {one["trace"] for one in parsed(again)} & {one["trace"] for one in parsed(other)} <= {
        "00000000-0000-0000-0000-000000000000"
    }
    assert other != again


def test_no_attack_changes_a_grant_an_address_or_a_setting(ben: Records) -> None:
    by_hand = [one["data"] for one in of(ben, "grant.changed") if one["data"]["by"] != "default"]
    assert [(one["pattern"], one["effect"], one["by"]) for one in by_hand] == [
        ("send_notification:goal", "ask", "tape"),
        ("send_sms:goal", "ask", "tape"),
    ]
    assert of(ben, "settings.changed") == []
    assert {one["data"]["to"] for one in of(ben, "intervention.sent")} <= {
        None,
        "ben@example.org",
        "+447700900123",
    }


def test_only_the_persons_own_hand_with_the_code_approves(ben: Records) -> None:
    asked = of(ben, "intervention.awaiting_approval")
    assert asked
    assert all(len(one["data"]["code"]) == 4 for one in asked)
    assert {one["data"]["by"] for one in of(ben, "intervention.approved")} <= {"tape"}


def test_what_goes_out_carries_no_link_and_no_trick(ben: Records) -> None:
    out = [one["data"] for one in of(ben, "intervention.sent", "intervention.planned")]
    out += [one["data"] for one in of(ben, "message.answered")]
    for data in out:
        text = f"{data.get('subject', '')} {data['text']}"
        assert "http" not in text
        assert "evil.example" not in text
        assert not {"\u202e", "\x00", "\ud800"} & set(text)


def test_a_strangers_message_is_received_and_not_answered(ben: Records) -> None:
    received = of(ben, "message.received")
    answered = {one["trace"] for one in of(ben, "message.answered")}
    strangers = [one for one in received if one["data"]["own"] is False]
    assert len(strangers) == 3
    assert not answered & {one["trace"] for one in strangers}


def test_what_the_system_refuses_of_a_tape_is_recorded_and_the_tape_goes_on(ben: Records) -> None:
    assert len(of(ben, "entry.refused")) == 1
