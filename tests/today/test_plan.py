"""The page of the day: its plan, done and undone; what waits, put off; the feed by kind."""

import re

import httpx2
from serving import anna
from serving.served import Served
from serving.visiting import HERE, HTMX

from exoskull.kit.ids import TenantId


async def test_a_task_is_done_with_one_tap_and_undone(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await anna.say(web, me, "add task: call the plumber today")
    page = (await browser.get("/")).text
    (task,) = re.findall(r'id="tick-([0-9a-f-]+)" aria-label="Done: Call the plumber', page)
    done = await browser.post(f"/today/tasks/{task}/done", headers=HTMX)
    assert f"/today/tasks/{task}/undo" in done.text
    assert "<html" not in done.text
    twice = await browser.post(f"/today/tasks/{task}/done", headers=HTMX)
    assert twice.status_code == 200
    undone = await browser.post(f"/today/tasks/{task}/undo", headers=HTMX)
    assert f"/today/tasks/{task}/done" in undone.text


async def test_a_task_of_nobodys_is_not_found(browser: httpx2.AsyncClient) -> None:
    path = "/today/tasks/00000000-0000-0000-0000-000000000000/done"
    assert (await browser.post(path, headers=HERE)).status_code == 404


async def test_not_now_puts_a_message_off_and_says_so(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await anna.say(web, me, "remind me in 10 minutes about the dentist")
    await anna.look(web, me)
    page = (await browser.get("/")).text
    later = re.findall(r'action="(/interventions/[0-9a-f-]+/later)"', page)[0]
    put_off = await browser.post(later, headers=HTMX)
    assert put_off.status_code == 200
    feed = (await browser.get("/feed?show=left")).text
    assert "You said: not now." in feed or "Undone" in feed


async def test_the_feed_is_narrowed_by_kind(browser: httpx2.AsyncClient) -> None:
    goals = (await browser.get("/feed?show=goals")).text
    kinds = set(re.findall(r'data-kind="([a-z_.]+)"', goals))
    assert kinds
    assert {kind.partition(".")[0] for kind in kinds} <= {"goal", "task", "measure", "gap"}
    assert (await browser.get("/feed?show=nothing")).status_code == 422


async def test_the_morning_message_can_be_read_on_the_page(browser: httpx2.AsyncClient) -> None:
    page = (await browser.get("/")).text
    assert 'id="plan-list"' in page
    assert 'hx-get="/optimization/widget"' in page
