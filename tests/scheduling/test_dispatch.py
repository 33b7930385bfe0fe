"""Time becomes runs: once for each slot, whatever happens in between."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from exoskull.database.pool import Database
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import SYSTEM
from exoskull.scheduling.accounts import quiet_slots
from exoskull.scheduling.model import Coalesce, Daily, Job, Reason, Scope, State

DAY = timedelta(days=1)


async def test_a_day_of_a_person_has_every_slot_accounted_for(installation):
    anna = await installation.person()
    await installation.attend(anna)
    await installation.pass_time(installation.clock.now() + DAY)
    kinds = Counter((e.kind, e.data["job"]) for e in await installation.events(anna))
    assert kinds == {
        ("slot.ran", "loop-15"): 1,
        ("slot.ran", "morning-briefing"): 1,
        ("slot.ran", "evening-reflection"): 1,
        ("slot.ran", "integrity-check"): 1,
    }
    assert {run.state for run in await installation.runs(anna)} == {State.RAN}
    for job in ("loop-15", "outcome-sweep"):
        batches = await installation.runs(SYSTEM, job)
        assert len(batches) == 96
        assert {batch.state for batch in batches} == {State.RAN}


async def test_an_event_tells_the_slot_in_local_time_and_utc(installation):
    anna = await installation.person()
    await installation.attend(anna)
    await installation.pass_time(datetime(2026, 3, 2, 6, 30, tzinfo=UTC))
    told = {event.data["job"]: event.data for event in await installation.events(anna)}
    assert told == {
        "loop-15": {
            "job": "loop-15",
            "slot": "2026-03-02T06:15:00+00:00",
            "local": "2026-03-02T07:15:00+01:00",
            "utc": "2026-03-02T06:15:00+00:00",
            "reason": None,
        },
        "morning-briefing": {
            "job": "morning-briefing",
            "slot": "2026-03-02",
            "local": "2026-03-02T07:30:00+01:00",
            "utc": "2026-03-02T06:30:00+00:00",
            "reason": None,
        },
    }


async def test_a_quiet_tenant_has_no_rows_and_its_slots_are_known(installation):
    anna = await installation.person()
    ben = await installation.person("ben")
    await installation.attend(ben)
    since = installation.clock.now()
    until = since + timedelta(hours=1)
    await installation.pass_time(until)
    assert await installation.runs(anna, "loop-15") == []
    first = (await installation.runs(SYSTEM, "loop-15"))[0]
    assert first.detail == {"tenants": 2, "due": 1, "busy": 0, "quiet": 1}
    quiet = await quiet_slots(
        installation.database, anna, timezone="Europe/Warsaw", since=since, until=until
    )
    mine = [slot for slot in quiet if slot.job == "loop-15"]
    assert [slot.local[11:16] for slot in mine] == ["07:15", "07:30", "07:45", "08:00"]
    assert {slot.reason for slot in mine} == {Reason.NOTHING_TO_LOOK_AT}
    bens = await quiet_slots(
        installation.database, ben, timezone="Europe/Warsaw", since=since, until=until
    )
    assert [s.local[11:16] for s in bens if s.job == "loop-15"] == ["07:30", "07:45", "08:00"]


async def test_two_hours_without_workers_give_one_late_briefing(installation):
    anna = await installation.person()
    await installation.pass_time(datetime(2026, 3, 2, 6, 25, tzinfo=UTC))
    installation.clock.advance(datetime(2026, 3, 2, 8, 25, tzinfo=UTC))
    await installation.drain()
    [briefing] = await installation.runs(anna, "morning-briefing")
    assert (briefing.state, briefing.slot) == (State.RAN, "2026-03-02")
    assert briefing.finished_at == installation.clock.now()
    late = (await installation.runs(SYSTEM, "loop-15"))[-1]
    assert late.detail["coalesced"] == 8
    assert (late.detail["from"], late.detail["to"]) == (
        "2026-03-02T06:30:00+00:00",
        "2026-03-02T08:15:00+00:00",
    )


async def test_five_hours_without_workers_give_a_missed_briefing_and_no_late_one(installation):
    anna = await installation.person()
    installation.clock.advance(datetime(2026, 3, 2, 11, 31, tzinfo=UTC))
    await installation.drain()
    [briefing] = await installation.runs(anna, "morning-briefing")
    assert (briefing.state, briefing.reason) == (State.MISSED, Reason.TOO_LATE)
    [event] = [e for e in await installation.events(anna) if e.data["job"] == "morning-briefing"]
    assert (event.kind, event.data["reason"]) == ("slot.missed", "too_late")


async def test_a_briefing_that_waited_too_long_on_the_queue_is_missed(installation):
    anna = await installation.person()
    installation.clock.advance(datetime(2026, 3, 2, 6, 30, tzinfo=UTC))
    await installation.dispatcher.tick(installation.clock.now())
    installation.clock.advance(datetime(2026, 3, 2, 11, tzinfo=UTC))
    await installation.drain()
    [briefing] = await installation.runs(anna, "morning-briefing")
    assert (briefing.state, briefing.reason) == (State.MISSED, Reason.TOO_LATE)


async def test_flying_to_new_york_gives_each_date_one_morning_and_one_evening(installation, hours):
    anna = await installation.person()
    await installation.pass_time(datetime(2026, 3, 7, 8, tzinfo=UTC))
    await installation.move(anna, hours(timezone="America/New_York"))
    await installation.pass_time(datetime(2026, 3, 9, 12, tzinfo=UTC))
    for job, first in (("morning-briefing", 2), ("evening-reflection", 2)):
        slots = [run.slot for run in await installation.runs(anna, job)]
        last = 9 if job == "morning-briefing" else 8
        assert slots == [f"2026-03-{day:02}" for day in range(first, last + 1)]
    mornings = [run.local for run in await installation.runs(anna, "morning-briefing")]
    assert mornings[-2:] == ["2026-03-08T07:30:00-04:00", "2026-03-09T07:30:00-04:00"]


async def test_a_slot_lost_to_a_flight_is_told(installation, hours):
    anna = await installation.person(hours=hours(timezone="Pacific/Honolulu"))
    await installation.pass_time(datetime(2026, 3, 7, 15, tzinfo=UTC))  # 5:00 on 7 March
    await installation.move(anna, hours(timezone="Pacific/Auckland"))  # 4:00 on 8 March
    lost = [e.data for e in await installation.events(anna) if e.kind == "slot.missed"]
    assert {(told["job"], told["slot"], told["reason"]) for told in lost} == {
        ("morning-briefing", "2026-03-07", "zone_changed"),
        ("evening-reflection", "2026-03-07", "zone_changed"),
    }
    await installation.pass_time(datetime(2026, 3, 8, 23, tzinfo=UTC))
    slots = [run.slot for run in await installation.runs(anna, "morning-briefing")]
    assert len(slots) == len(set(slots))
    assert slots[-3:] == ["2026-03-07", "2026-03-08", "2026-03-09"]


async def test_what_was_overdue_at_a_change_of_zone_runs(installation, hours):
    anna = await installation.person()
    installation.clock.advance(datetime(2026, 3, 2, 7, tzinfo=UTC))
    await installation.move(anna, hours(timezone="Europe/London"))
    await installation.drain()
    [briefing] = await installation.runs(anna, "morning-briefing")
    assert (briefing.state, briefing.local) == (State.RAN, "2026-03-02T07:30:00+01:00")


async def test_saving_the_same_settings_changes_nothing(installation, hours):
    anna = await installation.person()
    async with installation.database.transaction(anna) as tx:
        before = await tx.dicts("select * from tenant_schedule order by job")
    installation.clock.advance(installation.clock.now() + timedelta(hours=3))
    await installation.move(anna, hours())
    async with installation.database.transaction(anna) as tx:
        assert await tx.dicts("select * from tenant_schedule order by job") == before


async def test_a_zone_that_is_none_is_refused_and_nothing_is_written(installation, hours):
    with pytest.raises(InvalidInput, match=r"timezone\.unknown"):
        await installation.person(hours=hours(timezone="Mars/Olympus"))
    async with installation.database.system() as tx:
        assert await tx.value("select count(*) from system_tenants()") == 0


async def test_a_job_new_in_the_catalogue_reaches_those_who_were_there(installation, database):
    anna = await installation.person()
    daily = Job(name="retention", rule=Daily(at=time(4)), scope=Scope.TENANT, catch_up=Coalesce())
    newer = type(installation)(
        database=database,
        catalogue={**installation.catalogue, "retention": daily},
        clock=installation.clock,
    )
    await newer.dispatcher.prepare(installation.clock.now())
    await newer.pass_time(installation.clock.now() + DAY)
    assert [run.slot for run in await newer.runs(anna, "retention")] == ["2026-03-03"]
    # A worker of the older program leaves the new job alone.
    await installation.pass_time(installation.clock.now() + 2 * DAY)
    assert len(await installation.runs(anna, "retention")) == 1
    assert len(await installation.runs(anna, "morning-briefing")) == 3


async def test_workers_that_start_at_once_do_not_start_the_schedule_over(installation, database):
    await installation.pass_time(installation.clock.now() + timedelta(hours=1))
    await installation.dispatcher.prepare(installation.clock.now())
    await installation.pass_time(installation.clock.now() + timedelta(hours=1))
    assert len(await installation.runs(SYSTEM, "loop-15")) == 8


async def test_dispatchers_at_once_make_each_run_once(installation, database: Database):
    people = [await installation.person(f"p{number}") for number in range(30)]
    installation.clock.advance(datetime(2026, 3, 2, 6, 30, tzinfo=UTC))
    await asyncio.gather(
        *(installation.dispatcher.tick(installation.clock.now(), limit=7) for _ in range(4))
    )
    for anna in people:
        assert len(await installation.runs(anna, "morning-briefing")) == 1
    await installation.drain()
    assert Counter(installation.handled).most_common(1)[0][1] == 1
    assert len([1 for _, job, _ in installation.handled if job == "morning-briefing"]) == 30


async def test_a_rolled_back_dispatch_leaves_nothing_behind(installation, monkeypatch):
    anna = await installation.person()
    installation.clock.advance(datetime(2026, 3, 2, 6, 30, tzinfo=UTC))

    async def enqueue(self, tx, work):
        raise OSError("no room")

    monkeypatch.setattr(type(installation.queue), "enqueue", enqueue)
    with pytest.raises(OSError, match="no room"):
        await installation.dispatcher.tick(installation.clock.now())
    monkeypatch.undo()
    assert await installation.runs(anna) == []
    await installation.drain()
    assert [run.state for run in await installation.runs(anna, "morning-briefing")] == [State.RAN]


async def test_a_zone_that_this_machine_does_not_know_holds_up_nobody(installation):
    anna = await installation.person()
    ben = await installation.person("ben")
    async with installation.database.transaction(anna) as tx:
        await tx.execute(
            "update tenant_schedule set timezone = 'Mars/Olympus' where tenant_id = %(id)s",
            id=anna,
        )
    await installation.pass_time(installation.clock.now() + DAY)
    assert len(await installation.runs(ben, "morning-briefing")) == 1
    assert len(await installation.runs(anna, "morning-briefing")) == 1


async def test_deleting_a_tenant_deletes_what_the_clock_kept_of_it(installation):
    anna = await installation.person()
    await installation.attend(anna)
    await installation.pass_time(installation.clock.now() + DAY)
    async with installation.database.transaction(anna) as tx:
        await tx.execute("delete from tenants where tenant_id = %(id)s", id=anna)
    async with installation.database.transaction(anna) as tx:
        for table in ("tenant_schedule", "runs", "attention"):
            assert await tx.value(f"select count(*) from {table}") == 0
    async with installation.database.system() as tx:
        assert await tx.value("select tenants from tenant_count") == 0
    await installation.pass_time(installation.clock.now() + DAY)


async def test_a_tenant_sees_its_own_runs_and_schedule_only(installation):
    anna, ben = await installation.person(), await installation.person("ben")
    await installation.pass_time(installation.clock.now() + DAY)
    async with installation.database.transaction(anna) as tx:
        for table in ("tenant_schedule", "runs"):
            owners = await tx.dicts(f"select distinct tenant_id from {table}")
            assert owners == [{"tenant_id": anna}]
        assert not await tx.execute("delete from runs where tenant_id = %(id)s", id=ben)


async def test_several_lanes_make_each_run_once(installation, database: Database):
    people = [await installation.person(f"p{number}") for number in range(30)]
    installation.dispatcher = replace(installation.dispatcher, lanes=3)
    installation.clock.advance(datetime(2026, 3, 2, 6, 30, tzinfo=UTC))
    await installation.dispatcher.tick(installation.clock.now(), limit=7)
    for anna in people:
        assert len(await installation.runs(anna, "morning-briefing")) == 1
    await installation.drain()
    assert Counter(installation.handled).most_common(1)[0][1] == 1
    assert len([1 for _, job, _ in installation.handled if job == "morning-briefing"]) == 30
