"""The server's process: started, asked whether it answers, stopped."""

import asyncio
import ctypes
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from exoskull.database import cluster
from exoskull.database.account import Account, as_account, environment
from exoskull.database.layout import Layout
from exoskull.database.refusals import of_program
from exoskull.kit.errors import Unavailable

START_TIMEOUT_S = 120.0  # a recovery after a crash may take its time
STOP_TIMEOUT_S = 120.0

_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "maintenance_work_mem": "32MB",
    "max_worker_processes": "4",
    "max_parallel_workers_per_gather": "0",
    "autovacuum_max_workers": "2",
    "io_method": "sync",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_logical_replication_workers": "0",
    "max_wal_size": "512MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "password_encryption": "scram-sha-256",
    # Events of the server only: an ERROR's detail can quote what a person wrote.
    "log_min_messages": "log",
    "log_checkpoints": "off",
}
_NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


class Server:
    """A postmaster over `layout.data`, listening in the directory `sockets` only."""

    def __init__(
        self,
        layout: Layout,
        *,
        programs: Path,
        account: Account | None,
        sockets: Path,
        durable: bool,
    ) -> None:
        self._layout = layout
        self._programs = programs
        self._account = account
        self._sockets = sockets
        self._settings = _SETTINGS | ({} if durable else _NOT_DURABLE)
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start, clearing what a crash left, and return once connections work.

        Raises Unavailable: `database.disk_full`, `database.start_failed`.
        """
        cluster.mend(self._layout.data.resolve())
        for stale in self._sockets.iterdir():  # a lock file's pid may be anybody's by now
            stale.unlink()
        settings = self._settings | {"unix_socket_directories": str(self._sockets)}
        with self._layout.log.open("ab") as log:
            began = log.tell()
            self._process = await asyncio.create_subprocess_exec(
                self._programs / "postgres",
                "-D",
                self._layout.data,
                *(f"--{name}={value}" for name, value in settings.items()),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=environment(),
                start_new_session=True,
                preexec_fn=_stop_with_parent(),
                **as_account(self._account),
            )
        try:
            async with asyncio.timeout(START_TIMEOUT_S):
                while not await self._answers():
                    if self._process.returncode is not None:
                        await self.stop()
                        said = self._layout.log.read_bytes()[began:]
                        raise of_program(said.decode(errors="replace"), self._layout)
                    await asyncio.sleep(0.01)
        except TimeoutError:
            await self.stop()
            reason = f"no answer within {START_TIMEOUT_S:.0f} s"
            raise Unavailable(
                "database.start_failed", reason=reason, log=self._layout.log
            ) from None

    async def _answers(self) -> bool:
        """Whether connections work; the server is asked only once it says so itself."""
        try:
            lines = (self._layout.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        if len(lines) < 8 or lines[7].strip() != "ready":
            return False
        asked = await asyncio.create_subprocess_exec(
            self._programs / "pg_isready", "-q", "-h", self._sockets, cwd="/"
        )
        return await asked.wait() == 0

    async def ended(self) -> None:
        """Returns when the process has ended, for whatever reason."""
        if self._process is not None:
            await self._process.wait()

    async def stop(self) -> None:
        """Stop fast; where that takes too long, at once: the next start recovers."""
        if self._process is None:
            return
        for number, timeout_s in (
            (signal.SIGINT, STOP_TIMEOUT_S),
            (signal.SIGQUIT, 10.0),
            (signal.SIGKILL, 10.0),
        ):
            if self._process.returncode is not None:
                break
            self._process.send_signal(number)
            try:
                async with asyncio.timeout(timeout_s):
                    await self._process.wait()
            except TimeoutError:
                continue
        shutil.rmtree(self._sockets, ignore_errors=True)


def _stop_with_parent() -> Callable[[], object] | None:
    """For the child, on Linux: stop fast when the guardian dies, even by kill -9."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    set_parent_death_signal = 1
    return lambda: prctl(set_parent_death_signal, int(signal.SIGINT))
