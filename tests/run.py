"""What `./exo test` runs: gets a browser, then the linters, the type checker and pytest.

./exo test                  everything
./exo test --fast           what needs no database, browser or other program, and is not slow
./exo test tests/grants     further arguments go to pytest
"""

import os
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = "fonts-dejavu-core"  # Polish letters and symbols, in pictures too


def main(arguments: list[str]) -> int:
    """The exit code: 0, or that of the first step that failed."""
    fast = "--fast" in arguments
    rest = [argument for argument in arguments if argument != "--fast"]
    env = dict(os.environ) | {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    if not fast:
        env |= browser()
    codes = {name: step(name, command, env) for name, command in steps(rest, fast=fast)}
    for name, code in codes.items():
        print(f"exo test: {name}: {'ok' if code == 0 else f'FAILED ({code})'}")
    if without := env.get("EXOSKULL_TEST_NO_BROWSER"):
        print(f"exo test: browser tests were SKIPPED: {without}")
    return next((code for code in codes.values() if code), 0)


def steps(rest: list[str], *, fast: bool) -> list[tuple[str, list[str]]]:
    """The commands to run, in order, by name."""
    python = [sys.executable, "-m"]
    found = [
        ("ruff check", [*python, "ruff", "check", "."]),
        ("ruff format", [*python, "ruff", "format", "--check", "."]),
    ]
    if not fast:
        found.append(("pyright", [*python, "pyright"]))
    with (ROOT / "pyproject.toml").open("rb") as file:
        if "importlinter" in tomllib.load(file)["tool"]:
            found.append(("import-linter", [str(Path(sys.executable).parent / "lint-imports")]))
    pytest = [*python, "pytest", "-n", "auto", "--dist", "worksteal"]
    if fast:
        pytest += ["-m", "not browser and not database and not programs and not slow"]
    return [*found, ("pytest", [*pytest, *rest])]


def step(name: str, command: list[str], env: dict[str, str]) -> int:
    """Run one command in the checkout's root; returns its exit code."""
    print(f"exo test: {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    print(f"exo test: {name}: {time.monotonic() - began:.0f} s", flush=True)
    return code


def browser() -> dict[str, str]:
    """Variables that tell the tests which Chromium to drive, or why there is none."""
    for get in (installed, from_debian, installed, from_playwright):
        if path := get():
            print(f"exo test: browser: {path}", flush=True)
            return {"EXOSKULL_TEST_BROWSER": path}
    reason = "no Chromium is installed, and neither apt nor Playwright could get one"
    print(f"exo test: {reason}: install chromium, or browser tests are skipped", flush=True)
    return {"EXOSKULL_TEST_NO_BROWSER": reason}


def installed() -> str | None:
    """The path of the system's Chromium, if it starts."""
    for name in BROWSERS:
        if (path := shutil.which(name)) and quiet([path, "--version"], timeout_s=30):
            return path
    return None


def from_debian() -> None:
    """Install Chromium by apt, where we are root and there is apt."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print("exo test: installing chromium by apt-get", flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium", FONTS]
    if not quiet(install, timeout_s=900):  # its list of packages may be missing, or old
        quiet(["apt-get", "update"], timeout_s=300)
        quiet(install, timeout_s=900)


def from_playwright() -> str | None:
    """The path of Playwright's own Chromium, downloaded if need be; None: not to be had."""
    from playwright.sync_api import sync_playwright

    print("exo test: asking Playwright for its Chromium", flush=True)
    if not quiet([sys.executable, "-m", "playwright", "install", "chromium"], timeout_s=900):
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if quiet([path, "--version"], timeout_s=30) else None


def quiet(command: list[str], *, timeout_s: float) -> bool:
    """Whether `command` succeeds; what it says is shown only when it does not."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout_s,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        print(f"exo test: {command[0]}: {error}", flush=True)
        return False
    if done.returncode:
        last = done.stdout.decode(errors="replace").strip().splitlines()[-3:]
        print("\n".join(f"exo test: {command[0]}: {line}" for line in last), flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
