"""Arranging the widgets: a page of buttons that works anywhere, and what a drag is told to."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.apps import arranging
from exoskull.apps.arranging import Board
from exoskull.apps.layout import Layout, Size, changed, moved, reordered
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)

PAGE = "/widgets/arrange"

Verb = Literal["earlier", "later", "wide", "small", "hide", "show"]
_DOES: Mapping[Verb, Callable[[Layout, UUID], Layout]] = {
    "earlier": partial(moved, by=-1),
    "later": partial(moved, by=1),
    "wide": partial(changed, size=Size.WIDE),
    "small": partial(changed, size=Size.SMALL),
    "hide": partial(changed, hidden=True),
    "show": partial(changed, hidden=False),
}


@router.get(PAGE)
async def arrange_page(visit: PageVisit) -> Response:
    """Every widget with its buttons."""
    board = await arranging.board_of(visit.tx)
    return visit.door.pages.response("apps/arrange.html", visit.voice, board=board)


@router.post("/widgets/order")
async def order(request: Request, visit: PageVisit) -> Response:
    """Put the widgets that were dragged in their new order: `order`, ids with commas between."""
    given = (await form_of(request)).get("order", "")
    try:
        wanted = [UUID(one) for one in given.split(",") if one]
    except ValueError as error:
        raise InvalidInput("app.invalid_order", field="order") from error
    await _arrange(visit, lambda layout: reordered(layout, wanted))
    return Response(status_code=204)


@router.post("/widgets/undo")
async def undo(request: Request, visit: PageVisit) -> Response:
    """Take the last change back."""
    board = await arranging.undo(visit.tx, at=visit.at, trace=visit.new_trace())
    return _back(request, visit, board)


@router.post("/widgets/reset")
async def reset(request: Request, visit: PageVisit) -> Response:
    """As nobody arranged it."""
    board = await arranging.reset(visit.tx, at=visit.at, trace=visit.new_trace())
    return _back(request, visit, board)


@router.post("/widgets/{app_id}/{verb}")
async def place(request: Request, visit: PageVisit, app_id: UUID, verb: Verb) -> Response:
    """Move one widget, give it another size, hide or show it."""

    def change(layout: Layout) -> Layout:
        if all(one.app != app_id for one in layout):
            raise NotFound("app.not_found")
        return _DOES[verb](layout, app_id)

    return _back(request, visit, await _arrange(visit, change))


async def _arrange(visit: Visit, change: Callable[[Layout], Layout]) -> Board:
    return await arranging.arrange(visit.tx, change, at=visit.at, trace=visit.new_trace())


def _back(request: Request, visit: Visit, board: Board) -> Response:
    if request.headers.get("hx-request") != "true":
        return RedirectResponse(PAGE, 303)
    return HTMLResponse(visit.door.pages.piece("apps/arranged.html", visit.voice, board=board))
