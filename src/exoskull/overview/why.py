"""The one panel of reasons, wherever something was done or is planned."""

from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from exoskull.overview.reasons import reasons
from exoskull.tenants.visit import PageVisit

router = APIRouter(include_in_schema=False)


@router.get("/why/{wanted}")
async def why(request: Request, visit: PageVisit, wanted: UUID) -> Response:
    """Why: as a piece for the panel that was opened, else as a page."""
    found = await reasons(visit, wanted)
    piece = request.headers.get("hx-request") == "true"
    template = "overview/why.html" if piece else "overview/why_page.html"
    return visit.door.pages.response(template, visit.voice, found=found)
