"""Pictures of the pages, for the docs and for a look.

    .venv/bin/python tests/browser/shoot.py docs/images          page.png, the README's
    .venv/bin/python tests/browser/shoot.py DIRECTORY --all      each page, width, theme, language
    .venv/bin/python tests/browser/shoot.py DIRECTORY --all --only /goals,/ --looks pl-dark-390

It needs a Chromium and, for page.png as it stands in the repository, the font Inter.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.async_api import async_playwright
from serving import anna
from serving.served import serving

from exoskull.app import make_entry_link
from exoskull.database import migrate
from exoskull.database.pool import Database
from exoskull.database.throwaway import throwaway

SEED = 1
"""In this life a question waits for an answer."""

WIDTHS = {1280: 800, 390: 844}


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Pictures of the page.")
    parser.add_argument("directory", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", default="", help="paths, with commas between")
    parser.add_argument("--looks", default="", help="language-theme-width, with commas between")
    asked = parser.parse_args()
    asked.directory.mkdir(parents=True, exist_ok=True)
    only, looks = (set(filter(None, given.split(","))) for given in (asked.only, asked.looks))
    asyncio.run(every(asked.directory, only, looks) if asked.all else one(asked.directory))


async def one(directory: Path) -> None:
    """The README's picture: a Polish person's page, wide and light."""
    async with lived("pl") as link, browser() as chromium:
        page = await opened(chromium, await link(), width=1280, theme="light")
        await page.set_viewport_size({"width": 1280, "height": 960})
        await page.screenshot(path=directory / "page.png")


async def every(directory: Path, only: set[str], looks: set[str]) -> None:
    """Every page in each language, theme and width, or only those that are asked for."""
    async with browser() as chromium:
        for language in ("pl", "en"):
            wanted = [
                (theme, width)
                for theme in ("light", "dark")
                for width in WIDTHS
                if not looks or f"{language}-{theme}-{width}" in looks
            ]
            if not wanted:
                continue
            async with lived(language) as link:
                for theme, width in wanted:
                    page = await opened(chromium, await link(), width=width, theme=theme)
                    await each(page, directory, f"{language}-{theme}-{width}", only)
                    await page.context.close()


async def each(page: Any, directory: Path, look: str, only: set[str]) -> None:
    """Every page that the navigation, and a goal of the person's, leads to."""
    base = page.url.rstrip("/")
    paths = await page.eval_on_selector_all(
        ".menu-link", "links => links.map(link => link.getAttribute('href'))"
    )
    for path in [*paths, "/admin"]:
        if only and path not in only:
            continue
        if path != "/":
            await page.goto(base + path)
        await page.wait_for_timeout(300)  # what a page fetches by itself
        name = path.strip("/").replace("/", "-") or "today"
        await page.screenshot(path=directory / f"{name}-{look}.png", full_page=True)


@asynccontextmanager
async def lived(language: str) -> AsyncIterator[Any]:
    """A web in which a person has lived some days: a maker of links to her page."""
    home = Path(tempfile.mkdtemp(prefix="exoskull-pictures-"))
    try:
        async with throwaway() as urls:
            await migrate.upgrade(urls.owner)
            async with (
                await Database.open(urls.owner) as database,
                serving(database, home, seed=SEED) as web,
            ):
                me = await anna.live(web, language=language)
                await anna.until(web, me, web.clock.now() + timedelta(minutes=9))

                async def link() -> str:
                    return await make_entry_link(web.installation, web.settings, base_url=web.url)

                yield link
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


async def opened(chromium: Any, link: str, *, width: int, theme: str) -> Any:
    """The page behind `link`, live."""
    size = {"width": width, "height": WIDTHS[width]}
    context = await chromium.new_context(
        viewport=size, color_scheme=theme, reduced_motion="reduce", timezone_id="Europe/Warsaw"
    )
    page = await context.new_page()
    await page.goto(link)
    await page.wait_for_selector("#live.is-live")
    return page


if __name__ == "__main__":
    main()
