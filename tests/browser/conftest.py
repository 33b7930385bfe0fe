"""The web, served, and browsers that look at it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from serving.served import Served, serving

from exoskull.database.pool import Database

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page

Browse = Callable[..., Awaitable["BrowserContext"]]


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    """The web over an empty database; the same ids, and so the same draws, each time."""
    async with serving(database, tmp_path, seed=7) as served:
        yield served


@pytest.fixture
async def browse(browser_page: "Page", browser_errors: list[str]) -> Browse:
    """Makes a browser of its own, with its own cookies; named arguments are Playwright's.

    Errors in any of its windows, breaches of the content security policy among them, fail the
    test.
    """
    browser = browser_page.context.browser
    assert browser is not None

    def watch(page: "Page") -> None:
        page.on("pageerror", lambda error: browser_errors.append(str(error)))
        page.on(
            "console",
            lambda said: browser_errors.append(said.text) if said.type == "error" else None,
        )

    async def make(**options: Any) -> "BrowserContext":
        chosen: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}} | options
        context = await browser.new_context(**chosen)
        context.on("page", watch)
        return context

    return make
