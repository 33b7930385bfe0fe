"""Every slot is accounted for, once: over two hours without workers, over workers killed in the
middle of their runs, and over a day of ten thousand people.

The two hours pass on a virtual clock: the same program, its clock moved on with nobody at work. The
killing is of real processes, `exoskull work`, over a real database.
"""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from exoskull.database.pool import Database
from exoskull.goals import service as goals
from exoskull.goals.model import parse_goal
from exoskull.kit.clock import SystemClock, VirtualClock
from exoskull.kit.ids import SYSTEM, SeededIds, SystemIds, TenantId, TraceId
from exoskull.onboarding.service import create_tenant
from exoskull.scheduling import service as scheduling
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.dispatch import Dispatcher
from exoskull.scheduling.execute import Executor
from exoskull.scheduling.model import Ended, Reason, Run, State, ran
from exoskull.scheduling.queue import InlineQueue
from exoskull.simulation.world import World, make_world

JOB = "morning-briefing"
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


async def a_person(
    database: Database, ids: Any, at: datetime, name: str, zone: str, **given: Any
) -> TenantId:
    """Somebody who has a goal that they do nothing for, and so something to be told."""
    made = await create_tenant(
        database,
        at=at,
        ids=ids,
        name=name,
        language="pl",
        timezone=zone,
        email=f"{name}@example.org",
        **given,
    )
    async with database.transaction(made.tenant_id) as tx:
        goal = parse_goal(title="Biegać", metric="runs", target=3, period="week")
        await goals.create(tx, goal, at=at, ids=ids, trace=TraceId(ids.new()))
    return made.tenant_id


async def slots_of(database: Database, tenant_id: TenantId, job: str = JOB) -> list[Run]:
    async with database.transaction(tenant_id) as tx:
        return [run for run in await scheduling.runs(tx) if run.job == job]


async def briefings_of(database: Database, tenant_id: TenantId) -> Counter[str]:
    """How many briefings left, or are to, by the date that they are for."""
    async with database.transaction(tenant_id) as tx:
        found = await tx.dicts(
            "select subject_key from interventions where symptom = 'morning_briefing'"
        )
    return Counter(row["subject_key"].removeprefix("morning_briefing:") for row in found)


# Two hours, and five, without anybody at work

ZONES = ("Europe/Warsaw", "Europe/Helsinki", "Europe/London", "Asia/Kolkata", "America/New_York")
BEGIN = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
DOWN_AT = datetime(2026, 3, 4, 5, 0, tzinfo=UTC)


@pytest.fixture
async def world(database: Database) -> World:
    return await make_world(database, at=BEGIN, seed=7)


@pytest.mark.parametrize("hours", [2, 5])
async def test_workers_away_over_the_morning_give_one_late_briefing_or_one_missed_slot(
    world: World, hours: int
):
    database, ids = world.installation.database, world.installation.ids
    people = {
        zone: await a_person(database, ids, BEGIN, zone.split("/")[1].lower(), zone)
        for zone in ZONES
    }
    await world.run_until(DOWN_AT)
    up_at = DOWN_AT + timedelta(hours=hours)
    world.clock.advance(up_at)  # nobody is at work
    await world.run_until(datetime(2026, 3, 5, 23, 0, tzinfo=UTC))
    for zone, tenant_id in people.items():
        runs = await slots_of(database, tenant_id)
        slots = [run.slot for run in runs]
        assert len(slots) == len(set(slots))
        assert {"2026-03-03", "2026-03-04", "2026-03-05"} <= set(slots), zone
        [over] = [run for run in runs if run.slot == "2026-03-04"]
        fell_in = DOWN_AT < over.slot_at <= up_at
        too_late = fell_in and up_at - over.slot_at > timedelta(hours=4)
        sent = (await briefings_of(database, tenant_id))["2026-03-04"]
        if too_late:
            assert (over.state, over.reason, sent) == (State.MISSED, Reason.TOO_LATE, 0), zone
        else:
            assert (over.state, sent) == (State.RAN, 1), zone
            assert over.finished_at == (up_at if fell_in else over.slot_at), zone
        assert (await briefings_of(database, tenant_id))["2026-03-05"] == 1, zone
    states = {(await slots_of(database, one))[2].state for one in people.values()}
    assert states == ({State.RAN} if hours == 2 else {State.RAN, State.MISSED})


async def test_two_hours_away_leave_no_quarter_of_an_hour_without_an_account(world: World):
    await a_person(world.installation.database, world.installation.ids, BEGIN, "anna", ZONES[0])
    await world.run_until(DOWN_AT)
    world.clock.advance(DOWN_AT + timedelta(hours=2))
    await world.run_until(DOWN_AT + timedelta(hours=4))
    batches = await slots_of(world.installation.database, SYSTEM, "loop-15")
    stands_for = sum(run.detail.get("coalesced", 1) for run in batches)
    since = batches[0].slot_at
    assert stands_for == (DOWN_AT + timedelta(hours=4) - since) // timedelta(minutes=15) + 1
    assert {run.state for run in batches} == {State.RAN}


# Real workers, killed

PEOPLE = 120
DEADLINE_S = 150.0


@pytest.fixture
async def workers(database_url: str, tmp_path: Path) -> AsyncIterator[Any]:
    """Starts `exoskull work`, a process each; what is left of them is killed with the test."""
    started: list[asyncio.subprocess.Process] = []

    async def start(count: int) -> list[asyncio.subprocess.Process]:
        env = {
            **{name: value for name, value in os.environ.items() if name[:9] != "EXOSKULL_"},
            "EXOSKULL_DATABASE_URL": database_url,
            "EXOSKULL_HOME": str(tmp_path / "home"),
        }
        program = "import sys; from exoskull.cli import main; sys.exit(main(['work']))"
        made = [
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                program,
                env=env,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
            for _ in range(count)
        ]
        started.extend(made)
        return made

    yield start
    for process in started:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()


async def a_minute_passes(database_url: str) -> None:
    """In the books: others leave alone for as long what a silent worker began or was given."""
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as owner:
        await owner.execute("update runs set lease_until = lease_until - interval '1 minute'")
        await owner.execute("update pgqueuer set heartbeat = heartbeat - interval '1 minute'")


@pytest.mark.slow
async def test_two_workers_killed_in_the_middle_of_the_morning_leave_each_slot_done_once(
    database: Database, database_url: str, workers: Any
):
    clock = SystemClock()
    now = clock.now()
    came = VirtualClock(now - timedelta(hours=2))
    ids = SystemIds(clock)
    hour = (now - timedelta(hours=1)).astimezone(UTC).time().replace(second=0, microsecond=0)
    people = []
    for number in range(PEOPLE):  # their morning was an hour ago, and nobody was at work
        tenant_id = await a_person(database, ids, came.now(), f"p{number}", "UTC")
        async with database.transaction(tenant_id) as tx:
            await tx.execute(
                "update tenants set morning_at = %(at)s where tenant_id = %(id)s",
                at=hour,
                id=tenant_id,
            )
            await tx.execute(
                """
                update tenant_schedule
                   set wall_at = %(wall)s, next_slot = %(slot)s, next_at = %(at)s
                 where tenant_id = %(id)s and job = %(job)s
                """,
                wall=hour,
                slot=(now - timedelta(hours=1)).date().isoformat(),
                at=datetime.combine((now - timedelta(hours=1)).date(), hour, tzinfo=UTC),
                id=tenant_id,
                job=JOB,
            )
        people.append(tenant_id)

    async def until(wanted: Any) -> Counter[State]:
        """The states of the morning's runs, once they are as wanted; looked at after each event
        that the feed tells, and every now and then."""
        async with (
            asyncio.timeout(DEADLINE_S),
            await psycopg.AsyncConnection.connect(database_url, autocommit=True) as owner,
        ):
            await owner.execute("listen exoskull_events")
            while True:
                cursor = await owner.execute(
                    "select state, count(*) from runs where job = %s group by state", [JOB]
                )
                found = Counter({State(state): n for state, n in await cursor.fetchall()})
                if wanted(found):
                    return found
                async for _ in owner.notifies(timeout=0.05, stop_after=1):
                    pass

    first = await workers(2)
    before = await until(lambda found: found[State.RAN] >= 3)
    for process in first:
        process.send_signal(signal.SIGKILL)
        await process.wait()
    assert before[State.RAN] < PEOPLE, "all was over before anybody could be killed"
    await a_minute_passes(database_url)
    await workers(2)
    await until(lambda found: found[State.RAN] == PEOPLE)
    for tenant_id in people:
        [run] = await slots_of(database, tenant_id)
        assert run.state is State.RAN
        assert dict(await briefings_of(database, tenant_id)) == {run.slot: 1}
        async with database.transaction(tenant_id) as tx:
            told = await tx.value(
                "select count(*) from events where kind like 'slot.%%' and data ->> 'job' = %(j)s",
                j=JOB,
            )
        assert told == 1


# A day of ten thousand people


@pytest.mark.slow
async def test_ten_thousand_people_in_thirty_zones_have_their_morning_once(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import crowd

    count, day = 10_000, date(2026, 3, 8)  # the clocks go forward in America
    begin = datetime(2026, 3, 7, 9, 0, tzinfo=UTC)
    clock = VirtualClock(begin)
    queue, ids = InlineQueue(), SeededIds(VirtualClock(begin), 7)
    catalogue = {JOB: CATALOGUE[JOB]}
    dispatcher = Dispatcher(
        database=database, queue=queue, ids=ids, sources={}, catalogue=catalogue
    )

    async def greet(_: None, run: Run) -> Ended:
        return ran()

    executor = Executor(
        database=database,
        clock=clock,
        handlers={JOB: greet},
        deps=None,
        worker="one",
        catalogue=catalogue,
    )
    async with crowd.owner(database_url) as owner:
        await crowd.add(owner, 1, count, begin)
        await _schedule(owner, crowd.ZONES, day, begin)
        await owner.execute("analyze")
        while (upcoming := await dispatcher.tick(clock.now())) is not None:
            works = []
            while (work := queue.pop(clock.now())) is not None:
                works.append(work.payload)
            await _at_once(executor, works)
            if upcoming > begin + timedelta(hours=50):
                break
            clock.advance(max(upcoming, clock.now()))
        cursor = await owner.execute(
            """
            select r.slot, count(*), count(distinct r.tenant_id), count(distinct t.timezone),
                   bool_and(r.state = 'ran' and r.attempt = 1 and r.finished_at = r.due_at
                            and substring(r.local from 12 for 5) = '07:30')
              from runs r join tenants t using (tenant_id) where r.slot = %s group by r.slot
            """,
            [day.isoformat()],
        )
        assert await cursor.fetchall() == [(day.isoformat(), count, count, 30, True)]


async def _at_once(executor: Executor[None], works: list[Any], lanes: int = 4) -> None:
    waiting = iter(works)

    async def lane() -> None:
        for payload in waiting:
            await executor.consume(payload)

    await asyncio.gather(*(lane() for _ in range(lanes)))


async def _schedule(
    owner: psycopg.AsyncConnection[Any], zones: tuple[str, ...], day: date, begin: datetime
) -> None:
    """Everybody's morning of `day` is their next."""
    from exoskull.scheduling.slots import on_date

    for zone in zones:
        slot = on_date(zone, day, time(7, 30))
        assert slot is not None
        await owner.execute(
            """
            insert into tenant_schedule (tenant_id, job, timezone, wall_at, since, next_slot,
                                         next_at)
            select tenant_id, %s, timezone, '07:30', %s, %s, %s from tenants where timezone = %s
            """,
            [JOB, begin, slot.slot, slot.at, zone],
        )
