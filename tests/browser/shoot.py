"""Pictures of the pages, for the docs and for a look, of a person who lived 30 days.

    .venv/bin/python tests/browser/shoot.py docs                 the pictures of the docs, anew
    .venv/bin/python tests/browser/shoot.py all DIRECTORY        each page, width, theme, language
    .venv/bin/python tests/browser/shoot.py all DIRECTORY --only goals,today --looks pl-dark-390

It needs a Chromium and, for the pictures as they stand in the repository, the font Inter. The life
is that of `up --demo`, from one seed: it takes about a minute a language.
"""

import argparse
import asyncio
import base64
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.async_api import async_playwright
from serving import anna
from serving.served import Served, serving

from exoskull.app import make_entry_link
from exoskull.database import migrate
from exoskull.database.pool import Database
from exoskull.database.throwaway import throwaway
from exoskull.kit.ids import TenantId, TraceId
from exoskull.onboarding.service import finish
from exoskull.simulation import demo
from exoskull.simulation.people import settle_in
from exoskull.simulation.simulate import simulate

ROOT = Path(__file__).parents[2]
SEED = 1
BEGIN = datetime(2026, 3, 2, 9, 41, tzinfo=UTC)
IMAGES = ROOT / "docs/images"

HEIGHTS = {1280: 800, 390: 844, 320: 700, 1920: 1080}
DRAWN = (1280, 390)
"""The widths of `all`, where none is asked for."""

DOCS = ("today", "feed", "optimization", "goal", "why", "apps", "permissions")
"""Pages that stand in the docs, in English: wide and light, `today` also narrow and dark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a page is looked at. `name`: as in a file's: `pl-dark-390`."""

    language: str
    theme: str
    width: int

    @property
    def name(self) -> str:
        return f"{self.language}-{self.theme}-{self.width}"


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Pictures of the pages.")
    parser.add_argument("what", choices=("docs", "all"))
    parser.add_argument("directory", type=Path, nargs="?", default=IMAGES / "pages")
    parser.add_argument("--only", default="", help="names of pages, with commas between")
    parser.add_argument("--looks", default="", help="language-theme-width, with commas between")
    asked = parser.parse_args()
    asked.directory.mkdir(parents=True, exist_ok=True)
    only, looks = (set(filter(None, given.split(","))) for given in (asked.only, asked.looks))
    if asked.what == "docs":
        asyncio.run(for_the_docs(asked.directory))
    else:
        asyncio.run(every(asked.directory, only, list(looks_of(looks))))


def looks_of(wanted: Collection[str]) -> Iterator[Look]:
    """The looks that are asked for, or the usual eight."""
    widths = {int(name.rpartition("-")[2]) for name in wanted} or DRAWN
    for language in ("pl", "en"):
        for theme in ("light", "dark"):
            for width in widths:
                look = Look(language=language, theme=theme, width=width)
                if not wanted or look.name in wanted:
                    yield look


async def for_the_docs(directory: Path) -> None:
    """The README's picture, and those of the docs."""
    async with browser() as chromium, lived("en") as (web, me):
        page = await entered(chromium, web, me, Look(language="en", theme="light", width=1280))
        await page.set_viewport_size({"width": 1280, "height": 960})
        await page.locator("#app-widgets").wait_for()
        await page.locator("#effect .figure").first.wait_for()
        await page.screenshot(path=IMAGES / "page.png")
        await each(page, web, DOCS, lambda name: directory / f"{name}.webp", full=False)
        narrow = await entered(chromium, web, me, Look(language="en", theme="dark", width=390))
        await each(
            narrow, web, ("today",), lambda name: directory / f"{name}-narrow.webp", full=False
        )


async def every(directory: Path, only: Collection[str], looks: Collection[Look]) -> None:
    """Every page, or those of `only`, in each look."""
    async with browser() as chromium:
        for language in dict.fromkeys(look.language for look in looks):
            async with lived(language) as (web, me):
                people = me, await newcomer(web, language)
                for look in looks:
                    if look.language == language:
                        await one_look(chromium, web, people, look, directory, only)


async def one_look(
    chromium: Any,
    web: Served,
    people: tuple[TenantId, TenantId],
    look: Look,
    directory: Path,
    only: Collection[str],
) -> None:
    """Every page in one look, the doors among them. `people`: who lived here, and a newcomer."""
    me, new = people

    def path(name: str) -> Path:
        return directory / f"{name}-{look.name}.webp"

    page = await entered(chromium, web, me, look)
    await each(page, web, only, path)
    await page.context.close()
    page = await opened(chromium, look)
    for name, where in (("sign-in", f"/login?language={look.language}"), ("offline", "/offline")):
        if not only or name in only:
            await page.goto(web.url + where)
            await keep(page, path(name))
    if not only or "welcome" in only:
        await page.goto(
            await make_entry_link(
                web.installation,
                web.settings,
                tenant_id=new,
                base_url=web.url,
            )
        )
        await page.wait_for_url("**/welcome*")
        await keep(page, path("welcome"))
    await page.context.close()


async def newcomer(web: Served, language: str) -> TenantId:
    """Somebody who has not been through the first steps."""
    return await anna.arrive(web, language=language, name="Zosia", settled=False)


async def each(
    page: Any, web: Served, only: Collection[str], path: Any, *, full: bool = True
) -> None:
    """Every page behind the navigation, with one app, one goal, one panel of reasons."""
    await page.goto(web.url)
    paths = await page.eval_on_selector_all(
        ".menu-link", "links => links.map(link => link.getAttribute('href'))"
    )
    places = {where.strip("/").replace("/", "-") or "today": where for where in paths}
    places |= {"admin": "/admin", "arrange": "/widgets/arrange"}
    for name, where in places.items():
        if not only or name in only:
            await page.goto(web.url + where)
            await keep(page, path(name), full=full)
    for name, where, link in (
        ("goal", "/goals", "main a[href^='/goals/']"),
        ("app", "/apps", ".widget-name"),
        ("skill", "/skills", "main a[href^='/skills/']"),
    ):
        if only and name not in only:
            continue
        await page.goto(web.url + where)
        if await page.locator(link).count():
            await page.locator(link).first.click()
            await keep(page, path(name), full=full)
    if not only or "why" in only:
        await page.goto(f"{web.url}/feed?show=wrote")
        await page.locator(".event summary").first.click()
        await page.locator(".why-panel").first.wait_for()
        await keep(page, path("why"), full=full)


async def keep(page: Any, path: Path, *, full: bool = True) -> None:
    """Write the page, as it stands, as a WebP."""
    await page.wait_for_load_state("load")
    await page.wait_for_timeout(400)  # what a page fetches by itself
    session = await page.context.new_cdp_session(page)
    taken = await session.send(
        "Page.captureScreenshot",
        {"format": "webp", "quality": 82, "captureBeyondViewport": full}
        | ({"clip": await whole(page)} if full else {}),
    )
    path.write_bytes(base64.b64decode(taken["data"]))  # noqa: ASYNC240 nothing else runs


async def whole(page: Any) -> dict[str, float]:
    """The whole page, below the window's edge too."""
    size = await page.evaluate(
        "() => [document.documentElement.clientWidth, document.documentElement.scrollHeight]"
    )
    return {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}


@asynccontextmanager
async def lived(language: str) -> AsyncIterator[tuple[Served, TenantId]]:
    """A web in which a person has lived 30 days, and that person."""

    def person(seed: int) -> demo.DemoPerson:
        return demo.DemoPerson(seed, language=language, timezone="Europe/Warsaw", begin=BEGIN)

    home = Path(tempfile.mkdtemp(prefix="exoskull-pictures-"))
    try:
        async with throwaway() as urls:
            await migrate.upgrade(urls.owner)
            async with await Database.open(urls.owner) as database:
                people = settle_in(1, SEED, person)
                done = await simulate(database, people, days=demo.DAYS, seed=SEED)
                async with serving(database, home, seed=SEED) as web:
                    web.clock.advance(BEGIN + timedelta(days=demo.DAYS, hours=-1))
                    (me,) = done.tenants.values()
                    async with database.transaction(me) as tx:
                        trace = TraceId(web.installation.ids.new())
                        await finish(tx, at=web.clock.now(), trace=trace)
                    yield web, me
    finally:
        shutil.rmtree(home, ignore_errors=True)


@asynccontextmanager
async def browser() -> AsyncIterator[Any]:
    """A Chromium: the system's, else Playwright's own."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, chromium_sandbox=False)
        yield chromium
        await chromium.close()


async def opened(chromium: Any, look: Look) -> Any:
    """An empty page of this look."""
    context = await chromium.new_context(
        viewport={"width": look.width, "height": HEIGHTS[look.width]},
        color_scheme=look.theme,
        reduced_motion="reduce",
        timezone_id="Europe/Warsaw",
        service_workers="block",
    )
    return await context.new_page()


async def entered(chromium: Any, web: Served, me: TenantId, look: Look) -> Any:
    """The person's page, live."""
    page = await opened(chromium, look)
    await page.goto(
        await make_entry_link(web.installation, web.settings, tenant_id=me, base_url=web.url)
    )
    await page.wait_for_url(f"{web.url}/")
    return page


if __name__ == "__main__":
    main()
