"""The chat's doors: saying something, with the answer as it comes; the page; what cards can do."""

import hashlib
import json
import re
from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

import psycopg
import structlog
from fastapi import APIRouter, Query
from pydantic import AwareDatetime
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from exoskull.conversations.cards import Verb
from exoskull.conversations.carrying_out import carry_out
from exoskull.conversations.converse import answered, converse
from exoskull.conversations.model import Via, parse_text
from exoskull.conversations.parts import Parts, parts_of
from exoskull.conversations.pieces import Acted, Done, Heard, Piece, Words
from exoskull.conversations.turn import Incoming
from exoskull.conversations.underway import Underway, underway_of
from exoskull.conversations.web_pieces import chat_piece, chips_piece, thread_piece
from exoskull.feed import service as feed
from exoskull.i18n import error_text
from exoskull.kit.errors import ExoSkullError, Unavailable
from exoskull.tenants.service import current
from exoskull.tenants.visit import Caller, PageCaller, PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.pages import back_to

router = APIRouter(include_in_schema=False)

PAGE = "/chat"
LINES = "application/x-ndjson"
"""Who accepts this is answered piece by piece: one JSON object a line."""

_KEY = re.compile(r"[0-9A-Za-z-]{8,64}")

log = structlog.get_logger()


@router.get(PAGE)
async def page(visit: PageVisit, before: AwareDatetime | None = None) -> Response:
    """The chat by itself; `before`: what was said earlier, for browsers without scripts."""
    newest = await feed.latest(visit.tx, limit=1)
    return visit.door.pages.response(
        "conversations/page.html",
        visit.voice,
        page="chat",
        seq=newest[0].seq if newest else 0,
        chat=await chat_piece(visit) if before is None else None,
        earlier=None if before is None else await thread_piece(visit, before),
    )


@router.get(PAGE + "/earlier")
async def earlier(visit: PageVisit, before: Annotated[AwareDatetime, Query()]) -> Response:
    """The messages before `before`; nothing where that is the beginning."""
    return HTMLResponse(await thread_piece(visit, before))


@router.post("/messages")
async def say(request: Request, caller: PageCaller) -> Response:
    """Say something. The answer comes as lines, as the thread with the answer in it, or, without
    scripts, as the page.

    The same key with the same words again says nothing again.
    """
    request.state.language = await _tenant_language(caller)
    given = await form_of(request)
    text, key = parse_text(given.get("text", "")), given.get("key", "")
    incoming = Incoming(text=text, via=Via.WEB, origin_id=origin_of(key, text))
    here = parts_of(request)
    if LINES in request.headers.get("accept", ""):
        lines = _lines(underway_of(request), here, caller, key, incoming)
        headers = {"X-Accel-Buffering": "no"}
        return StreamingResponse(lines, media_type=LINES, headers=headers)
    await answered(here, caller.tenant_id, incoming)
    if request.headers.get("hx-request") != "true":
        return _back(request)
    return HTMLResponse((await _pieces(caller))["html"])


@router.post("/messages/cancel")
async def cancel(request: Request, caller: PageCaller) -> Response:
    """Stop the answer of a key; what was done for it before stays done."""
    key = (await form_of(request)).get("key", "")
    underway_of(request).cancel(caller.tenant_id, key)
    return Response(status_code=204)


@router.post(PAGE + "/cards/{subject}/{subject_id}/{verb}")
async def act(
    request: Request, visit: PageVisit, subject: str, subject_id: UUID, verb: Verb
) -> Response:
    """Do what a card offers; the thread comes back with the card as it stands then."""
    question = (await form_of(request)).get("question", "")
    await carry_out(visit, subject, subject_id, verb, question=question)
    if request.headers.get("hx-request") != "true":
        return _back(request)
    return HTMLResponse(await thread_piece(visit))


def origin_of(key: str, text: str) -> str | None:
    """What a message sent by a form is known by: twice the same is one message. None without a
    usable key."""
    if not _KEY.fullmatch(key):
        return None
    return f"{key}:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _back(request: Request) -> Response:
    came = back_to(request)
    return RedirectResponse(f"{PAGE if came == PAGE else '/'}#chat", 303)


async def _tenant_language(caller: Caller) -> str:
    async with caller.door.database.transaction(caller.tenant_id) as tx:
        return (await current(tx)).language.value


async def _lines(
    underway: Underway, here: Parts, caller: Caller, key: str, incoming: Incoming
) -> AsyncIterator[str]:
    """The answer, a line a piece; the last one has the thread as it is stored."""
    pieces = converse(here, caller.tenant_id, incoming)
    try:
        async for piece in underway.follow(caller.tenant_id, key, pieces):
            if (told := await _told(caller, piece)) is not None:
                yield _line(told)
        yield _line({"kind": "done"} | await _pieces(caller))
    except (psycopg.OperationalError, ExoSkullError) as error:
        log.warning("chat.cut", reason=type(error).__name__)
        yield _line({"kind": "trouble", "html": await _trouble(caller, error)})


async def _told(caller: Caller, piece: Piece) -> dict[str, Any] | None:
    match piece:
        case Heard():
            answer = piece.turn.answer
            return {"kind": "heard", "stands_in": str(answer.id) if answer else None}
        case Words():
            return {"kind": "words", "text": piece.text}
        case Acted():
            return {"kind": "thread"} | await _pieces(caller)
        case Done():
            return None  # the thread follows


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"


async def _pieces(caller: Caller) -> dict[str, str]:
    """The thread and the quick replies as they stand."""
    async with caller.door.database.transaction(caller.tenant_id) as tx:
        visit = Visit(tx=tx, tenant=await current(tx), at=caller.door.clock.now(), door=caller.door)
        return {"html": await thread_piece(visit), "chips": await chips_piece(visit)}


async def _trouble(caller: Caller, error: Exception) -> str:
    language = await _tenant_language(caller)
    known = error if isinstance(error, ExoSkullError) else Unavailable("chat.cut")
    return error_text(known, language)
