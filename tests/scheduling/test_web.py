"""The schedule as the person sees it: the page, and the API."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from serving.barriers import barriers
from serving.served import AT, Served, serving

from exoskull.app import make_entry_link
from exoskull.composition.handlers import HANDLERS
from exoskull.database.pool import Database
from exoskull.i18n import text
from exoskull.kit.errors import Unavailable
from exoskull.kit.ids import TenantId, TraceId
from exoskull.onboarding.service import create_tenant, finish
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.model import Ended, Run, Scope
from exoskull.simulation.world import World, make_world
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

HERE = {"Sec-Fetch-Site": "same-origin"}
START = AT - timedelta(days=4)


@dataclass(frozen=True, kw_only=True)
class Site:
    """A web over a database in which days have passed."""

    web: Served
    anna: TenantId
    zosia: TenantId

    async def api(self, tenant_id: TenantId) -> httpx2.AsyncClient:
        token = await give_credential(
            self.web.database, tenant_id, Credential.API, at=AT, ids=self.web.installation.ids
        )
        return self.web.client(headers={"Authorization": f"Bearer {token}"})

    async def browser(self, tenant_id: TenantId) -> httpx2.AsyncClient:
        browser = self.web.client(headers={"Accept": "text/html"}, follow_redirects=True)
        token = (await self.link(tenant_id)).partition("token=")[2]
        await browser.post("/login", data={"token": token}, headers=HERE)
        return browser

    async def link(self, tenant_id: TenantId) -> str:
        return await make_entry_link(
            self.web.installation, self.web.settings, tenant_id=tenant_id, base_url=self.web.url
        )


@pytest.fixture
async def site(database: Database, tmp_path: Path) -> AsyncIterator[Site]:
    """Anna, whose learning fails each night; workers were away for half a day; and Zosia, new."""
    world = await make_world(database, at=START, seed=7)

    async def fail(here: Any, run: Run) -> Ended:
        raise Unavailable("model.unreachable", reason="secret words")

    handlers = HANDLERS | {"learning-update": fail}
    world = replace(world, executor=replace(world.executor, handlers=handlers))
    anna = await person(world, "Anna", "en")
    await world.run_until(AT - timedelta(hours=12))
    world.clock.advance(AT)
    await world.settle()
    zosia = await person(world, "Zosia", "pl")
    async with serving(database, tmp_path) as web:
        yield Site(web=web, anna=anna, zosia=zosia)


async def person(world: World, name: str, language: str) -> TenantId:
    at, here = world.clock.now(), world.installation
    tenant = await create_tenant(
        here.database, at=at, ids=here.ids, name=name, language=language, timezone="Europe/Warsaw"
    )
    async with here.database.transaction(tenant.tenant_id) as tx:
        await finish(tx, at=at, trace=TraceId(here.ids.new()))
    return tenant.tenant_id


async def pages(browser: httpx2.AsyncClient) -> list[str]:
    """The page, and every earlier one that it leads to."""
    found, path = [], "/schedule"
    while path:
        found.append((await browser.get(path)).text)
        more = re.search(r'href="(/schedule\?before=[^"]+)"', found[-1])
        path = more[1] if more else ""
    return found


async def test_the_page_tells_what_comes_what_was_and_what_fails(site: Site):
    browser = await site.browser(site.anna)
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", "".join(await pages(browser))))
    assert "“Learning” has failed 3 times in a row" in told
    assert "Morning briefing tomorrow at 7:30" in told
    assert "Every day at 7:30. If I was not running, I do it up to 4 hours late" in told
    assert "Evening reflection yesterday" not in told  # by day, under its heading
    assert "failed" in told
    assert "It took 5 attempts." in told
    assert "The loop: in the last 24 hours," in told
    assert "secret" not in told


async def test_the_page_pages_back_to_its_end(site: Site):
    browser = await site.browser(site.anna)
    seen = sum(page.count('class="slot-state"') for page in await pages(browser))
    api = await site.api(site.anna)
    assert seen == len(await everything(api))


async def test_who_is_new_sees_what_comes_and_that_nothing_came_yet(site: Site):
    browser = await site.browser(site.zosia)
    page = (await browser.get("/schedule")).text
    assert text("pl", "schedule-past-empty") in page
    assert text("pl", "schedule-trouble-title") not in page
    for job in CATALOGUE.values():
        shown = text("pl", f"job-{job.name}") in page
        assert shown == (job.scope is not Scope.INSTALLATION), job.name


async def everything(api: httpx2.AsyncClient, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    before = ""
    while True:
        answer = (await api.get(f"/api/v1/runs?limit=7{query}{before}")).json()
        found += answer["items"]
        if answer["next"] is None:
            return found
        before = f"&before={answer['next']}"


async def test_the_api_pages_through_every_run_once_newest_first(site: Site):
    api = await site.api(site.anna)
    found = await everything(api)
    assert len({run["id"] for run in found}) == len(found) > 20
    assert [run["utc"] for run in found] == sorted((run["utc"] for run in found), reverse=True)
    assert all(datetime.fromisoformat(run["utc"]).tzinfo for run in found)


async def test_the_api_narrows_by_job_state_and_time(site: Site):
    api = await site.api(site.anna)
    failed = await everything(api, "&job=learning-update&state=failed")
    assert len(failed) == 3
    assert {run["reason"] for run in failed} == {"model.unreachable"}
    assert all(run["why"].endswith(".") for run in failed)
    assert {run["name"] for run in failed} == {"Learning"}
    since = (AT - timedelta(days=1)).isoformat().replace("+", "%2B")
    young = await everything(api, f"&job=morning-briefing&since={since}")
    assert [run["slot"] for run in young] == ["2026-03-02"]
    old = await everything(api, f"&job=morning-briefing&until={since}")
    assert "2026-03-02" not in {run["slot"] for run in old}


async def test_the_api_shows_nobody_elses_runs(site: Site):
    api = await site.api(site.zosia)
    assert await everything(api) == []
    annas = await everything(await site.api(site.anna))
    answer = await api.get(f"/api/v1/runs?before={annas[0]['id']}")
    assert answer.json()["items"] == []


@pytest.mark.parametrize("query", ["job=morning", "state=done", "before=x", "since=2026-03-02"])
async def test_the_api_refuses_what_is_no_filter(site: Site, query: str):
    answer = await (await site.api(site.anna)).get(f"/api/v1/runs?{query}")
    assert answer.status_code == 422
    assert answer.json()["error"]["message"]


async def test_the_api_tells_each_jobs_next_slot_and_its_rule_of_catching_up(site: Site):
    answer = (await (await site.api(site.zosia)).get("/api/v1/schedule")).json()
    jobs = {item["job"]: item for item in answer["items"]}
    assert jobs.keys() == {
        name for name, job in CATALOGUE.items() if job.scope is not Scope.INSTALLATION
    }
    briefing = jobs["morning-briefing"]
    assert briefing["catch_up"]["rule"] == "drop_after"
    assert briefing["catch_up"]["late_minutes"] == 240
    assert briefing["catch_up"]["text"].endswith("do 4 godzin; potem przepada.")
    assert briefing["next"] == {
        "slot": "2026-03-03",
        "local": "2026-03-03T07:30:00+01:00",
        "utc": "2026-03-03T06:30:00Z",
    }
    assert jobs["learning-update"]["catch_up"]["rule"] == "run_late"
    assert jobs["loop-15"]["catch_up"]["rule"] == "coalesce"
    assert datetime.fromisoformat(jobs["loop-15"]["next"]["utc"]) == datetime(
        2026, 3, 2, 9, 15, tzinfo=UTC
    )


async def test_the_page_keeps_nobody_out(site: Site, browser_page: Any):
    page = browser_page
    for tenant_id in (site.anna, site.zosia):
        await page.goto(await site.link(tenant_id))
        for width in (1280, 390):
            await page.set_viewport_size({"width": width, "height": 844})
            await page.goto(f"{site.web.url}/schedule")
            assert await barriers(page) == []
            wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wider <= 0
