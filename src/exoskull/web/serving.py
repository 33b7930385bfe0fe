"""The server: its port, and a stop that no open stream holds up."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

import uvicorn
from fastapi import FastAPI

from exoskull.kit.errors import Unavailable
from exoskull.settings import Settings
from exoskull.web.door import Door
from exoskull.web.live import Hub

DRAIN_S = 10

HERE = frozenset({"127.0.0.1", "::1", "0.0.0.0", "::", "localhost", ""})  # noqa: S104
"""Hosts that a browser on this machine reaches as `localhost`."""


def address(settings: Settings, sock: socket.socket | None = None) -> str:
    """How a person reaches the web: the public URL, else this machine's own.

    This machine is called `localhost`, since passkeys are for names and never for numbers.

    Args:
        sock: what `listen` gave; its port counts where the settings leave it open (0).
    """
    if settings.public_url:
        return settings.public_url.rstrip("/")
    port = sock.getsockname()[1] if sock is not None else settings.port
    host = "localhost" if settings.host in HERE else settings.host
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def listen(settings: Settings) -> socket.socket:
    """The port, taken; before anything else is begun.

    Raises:
        Unavailable: `port.taken`, or `port.unusable` for a host or port that cannot be had.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on: an answer's body would then wait 40 ms
    # for the browser to acknowledge its head.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((settings.host, settings.port))
        sock.listen(512)
    except (OSError, OverflowError) as error:
        sock.close()
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise Unavailable("port.taken", field="--port", port=str(settings.port)) from error
        raise Unavailable(
            "port.unusable", field="--port", host=settings.host, port=str(settings.port)
        ) from error
    sock.setblocking(False)
    return sock


def listen_beside(settings: Settings, sock: socket.socket) -> socket.socket | None:
    """The same port of this machine's other loopback address, so that `localhost` leads here
    whichever of the two a browser tries first; None where there is no such address.

    Raises:
        Unavailable: `port.taken`: another program has it, and `localhost` would lead there.
    """
    other = {"127.0.0.1": "::1", "::1": "127.0.0.1"}.get(settings.host)
    if other is None:
        return None
    try:
        return listen(replace(settings, host=other, port=sock.getsockname()[1]))
    except Unavailable as error:
        if error.key == "port.taken":
            raise
        return None  # a machine without IPv6


async def serve(
    app: FastAPI,
    sock: socket.socket,
    *,
    beside: socket.socket | None = None,
    stop: asyncio.Event,
    started: Callable[[], Awaitable[Any]] | None = None,
) -> None:
    """Serve `app` on `sock` until `stop` is set, then let what is under way end.

    Open streams are ended first, so that none of them holds up the rest; whoever is not done after
    DRAIN_S seconds is cut. The caller keeps the process's signals.

    Args:
        beside: another socket to answer on.
        started: awaited once requests are answered.
    """
    door: Door = app.state.door
    config = uvicorn.Config(
        app,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=DRAIN_S,
        timeout_keep_alive=75,
    )
    server = _Server(config, door.hub)
    socks = [sock] if beside is None else [sock, beside]
    serving = asyncio.create_task(server.serve(sockets=socks))
    stopping = asyncio.create_task(stop.wait())
    try:
        answering = asyncio.create_task(server.answering.wait())
        await asyncio.wait({serving, answering}, return_when=asyncio.FIRST_COMPLETED)
        answering.cancel()
        if started is not None and server.answering.is_set():
            await started()
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        server.should_exit = True
        stopping.cancel()
        await serving


class _Server(uvicorn.Server):
    """uvicorn, which ends streams before it waits for them, and leaves signals alone."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub
        self.answering = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.answering.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.close()
        await super().shutdown(sockets)
