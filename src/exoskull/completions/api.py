"""The door for existing chat clients: `/v1/chat/completions` and `/v1/models`."""

import json
from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Request
from sse_starlette import ServerSentEvent
from starlette.responses import JSONResponse, Response

from exoskull.completions.model import (
    CompletionIn,
    Usage,
    card,
    check_model,
    chunk,
    last_word,
    whole,
)
from exoskull.conversations.api import KEY_MAX, check_key, earlier
from exoskull.conversations.converse import converse
from exoskull.conversations.model import Via
from exoskull.conversations.parts import parts_of
from exoskull.conversations.pieces import Done, Heard, Piece, Words
from exoskull.conversations.turn import Incoming, Turn
from exoskull.conversations.underway import underway_of
from exoskull.llm.account import tokens_of
from exoskull.tenants.visit import ApiCaller, Caller
from exoskull.web.streams import stream

router = APIRouter(tags=["completions"])


@router.get("/v1/models")
async def models(caller: ApiCaller) -> dict[str, Any]:
    """The models to choose from: the assistant itself."""
    return {"object": "list", "data": [card(_now(caller))]}


@router.get("/v1/models/{name}")
async def model(caller: ApiCaller, name: str) -> dict[str, Any]:
    """The assistant as a model."""
    check_model(name)
    return card(_now(caller))


@router.post("/v1/chat/completions")
async def complete(
    request: Request,
    caller: ApiCaller,
    body: CompletionIn,
    idempotency_key: Annotated[str | None, Header(max_length=KEY_MAX)] = None,
) -> Response:
    """Say something, as any chat client does; `stream` sends the answer as it comes.

    Of `messages` the last one is heard, and has to be the person's. What it asks for is done as in
    every other channel. The same Idempotency-Key again does nothing again.
    """
    check_key(idempotency_key)
    incoming = Incoming(text=last_word(body), via=Via.API, origin_id=idempotency_key)
    here, key = parts_of(request), idempotency_key or ""
    pieces = underway_of(request).follow(  # a client that hangs up ends no answer
        caller.tenant_id, f"completion:{key}", converse(here, caller.tenant_id, incoming)
    )
    first = await anext(pieces)  # what is wrong with it is an answer of its own, not a stream's
    if isinstance(first, Done) and first.turn.answer is None and idempotency_key is not None:
        async with caller.door.database.transaction(caller.tenant_id) as tx:
            first = Done(turn=await earlier(tx, idempotency_key, incoming.text))
    id, created = f"chatcmpl-{_message(first).hex}", _now(caller)
    if not body.stream:
        turn = await _ended(first, pieces)
        return JSONResponse(whole(id, created, _text(turn), await _usage(caller, turn)))
    counted = caller if body.stream_options and body.stream_options.include_usage else None
    return stream(_streamed(first, pieces, id=id, created=created, counted=counted))


async def _streamed(
    first: Piece,
    pieces: AsyncIterator[Piece],
    *,
    id: str,
    created: int,
    counted: Caller | None,
) -> AsyncIterator[ServerSentEvent]:
    """The answer as chunks: what a model says as it comes, the built-in answer at once.

    Args:
        counted: whose tokens are told at the end; None: they are not.
    """
    yield _sent(chunk(id, created, {"role": "assistant", "content": ""}))
    said, turn = "", None
    async for piece in _all(first, pieces):
        if isinstance(piece, Words):
            said += piece.text
            yield _sent(chunk(id, created, {"content": piece.text}))
        elif isinstance(piece, Done):
            turn = piece.turn
    assert turn is not None
    rest = _rest(said, _text(turn))
    if rest:
        yield _sent(chunk(id, created, {"content": rest}))
    yield _sent(chunk(id, created, None))
    if counted is not None:
        yield _sent(chunk(id, created, None, usage=await _usage(counted, turn)))
    yield ServerSentEvent(data="[DONE]", sep="\n")


async def _all(first: Piece, pieces: AsyncIterator[Piece]) -> AsyncIterator[Piece]:
    yield first
    async for piece in pieces:
        yield piece


async def _ended(first: Piece, pieces: AsyncIterator[Piece]) -> Turn:
    turn: Turn | None = None
    async for piece in _all(first, pieces):
        if isinstance(piece, Done):
            turn = piece.turn
    assert turn is not None
    return turn


async def _usage(caller: Caller, turn: Turn) -> Usage:
    async with caller.door.database.transaction(caller.tenant_id) as tx:
        tokens = await tokens_of(tx, turn.message.trace)
    return Usage(prompt=tokens.into, completion=tokens.out)


def _rest(said: str, stored: str) -> str:
    """What the stored answer has beyond what was streamed: what stands is what was stored."""
    if stored.startswith(said):
        return stored[len(said) :]
    return f"\n\n{stored}" if said else stored


def _text(turn: Turn) -> str:
    return "" if turn.answer is None else turn.answer.text


def _message(piece: Piece) -> UUID:
    """The id of the person's message; the first piece is never mere words."""
    assert isinstance(piece, Heard | Done)
    return piece.turn.message.id


def _now(caller: Caller) -> int:
    return int(caller.door.clock.now().timestamp())


def _sent(value: dict[str, Any]) -> ServerSentEvent:
    return ServerSentEvent(data=json.dumps(value, ensure_ascii=False), sep="\n")
