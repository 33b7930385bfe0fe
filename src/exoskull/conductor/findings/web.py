"""The page of what the person's measures show."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from exoskull.conductor.findings import service
from exoskull.conductor.findings.model import CORRECTABLE, FLAWS, Finding, FindingState
from exoskull.conductor.findings.picture import Picture, picture
from exoskull.conductor.findings.sentences import sentence
from exoskull.tenants.visit import PageVisit
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

SHOWN_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding as the page shows it."""

    finding: Finding
    sentence: str
    picture: Picture
    can_correct: bool
    can_undo: bool
    is_corrected: bool


@router.get("/findings")
async def findings(visit: PageVisit, before: UUID | None = None) -> Response:
    """What is known, the newest first, each with a picture and what the person can say to it;
    `before` pages back."""
    found = await service.shown(visit.tx, limit=SHOWN_MOST, before=before)
    count = partial(service.count_shown_before, visit.tx)
    rest = await rest_of(found, SHOWN_MOST, came_from=before, count=count)
    rows = [
        Row(
            finding=one,
            sentence=sentence(one, visit.language, visit.tenant.zone),
            picture=picture(one),
            can_correct=one.kind in CORRECTABLE and one.state is FindingState.CURRENT,
            can_undo=one.kind in FLAWS and one.state is FindingState.CORRECTED,
            is_corrected=one.state is FindingState.CORRECTED,
        )
        for one in found
    ]
    return visit.door.pages.response("conductor/findings.html", visit.voice, rows=rows, rest=rest)


@router.post("/findings/{finding_id}/dismiss")
async def dismiss(visit: PageVisit, finding_id: UUID) -> Response:
    """It is not told again."""
    await service.dismiss(visit.tx, finding_id, at=visit.at)
    return RedirectResponse("/findings", 303)


@router.post("/findings/{finding_id}/correct")
async def correct(visit: PageVisit, finding_id: UUID) -> Response:
    """Do what it suggests."""
    await service.correct(visit.tx, visit.tenant, finding_id, at=visit.at, ids=visit.ids)
    return RedirectResponse("/findings", 303)


@router.post("/findings/{finding_id}/undo")
async def undo(visit: PageVisit, finding_id: UUID) -> Response:
    """Put a corrected reading back."""
    await service.undo(visit.tx, visit.tenant, finding_id, at=visit.at, ids=visit.ids)
    return RedirectResponse("/findings", 303)
