"""The evolution feed: each thing once, refusals and what was held back in it, back to its begin."""

import re
from collections.abc import Mapping
from datetime import timedelta
from html import unescape
from uuid import UUID

import httpx2
from serving.served import Served
from serving.visiting import HERE

from exoskull.apps import life, service
from exoskull.apps.model import App
from exoskull.apps.notice import Means
from exoskull.apps.web_form import PREFIX
from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.feed import service as feed
from exoskull.feed.model import Event
from exoskull.kit.ids import TenantId, TraceId

TRACE = TraceId(UUID(int=5))
KIND = re.compile(r'<li class="event [^"]*" id="[^"]+" data-seq="(\d+)" data-kind="([^"]+)"')
DAY = re.compile(r'id="day-([\d-]+)"')


async def shown(browser: httpx2.AsyncClient, path: str) -> list[tuple[int, str]]:
    """The items of a page of the feed: number and kind."""
    page = await browser.get(path)
    assert page.status_code == 200, page.text
    return [(int(seq), kind) for seq, kind in KIND.findall(page.text)]


async def publish(web: Served, me: TenantId, *events: tuple[str, Mapping[str, object]]) -> None:
    async with web.database.transaction(me) as tx:
        at = web.clock.now()
        made = [Event(at=at, kind=kind, trace=TRACE, data=dict(data)) for kind, data in events]
        await feed.publish(tx, *made)


async def water(web: Served, me: TenantId) -> App:
    ids = web.installation.ids
    async with web.database.transaction(me) as tx:
        found = await service.propose(
            tx,
            family="hydration",
            label=None,
            words=[],
            source="user_request",
            mentions=[],
            confidence=1.0,
            at=web.clock.now(),
            trace=TRACE,
            means=Means(ids=ids),
        )
        assert found.app is not None
        return await life.activate(tx, found.app.id, at=web.clock.now(), ids=ids, by="web")


async def test_an_entry_is_told_once_by_form_by_chat_and_when_it_is_changed_or_taken_back(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    app = await water(web, me)
    before = (await shown(browser, "/feed"))[0][0]

    async def news() -> list[str]:
        nonlocal before
        found = [(seq, kind) for seq, kind in await shown(browser, "/feed") if seq > before]
        before = found[0][0] if found else before
        wanted = ("entry.", "measure.")
        return [kind for _, kind in found if kind.startswith(wanted)]

    column = app.spec.columns[0].name
    field, page = PREFIX + column, f"/apps/{app.slug}"
    form = {"how": "form", field: "2"}
    await browser.post(f"{page}/entries", data=form, headers=HERE)
    assert await news() == ["measure.logged"]

    async with web.database.transaction(me) as tx:
        said = Incoming(text="drank 3 glasses of water", via=Via.WEB)
        await receive(tx, said, at=web.clock.now(), ids=web.installation.ids)
    assert await news() == ["measure.logged"]

    entry = re.findall(r'id="entry-([0-9a-f-]{36})"', (await browser.get(page)).text)[0]
    await browser.post(f"{page}/entries/{entry}", data={field: "5"}, headers=HERE)
    assert await news() == ["entry.changed"]
    await browser.post(f"{page}/entries/{entry}/undo", headers=HERE)
    assert await news() == ["measure.undone"]


async def test_what_was_refused_or_held_back_is_in_the_feed_and_in_its_filter(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await publish(
        web,
        me,
        ("intervention.refused", {"action": "send_sms:stranger", "reason": "no_rule"}),
        ("intervention.suppressed", {"action": "send_sms:goal", "reason": "daily_limit"}),
        ("decision.made", {"chosen": None}),
        ("task.done", {"title": "Tea"}),
    )
    everything = [kind for _, kind in await shown(browser, "/feed")]
    left = [kind for _, kind in await shown(browser, "/feed?show=left")]
    assert everything[:4] == [
        "task.done",
        "decision.made",
        "intervention.suppressed",
        "intervention.refused",
    ]
    assert left[:3] == everything[1:4]
    assert (await browser.get("/feed?show=nothing")).status_code == 422


async def test_the_feed_goes_back_to_its_begin_each_item_once_and_no_page_is_long(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    """Ten thousand events, most of which are not shown."""
    quiet: tuple[str, Mapping[str, object]] = ("decision.made", {"chosen": {"channel": "sms"}})
    loud = [{"title": f"Tea {n}"} for n in range(10_000)]
    told = [quiet if n % 10 else ("task.done", tea) for n, tea in enumerate(loud)]
    await publish(web, me, *told)
    page = await browser.get("/feed")
    assert len(page.content) < 150_000
    seen = KIND.findall(page.text)
    assert len(seen) == 25
    days = DAY.findall(page.text)
    for _ in range(100):
        onward = re.search(r'hx-get="(/feed/more\?before=\d+[^"]*)"', page.text)
        if onward is None:
            break
        page = await browser.get(unescape(onward[1]))
        found = KIND.findall(page.text)
        assert len(found) <= 25
        seen += found
        days += DAY.findall(page.text)
    else:
        raise AssertionError("the feed has no begin")
    assert len(days) > 1
    assert days == sorted(set(days), reverse=True), "each day has one heading"
    numbers = [int(seq) for seq, _ in seen]
    assert numbers == sorted(set(numbers), reverse=True)
    assert sum(kind == "task.done" for _, kind in seen) >= 1000


async def test_the_feed_of_a_day_begins_with_what_that_day_ended_with(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    today = web.clock.now().date()
    everything = await browser.get("/feed")
    yesterday = await browser.get(f"/feed?day={today - timedelta(days=1)}")
    assert f'id="day-{today}"' in everything.text
    assert f'id="day-{today}"' not in yesterday.text
    assert f'id="day-{today - timedelta(days=1)}"' in yesterday.text
    assert "hx-sse:connect" not in yesterday.text
    assert (await browser.get("/feed?day=9999-12-31")).status_code == 200
    assert (await browser.get("/feed?day=0001-01-01")).status_code == 200
    assert (await browser.get("/feed?day=tomorrow")).status_code == 422


async def test_the_feed_goes_back_without_scripts_too(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await publish(web, me, *(("task.done", {"title": f"Tea {n}"}) for n in range(30)))
    first = await browser.get("/feed")
    (link,) = re.findall(r'href="(/feed\?before=\d+)"', first.text)
    second = await browser.get(link)
    seen = [{int(seq) for seq, _ in KIND.findall(page.text)} for page in (first, second)]
    assert min(seen[0]) > max(seen[1])
