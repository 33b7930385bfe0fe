"""Following an instruction over HTTP."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field
from starlette.requests import Request

from exoskull.skills import following
from exoskull.skills.api import CalledOut, RunOut
from exoskull.skills.owned import Caller
from exoskull.skills.parts import parts_of
from exoskull.tenants.visit import ApiCaller
from exoskull.web.api import In

router = APIRouter(tags=["skills"])

SAID_MAX = 1000


class FollowIn(In):
    """`said`: what it is to be followed about, if anything."""

    said: str = Field(default="", max_length=SAID_MAX)


@router.post("/skills/{skill_id}/follow")
async def follow(request: Request, caller: ApiCaller, skill_id: UUID, body: FollowIn) -> CalledOut:
    """Have a model follow an instruction that is at work. It has no tools, and nothing leaves."""
    called = await following.follow(
        parts_of(request), caller.tenant_id, skill_id, body.said, caller=Caller.API
    )
    shown = RunOut.model_validate(called.run)
    return CalledOut(run=shown, text=called.text, error=called.error)
