"""The chat over HTTP: answers as they come, cards that can be taken back, replies that fit."""

import asyncio
import json
import re
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from serving import anna
from serving.served import Served, serving
from serving.visiting import HERE, HTMX, entered

from exoskull.conversations.web import LINES, origin_of
from exoskull.database.pool import Database
from exoskull.kit.ids import TenantId
from exoskull.llm.gateway import Models
from exoskull.llm.model import Called, Declined, Delta, Ended, Spent, Talk

STREAM = HTMX | {"Accept": LINES}
KEY = "0123456789abcdef"


class Slow(Models):
    """A model that says two sentences, the second one when it is let."""

    def __init__(self) -> None:
        self.begun, self.let, self.asked = asyncio.Event(), asyncio.Event(), 0

    async def ready(self, tenant_id: TenantId) -> bool:
        return True

    async def converse(
        self, tenant_id: TenantId, talk: Talk
    ) -> AsyncGenerator[Delta | Called | Ended | Declined, None]:
        self.asked += 1
        yield Delta(text="Because of the moon. It ")
        self.begun.set()
        await self.let.wait()
        yield Delta(text="pulls at the sea.")
        spent = Spent(model="slow", tokens_in=1, tokens_out=1, micros=1)
        yield Ended(text="Because of the moon. It pulls at the sea.", spent=spent, call=uuid4())


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path, seed=7) as served:
        yield served


@pytest.fixture
async def me(web: Served) -> TenantId:
    return await anna.arrive(web, language="en", name="Ann")


@pytest.fixture
async def browser(web: Served, me: TenantId) -> httpx2.AsyncClient:
    return await entered(web, me, settled=False)


async def lines(browser: httpx2.AsyncClient, text: str, key: str = KEY) -> list[dict[str, Any]]:
    answer = await browser.post("/messages", data={"text": text, "key": key}, headers=STREAM)
    assert answer.headers["content-type"].startswith(LINES)
    return [json.loads(line) for line in answer.text.splitlines()]


async def messages(web: Served, tenant_id: TenantId) -> list[str]:
    async with web.database.transaction(tenant_id) as tx:
        return [row["text"] for row in await tx.dicts("select text from messages order by at, id")]


# the answer as it comes


async def test_without_a_model_the_answer_comes_at_once_and_whole(
    browser: httpx2.AsyncClient,
) -> None:
    [done] = await lines(browser, "drank 3 glasses of water")
    assert done["kind"] == "done"
    assert "Logged: 3 glasses of water." in done["html"]
    assert f'data-origin="{KEY}:' in done["html"]


async def test_a_models_words_come_before_it_has_ended(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    web.app.state.models = model = Slow()
    form = {"text": "why is there a tide?", "key": KEY}
    async with browser.stream("POST", "/messages", data=form, headers=STREAM) as answer:
        told = answer.aiter_lines()
        heard, words = json.loads(await anext(told)), json.loads(await anext(told))
        assert heard["kind"] == "heard"
        assert words == {"kind": "words", "text": "Because of the moon."}
        model.let.set()
        rest = [json.loads(line) async for line in told]
    assert rest[-1]["kind"] == "done"
    assert "It pulls at the sea." in rest[-1]["html"]
    assert f'id="message-{heard["stands_in"]}"' in rest[-1]["html"]


async def test_a_broken_connection_loses_nothing_of_the_answer(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    web.app.state.models = model = Slow()
    form = {"text": "why is there a tide?", "key": KEY}
    async with browser.stream("POST", "/messages", data=form, headers=STREAM) as answer:
        told = answer.aiter_lines()
        await anext(told)
        await model.begun.wait()
    model.let.set()
    async with asyncio.timeout(20):
        while "Because of the moon. It pulls at the sea." not in await messages(web, me):  # noqa: ASYNC110
            await asyncio.sleep(0)
    assert "It pulls at the sea." in (await browser.get("/chat")).text


async def test_what_is_stopped_leaves_the_built_in_answer(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    web.app.state.models = model = Slow()
    form = {"text": "why is there a tide?", "key": KEY}
    async with browser.stream("POST", "/messages", data=form, headers=STREAM) as answer:
        told = answer.aiter_lines()
        await anext(told)
        await model.begun.wait()
        stopped = await browser.post("/messages/cancel", data={"key": KEY}, headers=HERE)
        assert stopped.status_code == 204
        rest = [json.loads(line) async for line in told]
    assert rest[-1]["kind"] == "done"
    assert "I do not know what to do with" in rest[-1]["html"]
    nothing = await browser.post("/messages/cancel", data={"key": "no such"}, headers=HERE)
    assert nothing.status_code == 204


async def test_a_form_sent_twice_says_it_once(web: Served, browser: httpx2.AsyncClient) -> None:
    web.app.state.models = model = Slow()
    model.let.set()
    for _ in range(2):
        await lines(browser, "why is there a tide?")
        await lines(browser, "drank 3 glasses of water")
    done = (await lines(browser, "drank 3 glasses of water"))[-1]
    assert done["html"].count("Logged: 3 glasses of water.</p>") == 1
    assert done["html"].count("It pulls at the sea.") == 1
    assert model.asked == 1


async def test_the_same_key_with_other_words_is_another_message(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await lines(browser, "drank 3 glasses of water")
    await lines(browser, "drank 2 glasses of water")
    assert len(await messages(web, me)) == 4
    assert origin_of("short", "text") is None
    assert origin_of("' or 1=1 -- --", "text") is None


async def test_an_empty_or_too_long_message_is_refused_before_anything(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    for text in ("   ", "x" * 17_000):
        answer = await browser.post("/messages", data={"text": text, "key": KEY}, headers=STREAM)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        assert "message" in answer.text
    assert await messages(web, me) == []


async def test_without_scripts_one_comes_back_to_the_page_one_wrote_on(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    for path in ("/", "/chat"):
        headers = HERE | {"Referer": web.url + path}
        page = await browser.post("/messages", data={"text": "slept 7 hours"}, headers=headers)
        assert page.url.path == path
        assert "Logged: 7 hours" in page.text


# what was said before


async def test_ten_thousand_messages_are_paged_back_to_the_first(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    async with web.database.transaction(me) as tx:
        await tx.execute(
            """
            insert into messages (tenant_id, id, at, direction, channel, text, trace)
            select %(tenant)s, gen_random_uuid(), %(at)s - make_interval(mins => n / 2), 'in',
                   'web', 'said ' || n, gen_random_uuid()
              from generate_series(1, 10000) n
            """,
            tenant=me,
            at=web.clock.now(),
        )
    page = (await browser.get("/chat")).text
    found = re.findall(r">said (\d+)<", page)
    assert len(found) == 60 or len(found) == 59
    for _ in range(3):
        before = re.findall(r'data-at="([^"]+)"', page)[0]
        page = (await browser.get("/chat/earlier", params={"before": before})).text
        found = re.findall(r">said (\d+)<", page) + found
    assert len(found) == len(set(found))
    assert [int(n) // 2 for n in found] == sorted((int(n) // 2 for n in found), reverse=True)
    first = web.clock.now() - timedelta(minutes=4990)
    last = await browser.get("/chat/earlier", params={"before": first.isoformat()})
    assert ">said 10000<" in last.text
    nothing = web.clock.now() - timedelta(days=100)
    empty = await browser.get("/chat/earlier", params={"before": nothing.isoformat()})
    assert empty.text.strip() == ""
    assert (await browser.get("/chat", params={"before": first.isoformat()})).status_code == 200
    assert (await browser.get("/chat/earlier?before=yesterday")).status_code == 422


# cards


def forms(html: str) -> list[str]:
    return re.findall(r'hx-post="(/chat/cards/[^"]+)"', html)


async def press(browser: httpx2.AsyncClient, path: str) -> str:
    answer = await browser.post(path, headers=HTMX)
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_a_measure_is_undone_from_its_card_and_stays_undone_after_a_reload(
    browser: httpx2.AsyncClient,
) -> None:
    [done] = await lines(browser, "drank 3 glasses of water")
    [undo] = forms(done["html"])
    after = await press(browser, undo)
    assert forms(after) == []
    assert "is-over" in after
    assert "is-over" in (await browser.get("/")).text
    again = await browser.post(undo, headers=HTMX)
    assert again.status_code == 409


async def test_a_message_that_does_three_things_has_three_cards(
    browser: httpx2.AsyncClient,
) -> None:
    said = "drank 2 glasses of water, I want to run 3 times a week, add task: buy tickets"
    done = (await lines(browser, said))[-1]
    subjects = {path.split("/")[3] for path in forms(done["html"])}
    assert subjects == {"measure", "goal", "task"}
    assert re.search(r'href="/goals/[0-9a-f-]{36}"', done["html"])


async def test_a_task_is_done_and_opened_again_from_its_card(browser: httpx2.AsyncClient) -> None:
    html = (await lines(browser, "add task: buy tickets"))[-1]["html"]
    [finish] = [path for path in forms(html) if path.endswith("/done")]
    [reopen] = forms(await press(browser, finish))
    assert reopen.endswith("/reopen")
    assert finish in forms(await press(browser, reopen))


async def test_an_older_task_stands_where_it_was_done(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    await lines(browser, "add task: buy tickets", key=f"{KEY}1")
    web.clock.advance(web.clock.now() + timedelta(hours=30))
    html = (await lines(browser, "done: tickets", key=f"{KEY}2"))[-1]["html"]
    behind = html.partition("done: tickets")[2]
    assert [path.rpartition("/")[2] for path in forms(behind)] == ["reopen"]


async def test_an_app_is_approved_and_deleted_from_its_card(browser: httpx2.AsyncClient) -> None:
    html = (await lines(browser, "make me an app for tracking my spending"))[-1]["html"]
    verbs = {path.rpartition("/")[2]: path for path in forms(html)}
    assert set(verbs) == {"approve", "reject"}
    active = await press(browser, verbs["approve"])
    [undo] = forms(active)
    assert re.search(r'href="/apps/[a-z]', active)
    assert forms(await press(browser, undo)) == []


async def test_after_a_day_there_is_no_undo(web: Served, browser: httpx2.AsyncClient) -> None:
    assert forms((await lines(browser, "drank 3 glasses of water"))[-1]["html"])
    web.clock.advance(web.clock.now() + timedelta(hours=25))
    assert forms((await browser.get("/chat")).text) == []


async def test_what_no_card_offers_is_not_done(browser: httpx2.AsyncClient) -> None:
    for path in (f"measure/{uuid4()}/done", f"nothing/{uuid4()}/undo", f"goal/{uuid4()}/approve"):
        assert (await browser.post(f"/chat/cards/{path}", headers=HTMX)).status_code == 404
    assert (await browser.post(f"/chat/cards/task/{uuid4()}/undo", headers=HTMX)).status_code == 409
    assert (await browser.post(f"/chat/cards/task/{uuid4()}/eat", headers=HTMX)).status_code == 422


async def test_nobody_elses_card_can_be_touched(web: Served, browser: httpx2.AsyncClient) -> None:
    other = await entered(web, await anna.arrive(web, language="en", name="Eve"), settled=False)
    [undo] = forms((await lines(browser, "drank 3 glasses of water"))[-1]["html"])
    assert (await other.post(undo, headers=HTMX)).status_code == 409
    assert forms((await browser.get("/chat")).text) == [undo]


# quick replies


def chips(html: str) -> list[str]:
    return re.findall(r'class="chip" name="text" value="([^"]+)"', html)


async def test_an_empty_thread_offers_three_things_to_try(browser: httpx2.AsyncClient) -> None:
    page = (await browser.get("/chat")).text
    assert len(chips(page)) == 3
    assert page.count("data-fills>") == 3


async def test_an_open_question_offers_yes_and_no_and_they_answer_it(
    browser: httpx2.AsyncClient,
) -> None:
    asked = (await lines(browser, "make me an app for tracking my spending"))[-1]
    assert chips(asked["chips"]) == ["/approve", "/reject"]
    yes = (await lines(browser, "/approve", key=f"{KEY}2"))[-1]
    assert "is at work" in yes["html"]
    assert chips(yes["chips"]) == []


async def test_a_paused_person_is_offered_to_go_on(browser: httpx2.AsyncClient) -> None:
    paused = (await lines(browser, "/pause"))[-1]
    assert chips(paused["chips"]) == ["/resume"]
    resumed = (await lines(browser, "/resume", key=f"{KEY}2"))[-1]
    assert chips(resumed["chips"]) == []


async def test_the_stream_brings_the_thread_and_the_replies_to_an_open_page(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    async with browser.stream("GET", "/live?after=0&only=chat") as response:
        told = response.aiter_lines()
        await anext(told)
        await lines(browser, "drank 3 glasses of water")
        seen = ""
        async with asyncio.timeout(20):
            while "Logged: 3 glasses" not in seen or "#chips" not in seen:
                seen += await anext(told)
    assert 'hx-target="#thread"' in seen
    assert 'hx-target="#feed"' not in seen
