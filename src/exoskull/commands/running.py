"""`exoskull up`, `web`, `work` and `migrate`: an installation in service."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import structlog

from exoskull.app import (
    address,
    create_app,
    listen,
    listen_beside,
    make_entry_link,
    serve,
)
from exoskull.commands.console import Call, opened
from exoskull.commands.simulate import lived
from exoskull.composition.assembling import Installation
from exoskull.composition.handlers import HANDLERS, SOURCES
from exoskull.database import migrate as schema
from exoskull.database.connect import database_url
from exoskull.grants.service import give_defaults
from exoskull.kit.errors import Conflict
from exoskull.kit.ids import TraceId
from exoskull.onboarding.service import finish
from exoskull.scheduling.dispatch import RUN, Dispatcher
from exoskull.scheduling.execute import Executor
from exoskull.scheduling.queue import PgQueue
from exoskull.scheduling.serve import Worker, stop_on_signals
from exoskull.scheduling.zones import is_zone
from exoskull.settings import Settings
from exoskull.simulation import demo
from exoskull.simulation.people import settle_in
from exoskull.simulation.simulate import simulate
from exoskull.tenants import service as tenants
from exoskull.web.security import trusted_proxies

PARALLEL_DELIVERIES = 8
CONNECTIONS = 16
DISPATCH_LANES = 2

log = structlog.get_logger()


async def up(call: Call) -> int:
    """Everything in one process tree: database, migrations, web and a worker; with --demo, first a
    made-up person's last 30 days."""
    if call.args.demo:
        await _live_a_demo(call)
    return await _serve(call, working=True)


async def _live_a_demo(call: Call) -> None:
    """Let the demo person live until now, in an installation that nobody lives in yet.

    Raises:
        Conflict: `demo.in_use`: there are people here.
    """
    async with opened(call.settings, upgrade=True) as here:
        if await tenants.everyone(here.database):
            raise Conflict("demo.in_use")
        now = here.clock.now()
        begin = now - timedelta(days=demo.DAYS)
        language, timezone = _here()

        def person(seed: int) -> demo.DemoPerson:
            return demo.DemoPerson(seed, language=language, timezone=timezone, begin=begin)

        with lived(begin, now) as moved:
            done = await simulate(
                here.database, settle_in(1, 1, person), days=demo.DAYS, seed=1, progress=moved
            )
        for tenant_id in done.tenants.values():  # who lived 30 days is past the first steps
            async with here.database.transaction(tenant_id) as tx:
                await finish(tx, at=now, trace=TraceId(here.ids.new()))


def _here() -> tuple[str, str]:
    """The language and time zone that this machine is set to, as far as it says."""
    words = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = "pl" if next((one for one in words if one), "").startswith("pl") else "en"
    zone = os.environ.get("TZ", "").lstrip(":")
    return language, zone if is_zone(zone) else "Europe/Warsaw"


async def web(call: Call) -> int:
    """The web alone; any number of them over one database."""
    return await _serve(call, working=False)


async def _serve(call: Call, *, working: bool) -> int:
    settings = _settings(call)
    with contextlib.ExitStack() as taken:
        sock = taken.enter_context(contextlib.closing(listen(settings)))
        beside = listen_beside(settings, sock)
        if beside is not None:
            taken.enter_context(contextlib.closing(beside))
        base = address(settings, sock)
        async with _in_service(settings) as here:
            stop = stop_on_signals()

            async def greet() -> None:
                link = await make_entry_link(here, settings, base_url=base)
                _greet(call, base, link)

            async with asyncio.TaskGroup() as group:
                app = create_app(here, settings)
                group.create_task(
                    _until(stop, serve(app, sock, beside=beside, stop=stop, started=greet))
                )
                if working:
                    group.create_task(_until(stop, _work(here, stop)))
    return 0


async def work(call: Call) -> int:
    """A worker alone; any number of them over one database."""
    async with _in_service(call.settings) as here:
        stop = stop_on_signals()
        sys.stderr.write("exoskull: working; Ctrl-C stops\n")
        await _work(here, stop)
    return 0


async def migrate(call: Call) -> int:
    """To the newest schema; tenants without a rule get the default ones."""
    async with database_url(call.settings) as url:
        await schema.upgrade(url)
    async with opened(call.settings) as here:
        given = await give_defaults(here.database, at=here.clock.now(), ids=here.ids)
    head = schema.heads()
    lines = [f"The schema is at {head}.", f"Default rules given to {len(given)} tenants."]
    call.console.document({"schema": head, "defaults_given": given}, lines)
    return 0


def _settings(call: Call) -> Settings:
    settings = call.settings
    if call.args.port is not None:
        settings = replace(settings, port=call.args.port)
    if call.args.host is not None:
        settings = replace(settings, host=call.args.host)
    if call.args.trusted_proxy is not None:
        settings = replace(settings, trusted_proxy=call.args.trusted_proxy)
    trusted_proxies(settings.trusted_proxy)
    return settings


@asynccontextmanager
async def _in_service(settings: Settings) -> AsyncIterator[Installation]:
    """The installation, brought up to date."""
    async with opened(settings, size=CONNECTIONS, upgrade=True) as here:
        await give_defaults(here.database, at=here.clock.now(), ids=here.ids)
        yield here


async def _work(here: Installation, stop: asyncio.Event) -> None:
    """Work until `stop` is set."""
    dispatcher = Dispatcher(
        database=here.database,
        queue=PgQueue(here.clock),
        ids=here.ids,
        sources=SOURCES,
        lanes=DISPATCH_LANES,
    )
    executor = Executor(
        database=here.database,
        clock=here.clock,
        handlers=HANDLERS,
        deps=here,
        worker=f"{socket.gethostname()}:{os.getpid()}",
    )
    worker = Worker(
        url=here.database.url,
        clock=here.clock,
        consumers={RUN: executor.consume},
        ticks=(dispatcher.tick, lambda _: here.outbox.tick(parallel=PARALLEL_DELIVERIES)),
    )
    await dispatcher.prepare(here.clock.now())
    await worker.serve(stop)


async def _until(stop: asyncio.Event, work: Awaitable[None]) -> None:
    """Do `work`; when it ends, for whatever reason, so does the rest."""
    try:
        await work
    finally:
        stop.set()


def _greet(call: Call, address: str, link: str) -> None:
    lines = [
        f"ExoSkull is up: {address}",
        f"Your one-time link, good for 24 hours: {link}",
        "Ctrl-C stops it.",
    ]
    call.console.document({"address": address, "link": link}, lines)
    sys.stdout.flush()
