"""What every test may ask for: a migrated database of its own, and a network that ends here.

One throw-away server serves all workers and all runs of this checkout at once; it stops when the
last of them ends, also when that is killed. `EXOSKULL_TEST_DATABASE_URL` names another server,
by the URL of a role with CREATEDB and CREATEROLE.
"""

import asyncio
import hashlib
import ipaddress
import itertools
import os
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from exoskull.database import embedded, migrate
from exoskull.database.layout import Layout
from exoskull.database.locks import hold
from exoskull.database.pool import Database

if TYPE_CHECKING:
    from playwright.async_api import Page

ROOT = Path(__file__).parents[1]

hypothesis.settings.register_profile("exoskull", deadline=None)  # the machine may be busy
hypothesis.settings.load_profile("exoskull")

_numbers = itertools.count()

MEMORY_LEAST = 4 << 30
"""Bytes free."""


@pytest.fixture(scope="session", autouse=True)
def _no_network_beyond_this_machine() -> Iterator[None]:
    """Connecting anywhere but to loopback raises, in every test."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
            raise PermissionError(f"tests stay on this machine; this one wanted {address}")
        real(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _server_home() -> Path:
    checkout = hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:8]
    return _fast_folder() / f"exoskull-tests-{os.geteuid()}-{checkout}"


def _fast_folder() -> Path:
    """Memory, where there is plenty: each test makes a database and drops it, hundreds of files."""
    memory = Path("/dev/shm")
    with suppress(OSError):
        if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > MEMORY_LEAST:
            return memory
    return Path(tempfile.gettempdir())


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The URL of the server of tests, as a role that may make databases."""
    if external := os.environ.get("EXOSKULL_TEST_DATABASE_URL"):
        yield external
        return
    home = _server_home()
    lease = embedded.join(home, durable=False, fresh=True)
    yield lease.urls.owner
    lease.leave()
    layout = Layout.of(home)
    with suppress(TimeoutError), hold(layout.guardian_lock, timeout_s=1):  # nobody serves it now
        shutil.rmtree(layout.data, ignore_errors=True)


@pytest.fixture(scope="session")
def template_database(server_url: str) -> str:
    """The name of a migrated, empty database, made once for each state of the migrations."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "src/exoskull/database/migrations").rglob("*.py")):
        digest.update(path.read_bytes())
    name = f"exoskull_template_{digest.hexdigest()[:12]}"
    lock = Path(tempfile.gettempdir()) / f"exoskull-tests-{os.geteuid()}.lock"
    with hold(lock, timeout_s=120), psycopg.connect(server_url, autocommit=True) as server:
        if not server.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            making = f"{name}_making"
            server.execute(sql.SQL("drop database if exists {}").format(sql.Identifier(making)))
            server.execute(sql.SQL("create database {}").format(sql.Identifier(making)))
            asyncio.run(migrate.upgrade(make_conninfo(server_url, dbname=making)))
            server.execute(
                sql.SQL("alter database {} rename to {}").format(
                    sql.Identifier(making), sql.Identifier(name)
                )
            )
    return name


@pytest.fixture
def database_url(server_url: str, template_database: str) -> Iterator[str]:
    """The owner's URL of a fresh, migrated database, dropped afterwards."""
    name = f"exoskull_test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(
            sql.SQL("create database {} template {} strategy file_copy").format(
                sql.Identifier(name), sql.Identifier(template_database)
            )
        )
        yield _with_database(server_url, name)
        server.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def _with_database(url: str, name: str) -> str:
    """`url` with another database; still a URL, as the program is given."""
    before, _, after = url.partition("?")
    base = before.rsplit("/", 1)[0]
    return f"{base}/{name}" + (f"?{after}" if after else "")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The program's own way into a fresh, migrated database."""
    async with await Database.open(database_url) as opened:
        yield opened


PROGRAMS = {"commands", "database", "docs", "platform", "sandbox", "simulation", "skills"}
"""Folders of tests that start programs, or servers, or workers."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks by what a test asks for and where it lies: what `./exo test --fast` leaves out."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if "browser_page" in names:
            item.add_marker(pytest.mark.browser)
        if "server_url" in names:
            item.add_marker(pytest.mark.database)
        if item.path.relative_to(ROOT / "tests").parts[0] in PROGRAMS:
            item.add_marker(pytest.mark.programs)


@pytest.fixture(scope="session")
def browser_program() -> str:
    """The path of a Chromium; without one the test is skipped, with the reason."""
    if path := os.environ.get("EXOSKULL_TEST_BROWSER"):
        return path
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        reason = os.environ.get("EXOSKULL_TEST_NO_BROWSER", "no Chromium: ./exo test gets one")
        pytest.skip(reason)
    return found


@pytest.fixture
def browser_errors() -> Iterator[list[str]]:
    """What the page's console called an error, breaches of the content security policy included.

    A test that wants some clears them; any left at its end fail it.
    """
    errors: list[str] = []
    yield errors
    assert errors == []


@pytest.fixture
async def browser_page(browser_program: str, browser_errors: list[str]) -> AsyncIterator["Page"]:
    """A page of 1280 by 800 in a Chromium of its own, which reaches nothing but this machine."""
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=browser_program, args=BROWSER_FLAGS, chromium_sandbox=False
        )
        page = await browser.new_page(viewport={"width": 1280, "height": 800})
        page.on("pageerror", lambda error: browser_errors.append(str(error)))
        page.on(
            "console",
            lambda said: browser_errors.append(said.text) if said.type == "error" else None,
        )
        yield page
        await browser.close()


BROWSER_FLAGS = [
    "--headless",
    "--no-sandbox",  # root has none, nor have many containers
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
