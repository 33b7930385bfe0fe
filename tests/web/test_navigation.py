"""The shell: the navigation around every page, and what makes the pages an app of a device."""

import re

import httpx2
import pytest
from serving.served import Served, Somebody
from serving.visiting import entered

from exoskull.web.navigation import BAR, GROUPS, navigation


def test_only_pages_that_are_served_are_led_to() -> None:
    made = navigation({"/", "/goals"})
    assert [place.path for group in made.groups for place in group.places] == ["/", "/goals"]
    assert [place.path for place in made.bar] == ["/", "/goals"]
    assert made.has("goals")
    assert not made.has("apps")


def test_every_page_stands_once_and_the_bar_is_of_them() -> None:
    names = [place.name for group in GROUPS for place in group.places]
    assert len(names) == len(set(names))
    assert set(BAR) <= set(names)


@pytest.fixture
async def browser(web: Served, anna: Somebody) -> httpx2.AsyncClient:
    return await entered(web, anna.tenant_id)


async def test_every_page_of_the_navigation_opens_and_marks_itself(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    places = [p for g in web.app.state.door.pages.navigation.groups for p in g.places]
    assert {"today", "feed", "goals", "overview", "settings"} <= {place.name for place in places}
    for place in places:
        page = await browser.get(place.path)
        assert page.status_code == 200, place.path
        marked = re.findall(r'href="([^"]+)" aria-current="page"', page.text)
        assert set(marked) == {place.path}
        assert len(re.findall(r"<h1[ >]", page.text)) == 1, place.path
        assert 'class="skip"' in page.text


async def test_strangers_have_no_navigation(web: Served) -> None:
    page = await web.client().get("/login", headers={"Accept": "text/html"})
    assert "menu-link" not in page.text


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_the_app_can_be_installed_in_the_persons_language(web: Served, language: str) -> None:
    client = web.client()
    manifest = await client.get(f"/manifest.webmanifest?language={language}")
    assert manifest.headers["content-type"] == "application/manifest+json"
    told = manifest.json()
    assert (told["lang"], told["start_url"], told["display"]) == (language, "/", "standalone")
    for icon in told["icons"]:
        answer = await client.get(icon["src"])
        assert (answer.status_code, answer.headers["content-type"]) == (200, icon["type"])


async def test_the_worker_keeps_the_shell_and_no_page_of_a_person(web: Served) -> None:
    client = web.client()
    worker = await client.get("/sw.js")
    assert worker.headers["content-type"].startswith("text/javascript")
    kept = re.findall(r'"(/[^"]+)"', worker.text.partition("const SHELL")[2].partition(";")[0])
    assert kept[:2] == ["/offline?language=pl", "/offline?language=en"]
    assert all(url.startswith("/static/") for url in kept[2:])
    for url in kept:
        assert (await client.get(url)).status_code == 200
    assert "Brak połączenia" in (await client.get(kept[0])).text
