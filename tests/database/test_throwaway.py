"""A server for one run leaves nothing, and clears what a killed one left."""

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from exoskull.database.layout import Layout
from exoskull.database.locks import hold
from exoskull.database.throwaway import throwaway

RUN = """
import asyncio, sys
from exoskull.database.layout import Layout
from exoskull.database.locks import hold
from exoskull.database.throwaway import throwaway
async def main():
    async with throwaway() as urls:
        print(urls.owner, flush=True)
        await asyncio.to_thread(sys.stdin.read)
asyncio.run(main())
"""


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A directory for temporary files of this test's own, which the server's user can enter."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o711)
        monkeypatch.setenv("TMPDIR", made)
        monkeypatch.setattr(tempfile, "tempdir", None)
        yield Path(made)


def homes(temporary: Path) -> list[str]:
    return [path.name for path in temporary.iterdir() if path.is_dir()]


async def test_it_is_fast_rather_than_durable_and_gone_afterwards(temporary: Path) -> None:
    async with throwaway() as urls:
        with psycopg.connect(urls.owner) as connection:
            assert connection.execute("show fsync").fetchone() == ("off",)
        assert homes(temporary) != []
    assert homes(temporary) == []


async def test_two_runs_at_once_have_a_server_each(temporary: Path) -> None:
    async with throwaway() as one, throwaway() as two:
        assert one.owner != two.owner


@pytest.mark.slow
def test_the_next_run_clears_what_a_killed_one_left(temporary: Path) -> None:
    command = [sys.executable, "-c", RUN]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline().startswith("postgresql://")
        killed.kill()
    [left] = temporary.glob("exoskull-once-*/")
    with hold(Layout.of(left).guardian_lock, timeout_s=30):
        pass  # its server has stopped

    async def run_again() -> None:
        async with throwaway():
            assert left.name not in homes(temporary)

    asyncio.run(run_again())
    assert homes(temporary) == []
