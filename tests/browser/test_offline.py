"""The server goes and comes back, as Chromium sees it: what is told, and what mends itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from serving import anna
from serving.served import Served, streams_open

from exoskull.app import create_app, listen, make_entry_link, serve

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = pytest.mark.browser

AT_WORK = "navigator.serviceWorker.ready.then(() => null)"
CAME_BY = """() => {
    const [entry] = performance.getEntriesByType("navigation");
    return { through: entry.workerStart > 0, ms: entry.responseEnd - entry.startTime };
}"""


async def goes(web: Served) -> None:
    """The server ends; its port refuses from now on."""
    web.stop.set()
    assert web.done is not None
    await web.done


@asynccontextmanager
async def back(web: Served) -> AsyncIterator[Served]:
    """The server once more, at the same address."""
    settings = replace(web.settings, port=urlsplit(web.url).port)
    app = create_app(web.installation, settings)
    sock, stop, started = listen(settings), asyncio.Event(), asyncio.Event()

    async def tell() -> None:
        started.set()

    done = asyncio.create_task(serve(app, sock, stop=stop, started=tell))
    await started.wait()
    try:
        yield replace(web, app=app, stop=stop, done=done)
    finally:
        stop.set()
        await done


async def enter(web: Served, browse: Any, language: str) -> "Page":
    """A page that is signed in and that the worker looks after."""
    me = await anna.live(web, language=language, days=1)
    page = await (await browse(timezone_id="Pacific/Auckland")).new_page()
    link = await make_entry_link(web.installation, web.settings, tenant_id=me, base_url=web.url)
    await page.goto(link)
    await page.wait_for_url(f"{web.url}/")
    await page.evaluate(AT_WORK)
    await page.reload()
    return page


@pytest.mark.parametrize(
    ("language", "title"), [("pl", "Brak połączenia"), ("en", "No connection")]
)
async def test_a_server_that_is_down_is_told_and_the_page_opens_once_it_is_back(
    web: Served, browse: Any, browser_errors: list[str], language: str, title: str
) -> None:
    from playwright.async_api import expect

    page = await enter(web, browse, language)
    await goes(web)
    await page.goto(f"{web.url}/goals")
    heading = page.get_by_role("heading", level=1)
    await expect(heading).to_have_text(title)
    assert await page.evaluate("document.documentElement.lang") == language
    assert await page.evaluate("navigator.onLine")
    styled = await page.evaluate("getComputedStyle(document.querySelector('.btn')).borderRadius")
    assert styled != "0px", "the kept page has lost its files"
    kept = await page.evaluate(
        """async () => {
            const kept = async (name) => (await caches.open(name)).keys();
            const all = await Promise.all((await caches.keys()).map(kept));
            return all.flat().map((request) => new URL(request.url).pathname);
        }"""
    )
    assert all(path.startswith(("/offline", "/static/")) for path in kept)
    async with back(web):
        await expect(page.locator(".in-shell")).to_be_visible(timeout=20_000)
        assert page.url == f"{web.url}/goals"
        await page.goto("about:blank")
    browser_errors.clear()  # refused connections, as they should be


async def test_an_open_page_says_since_when_it_stands_still_and_goes_on(
    web: Served, browse: Any, browser_errors: list[str]
) -> None:
    from playwright.async_api import expect

    page = await enter(web, browse, "pl")
    await streams_open(web, 1)
    lost = page.locator("#lost")
    await expect(lost).to_be_hidden()
    await page.clock.set_fixed_time("2026-03-02T20:04:00Z")
    await goes(web)
    await expect(lost).to_contain_text("Utracono połączenie")
    await expect(lost).to_contain_text("21:04")  # Warsaw, whatever the browser's zone
    await page.locator("#said").fill("zapisane w polu")
    async with back(web) as again:
        await expect(lost).to_contain_text("Połączenie wróciło", timeout=20_000)
        await streams_open(again, 1)
        await expect(page.locator("#live.is-live")).to_be_visible()
        assert await page.locator("#said").input_value() == "zapisane w polu"
        await page.goto("about:blank")
    browser_errors.clear()


async def test_what_did_not_arrive_is_said(
    web: Served, browse: Any, browser_errors: list[str]
) -> None:
    from playwright.async_api import expect

    page = await enter(web, browse, "en")
    await page.goto(f"{web.url}/permissions")
    await goes(web)
    await page.locator("#rules select, #rules button").first.wait_for()
    await page.evaluate(
        "htmx.ajax('POST', '/grants/revoke', {target: '#rules', values: {pattern: 'x:y'}})"
    )
    await expect(page.locator("#lost")).to_contain_text("did not arrive")
    await page.goto("about:blank")
    browser_errors.clear()


async def test_the_worker_takes_the_browsers_own_request_and_stalls_nothing(
    web: Served, browse: Any
) -> None:
    page = await enter(web, browse, "en")
    again = 20
    for _ in range(again):
        for path in ("/goals", "/feed", "/settings/", "/"):
            answer = await page.goto(f"{web.url}{path}", wait_until="load")
            assert answer is not None
    came = await page.evaluate(CAME_BY)
    assert came["through"], "the worker does not look after this page"
    others = [await page.context.new_page() for _ in range(7)]
    for other in others:
        await other.goto(web.url)
        await other.locator("#said").wait_for()


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_chromium_would_install_it(web: Served, browse: Any, language: str) -> None:
    page = await enter(web, browse, language)
    session = await page.context.new_cdp_session(page)
    complaints = await session.send("Page.getInstallabilityErrors")
    known = [one["errorId"] for one in complaints["installabilityErrors"]]
    assert [one for one in known if one != "in-incognito"] == []
    found = await session.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = await page.evaluate(
        "fetch(document.querySelector('[rel=manifest]').href).then((answer) => answer.json())"
    )
    assert manifest["lang"] == language
    assert manifest["start_url"] == "/"
    for icon in manifest["icons"]:
        assert await page.evaluate("(src) => fetch(src).then((answer) => answer.ok)", icon["src"])
