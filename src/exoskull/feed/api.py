"""Events over HTTP: page by page, or as they come."""

import json
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query
from sse_starlette import ServerSentEvent
from starlette.responses import Response

from exoskull.feed import service
from exoskull.feed.follow import follow, newest
from exoskull.feed.model import StoredEvent
from exoskull.i18n import happened
from exoskull.kit.errors import InvalidInput
from exoskull.kit.plain import plain
from exoskull.tenants.service import current
from exoskull.tenants.visit import ApiCaller
from exoskull.web.api import Limit, Listed, Out
from exoskull.web.streams import HEARTBEAT_S, stream

router = APIRouter(tags=["events"])

SEQ_MAX = 2**63 - 1
Seq = Annotated[int | None, Query(ge=0, le=SEQ_MAX)]


class EventOut(Out):
    """`text` tells it in a sentence; `data` is the record."""

    seq: int
    at: datetime
    kind: str
    trace: UUID
    data: dict[str, Any]
    text: str


@router.get(
    "/events",
    response_model=Listed[EventOut],
    responses={200: {"content": {"text/event-stream": {}}}},
)
async def events(
    caller: ApiCaller,
    accept: Annotated[str, Header()] = "",
    last_event_id: Annotated[str | None, Header()] = None,
    before: Seq = None,
    after: Seq = None,
    kind: Annotated[list[str] | None, Query(max_length=100)] = None,
    limit: Limit = 50,
) -> Response | Listed[EventOut]:
    """The newest events, newest first; `before` pages back, `after` gives later ones, oldest first.

    With `Accept: text/event-stream`, events as they come: later than `Last-Event-ID` or `after`,
    from now on where neither is given. Each has its kind as its type and its `seq` as its id.
    """
    if "text/event-stream" in accept:
        start = _position(last_event_id, after)
        if start is None:
            start = await newest(caller.door.database, caller.tenant_id)
        return stream(_stream(caller, start, kind))
    async with caller.door.database.transaction(caller.tenant_id) as tx:
        tenant = await current(tx)
        if after is not None:
            found = await service.after(tx, after, limit=limit)
        else:
            found = await service.latest(tx, before=before, kinds=kind, limit=limit)
    full = len(found) == limit
    return Listed(
        items=[
            EventOut(
                **_plain(event),
                text=happened(event.kind, event.data, tenant.language.value, tenant.zone),
            )
            for event in found
        ],
        next=str(found[-1].seq) if full else None,
    )


def _position(last_event_id: str | None, after: int | None) -> int | None:
    if last_event_id is None:
        return after
    if not last_event_id.isdecimal() or int(last_event_id) > SEQ_MAX:
        raise InvalidInput("event.invalid_position", field="Last-Event-ID")
    return int(last_event_id)


async def _stream(
    caller: ApiCaller, after: int, kinds: list[str] | None
) -> AsyncIterator[ServerSentEvent]:
    door = caller.door
    position = after
    with door.hub.subscribe(caller.tenant_id, holder=None) as subscription:
        batches = follow(
            door.database, caller.tenant_id, subscription, after=after, every_s=HEARTBEAT_S
        )
        async for batch in batches:
            for event in batch:
                position = max(position, event.seq)
                if kinds is None or event.kind in kinds:
                    yield ServerSentEvent(
                        data=json.dumps(_plain(event), ensure_ascii=False),
                        event=event.kind,
                        id=str(position),
                        sep="\n",
                    )


def _plain(event: StoredEvent) -> dict[str, Any]:
    return {
        "seq": event.seq,
        "at": event.at.isoformat(),
        "kind": event.kind,
        "trace": str(event.trace),
        "data": plain(event.data),
    }
