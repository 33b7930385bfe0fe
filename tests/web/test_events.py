"""Events over HTTP: pages of them, and streams of them as they come."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import pytest
from serving.served import AT, MakePerson, Served, Somebody, streams_open
from serving.sse import Heard, heard

from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.ids import TenantId, TraceId

API = "/api/v1"
LISTEN = {"Accept": "text/event-stream"}


@asynccontextmanager
async def listening(
    somebody: Somebody, **headers: str
) -> AsyncIterator[AsyncGenerator[Heard, None]]:
    async with somebody.api.stream("GET", f"{API}/events", headers=LISTEN | headers) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-store"
        yield heard(response)


async def happen(web: Served, tenant_id: TenantId, *kinds: str) -> None:
    trace = TraceId(web.installation.ids.new())
    async with web.database.transaction(tenant_id) as tx:
        await publish(tx, *(Event(at=AT, kind=kind, trace=trace, data={}) for kind in kinds))


async def test_events_page_back_to_the_first(anna: Somebody) -> None:
    seen: list[int] = []
    query: dict = {"limit": 5}
    while True:
        page = (await anna.api.get(f"{API}/events", params=query)).json()
        seen += [event["seq"] for event in page["items"]]
        if page["next"] is None:
            break
        query["before"] = page["next"]
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == 12  # the welcome, and the eleven default rules


async def test_later_events_come_oldest_first_by_kind_or_all(web: Served, anna: Somebody) -> None:
    newest = (await anna.api.get(f"{API}/events?limit=1")).json()["items"][0]["seq"]
    await happen(web, anna.tenant_id, "task.created", "task.done")
    later = (await anna.api.get(f"{API}/events", params={"after": newest})).json()["items"]
    assert [event["kind"] for event in later] == ["task.created", "task.done"]
    done = (await anna.api.get(f"{API}/events?kind=task.done&kind=x.y")).json()["items"]
    assert [event["kind"] for event in done] == ["task.done"]


async def test_an_event_tells_itself_in_the_persons_language(person: MakePerson) -> None:
    jan = await person("Jan", language="pl")
    events = (await jan.api.get(f"{API}/events?kind=tenant.created")).json()["items"]
    assert events[0]["text"].startswith("Witaj, Jan!")


async def test_a_stream_tells_what_happens_from_now_on(web: Served, anna: Somebody) -> None:
    async with listening(anna) as events:
        waiting = asyncio.ensure_future(anext(events))
        await streams_open(web, 1)
        await happen(web, anna.tenant_id, "task.created")
        first = await asyncio.wait_for(waiting, 10)
    assert (first.event, first.data["kind"]) == ("task.created", "task.created")
    assert first.id == str(first.data["seq"])


async def test_a_stream_goes_on_after_the_last_event_that_was_heard(
    web: Served, anna: Somebody
) -> None:
    await happen(web, anna.tenant_id, "task.created", "task.done", "task.dropped")
    known = (await anna.api.get(f"{API}/events?limit=3")).json()["items"]
    async with listening(anna, **{"Last-Event-ID": str(known[2]["seq"])}) as events:
        assert [(await anext(events)).event for _ in range(2)] == ["task.done", "task.dropped"]


async def test_a_stream_from_the_beginning_tells_everything_once(
    web: Served, anna: Somebody
) -> None:
    await happen(web, anna.tenant_id, *("task.created",) * 2500)
    async with listening(anna, **{"Last-Event-ID": "0"}) as events:
        seqs = [(await anext(events)).data["seq"] for _ in range(2512)]
    assert seqs == sorted(set(seqs))


async def test_a_transaction_that_commits_late_is_told_all_the_same(
    web: Served, anna: Somebody
) -> None:
    """It took the lower number, and the stream has told the higher one already."""
    async with listening(anna) as events:
        waiting = asyncio.ensure_future(anext(events))
        await streams_open(web, 1)
        trace = TraceId(web.installation.ids.new())
        async with web.database.transaction(anna.tenant_id) as tx:
            await publish(tx, Event(at=AT, kind="task.late", trace=trace, data={}))
            await happen(web, anna.tenant_id, "task.early")
            early = await asyncio.wait_for(waiting, 10)
        late = await asyncio.wait_for(anext(events), 10)
    assert (early.event, late.event) == ("task.early", "task.late")
    assert late.data["seq"] < early.data["seq"]
    assert late.id == early.id  # the position never goes back


async def test_each_stream_hears_its_own_tenant_only(
    web: Served, anna: Somebody, person: MakePerson
) -> None:
    bruno = await person("Bruno")
    async with listening(anna) as hers, listening(bruno) as his:
        first = [asyncio.ensure_future(anext(hers)), asyncio.ensure_future(anext(his))]
        await streams_open(web, 2)
        await happen(web, anna.tenant_id, "task.hers")
        await happen(web, bruno.tenant_id, "task.his")
        assert [(await asyncio.wait_for(one, 10)).event for one in first] == [
            "task.hers",
            "task.his",
        ]


async def test_a_stream_that_is_left_is_forgotten(web: Served, anna: Somebody) -> None:
    async with listening(anna):
        await streams_open(web, 1)
    await streams_open(web, 0)


async def test_news_come_again_after_the_database_dropped_the_listener(
    web: Served, anna: Somebody, database_url: str
) -> None:
    async with listening(anna) as events:
        waiting = asyncio.ensure_future(anext(events))
        await streams_open(web, 1)
        with psycopg.connect(database_url, autocommit=True) as owner:
            [ended] = owner.execute(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                " where query = 'listen exoskull_events' and datname = current_database()"
            ).fetchone() or (0,)
        assert ended == 1
        await happen(web, anna.tenant_id, "task.created")
        assert (await asyncio.wait_for(waiting, 10)).event == "task.created"


@pytest.mark.parametrize("position", ["-1", "1e3", "99999999999999999999"])
async def test_a_position_that_is_none_is_refused(anna: Somebody, position: str) -> None:
    answer = await anna.api.get(f"{API}/events", headers=LISTEN | {"Last-Event-ID": position})
    assert (answer.status_code, answer.json()["error"]["key"]) == (
        422,
        "event.invalid_position",
    )
