"""Full cycles a second with two workers, beside what the same database does of `pgbench -N -c 8`.

A full cycle is a run of loop-15 from claim to end, for a tenant with goals, measures, tasks and
messages: claim, knowledge, analysis, decisions, what they record, finish.
"""

import asyncio
import re
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import uvloop

from exoskull.composition.assembling import assemble
from exoskull.composition.handlers import HANDLERS, SOURCES
from exoskull.database import binaries, embedded, migrate
from exoskull.database.pool import Database
from exoskull.goals import service as goals
from exoskull.goals.model import parse_goal
from exoskull.kit.clock import SystemClock, VirtualClock
from exoskull.kit.ids import SeededIds, SystemIds, TenantId, TraceId
from exoskull.measuring import service as measuring
from exoskull.onboarding.service import create_tenant
from exoskull.scheduling.execute import Executor
from exoskull.signals.model import Source

TENANTS = 40
DAYS = 14
WORKERS = 2
AT_ONCE = 4
BATCH = 10
SECONDS = 12
BEGIN = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)


async def run(seconds: int = SECONDS) -> dict[str, Any]:
    """Cycles/s of two workers, TPS of pgbench, and their ratio; goal: 0.10 or more."""
    with tempfile.TemporaryDirectory(prefix="exoskull-bench-") as home:
        Path(home).chmod(0o711)  # noqa: ASYNC240 nothing else runs yet
        async with embedded.serve(Path(home)) as urls:
            await migrate.upgrade(urls.owner)
            tps = await _pgbench(urls.owner, seconds)
            tenants = await _people(urls.owner)
            cycles = await _two_workers(urls.owner, tenants, seconds)
            after = await _pgbench(urls.owner, seconds)
    baseline = (tps + after) / 2
    return {
        "cycles_per_s": round(cycles, 1),
        "pgbench_tps": round(baseline, 1),
        "pgbench_before_after": [round(tps, 1), round(after, 1)],
        "ratio": round(cycles / baseline, 4),
        "goal": "ratio at least 0.10",
        "met": cycles / baseline >= 0.10,
    }


async def _pgbench(url: str, seconds: int) -> float:
    """Transactions a second of `pgbench -N -c 8`."""
    program = binaries.installed() / "pgbench"
    if not getattr(_pgbench, "ready", False):
        await _output([str(program), "-i", "-q", "-s", "10", url])
        _pgbench.ready = True  # type: ignore[attr-defined]
    out = await _output([str(program), "-N", "-c", "8", "-j", "2", "-T", str(seconds), url])
    found = re.search(r"tps = ([0-9.]+)", out)
    assert found, out
    return float(found[1])


async def _output(command: list[str]) -> str:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    out, _ = await process.communicate()
    assert process.returncode == 0, out.decode()
    return out.decode()


async def _people(url: str) -> list[TenantId]:
    """People two weeks in: two goals, sleep, water and runs measured."""
    made = []
    clock = VirtualClock(BEGIN)
    ids = SeededIds(clock, 7)
    async with await Database.open(url, size=2) as database:
        for number in range(TENANTS):
            tenant = await create_tenant(
                database,
                at=BEGIN,
                ids=ids,
                name=f"person-{number}",
                language="pl",
                timezone="Europe/Warsaw",
                email=f"p{number}@example.org",
                phone="+48600100200",
            )
            made.append(tenant.tenant_id)
            async with database.transaction(tenant.tenant_id) as tx:
                for title, metric, target, period in (
                    ("Biegać", "runs", 3, "week"),
                    ("Pić wodę", "water_glasses", 8, "day"),
                ):
                    goal = parse_goal(title=title, metric=metric, target=target, period=period)
                    await goals.create(tx, goal, at=BEGIN, ids=ids, trace=TraceId(ids.new()))
                for day in range(DAYS):
                    at = BEGIN + timedelta(days=day)
                    for metric, value in (("sleep_hours", 6.0 + day % 3), ("water_glasses", 5.0)):
                        await measuring.log(
                            tx,
                            tenant,
                            metric=metric,
                            value=value,
                            unit="",
                            measured_at=at,
                            at=at,
                            source=Source.API,
                            ids=ids,
                            trace=TraceId(ids.new()),
                        )
    return made


async def _two_workers(url: str, tenants: list[TenantId], seconds: int) -> float:
    """Cycles a second of two worker processes, each with its half of the tenants."""
    shares = [tenants[worker::WORKERS] for worker in range(WORKERS)]
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            __file__,
            url,
            str(seconds),
            ",".join(map(str, share)),
            stdout=subprocess.PIPE,
        )
        for share in shares
    ]
    done = [await process.communicate() for process in processes]
    assert all(process.returncode == 0 for process in processes)
    return sum(float(out.decode().split()[-1]) for out, _ in done)


async def _worker(url: str, seconds: float, tenants: list[TenantId]) -> float:
    """Open a run of loop-15 for a tenant and execute it, over and over; cycles a second."""
    clock = VirtualClock(BEGIN + timedelta(days=DAYS))
    ids = SystemIds(SystemClock())
    begin = time.time_ns() // 10**9 % 10**5
    done = 0
    async with await Database.open(url, size=AT_ONCE + 1) as database:
        here = assemble(database, clock=clock, ids=ids, adapters={})
        assert SOURCES.keys() <= HANDLERS.keys()
        executor = Executor(
            database=database, clock=clock, handlers=HANDLERS, deps=here, worker="bench"
        )
        end = time.perf_counter() + seconds
        begun = time.perf_counter()

        async def one(lane: int) -> None:
            nonlocal done
            mine = tenants[lane::AT_ONCE]
            number = 0
            while time.perf_counter() < end:
                tenant_id = mine[number % len(mine)]
                number += 1
                # As triage does, many are opened at a time.
                slots = [begin + BATCH * number + place for place in range(BATCH)]
                runs = [_run(tenant_id, ids.new(), slot, clock.now()) for slot in slots]
                async with database.transaction(tenant_id) as tx:
                    await tx.execute_many(_OPEN, runs)
                for run in runs:
                    await executor.execute(tenant_id, run["id"], hint="loop-15")
                    done += 1

        await asyncio.gather(*(one(lane) for lane in range(AT_ONCE)))
        return done / (time.perf_counter() - begun)


_OPEN = """
    insert into runs (tenant_id, id, job, slot, local, trace, due_at, state, attempt, detail,
                      lease_until)
    values (%(tenant)s, %(id)s, 'loop-15', %(slot)s, %(slot)s, %(id)s, %(at)s, 'due', 0, '{}',
            %(at)s)
"""


def _run(tenant_id: TenantId, run_id: UUID, number: int, at: datetime) -> dict[str, Any]:
    slot = (at + timedelta(minutes=15 * number)).isoformat()
    return {"tenant": tenant_id, "id": run_id, "slot": slot, "at": at}


if __name__ == "__main__":
    assert urlsplit(sys.argv[1]).scheme
    people = [TenantId(UUID(one)) for one in sys.argv[3].split(",")]
    print(uvloop.run(_worker(sys.argv[1], float(sys.argv[2]), people)))
