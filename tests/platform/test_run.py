"""What `./exo test` runs, and how it tells that something is missing."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def suite() -> ModuleType:
    spec = importlib.util.spec_from_file_location("suite", ROOT / "tests" / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_everything_is_checked_and_pytest_comes_last(suite: ModuleType) -> None:
    names = [name for name, _ in suite.steps([], fast=False)]
    assert names[:3] == ["ruff check", "ruff format", "pyright"]
    assert names[-1] == "pytest"


def test_fast_leaves_out_the_slow_ones(suite: ModuleType) -> None:
    steps = dict(suite.steps(["-k", "grants"], fast=True))
    assert "pyright" not in steps
    left_out = "not browser and not database and not programs and not slow"
    assert steps["pytest"][-4:] == ["-m", left_out, "-k", "grants"]


def test_a_step_that_fails_fails_the_whole_and_the_rest_still_run(
    suite: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def exits(code: int) -> list[str]:
        return [sys.executable, "-c", f"raise SystemExit({code})"]

    chosen = [("one", exits(0)), ("two", exits(3)), ("three", exits(0))]
    monkeypatch.setattr(suite, "steps", lambda rest, fast: chosen)
    assert suite.main(["--fast"]) == 3
    said = capfd.readouterr().out
    assert "exo test: two: FAILED (3)" in said
    assert "exo test: three: ok" in said


def test_without_any_browser_the_reason_is_said_aloud_and_nothing_fails(
    suite: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for source in ("installed", "from_debian", "from_playwright"):
        monkeypatch.setattr(suite, source, lambda: None)
    monkeypatch.setattr(suite, "steps", lambda rest, fast: [])
    assert suite.main([]) == 0
    assert "browser tests were SKIPPED: no Chromium is installed" in capfd.readouterr().out


def test_a_browser_that_does_not_start_is_not_taken(
    suite: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert suite.installed() is None
