"""The live feed: an act that goes on changes its item, and never makes a second one."""

import re
from uuid import UUID

import httpx2
import pytest
from serving.served import Served
from serving.sse import heard

from exoskull.feed import service as feed
from exoskull.feed.model import Event
from exoskull.kit.ids import TenantId, TraceId

TRACE = TraceId(UUID(int=9))
ITEM = re.compile(r'<li class="event [^"]*" id="([^"]+)"')
PARTIAL = re.compile(r'<hx-partial hx-target="([^"]+)" hx-swap="([^"]+)">(.*?)</hx-partial>', re.S)

Told = tuple[str, dict[str, object]]
PLANNED: Told = ("intervention.planned", {"id": "m", "channel": "sms", "text": "Run?"})
SENT: Told = ("intervention.sent", {"id": "m", "channel": "sms", "text": "Run?", "receipt": "SM1"})
OUTCOME: Told = (
    "outcome.recorded",
    {"id": "o", "intervention": "m", "type": "user_response", "effectiveness": 0.9},
)
PASSED: Told = ("decision.made", {"chosen": None, "p_send": 0.4})


async def publish(web: Served, me: TenantId, *told: Told, trace: TraceId = TRACE) -> None:
    at = web.clock.now()
    async with web.database.transaction(me) as tx:
        await feed.publish(tx, *(Event(at=at, kind=k, trace=trace, data=d) for k, d in told))


async def streamed(
    web: Served, me: TenantId, browser: httpx2.AsyncClient, *told: Told, trace: TraceId = TRACE
) -> list[tuple[str, str, str]]:
    """Target, swap and content of each piece that the stream brings for these events."""
    async with web.database.transaction(me) as tx:
        (newest,) = await feed.latest(tx, limit=1)
    async with browser.stream("GET", f"/live?after={newest.seq}&only=feed") as response:
        await publish(web, me, *told, trace=trace)
        found = await anext(heard(response))
    return PARTIAL.findall(found.text)


async def test_a_planned_message_that_was_sent_leaves_its_place_and_comes_first_once(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await publish(web, me, PLANNED)
    pieces = await streamed(web, me, browser, SENT)
    assert ("[id='message-m']", "delete", "") in pieces
    (top,) = [html for target, _, html in pieces if target == "#feed"]
    assert ITEM.findall(top) == ["message-m"]
    assert "I wrote by SMS" in top
    assert "SM1" in top
    page = (await browser.get("/feed")).text
    assert ITEM.findall(page).count("message-m") == 1
    assert 'I plan to write by SMS: "Run' not in page


async def test_an_outcome_is_a_line_of_its_message_where_it_stands(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await publish(web, me, PLANNED, SENT, ("task.done", {"title": "Tea"}))
    ((target, swap, html),) = await streamed(web, me, browser, OUTCOME)
    assert (target, swap) == ("[id='message-m']", "outerMorph")
    assert ITEM.findall(html) == ["message-m"]
    assert "I wrote by SMS" in html
    assert "Outcome: an answer, effectiveness 90%" in html
    page = (await browser.get("/feed")).text
    first, second = ITEM.findall(page)[:2]
    assert first.startswith("event-")
    assert second == "message-m"


async def test_what_reads_the_same_today_grows_a_count_and_opens_to_the_single_ones(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    for number in (20, 21):
        await publish(web, me, PASSED, trace=TraceId(UUID(int=number)))
    pieces = await streamed(web, me, browser, PASSED, trace=TraceId(UUID(int=22)))
    (top,) = [html for target, _, html in pieces if target == "#feed"]
    mine = f"thought-{UUID(int=20)}"
    assert ITEM.findall(top) == [mine]
    assert (f"[id='{mine}']", "delete", "") in pieces
    assert "times that day" in top
    numbers = re.findall(r'<li data-seq="(\d+)">', top)
    assert len(numbers) >= 3
    assert len(set(numbers)) == len(numbers)
    assert ITEM.findall((await browser.get("/feed")).text).count(mine) == 1


@pytest.mark.parametrize("kind", ["grant.refused", "intervention.refused"])
async def test_each_refusal_stands_by_itself_with_its_button(
    web: Served, me: TenantId, browser: httpx2.AsyncClient, kind: str
) -> None:
    refused: Told = (kind, {"action": "send_sms:stranger", "why_not": "no_rule"})
    await publish(web, me, refused, refused)
    page = (await browser.get("/feed?show=left")).text
    assert page.count(f'data-kind="{kind}"') == 2
    assert page.count('class="remedy"') >= 2
