"""The embedded Postgres: there while somebody uses it, one for all processes of a home."""

import asyncio
import errno
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from exoskull.database.cluster import DATABASE, OWNER_ROLE
from exoskull.database.guardian import CONTROL
from exoskull.database.layout import Layout, make_base, read_passwords
from exoskull.database.locks import hold
from exoskull.database.refusals import of_system
from exoskull.kit.errors import Unavailable

_JOIN_TIMEOUT_S = 300.0  # two times a slow stop and start
_TRIES = 5
_REJOIN_S = 5.0

_started: dict[Path, subprocess.Popen[bytes]] = {}
"""Guardians that this process started, by the directory they keep: it reaps them as they end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urls:
    """How to reach the server. `superuser` is for maintenance only: it sees every row."""

    owner: str
    superuser: str


class Lease:
    """The right to use the server, held until `leave`, or until the process dies."""

    def __init__(self, control: socket.socket, urls: Urls) -> None:
        self._control = control
        self.urls = urls

    def fileno(self) -> int:
        """The number of the socket, readable once the guardian has gone."""
        return self._control.fileno()

    def leave(self) -> None:
        """Use it no more; where we are the last, returns once the server has stopped."""
        try:
            self._control.setblocking(True)  # a loop that watched it may have changed that
            self._control.shutdown(socket.SHUT_WR)
            while self._control.recv(64):
                pass
        except OSError as error:
            if error.errno not in (errno.ENOTCONN, errno.ECONNRESET, errno.EPIPE):
                raise
        finally:
            self._control.close()


def join(home: Path, *, durable: bool = True, fresh: bool = False) -> Lease:
    """Use the server of `home`; starts it, and makes it, where that is needed.

    Args:
        home: the installation's directory; everything is kept under `<home>/postgres`.
        durable: False gives up safety against power cuts for speed; for throw-away data.
        fresh: where no server runs, delete what an earlier one kept.

    Raises:
        Unavailable: with one of the `database.*` keys, saying what to mend.
    """
    layout = Layout.of(home)
    try:
        make_base(layout)
        with hold(layout.start_lock, timeout_s=_JOIN_TIMEOUT_S):
            for _ in range(_TRIES):
                control = _knock(layout)
                if control is None:
                    if fresh:
                        shutil.rmtree(layout.data, ignore_errors=True)
                    control = _spawn_guardian(layout, durable=durable)
                if (answer := _hear(control)) is not None:
                    return _lease(layout, control, answer)
    except TimeoutError:
        raise Unavailable("database.in_use", path=layout.base) from None
    except OSError as error:
        raise of_system(error, layout.base) from error
    raise Unavailable("database.start_failed", reason="guardian", log=layout.log)


def _knock(layout: Layout) -> socket.socket | None:
    """A connection to the guardian, or None where none listens."""
    if not layout.sockets.exists():
        return None
    control = socket.socket(socket.AF_UNIX)
    try:
        control.connect(str(Path(layout.sockets.read_text()) / CONTROL))
    except OSError:
        control.close()
        return None
    return control


def _spawn_guardian(layout: Layout, *, durable: bool) -> socket.socket:
    ours, theirs = socket.socketpair()
    if former := _started.pop(layout.base, None):
        former.wait()
    command = [sys.executable, "-P", "-m", "exoskull.database.guardian", str(layout.base)]
    command += ["--user", str(theirs.fileno()), *(() if durable else ("--not-durable",))]
    if layout.log.exists() and layout.log.stat().st_size > 1_000_000:
        layout.log.replace(layout.log.with_suffix(".old"))
    log = os.open(layout.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with theirs:
        guardian = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            start_new_session=True,  # the terminal's Ctrl-C is for us, not for the server
            pass_fds=(theirs.fileno(),),
        )
    _started[layout.base] = guardian
    os.close(log)
    return ours


def _hear(control: socket.socket) -> dict[str, Any] | None:
    """What the guardian answers, or None where it went away instead."""
    control.settimeout(_JOIN_TIMEOUT_S)
    heard = b""
    try:
        while not heard.endswith(b"\n"):
            if not (more := control.recv(4096)):
                control.close()
                return None
            heard += more
    except ConnectionError:
        control.close()
        return None
    control.settimeout(None)
    return json.loads(heard)


def _lease(layout: Layout, control: socket.socket, answer: dict[str, Any]) -> Lease:
    if "error" in answer:
        control.close()
        if guardian := _started.pop(layout.base, None):
            guardian.wait()  # until it has let go of every file
        raise Unavailable(answer["error"], **answer["params"])
    passwords = read_passwords(layout)
    sockets = str(answer["sockets"])
    urls = Urls(
        owner=_url(OWNER_ROLE, passwords.owner, sockets, DATABASE),
        superuser=_url("postgres", passwords.superuser, sockets, DATABASE),
    )
    return Lease(control, urls)


def _url(role: str, password: str, sockets: str, database: str) -> str:
    return f"postgresql://{role}:{quote(password)}@/{database}?host={quote(sockets, safe='')}"


@asynccontextmanager
async def serve(home: Path, *, durable: bool = True) -> AsyncIterator[Urls]:
    """The server of `home`, for as long as the context lasts; see `join`.

    It is there again, under the same URLs, soon after it or its guardian was killed.
    """
    held = [await asyncio.to_thread(join, home, durable=durable)]
    keeping = asyncio.create_task(_keep(held, home, durable=durable))
    try:
        yield held[0].urls
    finally:
        keeping.cancel()
        await asyncio.wait([keeping])
        await asyncio.to_thread(held[0].leave)


async def _keep(held: list[Lease], home: Path, *, durable: bool) -> None:
    """Join anew whenever the guardian of the lease in `held` has gone."""
    loop = asyncio.get_running_loop()
    while True:
        gone = asyncio.Event()
        number = held[0].fileno()
        loop.add_reader(number, gone.set)
        try:
            await gone.wait()
        finally:
            loop.remove_reader(number)
        joining = asyncio.create_task(asyncio.to_thread(join, home, durable=durable))
        try:
            held[0], former = await asyncio.shield(joining), held[0]
            former.leave()  # it is closed at the other end: this does not wait
        except Unavailable:  # a full disk may have room again
            await asyncio.sleep(_REJOIN_S)
        except asyncio.CancelledError:
            with suppress(Unavailable):
                held[0] = await joining  # for serve() to leave
            raise
