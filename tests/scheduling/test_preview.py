"""`schedule preview`, as the command gives it."""

from typing import Any

import pytest

from exoskull.i18n.translate import error_text, has
from exoskull.kit.errors import InvalidInput
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.model import Scope
from exoskull.scheduling.preview import preview


def slots_of(**other: Any) -> list[dict[str, str]]:
    asked: dict[str, Any] = {
        "job": "morning-briefing",
        "timezone": "Europe/Warsaw",
        "start": "2026-03-28",
        "days": 2,
    }
    return list(preview(**asked | other))


def test_a_daily_job_is_named_by_its_local_date():
    assert slots_of() == [
        {
            "job": "morning-briefing",
            "slot": "2026-03-28",
            "local": "2026-03-28T07:30:00+01:00",
            "utc": "2026-03-28T06:30:00+00:00",
        },
        {
            "job": "morning-briefing",
            "slot": "2026-03-29",
            "local": "2026-03-29T07:30:00+02:00",
            "utc": "2026-03-29T05:30:00+00:00",
        },
    ]


def test_a_cycle_is_named_by_its_instant_and_a_short_day_has_fewer():
    slots = slots_of(job="loop-15", start="2026-03-29", days=1)
    assert len(slots) == 92
    assert slots[0] == {
        "job": "loop-15",
        "slot": "2026-03-28T23:00:00+00:00",
        "local": "2026-03-29T00:00:00+01:00",
        "utc": "2026-03-28T23:00:00+00:00",
    }


def test_the_hour_may_be_given():
    slots = slots_of(hour="02:30", start="2026-03-29", days=1)
    assert [slot["local"] for slot in slots] == ["2026-03-29T03:30:00+02:00"]


def test_zones_are_known_in_any_case():
    assert slots_of(timezone="europe/warsaw") == slots_of()


@pytest.mark.parametrize(
    ("start", "dates"),
    [
        ("2026-03-28T07:30:00+01:00", ["2026-03-28", "2026-03-29"]),
        ("2026-03-28T06:30:01Z", ["2026-03-29", "2026-03-30"]),
        ("2026-03-28T08:00:00", ["2026-03-29", "2026-03-30"]),
    ],
)
def test_the_start_may_be_an_instant_or_a_local_time(start: str, dates: list[str]):
    assert [slot["slot"] for slot in slots_of(start=start)] == dates


@pytest.mark.parametrize(
    ("zone", "day", "hour"),
    [
        ("Africa/Cairo", "2026-04-24", "00:00"),
        ("America/Nuuk", "2026-03-28", "23:59"),
        ("Europe/Warsaw", "2026-10-25", "02:30"),
    ],
)
def test_a_day_has_one_slot_whatever_the_clocks_do(zone: str, day: str, hour: str):
    slots = slots_of(timezone=zone, start=day, days=1, hour=hour)
    assert [slot["slot"] for slot in slots] == [day]


@pytest.mark.parametrize(
    ("wrong", "key", "field"),
    [
        ({"job": "morning"}, "job.unknown", "job"),
        ({"timezone": "Europe/Warszawa"}, "timezone.unknown", "timezone"),
        ({"timezone": "localtime"}, "timezone.unknown", "timezone"),
        ({"timezone": "../etc/passwd"}, "timezone.unknown", "timezone"),
        ({"timezone": ""}, "timezone.unknown", "timezone"),
        ({"start": "tomorrow"}, "schedule.invalid_start", "from"),
        ({"start": "0001-01-01T00:00:00+14:00"}, "schedule.invalid_start", "from"),
        ({"days": 0}, "schedule.invalid_days", "days"),
        ({"days": 10**9}, "schedule.invalid_days", "days"),
        ({"hour": "24:00"}, "schedule.invalid_hour", "hour"),
        ({"hour": "seven"}, "schedule.invalid_hour", "hour"),
    ],
)
def test_bad_input_is_refused(wrong: dict, key: str, field: str):
    with pytest.raises(InvalidInput) as caught:
        slots_of(**wrong)
    assert (caught.value.key, caught.value.field) == (key, field)


def test_an_unknown_zone_or_job_is_told_what_comes_near():
    with pytest.raises(InvalidInput) as caught:
        slots_of(timezone="warsaw")
    assert str(caught.value.params["suggestions"]).split(", ")[0] == "Europe/Warsaw"
    with pytest.raises(InvalidInput) as caught:
        slots_of(job="morning")
    assert "morning-briefing" in error_text(caught.value, "pl")


def test_every_job_is_described_in_both_languages():
    for job in CATALOGUE.values():
        for language in ("pl", "en"):
            assert has(f"job-{job.name}", language)
            assert has(f"job-{job.name}-about", language)


def test_the_catalogue_holds_the_loop():
    scopes = {name: job.scope for name, job in CATALOGUE.items()}
    assert scopes.items() >= {
        ("loop-15", Scope.TRIAGE),
        ("outcome-sweep", Scope.TRIAGE),
        ("morning-briefing", Scope.TENANT),
        ("evening-reflection", Scope.TENANT),
        ("integrity-check", Scope.TENANT),
    }
