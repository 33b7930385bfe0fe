"""The browser that page tests drive: it draws Polish letters, and reaches nobody else."""

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.async_api import Page

PAGE = """\
HTTP/1.1 200 OK\r
Content-Type: text/html; charset=utf-8\r
Content-Security-Policy: default-src 'self'\r
Connection: close\r
\r
<!doctype html><title>Wypiłaś?</title><h1>Zażółć gęślą jaźń</h1>
"""


@pytest.fixture
async def address() -> AsyncIterator[str]:
    """The address of a page."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(PAGE.encode())
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"


async def test_a_page_is_shown_with_its_letters(browser_page: "Page", address: str) -> None:
    await browser_page.goto(address)
    assert await browser_page.title() == "Wypiłaś?"
    assert await browser_page.locator("h1").inner_text() == "Zażółć gęślą jaźń"


async def test_a_breach_of_the_content_security_policy_is_an_error(
    browser_page: "Page", browser_errors: list[str], address: str
) -> None:
    await browser_page.goto(address)
    await browser_page.set_content("<script>document.title = 'ran'</script>")
    assert await browser_page.title() != "ran"
    assert "Content Security Policy" in browser_errors[0]
    browser_errors.clear()


async def test_other_machines_are_not_reached(browser_page: "Page") -> None:
    from playwright.async_api import Error

    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        await browser_page.goto("https://example.org/")
