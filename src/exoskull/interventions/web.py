"""What is planned and what awaits the person's yes, with the hand on each."""

from functools import partial
from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.interventions import service
from exoskull.interventions.consent import answer
from exoskull.interventions.waiting import count_waiting, waiting_from
from exoskull.kit.errors import Conflict
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.pages import back_to
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

SHOWN = 10
"""So many stand on a page; the others are one link away."""
LIST = "/interventions"


async def waiting_piece(visit: Visit, *, after: UUID | None = None) -> Markup:
    """The first that wait, or those beyond `after`: questions first, then what is planned, by when
    it is to leave; and the way to the rest."""
    rows = await waiting_from(visit.tx, at=visit.at, after=after, limit=SHOWN)
    rest = await rest_of(rows, SHOWN, came_from=after, count=partial(_count_after, visit))
    return visit.door.pages.piece(
        "interventions/waiting.html", visit.voice, rows=rows, rest=rest, after=after, path=LIST
    )


async def _count_after(visit: Visit, after: UUID) -> int:
    return await count_waiting(visit.tx, at=visit.at, after=after)


@router.post("/interventions/{intervention_id}/{verb}")
async def act(
    request: Request,
    visit: PageVisit,
    intervention_id: UUID,
    verb: Literal["undo", "later", "approve", "reject"],
    after: UUID | None = None,
) -> Response:
    """Approve or reject what is asked, or take back, or put off, what has not left yet.

    Args:
        after: where in the list of what waits the page stands, so that it stays there.
    """
    if verb == "undo":
        await service.undo(visit.tx, intervention_id, at=visit.at)
    elif verb == "later":
        await service.put_off(visit.tx, intervention_id, at=visit.at)
    else:
        await answer(
            visit.tx,
            intervention_id,
            yes=verb == "approve",
            by="web",
            at=visit.at,
            question=_question(await form_of(request)),
        )
    if request.headers.get("hx-request") != "true":
        there = f"{LIST}?show=waiting&after={after}" if after else back_to(request)
        return RedirectResponse(there, 303)
    return HTMLResponse(await waiting_piece(visit, after=after))


def _question(given: dict[str, str]) -> UUID:
    """The question that the page showed: only that one is answered."""
    try:
        return UUID(given.get("question", ""))
    except ValueError as error:
        raise Conflict("approval.changed") from error
