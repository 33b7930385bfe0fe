"""What each page costs the web's process, for a person with much of everything.

CPU of the process that serves, and of nothing else: pages are asked for in it, without a socket;
the database is another process, and its share is told apart. Beside each page stands the offline
page, which has the shell and asks the database nothing.
"""

import gc
import re
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plenty import NOW, person
from starlette.types import Message

from exoskull.app import create_app
from exoskull.channels.registry import recording_adapters
from exoskull.composition.assembling import assemble
from exoskull.database import embedded, migrate
from exoskull.database.pool import Database
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SystemIds
from exoskull.settings import Settings
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential
from exoskull.tenants.visit import SESSION_COOKIE

MUCH = {
    "events": 10_000,
    "messages": 10_000,
    "interventions": 500,
    "goals": 50,
    "apps": 20,
    "entries": 10_000,
}
SAMPLES = 30
MOST_MS = 15.0
PIECES = ("/widgets", "/optimization/widget", "/feed/more?before=5000", "/apps/dziennik_3")


async def run(*, samples: int = SAMPLES, much: Mapping[str, int] = MUCH) -> dict[str, Any]:
    """Milliseconds of CPU a page, at the median; goal: at most 15."""
    with tempfile.TemporaryDirectory(prefix="exoskull-bench-") as home:
        Path(home).chmod(0o711)  # noqa: ASYNC240 nothing else runs yet
        async with embedded.serve(Path(home)) as urls:
            await migrate.upgrade(urls.owner)
            async with await Database.open(urls.owner, size=2) as database:
                found = await measured(database, Path(home), much, samples)
    slow = [path for path, one in found.items() if one["cpu_ms"] > MOST_MS]
    return {
        "rows": dict(much),
        "pages": found,
        "goal": f"at most {MOST_MS:g} ms of CPU a page",
        "slow": slow,
        "met": not slow,
    }


async def measured(
    database: Database, home: Path, much: Mapping[str, int], samples: int
) -> dict[str, dict[str, float]]:
    """By path, what the page costs over this database, which is empty yet."""
    clock = VirtualClock(NOW)
    here = assemble(database, clock=clock, ids=SystemIds(clock), adapters=recording_adapters())
    app = create_app(here, Settings(home=home, port=0))
    me = await person(database, here.ids, **much)
    secret = await give_credential(database, me, Credential.SESSION, at=NOW, ids=here.ids)
    paths = [
        place.path for group in app.state.door.pages.navigation.groups for place in group.places
    ]
    _, shell = await _ask(app, "/goals", secret)
    goal = re.search(rb'href="(/goals/[0-9a-f-]{36})"', shell)
    if goal:
        paths.append(goal[1].decode())
    found: dict[str, dict[str, float]] = {}
    for path in ["/offline", *paths, *PIECES, "/admin"]:
        found[path] = await _one(app, path, secret, samples)
    return found


async def _one(app: Any, path: str, secret: str, samples: int) -> dict[str, float]:
    status, body = await _ask(app, path, secret)
    assert status == 200, (path, status, body[:500])
    for _ in range(3):
        await _ask(app, path, secret)
    spent: list[float] = []
    waited: list[float] = []
    gc.collect()
    for _ in range(samples):
        begun, cpu = time.perf_counter(), time.process_time()
        await _ask(app, path, secret)
        spent.append(time.process_time() - cpu)
        waited.append(time.perf_counter() - begun)
    return {
        "cpu_ms": _ms(spent),
        "wall_ms": _ms(waited),
        "kib": round(len(body) / 1024, 1),
    }


def _ms(seconds: Sequence[float]) -> float:
    return round(statistics.median(seconds) * 1000, 2)


async def _ask(app: Any, path: str, secret: str) -> tuple[int, bytes]:
    """The answer of the application to a browser that is signed in: status and body as sent."""
    plain, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": plain,
        "raw_path": plain.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 80),
        "headers": [
            (b"host", b"127.0.0.1"),
            (b"cookie", f"{SESSION_COOKIE}={secret}".encode()),
            (b"accept", b"text/html"),
            (b"accept-encoding", b"gzip"),
        ],
    }
    status, parts = 0, []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            parts.append(message.get("body", b""))

    await app(scope, receive, send)
    body = b"".join(parts)
    if body[:2] == b"\x1f\x8b":
        import gzip

        body = gzip.decompress(body)
    return status, body
