"""The program run in this process, on an external database of its own or on none."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from exoskull.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command did. `out` and `err` are what it wrote."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output as the one strict JSON document it must be."""

        def refuse(constant: str) -> Any:
            raise AssertionError(f"{constant} is no JSON")

        assert self.out.count("\n") == 1
        return json.loads(self.out, parse_constant=refuse)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`run("tenant", "list")`; settings are the test's own, and no database is named."""
    for name in ("DATABASE_URL", "PORT", "SMTP_URL", "TWILIO_SID"):
        monkeypatch.delenv(f"EXOSKULL_{name}", raising=False)
    monkeypatch.setenv("EXOSKULL_HOME", str(tmp_path / "home"))

    def once(*argv: str) -> Ran:
        try:
            code = main(argv)
        except SystemExit as ended:
            code = int(str(ended.code))
        said = capsys.readouterr()
        return Ran(code=code, out=said.out, err=said.err)

    return once


@pytest.fixture
def installed(run: Run, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same, over a migrated database."""
    monkeypatch.setenv("EXOSKULL_DATABASE_URL", database_url)
    return run


@pytest.fixture
def anna(installed: Run) -> Run:
    """The same, with a tenant in it."""
    made = installed("tenant", "create", "anna", "--timezone", "Europe/Warsaw", "--language", "pl")
    assert made.code == 0, made.err
    return installed
