"""Slots against an oracle that looks at every minute of six years."""

import itertools
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.scheduling.model import Cycle, Daily, Monthly, Setting, Weekday, Weekly
from exoskull.scheduling.slots import local_date, next_slot, on_date, slots_from, wall_time

WALLS = (time(0), time(2, 30), time(7, 30), time(23, 59))
FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC)
MINUTES = int((LAST - FIRST).total_seconds() // 60)
ZONES = sorted(zoneinfo.available_timezones())


Changes = tuple[tuple[int, int], ...]


def changes(zone: str) -> Changes:
    """(minute, offset in minutes from then on) of each change of the zone's offset, by bisection
    between every third noon; the first at minute 0."""
    info = zoneinfo.ZoneInfo(zone)

    def offset(at: int) -> int:
        shift = (FIRST + timedelta(minutes=at)).astimezone(info).utcoffset()
        assert shift is not None
        return int(shift.total_seconds() // 60)

    found = [(0, offset(0))]
    for low in range(0, MINUTES, 3 * 1440):
        high = min(low + 3 * 1440, MINUTES)
        after = offset(high)
        if found[-1][1] != after:
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (low, middle) if offset(middle) == after else (middle, high)
            found.append((high, after))
    return tuple(found)


@cache
def shown_slots(of: Changes, around: int, wall: time) -> list[tuple[date, datetime]]:
    """Each whole date that clocks with these changes show near minute `around`, with the first
    minute that shows `wall` on it, or the one that would have done had the clock not jumped."""
    start = max(around - 4 * 1440, 0)
    utc = np.arange(start, min(around + 4 * 1440, MINUTES))
    shown = (
        utc
        + np.array([offset for _, offset in of])[
            np.searchsorted([at for at, _ in of], utc, side="right") - 1
        ]
    )
    found = []
    for day in np.unique(shown // 1440)[2:-2]:
        target = int(day) * 1440 + wall.hour * 60 + wall.minute
        if len(exact := np.flatnonzero(shown == target)):
            at = start + int(exact[0])
        else:
            jump = int(np.flatnonzero((shown[:-1] < target) & (shown[1:] > target))[0])
            at = start + jump + target - int(shown[jump])
        found.append((FIRST.date() + timedelta(days=int(day)), FIRST + timedelta(minutes=at)))
    return found


def test_slots_are_right_for_every_zone_around_every_change_of_offset_2026_to_2031():
    checked = 0
    for zone in ZONES:
        found = changes(zone)
        for around, _ in found[1:]:
            for wall in WALLS:
                expected = shown_slots(found, around, wall)
                series = slots_from(Daily(at=wall), zone, wall, expected[0][0].isoformat())
                got = [
                    (date.fromisoformat(s.slot), s.at)
                    for s, _ in zip(series, expected, strict=False)
                ]
                assert got == expected, (zone, wall)
                checked += len(got)
    assert checked > 20_000


@pytest.mark.parametrize(
    "zone", ["Europe/Warsaw", "America/Nuuk", "Africa/Casablanca", "Asia/Tokyo"]
)
def test_every_date_of_six_years_has_one_slot(zone: str):
    days = [FIRST.date() + timedelta(days=n) for n in range(6 * 365)]
    for wall in WALLS:
        series = slots_from(Daily(at=wall), zone, wall, days[0].isoformat())
        found = list(itertools.islice(series, len(days)))
        assert [slot.slot for slot in found] == [day.isoformat() for day in days]
        assert all(a.at < b.at for a, b in itertools.pairwise(found))


def test_a_wall_time_in_a_gap_runs_that_day_as_much_later_as_the_clocks_went_forward():
    slot = on_date("Europe/Warsaw", date(2026, 3, 29), time(2, 30))
    assert slot is not None
    assert slot.local == "2026-03-29T03:30:00+02:00"
    assert slot.utc == "2026-03-29T01:30:00+00:00"


def test_a_wall_time_in_a_fold_runs_the_first_time_only():
    series = slots_from(Daily(at=time(2, 30)), "Europe/Warsaw", time(2, 30), "2026-10-25")
    assert [slot.local for slot in itertools.islice(series, 2)] == [
        "2026-10-25T02:30:00+02:00",
        "2026-10-26T02:30:00+01:00",
    ]


def test_a_gap_over_midnight_leaves_the_slot_to_its_date():
    slot = on_date("America/Nuuk", date(2026, 3, 28), time(23, 59))
    assert slot is not None
    assert (slot.slot, slot.local) == ("2026-03-28", "2026-03-29T00:59:00-01:00")


@pytest.mark.parametrize(
    ("zone", "skipped"), [("Pacific/Apia", "2011-12-30"), ("Pacific/Kwajalein", "1993-08-21")]
)
@pytest.mark.parametrize("wall", WALLS)
def test_a_date_that_a_zone_skipped_has_no_slot(zone: str, skipped: str, wall: time):
    day = date.fromisoformat(skipped)
    assert on_date(zone, day, wall) is None
    series = slots_from(Daily(at=wall), zone, wall, skipped)
    assert next(series).slot == (day + timedelta(days=1)).isoformat()


def test_a_date_that_came_twice_has_one_slot():
    # Kwajalein went back over the date line on 30 September 1969.
    wall = time(7, 30)
    series = slots_from(Daily(at=wall), "Pacific/Kwajalein", wall, "1969-09-29")
    assert [slot.slot for slot in itertools.islice(series, 3)] == [
        "1969-09-29",
        "1969-09-30",
        "1969-10-01",
    ]


@given(
    zone=st.sampled_from(ZONES),
    at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
    wall=st.times().map(lambda t: t.replace(microsecond=0)),
)
def test_the_next_slot_is_the_first_of_the_series_that_is_later(
    zone: str, at: datetime, wall: time
):
    rule = Daily(at=wall)
    upcoming = next_slot(rule, zone, wall, at)
    assert upcoming.at > at
    first = (local_date(zone, at) - timedelta(days=3)).isoformat()
    series = itertools.islice(slots_from(rule, zone, wall, first), 8)
    assert next(slot for slot in series if slot.at > at) == upcoming


@given(
    minutes=st.sampled_from([1, 5, 15, 60, 1440]),
    at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
)
def test_a_cycle_is_counted_from_midnight_utc(minutes: int, at: datetime):
    slot = next_slot(Cycle(minutes=minutes), "Asia/Kathmandu", None, at)
    assert timedelta() < slot.at - at <= timedelta(minutes=minutes)
    assert (slot.at.hour * 60 + slot.at.minute) % minutes == 0
    assert slot.slot == slot.utc == slot.at.isoformat()
    assert slot.local.endswith("+05:45")


def test_a_cycle_does_not_change_its_step_with_the_clocks():
    series = slots_from(Cycle(minutes=15), "Europe/Warsaw", None, "2026-03-29T00:30:00+00:00")
    assert [slot.local for slot in itertools.islice(series, 3)] == [
        "2026-03-29T01:30:00+01:00",
        "2026-03-29T01:45:00+01:00",
        "2026-03-29T03:00:00+02:00",
    ]


def test_weekly_and_monthly_slots_fall_on_their_day():
    weekly = Weekly(day=Weekday.SUNDAY, at=time(9))
    series = slots_from(weekly, "Europe/Warsaw", time(9), "2026-03-23")
    assert [slot.slot for slot in itertools.islice(series, 2)] == ["2026-03-29", "2026-04-05"]
    monthly = Monthly(day=1, at=time(9))
    series = slots_from(monthly, "Europe/Warsaw", time(9), "2026-03-02")
    assert [slot.slot for slot in itertools.islice(series, 2)] == ["2026-04-01", "2026-05-01"]


def test_a_rule_follows_the_hours_that_a_person_set():
    hours = {"morning_at": time(6), "evening_at": time(21)}
    assert wall_time(Daily(at=Setting.MORNING), **hours) == time(6)
    assert wall_time(Weekly(day=Weekday.MONDAY, at=Setting.EVENING), **hours) == time(21)
    assert wall_time(Monthly(day=1, at=time(4)), **hours) == time(4)
    assert wall_time(Cycle(minutes=15), **hours) is None


def test_a_rule_that_some_month_or_day_cannot_keep_is_refused():
    with pytest.raises(ValueError, match="31"):
        Monthly(day=31, at=time(9))
    with pytest.raises(ValueError, match="7 minutes"):
        Cycle(minutes=7)
