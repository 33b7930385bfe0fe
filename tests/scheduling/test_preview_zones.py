"""`schedule preview` against the standard library, for every zone there is.

The oracle is `zoneinfo` (PEP 495: a wall time in a gap is read with the offset before it, one in a
fold is the first), where the program reckons with `whenever`.
"""

import json
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.cli import main
from exoskull.scheduling.preview import preview

JOB = "morning-briefing"
WALLS = (time(0), time(2, 30), time(7, 30), time(23, 59))
FIRST, LAST = date(2026, 1, 1), date(2032, 1, 1)
DAYS = (LAST - FIRST).days
ZONES = sorted(zoneinfo.available_timezones() - {"localtime"})
AROUND = timedelta(days=3)
SKIPPED = {
    "Pacific/Apia": date(2011, 12, 30),
    "Pacific/Fakaofo": date(2011, 12, 30),
    "Pacific/Kwajalein": date(1993, 8, 21),
    "Pacific/Enderbury": date(1994, 12, 31),
    "Pacific/Kiritimati": date(1994, 12, 31),
}
"""Dates that a zone's calendar never had: it crossed the date line."""


@cache
def change_days(zone: str) -> tuple[date, ...]:
    """Each date at whose noon (UTC) the offset is not what it was a day before."""
    info = ZoneInfo(zone)
    noons = [datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in range(DAYS)]
    offsets = [noon.astimezone(info).utcoffset() for noon in noons]
    return tuple(
        noon.date()
        for noon, offset, before in zip(noons[1:], offsets[1:], offsets, strict=False)
        if offset != before
    )


def expected(zone: str, start: date, days: int, wall: time) -> list[dict[str, str]]:
    """One slot for each date, by the standard library."""
    info = ZoneInfo(zone)
    found = []
    for day in (start + timedelta(days=number) for number in range(days)):
        at = datetime.combine(day, wall, tzinfo=info).astimezone(UTC)
        found.append(
            {
                "job": JOB,
                "slot": day.isoformat(),
                "local": at.astimezone(info).isoformat(),
                "utc": at.isoformat(),
            }
        )
    return found


def shown(zone: str, start: date, days: int, wall: time) -> list[dict[str, str]]:
    hour = f"{wall:%H:%M}"
    return list(preview(job=JOB, timezone=zone, start=start.isoformat(), days=days, hour=hour))


def windows() -> Iterator[tuple[str, date]]:
    for zone in ZONES:
        for day in change_days(zone):
            yield zone, day - AROUND


def test_preview_is_right_around_every_change_of_offset_of_every_zone_2026_to_2031():
    days = 2 * AROUND.days + 1
    checked = 0
    for zone, start in windows():
        for wall in WALLS:
            assert shown(zone, start, days, wall) == expected(zone, start, days, wall), (zone, wall)
            checked += days
    assert len(ZONES) > 590
    assert checked > 50_000


@pytest.mark.slow
@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_every_zone_has_one_slot_for_every_date_of_six_years(wall: time):
    done: set[tuple[str, ...]] = set()
    for zone in ZONES:
        want = expected(zone, FIRST, DAYS, wall)
        alike = tuple(slot["utc"] for slot in want)
        if alike in done:  # another name of a zone that was looked at; its changes are, above
            continue
        done.add(alike)
        assert shown(zone, FIRST, DAYS, wall) == want, zone
    assert len(done) > 60


@given(
    zone=st.sampled_from(ZONES),
    start=st.dates(date(1975, 1, 1), date(2037, 12, 1)),
    wall=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_any_zone_any_week_any_hour_of_sixty_years(zone: str, start: date, wall: time):
    skipped = {zone: SKIPPED[zone]} if zone in SKIPPED else {}
    got, want = shown(zone, start, 7, wall), expected(zone, start, 7, wall)
    if _lost_a_day(zone, start) or zone in skipped:
        got_dates = [slot["slot"] for slot in got]
        assert got_dates == sorted(set(got_dates))
        return
    assert got == want


def _lost_a_day(zone: str, start: date) -> bool:
    """Whether the zone's offset changed by more than half a day within these days."""
    info = ZoneInfo(zone)
    noons = [
        datetime(start.year, start.month, start.day, 12, tzinfo=UTC) + timedelta(days=day)
        for day in range(-2, 10)
    ]
    offsets = [noon.astimezone(info).utcoffset() or timedelta() for noon in noons]
    return max(offsets) - min(offsets) > timedelta(hours=12)


@pytest.mark.parametrize(("zone", "day"), SKIPPED.items())
@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_a_date_that_a_zone_never_had_has_no_slot(zone: str, day: date, wall: time):
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    slots = shown(zone, day - timedelta(days=2), 5, wall)
    dates = [slot["slot"] for slot in slots]
    assert day.isoformat() not in dates
    assert {before.isoformat(), after.isoformat()} <= set(dates)
    assert [slot["utc"] for slot in slots] == sorted({slot["utc"] for slot in slots})
    assert all(slot["local"][:10] == slot["slot"] for slot in slots)


@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_the_command_prints_the_same_for_zones_with_changes_of_every_size(
    wall: time, capsys: pytest.CaptureFixture[str]
):
    # 1 h north and south, half an hour, two hours over midnight, in Ramadan, before midnight, none.
    zones = (
        *("Europe/Warsaw", "America/New_York", "America/Santiago", "Australia/Lord_Howe"),
        *("Antarctica/Troll", "Africa/Casablanca", "America/Nuuk", "Asia/Beirut", "Africa/Cairo"),
        *("Asia/Gaza", "Pacific/Chatham", "Asia/Kathmandu"),
    )
    for zone in zones:
        for start in [day - AROUND for day in change_days(zone)][:4] or [FIRST]:
            argv = ["schedule", "preview", "--job", JOB, "--timezone", zone]
            argv += ["--from", start.isoformat(), "--days", "7", "--hour", f"{wall:%H:%M}"]
            assert main(argv) == 0
            lines = capsys.readouterr().out.splitlines()
            assert [json.loads(line) for line in lines] == expected(zone, start, 7, wall), zone
