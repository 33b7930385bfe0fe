"""How soon an event stands on the open page, and what a thousand open pages cost one process.

The web runs by itself, as `exoskull web` runs it; here are the browsers, plain sockets that read
what comes, and somebody who publishes. Beside it stands the same round by the database alone: a
notification from one connection to another.
"""

import asyncio
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg

from exoskull.app import create_app, listen, serve
from exoskull.channels.registry import recording_adapters
from exoskull.composition.assembling import assemble
from exoskull.database import embedded, migrate
from exoskull.database.pool import Database
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.clock import SystemClock
from exoskull.kit.ids import SystemIds, TenantId, TraceId
from exoskull.onboarding.service import create_tenant, finish
from exoskull.settings import Settings
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential
from exoskull.tenants.visit import SESSION_COOKIE

STREAMS = 1_000
TENANTS = 250
EVENTS = 150
IDLE_S = 20.0
MOST_MS = 150.0


async def run(
    *,
    streams: int = STREAMS,
    tenants: int = TENANTS,
    events: int = EVENTS,
    idle_s: float = IDLE_S,
) -> dict[str, Any]:
    """Milliseconds from commit to the open page, with one page open and with `streams`; memory,
    files and idle CPU of a stream; goal: 150 ms at the median, however many are open."""
    with tempfile.TemporaryDirectory(prefix="exoskull-bench-") as home:
        Path(home).chmod(0o711)  # noqa: ASYNC240 nothing else runs yet
        async with embedded.serve(Path(home)) as urls:
            await migrate.upgrade(urls.owner)
            notified = await _notified(urls.owner, events)
            found = await measured(
                urls.owner,
                Path(home),
                streams=streams,
                tenants=tenants,
                events=events,
                idle_s=idle_s,
            )
    worst = max(found["ms"]["one_page"]["p50"], found["ms"]["all_open"]["p50"])
    return {
        **found,
        "baseline_notify_ms": notified,
        "goal": f"p50 at most {MOST_MS:g} ms",
        "met": worst <= MOST_MS,
    }


async def measured(
    url: str, home: Path, *, streams: int, tenants: int, events: int, idle_s: float
) -> dict[str, Any]:
    """What so many open pages of so many people cost, over this database, which is empty yet."""
    async with await Database.open(url, size=2) as database:
        people = await _people(database, tenants)
        async with _Web(url, home) as web:
            return await _measured(web, database, people, streams, events, idle_s)


async def _measured(
    web: "_Web",
    database: Database,
    people: Sequence[tuple[TenantId, str]],
    streams: int,
    events: int,
    idle_s: float,
) -> dict[str, Any]:
    me, secret = people[0]
    mine = await _Page.open(web.port, secret)
    alone = await _rounds(database, me, mine, events)
    before = web.cost()
    others = [await _Page.open(web.port, people[n % len(people)][1]) for n in range(1, streams)]
    opened = web.cost()
    cpu = web.cpu_s()
    await asyncio.sleep(idle_s)
    idle = (web.cpu_s() - cpu) / idle_s
    cpu = web.cpu_s()
    busy = await _rounds(database, me, mine, events)
    each = (web.cpu_s() - cpu) / events
    for page in (mine, *others):
        page.close()
    return {
        "streams": streams,
        "tenants": len(people),
        "ms": {"one_page": alone, "all_open": busy},
        "kib_a_stream": round((opened["rss_kib"] - before["rss_kib"]) / (streams - 1), 1),
        "files_a_stream": round((opened["files"] - before["files"]) / (streams - 1), 2),
        "idle_cpu_share": round(idle, 3),
        "cpu_ms_an_event": round(each * 1000, 2),
    }


async def _rounds(database: Database, me: TenantId, page: "_Page", events: int) -> dict[str, float]:
    """Milliseconds from the commit of an event until the page has it."""
    clock, spent = SystemClock(), []
    ids = SystemIds(clock)
    gc.collect()
    for n in range(events):
        title = f"Tea {n} {time.monotonic_ns()}"
        event = Event(
            at=clock.now(), kind="task.done", trace=TraceId(ids.new()), data={"title": title}
        )
        async with database.transaction(me) as tx:
            await publish(tx, event)
            begun = time.perf_counter()  # the commit is within
        spent.append(await page.until(title.encode()) - begun)
    return _spread(spent)


async def _notified(url: str, rounds: int) -> dict[str, float]:
    """What the database alone takes from a commit to another connection's notice."""
    spent: list[float] = []
    async with (
        await psycopg.AsyncConnection.connect(url, autocommit=True) as ear,
        await psycopg.AsyncConnection.connect(url, autocommit=True) as mouth,
    ):
        await ear.execute("listen bench")
        for _ in range(rounds):
            begun = time.perf_counter()
            await mouth.execute("select pg_notify('bench', 'x')")
            _ = [notice async for notice in ear.notifies(stop_after=1)]
            spent.append(time.perf_counter() - begun)
    return _spread(spent)


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    ranked = sorted(seconds)
    return {
        "p50": round(statistics.median(ranked) * 1000, 2),
        "p95": round(ranked[int(0.95 * (len(ranked) - 1))] * 1000, 2),
    }


async def _people(database: Database, count: int) -> list[tuple[TenantId, str]]:
    clock = SystemClock()
    ids, made = SystemIds(clock), []
    for n in range(count):
        at = clock.now()
        tenant = await create_tenant(
            database, at=at, ids=ids, name=f"p{n}", language="en", timezone="Europe/Warsaw"
        )
        async with database.transaction(tenant.tenant_id) as tx:
            await finish(tx, at=at, trace=TraceId(ids.new()))
        secret = await give_credential(
            database, tenant.tenant_id, Credential.SESSION, at=at, ids=ids
        )
        made.append((tenant.tenant_id, secret))
    return made


class _Page:
    """An open page of the day: its stream, read as it comes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._heard = b""

    @classmethod
    async def open(cls, port: int, secret: str) -> "_Page":
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            b"GET /live?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + f"Cookie: {SESSION_COOKIE}={secret}\r\n".encode()
            + b"Accept: text/event-stream\r\n\r\n"
        )
        head = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in head.split(b"\r\n")[0], head
        return cls(reader, writer)

    async def until(self, words: bytes) -> float:
        """The moment at which `words` have come."""
        async with asyncio.timeout(30):
            while words not in self._heard:
                self._heard = self._heard[-200_000:] + await self._reader.read(65536)
        return time.perf_counter()

    def close(self) -> None:
        self._writer.close()


class _Web:
    """The web in a process of its own."""

    def __init__(self, url: str, home: Path) -> None:
        self._url, self._home = url, home
        self.port = 0

    async def __aenter__(self) -> "_Web":
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, __file__, self._url, str(self._home), stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        self.port = int(await self._process.stdout.readline())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._process.terminate()
        await self._process.wait()

    def cost(self) -> dict[str, int]:
        """Resident memory in KiB, and open files."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        rss = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return {
            "rss_kib": int(rss.split()[1]),
            "files": len(os.listdir(f"/proc/{self._process.pid}/fd")),
        }

    def cpu_s(self) -> float:
        """CPU seconds of the process until now."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _serve(url: str, home: str) -> None:
    clock = SystemClock()
    settings = Settings(home=Path(home), port=0)
    async with await Database.open(url) as database:
        here = assemble(database, clock=clock, ids=SystemIds(clock), adapters=recording_adapters())
        sock = listen(settings)

        async def tell() -> None:
            sys.stdout.write(f"{sock.getsockname()[1]}\n")
            sys.stdout.flush()

        await serve(create_app(here, settings), sock, stop=asyncio.Event(), started=tell)


if __name__ == "__main__":
    asyncio.run(_serve(*sys.argv[1:]))
