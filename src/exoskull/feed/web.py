"""The chain behind an item of the feed."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from exoskull.feed import service
from exoskull.feed.present import item
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TraceId
from exoskull.tenants.visit import PageVisit

router = APIRouter(include_in_schema=False)

CHAIN_LEFT_OUT = frozenset({"cycle.completed"})


@router.get("/feed/chain/{trace}")
async def chain(visit: PageVisit, trace: UUID) -> Response:
    """Everything that one need or symptom led to, oldest first, with the rows it rests on."""
    found = await service.of_trace(visit.tx, TraceId(trace))
    if not found:
        raise NotFound("event.unknown_trace")
    items = [item(event, visit.voice) for event in found if event.kind not in CHAIN_LEFT_OUT]
    return visit.door.pages.response("feed/chain.html", visit.voice, items=items, trace=trace)
