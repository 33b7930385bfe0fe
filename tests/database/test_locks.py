"""Locks: one holder, and none once it has died."""

import subprocess
import sys
from pathlib import Path

import pytest

from exoskull.database.locks import hold, is_free

HOLD = """
import sys
from pathlib import Path
from exoskull.database.locks import hold
with hold(Path(sys.argv[1]), timeout_s=5):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_holder_gives_up_after_its_time(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with hold(lock, timeout_s=1), pytest.raises(TimeoutError), hold(lock, timeout_s=0):
        pass
    with hold(lock, timeout_s=0):
        pass


def test_a_lock_is_free_when_its_holder_was_killed(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    assert is_free(lock)
    command = [sys.executable, "-c", HOLD, str(lock)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert not is_free(lock)
        holder.kill()
    assert is_free(lock)
