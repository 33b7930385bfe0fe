"""The page, its feed's earlier parts, and the stream that keeps it alive."""

from collections.abc import AsyncIterator, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from sse_starlette import ServerSentEvent
from starlette.responses import RedirectResponse, Response

from exoskull.conversations.web import thread_piece
from exoskull.feed import service as feed
from exoskull.feed.follow import follow
from exoskull.feed.model import StoredEvent
from exoskull.grants.web import grants_piece
from exoskull.interventions.web import waiting_piece
from exoskull.tenants.service import current
from exoskull.tenants.visit import Caller, PageCaller, PageVisit, Visit
from exoskull.today.pieces import feed_page, feed_piece, rows_of, status_piece
from exoskull.web.streams import HEARTBEAT_S, stream

router = APIRouter(include_in_schema=False)

Seq = Annotated[int, Query(ge=0, le=2**63 - 1)]


@router.get("/")
async def today(visit: PageVisit) -> Response:
    """The page of the day."""
    if visit.tenant.onboarded_at is None:
        return RedirectResponse("/welcome", 303)
    newest = await feed.latest(visit.tx, limit=1)
    page = await feed_page(visit)
    return visit.door.pages.response(
        "today/page.html",
        visit.voice,
        tenant=visit.tenant,
        seq=newest[0].seq if newest else 0,
        status=status_piece(visit),
        waiting=await waiting_piece(visit),
        thread=await thread_piece(visit),
        feed=feed_piece(visit, page.rows),
        before=page.before,
        rules=await grants_piece(visit),
    )


@router.get("/feed")
async def earlier(visit: PageVisit, before: Seq) -> Response:
    """Earlier items of the feed."""
    page = await feed_page(visit, before)
    return visit.door.pages.response(
        "today/earlier.html",
        visit.voice,
        feed=feed_piece(visit, page.rows),
        before=page.before,
    )


@router.get("/live")
async def live(caller: PageCaller, after: Seq) -> Response:
    """The page's stream: new items of the feed, and each piece that they change, as HTML."""
    return stream(_live(caller, after))


async def _live(caller: Caller, after: int) -> AsyncIterator[ServerSentEvent]:
    door, position = caller.door, after
    with door.hub.subscribe(caller.tenant_id, holder=caller.holder) as subscription:
        batches = follow(
            door.database, caller.tenant_id, subscription, after=after, every_s=HEARTBEAT_S
        )
        async for batch in batches:
            position = max(position, batch[-1].seq)
            html = await _changed(caller, batch)
            if html:
                yield ServerSentEvent(data=html, id=str(position), sep="\n")
        if subscription.displaced:  # a newer page of the same browser took the place
            yield ServerSentEvent(data="", event="displaced", sep="\n")


async def _changed(caller: Caller, events: Sequence[StoredEvent]) -> str:
    """The pieces of the page that `events` change."""
    door = caller.door
    async with door.database.transaction(caller.tenant_id) as tx:
        tenant = await current(tx)
        visit = Visit(tx=tx, tenant=tenant, at=door.clock.now(), door=door)
        kinds = {event.kind.partition(".")[0] for event in events}
        rows = await rows_of(visit, list(reversed(events)))
        pieces = {
            "feed": feed_piece(visit, rows) if rows else None,
            "thread": await thread_piece(visit) if kinds & {"message", "intervention"} else None,
            "waiting": await waiting_piece(visit) if "intervention" in kinds else None,
            "rules": await grants_piece(visit) if kinds & {"grant", "intervention"} else None,
            "status": status_piece(visit) if "settings" in kinds else None,
        }
        made = {name: html for name, html in pieces.items() if html is not None}
        if not made:
            return ""
        return door.pages.render("today/live.html", visit.voice, pieces=made)
