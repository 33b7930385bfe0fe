"""Messages over HTTP: the thread, and saying something in it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Request
from pydantic import AwareDatetime

from exoskull.conversations import service, store
from exoskull.conversations.converse import answered
from exoskull.conversations.model import Message, Via, Way
from exoskull.conversations.order import in_order
from exoskull.conversations.parts import parts_of
from exoskull.conversations.turn import Incoming, Turn
from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.kit.errors import Conflict, InvalidInput
from exoskull.kit.text import storable
from exoskull.tenants.service import current
from exoskull.tenants.visit import ApiCaller, ApiVisit
from exoskull.web.api import In, Limit, Listed, Out

router = APIRouter(tags=["messages"])

KEY_MAX = 200


class MessageIn(In):
    text: str


class MessageOut(Out):
    """`channel` is `notice` for the system's own word; `in_reply_to` names an intervention."""

    id: UUID
    at: datetime
    direction: Way
    channel: Via
    text: str
    in_reply_to: UUID | None
    trace: UUID


class TurnOut(Out):
    """What was said, as kept, and what was answered."""

    message: MessageOut
    answer: MessageOut | None


@router.get("/messages")
async def messages(
    visit: ApiVisit, limit: Limit = 50, before: AwareDatetime | None = None
) -> Listed[MessageOut]:
    """The newest messages and notices, oldest of them first; `next` goes back from there."""
    found = await service.thread(visit.tx, limit=limit + 1, before=before)
    kept, following = _page(in_order(found), limit)
    return Listed(items=[MessageOut.model_validate(one) for one in kept], next=following)


@router.post("/messages", status_code=201)
async def say(
    request: Request,
    caller: ApiCaller,
    body: MessageIn,
    idempotency_key: Annotated[str | None, Header(max_length=KEY_MAX)] = None,
) -> TurnOut:
    """Say something; what it asks for is done before the answer comes.

    The same Idempotency-Key again does nothing again, and gives the same answer.
    """
    async with caller.door.database.transaction(caller.tenant_id) as tx:
        request.state.language = (await current(tx)).language.value  # of what may be wrong with it
    check_key(idempotency_key)
    incoming = Incoming(text=body.text, via=Via.API, origin_id=idempotency_key)
    turn = await answered(parts_of(request), caller.tenant_id, incoming)
    if turn.answer is None and idempotency_key is not None:
        async with caller.door.database.transaction(caller.tenant_id) as tx:
            turn = await earlier(tx, idempotency_key, body.text)
    return TurnOut.model_validate(turn)


def check_key(key: str | None) -> None:
    """Raises InvalidInput (`idempotency_key.invalid`) for a key that is no plain text."""
    if key is not None and not (key and key.isascii() and key.isprintable()):
        raise InvalidInput("idempotency_key.invalid", field="Idempotency-Key", limit=KEY_MAX)


def _page(found: list[Message], limit: int) -> tuple[list[Message], str | None]:
    """The newest `limit`, and where to go on. What came at one instant is not parted."""
    if len(found) <= limit:
        return found, None
    edge = found[0].at
    kept = [one for one in found if one.at > edge] or found[1:]
    return kept, kept[0].at.isoformat()


async def earlier(tx: Transaction, key: str, text: str) -> Turn:
    """The turn that this key stood for before.

    Raises:
        Conflict: `message.key_reused`, for another message.
    """
    message = await store.by_origin(tx, Via.API, key)
    if message.text != storable(text):
        raise Conflict("message.key_reused", field="Idempotency-Key")
    for event in await feed.of_trace(tx, message.trace):
        if event.kind == "message.answered":
            return Turn(message=message, answer=await store.get(tx, UUID(event.data["id"])))
    return Turn(message=message, answer=None)
