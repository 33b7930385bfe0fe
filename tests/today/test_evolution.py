"""The evolution feed: each thing once, refusals and what was held back in it, back to its begin."""

import re
from uuid import UUID

import httpx2
from serving.served import AT, Served
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
KIND = re.compile(r'<li class="event [^"]*" id="event-(\d+)" data-kind="([^"]+)"')


async def shown(browser: httpx2.AsyncClient, path: str) -> list[tuple[int, str]]:
    """The items of a page of the feed: number and kind."""
    page = await browser.get(path)
    assert page.status_code == 200, page.text
    return [(int(seq), kind) for seq, kind in KIND.findall(page.text)]


async def publish(web: Served, me: TenantId, *events: tuple[str, dict[str, object]]) -> None:
    async with web.database.transaction(me) as tx:
        made = [Event(at=AT, kind=kind, trace=TRACE, data=data) for kind, data in events]
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
    quiet: tuple[str, dict[str, object]] = ("decision.made", {"chosen": {"channel": "sms"}})
    loud: tuple[str, dict[str, object]] = ("task.done", {"title": "Tea"})
    await publish(web, me, *(quiet if n % 10 else loud for n in range(10_000)))
    page = await browser.get("/feed")
    assert len(page.content) < 150_000
    seen = KIND.findall(page.text)
    assert len(seen) == 25
    before = int(seen[-1][0])
    for _ in range(100):
        page = await browser.get(f"/feed/more?before={before}")
        found = KIND.findall(page.text)
        assert len(found) <= 25
        seen += found
        onward = re.search(r"/feed/more\?before=(\d+)", page.text)
        if onward is None:
            break
        before = int(onward[1])
    else:
        raise AssertionError("the feed has no begin")
    numbers = [int(seq) for seq, _ in seen]
    assert numbers == sorted(set(numbers), reverse=True)
    assert sum(kind == "task.done" for _, kind in seen) >= 1000
