"""The chat."""

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.conversations.model import Via
from exoskull.conversations.order import in_order
from exoskull.conversations.service import thread
from exoskull.conversations.turn import Incoming, receive
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)

SHOWN = 60


async def thread_piece(visit: Visit) -> Markup:
    """The newest messages and notices."""
    messages = in_order(await thread(visit.tx, limit=SHOWN))
    return visit.door.pages.piece("conversations/thread.html", visit.voice, messages=messages)


@router.post("/messages")
async def say(request: Request, visit: PageVisit) -> Response:
    """Say something; the thread comes back with the answer in it."""
    said = (await form_of(request)).get("text", "")
    incoming = Incoming(text=said, via=Via.WEB)
    await receive(visit.tx, incoming, at=visit.at, ids=visit.ids, sandbox=visit.door.sandbox)
    if request.headers.get("hx-request") != "true":
        return RedirectResponse("/#chat", 303)
    return HTMLResponse(await thread_piece(visit))
