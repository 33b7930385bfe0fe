"""The pages of the day's plan and of the summaries, as a browser gets them."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from acceptance.life import Life
from serving.served import Served, serving

from exoskull.app import make_entry_link
from exoskull.briefings.service import plan_morning
from exoskull.summaries import subscriptions
from exoskull.summaries.model import SummaryKind

HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
async def web(ann: Life, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(ann.database, tmp_path) as served:
        yield served


async def signed_in(web: Served, life: Life) -> httpx2.AsyncClient:
    browser = web.client(headers=HERE, follow_redirects=True)
    web.clock.advance(max(web.clock.now(), life.now))
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=life.tenant_id, base_url=web.url
    )
    await browser.post("/login", data={"token": link.partition("token=")[2]})
    return browser


async def test_without_a_goal_the_plan_says_how_to_begin(ann: Life, web: Served) -> None:
    browser = await signed_in(web, ann)
    page = await browser.get("/briefing")
    assert page.status_code == 200
    assert "You have no goal yet" in page.text
    assert "The first plan comes in the morning at 7:30" in page.text


async def test_a_step_of_today_is_shown_and_its_button_marks_it_done(
    ann: Life, web: Served
) -> None:
    await ann.say("I want to run 7 times a week")
    await ann.measure("runs", 1.0)
    ann.world.clock.advance(ann.now + timedelta(days=3))
    async with ann.tx() as tx:
        await plan_morning(tx, ann.world.installation.loop, slot="2026-03-05", at=ann.now)
    browser = await signed_in(web, ann)
    page = await browser.get("/briefing")
    (task, *_) = await ann.tasks()
    assert task.title in page.text
    assert "Today for the goal" in page.text
    done = await browser.post(f"/briefing/actions/{task.id}/done")
    assert done.status_code == 200
    assert task.id not in {one.id for one in await ann.tasks()}
    again = await browser.post(f"/briefing/actions/{task.id}/done")
    assert again.status_code == 200
    gone = await browser.post(f"/briefing/actions/{ann.tenant_id}/done")
    assert gone.status_code == 404


async def test_a_summary_is_ended_and_begun_again_on_its_page(ann: Life, web: Served) -> None:
    browser = await signed_in(web, ann)
    assert "Summaries by e-mail" in (await browser.get("/summaries")).text

    async def unwanted() -> set[SummaryKind]:
        async with ann.tx() as tx:
            return await subscriptions.unwanted(tx)

    await browser.post("/summaries/weekly_summary/stop")
    assert await unwanted() == {SummaryKind.WEEKLY}
    await browser.post("/summaries/weekly_summary/resume")
    assert await unwanted() == set()
    assert (await browser.post("/summaries/yearly/stop")).status_code == 422


async def test_nobody_sees_these_pages_without_signing_in(web: Served) -> None:
    stranger = web.client(headers={"Accept": "application/json"})
    for path in ("/briefing", "/summaries"):
        assert (await stranger.get(path)).status_code in (303, 401)
