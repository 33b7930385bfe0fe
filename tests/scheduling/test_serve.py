"""Worker processes that are killed, stopped and cut off, over one database."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from exoskull.kit.clock import SystemClock, VirtualClock
from exoskull.kit.ids import TenantId
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.model import Run, State

PROGRAM = Path(__file__).with_name("a_worker.py")
JOB = "morning-briefing"
DEADLINE_S = 60.0


@dataclass(kw_only=True)
class Site:
    """A database with people whose slot is due, and workers on it."""

    url: str
    installation: Any
    people: list[TenantId] = field(default_factory=list)
    workers: list[asyncio.subprocess.Process] = field(default_factory=list)

    async def start(self, name: str, how: str = "work") -> asyncio.subprocess.Process:
        worker = await asyncio.create_subprocess_exec(
            sys.executable,
            str(PROGRAM),
            self.url,
            name,
            how,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PGAPPNAME": "a_worker"},
        )
        self.workers.append(worker)
        return worker

    async def add_people(self, count: int) -> None:
        """People who came a day ago, so that their morning slot is due."""
        for _ in range(count):
            name = f"p{len(self.people)}"
            self.people.append(await self.installation.person(name))

    async def runs(self) -> list[Run]:
        found = [await self.installation.runs(person, JOB) for person in self.people]
        return [run for runs in found for run in runs]

    async def all_ran(self) -> list[Run]:
        """The runs, once everybody's has ended; woken by what the feed publishes."""

        async def ended() -> list[Run] | None:
            runs = await self.runs()
            over = [run for run in runs if run.state is State.RAN]
            return runs if len(over) == len(runs) == len(self.people) else None

        return await self.until(ended)

    async def until(self, condition: Callable[[], Any]) -> Any:
        """What `condition` gives once it is true, asked again after each event of the feed."""
        async with (
            asyncio.timeout(DEADLINE_S),
            await psycopg.AsyncConnection.connect(self.url, autocommit=True) as listening,
        ):
            await listening.execute("listen exoskull_events")
            while not (found := await condition()):
                async for _ in listening.notifies(timeout=2, stop_after=1):
                    pass
            return found

    async def effects(self) -> list[tuple[Any, ...]]:
        async with await psycopg.AsyncConnection.connect(self.url) as connection:
            cursor = await connection.execute("select run_id, attempt, worker from effects")
            return await cursor.fetchall()


async def has_begun(worker: asyncio.subprocess.Process) -> None:
    assert worker.stdout is not None
    async with asyncio.timeout(DEADLINE_S):
        assert (await worker.stdout.readline()).startswith(b"begun")


@pytest.fixture
async def site(database, database_url: str, installation) -> AsyncIterator[Site]:
    installation.clock = VirtualClock(SystemClock().now() - timedelta(days=1, minutes=1))
    installation.catalogue = {JOB: CATALOGUE[JOB]}
    async with await psycopg.AsyncConnection.connect(database_url) as owner:
        await owner.execute(
            "create table effects (tenant_id uuid, run_id uuid primary key, attempt int,"
            " worker text)"
        )
        await owner.execute("grant all on effects to exoskull_app")
    made = Site(url=database_url, installation=installation)
    yield made
    for worker in made.workers:
        if worker.returncode is None:
            worker.kill()
        await worker.wait()


@asynccontextmanager
async def stopped_well(*workers: asyncio.subprocess.Process) -> AsyncIterator[None]:
    yield
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
    async with asyncio.timeout(DEADLINE_S):
        assert [await worker.wait() for worker in workers] == [0] * len(workers)


@pytest.mark.parametrize("how", ["hang", "hang-after"])
async def test_a_run_whose_worker_was_killed_is_finished_by_another_once(site: Site, how: str):
    await site.add_people(1)
    victim = await site.start("victim", how)
    await has_begun(victim)
    victim.kill()
    await victim.wait()
    async with stopped_well(await site.start("other")):
        [run] = await site.all_ran()
    assert (run.attempt, run.worker) == (2, "other")
    [(run_id, attempt, worker)] = await site.effects()
    assert run_id == run.id
    assert (attempt, worker) == ((2, "other") if how == "hang" else (1, "victim"))


async def test_two_workers_run_each_of_200_slots_once(site: Site):
    await site.add_people(200)
    async with stopped_well(await site.start("one"), await site.start("two")):
        runs = await site.all_ran()
    assert len(runs) == 200
    assert {run.attempt for run in runs} == {1}
    effects = await site.effects()
    assert Counter(run_id for run_id, _, _ in effects) == Counter(run.id for run in runs)
    events = [await site.installation.events(person) for person in site.people]
    assert [[event.kind for event in one] for one in events] == [["slot.ran"]] * 200


async def test_a_stopped_worker_hands_back_what_it_cannot_end(site: Site):
    await site.add_people(1)
    slow = await site.start("slow", "hang")
    async with stopped_well(slow):
        await has_begun(slow)
    [run] = await site.runs()
    assert (run.state, run.attempt, run.worker) == (State.DUE, 1, None)
    async with stopped_well(await site.start("other")):
        [run] = await site.all_ran()
    assert (run.attempt, run.worker) == (2, "other")


async def test_after_a_restart_nothing_runs_again(site: Site):
    await site.add_people(3)
    async with stopped_well(await site.start("first")):
        before = await site.all_ran()
    async with stopped_well(await site.start("second")):
        await site.add_people(1)
        after = await site.all_ran()
    assert after[:3] == before
    assert after[3].worker == "second"


async def test_a_worker_comes_back_after_its_connections_were_cut(site: Site):
    await site.add_people(1)
    async with stopped_well(await site.start("one")):
        await site.all_ran()
        async with await psycopg.AsyncConnection.connect(site.url, autocommit=True) as owner:
            await owner.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = current_database() and application_name = 'a_worker'"
            )
        await site.add_people(1)
        assert len(await site.all_ran()) == 2
