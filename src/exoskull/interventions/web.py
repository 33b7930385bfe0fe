"""What is planned and what awaits the person's yes, with the hand on each."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.interventions import service
from exoskull.interventions.approvals import Approval
from exoskull.interventions.consent import answer, questions_by_intervention
from exoskull.interventions.model import Intervention
from exoskull.kit.errors import Conflict
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.pages import back_to

router = APIRouter(include_in_schema=False)

SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One that waits; `question` where it waits for the person."""

    intervention: Intervention
    question: Approval | None


async def waiting_piece(visit: Visit) -> Markup:
    """What waits: questions first, then what is planned, by when it is to leave."""
    asked = await questions_by_intervention(visit.tx, visit.at)
    found = await service.waiting(visit.tx)
    rows = [Waiting(intervention=one, question=asked.get(one.id)) for one in found]
    rows.sort(key=lambda row: row.question is None)
    return visit.door.pages.piece(
        "interventions/waiting.html", visit.voice, rows=rows[:SHOWN], more=len(rows) - SHOWN
    )


@router.post("/interventions/{intervention_id}/{verb}")
async def act(
    request: Request,
    visit: PageVisit,
    intervention_id: UUID,
    verb: Literal["undo", "later", "approve", "reject"],
) -> Response:
    """Approve or reject what is asked, or take back, or put off, what has not left yet."""
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
        return RedirectResponse(back_to(request), 303)
    return HTMLResponse(await waiting_piece(visit))


def _question(given: dict[str, str]) -> UUID:
    """The question that the page showed: only that one is answered."""
    try:
        return UUID(given.get("question", ""))
    except ValueError as error:
        raise Conflict("approval.changed") from error
