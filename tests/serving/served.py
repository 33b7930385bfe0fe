"""The web on a real port over a real database: what tests of it and of its pages share."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2

from exoskull.app import address, create_app, listen, serve
from exoskull.channels.registry import recording_adapters
from exoskull.composition.assembling import Installation, assemble
from exoskull.database.pool import Database
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SeededIds, SystemIds, TenantId
from exoskull.settings import Settings

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TWILIO: dict[str, Any] = {
    "twilio_sid": "AC0",
    "twilio_token": "token-of-a-peer",
    "twilio_from": "+15005550006",
}


@dataclass(slots=True, kw_only=True)
class Served:
    """A running web. `stop` ends it, `done` then ends too."""

    url: str
    installation: Installation
    clock: VirtualClock
    settings: Settings
    app: Any
    stop: asyncio.Event
    done: asyncio.Task[None] | None = None
    clients: list[httpx2.AsyncClient] = field(default_factory=list)

    @property
    def database(self) -> Database:
        return self.installation.database

    def client(self, **options: Any) -> httpx2.AsyncClient:
        """A client of the web's own address; closed with the test."""
        made = httpx2.AsyncClient(base_url=self.url, timeout=20, trust_env=False, **options)
        self.clients.append(made)
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A tenant with an API token and a client that sends it."""

    tenant_id: TenantId
    token: str
    api: httpx2.AsyncClient


@asynccontextmanager
async def serving(
    database: Database, home: Path, *, seed: int | None = None, **settings: Any
) -> AsyncIterator[Served]:
    """The web over `database`, with channels that only record.

    Args:
        seed: of ids, and with them of what the loop draws; None: another one each time.
        settings: as of Settings.
    """
    clock = VirtualClock(AT)
    ids = SystemIds(clock) if seed is None else SeededIds(clock, seed)
    chosen = Settings(home=home, port=0, **settings)
    installation = assemble(
        database,
        clock=clock,
        ids=ids,
        adapters=recording_adapters(),
        tool_hosts=chosen.tool_hosts,
    )
    app = create_app(installation, chosen)
    sock, stop, started = listen(chosen), asyncio.Event(), asyncio.Event()

    async def tell() -> None:
        started.set()

    served = Served(
        url=f"http://127.0.0.1:{sock.getsockname()[1]}",
        installation=installation,
        clock=clock,
        settings=chosen,
        app=app,
        stop=stop,
    )
    here = served.url.replace("127.0.0.1", "localhost")
    assert here == address(chosen, sock) or chosen.public_url
    served.done = asyncio.create_task(serve(app, sock, stop=stop, started=tell))
    waiting = asyncio.create_task(started.wait())
    await asyncio.wait({served.done, waiting}, return_when=asyncio.FIRST_COMPLETED)
    try:
        yield served
    finally:
        for client in served.clients:
            await client.aclose()
        stop.set()
        await served.done


MakePerson = Callable[..., Awaitable[Somebody]]


async def streams_open(web: Served, count: int) -> None:
    """Return once the web has `count` open streams, and an ear on the database."""
    hub = web.app.state.door.hub
    async with asyncio.timeout(20):
        while hub.count != count or not hub.is_listening:  # noqa: ASYNC110
            await asyncio.sleep(0)
