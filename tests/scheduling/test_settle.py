"""Downtime, changed hours and travel: what becomes of each slot."""

import zoneinfo
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.kit.ids import TenantId
from exoskull.scheduling.model import (
    CatchUp,
    Coalesce,
    Cycle,
    Daily,
    DropAfter,
    Job,
    Reason,
    RunLate,
    Schedule,
    Scope,
    Setting,
)
from exoskull.scheduling.settle import Settled, begin, resettle, settle

TENANT = TenantId(UUID(int=1))
WARSAW, NEW_YORK = "Europe/Warsaw", "America/New_York"
HONOLULU, AUCKLAND = "Pacific/Honolulu", "Pacific/Auckland"
HALF_PAST_SEVEN = time(7, 30)


def a_job(catch_up: CatchUp) -> Job:
    rule = Daily(at=Setting.MORNING)
    return Job(name="morning", rule=rule, scope=Scope.TENANT, catch_up=catch_up)


BRIEFING = a_job(DropAfter(late=timedelta(hours=4)))


def local(zone: str, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def since(zone: str, text: str, job: Job = BRIEFING) -> Schedule:
    at = local(zone, text)
    return begin(TENANT, job, timezone=zone, wall_at=HALF_PAST_SEVEN, at=at)


def moved(schedule: Schedule, zone: str, at: datetime, job: Job = BRIEFING) -> Settled:
    return resettle(job, schedule, timezone=zone, wall_at=schedule.wall_at, at=at)


def ran(settled: Settled) -> list[str]:
    return [due.slot.slot for due in settled.due]


def missed(settled: Settled) -> list[tuple[str, Reason]]:
    return [(miss.slot.slot, miss.reason) for miss in settled.missed]


def test_the_first_slot_is_later_than_the_beginning():
    assert since(WARSAW, "2026-03-02T07:10").next_slot == "2026-03-02"
    assert since(WARSAW, "2026-03-02T07:30").next_slot == "2026-03-03"


def test_nothing_is_due_before_its_moment():
    schedule = since(WARSAW, "2026-03-02T07:10")
    assert settle(BRIEFING, schedule, schedule.next_at - timedelta(seconds=1)) == Settled(
        schedule=schedule
    )
    assert ran(settle(BRIEFING, schedule, schedule.next_at)) == ["2026-03-02"]


@pytest.mark.parametrize(
    ("catch_up", "runs", "misses"),
    [
        (RunLate(), ["2026-03-02", "2026-03-03", "2026-03-04"], []),
        (Coalesce(), ["2026-03-04"], []),
        (
            DropAfter(late=timedelta(hours=4)),
            ["2026-03-04"],
            [("2026-03-02", Reason.TOO_LATE), ("2026-03-03", Reason.TOO_LATE)],
        ),
        (
            DropAfter(late=timedelta(hours=1)),
            [],
            [
                ("2026-03-02", Reason.TOO_LATE),
                ("2026-03-03", Reason.TOO_LATE),
                ("2026-03-04", Reason.TOO_LATE),
            ],
        ),
    ],
)
def test_after_downtime_every_slot_is_accounted_for_by_the_rule(
    catch_up: CatchUp, runs: list[str], misses: list[tuple[str, Reason]]
):
    job = a_job(catch_up)
    schedule = since(WARSAW, "2026-03-02T07:10", job)
    settled = settle(job, schedule, local(WARSAW, "2026-03-04T10:00"))
    assert (ran(settled), missed(settled)) == (runs, misses)
    assert (settled.schedule.last_slot, settled.schedule.next_slot) == ("2026-03-04", "2026-03-05")


def test_a_coalesced_run_says_what_it_stands_for():
    job = Job(name="c", rule=Cycle(minutes=15), scope=Scope.TRIAGE, catch_up=Coalesce())
    start = datetime(2026, 3, 2, 7, 10, tzinfo=UTC)
    schedule = begin(TENANT, job, timezone="UTC", wall_at=None, at=start)
    [due] = settle(job, schedule, start + timedelta(hours=2)).due
    assert due.slot.at == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert due.coalesced is not None
    assert due.coalesced.count == 8
    assert due.coalesced.first == "2026-03-02T07:15:00+00:00"
    assert due.coalesced.last == "2026-03-02T09:00:00+00:00"


def test_flying_west_gives_no_second_slot_for_the_day():
    schedule = settle(
        BRIEFING, since(WARSAW, "2026-03-02T07:10"), local(WARSAW, "2026-03-07T07:30")
    ).schedule
    settled = moved(schedule, NEW_YORK, local(WARSAW, "2026-03-07T09:00"))
    assert (settled.due, settled.missed) == ((), ())
    assert settled.schedule.next_slot == "2026-03-08"
    # The clocks went forward in the night: 7:30 is EDT.
    assert settled.schedule.next_at == datetime(2026, 3, 8, 11, 30, tzinfo=UTC)


def test_flying_west_before_the_hour_leaves_it_to_come():
    schedule = settle(
        BRIEFING, since(WARSAW, "2026-03-02T07:10"), local(WARSAW, "2026-03-06T07:30")
    ).schedule
    settled = moved(schedule, NEW_YORK, local(WARSAW, "2026-03-07T05:00"))  # 23:00 the day before
    assert settled.schedule.next_slot == "2026-03-07"
    assert settled.schedule.next_at == local(NEW_YORK, "2026-03-07T07:30")


def test_flying_west_over_the_date_line_a_date_lived_twice_has_one_slot():
    schedule = settle(
        BRIEFING, since(AUCKLAND, "2026-03-01T07:00"), local(AUCKLAND, "2026-03-08T07:30")
    ).schedule
    settled = moved(schedule, HONOLULU, local(AUCKLAND, "2026-03-08T10:00"))  # 7 March 11:00
    assert (settled.due, settled.missed) == ((), ())
    assert settled.schedule.next_slot == "2026-03-09"


def test_flying_east_a_date_whose_hour_has_passed_came_due_at_it():
    schedule = settle(
        BRIEFING, since(WARSAW, "2026-03-02T07:10"), local(WARSAW, "2026-03-07T07:30")
    ).schedule
    arrival = local(AUCKLAND, "2026-03-08T10:00")
    settled = moved(schedule, AUCKLAND, arrival)
    assert (settled.due, settled.missed) == ((), ())
    assert settled.schedule.next_slot == "2026-03-08"
    assert settled.schedule.next_at == local(AUCKLAND, "2026-03-08T07:30")
    late = settle(BRIEFING, settled.schedule, arrival)
    assert ran(late) == ["2026-03-08"]  # two and a half hours late is not too late
    later = settle(BRIEFING, settled.schedule, arrival + timedelta(hours=3))
    assert missed(later) == [("2026-03-08", Reason.TOO_LATE)]


def test_flying_east_a_date_that_ends_before_its_hour_is_missed():
    schedule = settle(
        BRIEFING, since(HONOLULU, "2026-03-01T07:00"), local(HONOLULU, "2026-03-06T07:30")
    ).schedule
    settled = moved(schedule, AUCKLAND, local(HONOLULU, "2026-03-07T05:00"))  # 8 March 4:00
    assert missed(settled) == [("2026-03-07", Reason.ZONE_CHANGED)]
    assert settled.schedule.last_slot == "2026-03-07"
    assert settled.schedule.next_slot == "2026-03-08"


def test_a_date_that_was_never_lived_has_no_slot():
    pago, kiritimati = "Pacific/Pago_Pago", "Pacific/Kiritimati"  # 25 hours apart
    schedule = settle(
        BRIEFING, since(pago, "2026-03-01T07:00"), local(pago, "2026-03-07T07:30")
    ).schedule
    settled = moved(schedule, kiritimati, local(pago, "2026-03-07T23:30"))  # 9 March 0:30
    assert settled.missed == ()
    assert settled.schedule.next_slot == "2026-03-09"


def test_an_hour_moved_on_the_same_day_gives_the_day_one_slot():
    schedule = since(WARSAW, "2026-03-02T08:00")  # its own first slot would be tomorrow
    nine = resettle(
        BRIEFING,
        schedule,
        timezone=WARSAW,
        wall_at=time(9),
        at=local(WARSAW, "2026-03-02T08:30"),
    ).schedule
    assert nine.next_at == local(WARSAW, "2026-03-02T09:00")
    after = settle(BRIEFING, nine, nine.next_at).schedule
    eleven = resettle(
        BRIEFING, after, timezone=WARSAW, wall_at=time(11), at=local(WARSAW, "2026-03-02T10:00")
    ).schedule
    assert eleven.next_slot == "2026-03-03"


def test_no_slot_lies_before_the_person_came():
    schedule = since(WARSAW, "2026-03-02T08:00")
    earlier = resettle(
        BRIEFING,
        schedule,
        timezone=WARSAW,
        wall_at=time(6),
        at=local(WARSAW, "2026-03-02T08:30"),
    )
    assert earlier.schedule.next_slot == "2026-03-03"


def test_what_was_overdue_when_the_zone_changed_is_settled_in_the_old_zone():
    schedule = since(WARSAW, "2026-03-02T07:10")
    settled = moved(schedule, NEW_YORK, local(WARSAW, "2026-03-03T08:00"))
    assert missed(settled) == [("2026-03-02", Reason.TOO_LATE)]
    assert ran(settled) == ["2026-03-03"]
    assert settled.schedule.next_slot == "2026-03-04"


ZONES = st.sampled_from(
    [
        WARSAW,
        NEW_YORK,
        HONOLULU,
        AUCKLAND,
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Asia/Kolkata",
    ]
)


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),
    legs=st.lists(st.tuples(st.integers(1, 72), ZONES), max_size=8),
    wall=st.sampled_from([time(0), HALF_PAST_SEVEN, time(20, 30), time(23, 59)]),
    tick_h=st.sampled_from([1, 5, 30]),
)
def test_whoever_travels_has_at_most_one_slot_a_date_and_none_forgotten(
    start: datetime, legs: list[tuple[int, str]], wall: time, tick_h: int
):
    """Every local date that the person lived is accounted for once, and no other; but for those
    that, in some zone, had their hour before the person came, and the last, whose hour may be to
    come."""
    zone, at = WARSAW, start
    schedule = begin(TENANT, BRIEFING, timezone=zone, wall_at=wall, at=at)
    seen: list[str] = []
    lived: set[date] = set()

    def live(until: datetime, now: Schedule) -> Schedule:
        nonlocal at
        while at < until:
            at = min(at + timedelta(hours=tick_h), until)
            settled = settle(BRIEFING, now, at)
            seen.extend(ran(settled) + [slot for slot, _ in missed(settled)])
            now = settled.schedule
        return now

    for hours, to in [*legs, (96, zone)]:
        day = at
        until = at + timedelta(hours=hours)
        while day <= until:
            lived.add(day.astimezone(ZoneInfo(schedule.timezone)).date())
            day += timedelta(minutes=15)
        schedule = live(until, schedule)
        settled = moved(schedule, to, at)
        seen += ran(settled) + [slot for slot, _ in missed(settled)]
        schedule = settled.schedule
    assert len(seen) == len(set(seen))
    assert {date.fromisoformat(slot) for slot in seen} <= lived
    first = (start + timedelta(hours=14)).date()  # on Kiritimati
    last = max(date.fromisoformat(slot) for slot in seen)
    whole = {day for day in lived if first < day < last}
    assert whole <= {date.fromisoformat(slot) for slot in seen}


WALLS = st.sampled_from(
    [time(0), time(2, 30), time(6), HALF_PAST_SEVEN, time(20, 30), time(23, 59)]
)
ALL_ZONES = st.sampled_from(sorted(zoneinfo.available_timezones() - {"localtime"}))


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),
    changes=st.lists(
        st.tuples(st.integers(0, 40 * 60), st.none() | ALL_ZONES, st.none() | WALLS), max_size=10
    ),
    wall=WALLS,
    catch_up=st.sampled_from([Coalesce(), RunLate(), DropAfter(late=timedelta(hours=4))]),
    tick_min=st.sampled_from([7, 61, 600]),
)
def test_whatever_is_changed_whenever_no_date_has_two_slots_and_none_between_is_forgotten(
    start: datetime,
    changes: list[tuple[int, str | None, time | None]],
    wall: time,
    catch_up: CatchUp,
    tick_min: int,
):
    """Zone and hour are changed at any moment, several times a day, over the date line and back.

    Each date has one slot at most, in the order of dates; of the dates that the person lived
    through and through, but for the first and the last, each has one. A coalesced run stands for
    all the dates that it names.
    """
    job = a_job(catch_up)
    at, zone = start, WARSAW
    schedule = begin(TENANT, job, timezone=zone, wall_at=wall, at=at)
    seen: list[str] = []
    lived: set[date] = set()

    def account(settled: Settled) -> Schedule:
        missed = [(miss.slot.slot, 1) for miss in settled.missed]
        due = [(one.slot.slot, one.coalesced.count if one.coalesced else 1) for one in settled.due]
        for slot, count in sorted(missed + due):
            day = date.fromisoformat(slot)
            seen.extend((day - timedelta(days=n)).isoformat() for n in reversed(range(count)))
        return settled.schedule

    for minutes, to, hour in [*changes, (96 * 60, None, None)]:
        until = at + timedelta(minutes=minutes)
        moment = at
        while moment <= until:
            lived.add(moment.astimezone(ZoneInfo(zone)).date())
            moment += timedelta(minutes=15)
        while at < until:
            at = min(at + timedelta(minutes=tick_min), until)
            schedule = account(settle(job, schedule, at))
        zone, wall = to or zone, hour or wall
        schedule = account(resettle(job, schedule, timezone=zone, wall_at=wall, at=at))
        lived.add(at.astimezone(ZoneInfo(zone)).date())
    assert len(seen) == len(set(seen))
    assert seen == sorted(seen)
    assert {date.fromisoformat(slot) for slot in seen} <= lived
    first, last = (start + timedelta(hours=14)).date(), date.fromisoformat(max(seen))
    whole = {day for day in lived if first < day < last}
    assert whole <= {date.fromisoformat(slot) for slot in seen}


def test_a_date_whose_hour_in_the_new_zone_was_before_the_person_came_has_no_slot():
    schedule = since(WARSAW, "2026-01-01T20:00")  # 2 January 8:00 in Auckland
    settled = moved(schedule, AUCKLAND, local(WARSAW, "2026-01-01T21:00"))
    assert settled.schedule.next_slot == "2026-01-03"


def test_settling_twice_changes_nothing():
    schedule = since(WARSAW, "2026-03-02T07:10")
    at = local(WARSAW, "2026-03-05T07:31")
    once = settle(BRIEFING, schedule, at).schedule
    assert settle(BRIEFING, once, at) == Settled(schedule=once)
    again = resettle(BRIEFING, once, timezone=WARSAW, wall_at=HALF_PAST_SEVEN, at=at)
    assert again == Settled(schedule=replace(once))


def test_a_schedule_whose_moment_is_not_that_of_its_slot_is_put_right():
    # As where the machine's own rules of the zone have changed since it was written.
    schedule = replace(since(WARSAW, "2026-03-02T07:10"), next_at=local(WARSAW, "2026-03-02T07:15"))
    settled = settle(BRIEFING, schedule, schedule.next_at)
    assert settled.due == ()
    assert settled.schedule.next_at == local(WARSAW, "2026-03-02T07:30")
