"""Following an instruction by the person's hand, on its page."""

from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.skills import following
from exoskull.skills.following_api import SAID_MAX
from exoskull.skills.owned import Caller
from exoskull.skills.parts import parts_of
from exoskull.tenants.visit import PageCaller
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)


@router.post("/skills/{skill_id}/follow")
async def follow(request: Request, caller: PageCaller, skill_id: UUID) -> Response:
    """Have a model follow an instruction; what it says stands among its runs."""
    said = (await form_of(request)).get("said", "")[:SAID_MAX]
    await following.follow(parts_of(request), caller.tenant_id, skill_id, said, caller=Caller.WEB)
    return RedirectResponse(f"/skills/{skill_id}#runs", 303)
