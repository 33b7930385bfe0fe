"""The process that keeps the embedded server: starts it, restarts it, and stops it.

Started by `embedded.join`, in a session of its own. Each user of the server holds one connection
to the guardian's socket. When the last is closed, by its user or by the kernel after a kill -9,
the guardian stops the server and ends. So no server is ever left without a user.
"""

import argparse
import asyncio
import json
import signal
import socket
import sys
from pathlib import Path

from exoskull.database import cluster
from exoskull.database.account import server_account
from exoskull.database.binaries import runnable
from exoskull.database.layout import Layout, socket_directory
from exoskull.database.locks import hold
from exoskull.database.refusals import of_system
from exoskull.database.server import STOP_TIMEOUT_S, Server
from exoskull.kit.errors import ExoSkullError

CONTROL = "guardian"
"""The name of the guardian's socket, beside the server's."""

_RESTARTS = 5
_RESTARTS_WITHIN_S = 60.0


class Guardian:
    """One server, and the connections of those who use it."""

    def __init__(self, layout: Layout, *, durable: bool) -> None:
        self._layout = layout
        self._durable = durable
        self._sockets = Path()
        self._users: set[asyncio.StreamWriter] = set()
        self._left: asyncio.StreamWriter | None = None  # the last to go waits for the server's end
        self._wanted = True
        self._ready = asyncio.Event()
        self._changed = asyncio.Event()

    async def run(self, first: socket.socket) -> None:
        """Serve `first`, and all who join, until the last has left."""
        reader, writer = await asyncio.open_connection(sock=first)
        try:
            server = self._prepare()
            await server.start()
        except (ExoSkullError, OSError) as error:
            await self._refuse(writer, error)
            return
        self._ready.set()
        door = await asyncio.start_unix_server(self._serve, self._sockets / CONTROL)
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self._give_up)
        self._users.add(writer)
        serving = asyncio.create_task(self._serve(reader, writer))
        watching = asyncio.create_task(self._restart(server))
        while self._wanted and self._users:
            await self._changed.wait()
            self._changed.clear()
        self._wanted = False
        door.close()  # before the server stops: who comes now starts anew
        watching.cancel()
        await asyncio.wait([watching])
        await server.stop()
        for user in {*self._users, self._left} - {None}:
            user.close()
        serving.cancel()

    def _prepare(self) -> Server:
        account = server_account(self._layout.data)
        programs = runnable(self._layout.base, account)
        cluster.ensure(self._layout, programs, account, durable=self._durable)
        self._sockets = socket_directory(self._layout, account)
        return Server(
            self._layout,
            programs=programs,
            account=account,
            sockets=self._sockets,
            durable=self._durable,
        )

    async def _refuse(self, user: asyncio.StreamWriter, error: ExoSkullError | OSError) -> None:
        """Say why not; the connection closes as the process ends."""
        told = of_system(error, self._layout.base) if isinstance(error, OSError) else error
        params = {name: str(value) for name, value in told.params.items()}
        user.write(json.dumps({"error": told.key, "params": params}).encode() + b"\n")
        await user.drain()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Tell one user where the server is, and hold on until that user leaves."""
        if not self._wanted:
            writer.close()
            return
        self._users.add(writer)
        try:
            await self._ready.wait()
            writer.write(json.dumps({"sockets": str(self._sockets)}).encode() + b"\n")
            await writer.drain()
            while await reader.read(64):
                pass
        except ConnectionError:
            pass
        self._users.discard(writer)
        if self._users:
            writer.close()
        else:
            self._left, former = writer, self._left
            if former is not None:
                former.close()
        self._changed.set()

    def _give_up(self) -> None:
        self._wanted = False
        self._changed.set()

    async def _restart(self, server: Server) -> None:
        """Start the server again whenever it dies, but not for ever."""
        now = asyncio.get_running_loop().time
        deaths: list[float] = []
        while True:
            await server.ended()
            self._ready.clear()
            deaths = [at for at in deaths if now() - at < _RESTARTS_WITHIN_S] + [now()]
            try:
                if len(deaths) <= _RESTARTS:
                    await server.start()
                    self._ready.set()
                    continue
                reason = f"it died {len(deaths)} times within {_RESTARTS_WITHIN_S:.0f} s"
            except (ExoSkullError, OSError) as error:
                reason = str(error)
            print(f"guardian: giving the server up: {reason}", file=sys.stderr)  # noqa: T201
            self._give_up()
            return


def main() -> None:
    """Run with the number of an open socket: the first user's."""
    parser = argparse.ArgumentParser()
    parser.add_argument("base", type=Path)
    parser.add_argument("--user", type=int, required=True)
    parser.add_argument("--not-durable", action="store_true")
    given = parser.parse_args()
    layout = Layout(given.base)
    first = socket.socket(fileno=given.user)
    try:
        with hold(layout.guardian_lock, timeout_s=STOP_TIMEOUT_S):
            asyncio.run(Guardian(layout, durable=not given.not_durable).run(first))
    except TimeoutError:
        refusal = {"error": "database.in_use", "params": {"path": str(layout.base)}}
        first.sendall(json.dumps(refusal).encode() + b"\n")


if __name__ == "__main__":
    main()
