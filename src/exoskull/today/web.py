"""The page, and the stream that keeps it alive."""

from collections.abc import AsyncIterator, Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from sse_starlette import ServerSentEvent
from starlette.responses import RedirectResponse, Response

from exoskull.apps.web_widgets import widgets_piece
from exoskull.conversations.web_pieces import chat_piece, chips_piece, thread_piece
from exoskull.feed import service as feed
from exoskull.feed.follow import follow
from exoskull.feed.model import StoredEvent
from exoskull.interventions.web import waiting_piece
from exoskull.tenants.service import current
from exoskull.tenants.visit import Caller, PageCaller, PageVisit, Visit
from exoskull.today.news import news_piece
from exoskull.today.pieces import SHORT, feed_page, feed_piece, status_piece
from exoskull.today.plan import plan_piece
from exoskull.today.yesterday import yesterday_piece
from exoskull.web.streams import HEARTBEAT_S, stream

router = APIRouter(include_in_schema=False)

Seq = Annotated[int, Query(ge=0, le=2**63 - 1)]
Only = Literal["feed", "chat"] | None
"""The only pieces that a page has; None: those of the page of the day."""
IN_CHAT = {"message", "intervention", "measure", "goal", "task", "app", "skill", "settings"}
"""What the thread, its cards and the quick replies tell of."""


@router.get("/")
async def today(visit: PageVisit) -> Response:
    """The page of the day."""
    if visit.tenant.onboarded_at is None:
        return RedirectResponse("/welcome", 303)
    newest = await feed.latest(visit.tx, limit=1)
    page = await feed_page(visit, limit=SHORT)
    return visit.door.pages.response(
        "today/page.html",
        visit.voice,
        tenant=visit.tenant,
        seq=newest[0].seq if newest else 0,
        status=status_piece(visit),
        yesterday=await yesterday_piece(visit),
        waiting=await waiting_piece(visit),
        chat=await chat_piece(visit),
        feed=feed_piece(visit, page.rows),
        plan=await plan_piece(visit),
    )


@router.get("/live")
async def live(caller: PageCaller, after: Seq, only: Only = None) -> Response:
    """The page's stream: new items of the feed, and each piece that they change, as HTML."""
    return stream(_live(caller, after, only=only))


async def _live(caller: Caller, after: int, *, only: Only) -> AsyncIterator[ServerSentEvent]:
    door, position = caller.door, after
    with door.hub.subscribe(caller.tenant_id, holder=caller.holder) as subscription:
        batches = follow(
            door.database, caller.tenant_id, subscription, after=after, every_s=HEARTBEAT_S
        )
        async for batch in batches:
            position = max(position, batch[-1].seq)
            html = await _changed(caller, batch, only=only)
            if html:
                yield ServerSentEvent(data=html, id=str(position), sep="\n")
        if subscription.displaced:  # a newer page of the same browser took the place
            yield ServerSentEvent(data="", event="displaced", sep="\n")


async def _changed(caller: Caller, events: Sequence[StoredEvent], *, only: Only) -> str:
    """The pieces of the page that `events` change."""
    door = caller.door
    async with door.database.transaction(caller.tenant_id) as tx:
        tenant = await current(tx)
        visit = Visit(tx=tx, tenant=tenant, at=door.clock.now(), door=door)
        of = {event.kind.partition(".")[0] for event in events}
        kinds = of if only is None else set()
        said = of & IN_CHAT if only != "feed" else set()
        pieces = {
            "feed": await news_piece(visit, events) if only != "chat" else None,
            "thread": await thread_piece(visit) if said else None,
            "chips": await chips_piece(visit) if said else None,
            "waiting": await waiting_piece(visit) if "intervention" in kinds else None,
            "plan": await plan_piece(visit) if kinds & {"task", "goal", "briefing"} else None,
            "widgets": await widgets_piece(visit) if kinds & {"app", "entry"} else None,
            "status": status_piece(visit) if "settings" in kinds else None,
        }
        made = {name: html for name, html in pieces.items() if html is not None}
        if not made:
            return ""
        return door.pages.render("today/live.html", visit.voice, pieces=made)
