"""The one panel of reasons, wherever something was done or is planned."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from exoskull.overview.reasons import reasons
from exoskull.tenants.visit import PageVisit

router = APIRouter(include_in_schema=False)

SEQ_MAX = 2**63 - 1


@router.get("/why/{wanted}")
async def why(
    request: Request,
    visit: PageVisit,
    wanted: UUID,
    of: Annotated[int | None, Query(ge=1, le=SEQ_MAX)] = None,
) -> Response:
    """Why: as a piece for the panel that was opened, else as a page. `of`: which event of the
    chain is meant."""
    found = await reasons(visit, wanted, of=of)
    piece = request.headers.get("hx-request") == "true"
    template = "overview/why.html" if piece else "overview/why_page.html"
    return visit.door.pages.response(template, visit.voice, found=found)
