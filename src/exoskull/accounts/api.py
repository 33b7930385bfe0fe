"""Ways in over HTTP: tokens and sessions, for tokens of scope `admin`."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from exoskull.accounts import service
from exoskull.tenants.model import Scope
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Listed, Out

router = APIRouter(tags=["account"])


class TokenIn(In):
    """`scope`: `read`, `write` or `admin`; each may do what those before it may."""

    label: str
    scope: str = Scope.READ.value


class TokenOut(Out):
    id: UUID
    label: str | None
    scope: Scope
    created_at: datetime
    used_at: datetime | None


class MadeOut(BaseModel):
    """`token` is told once; only its hash is kept."""

    token: str


class SessionOut(Out):
    id: UUID
    created_at: datetime
    used_at: datetime | None
    expires_at: datetime | None
    address: str | None
    agent: str | None


@router.get("/tokens")
async def tokens(visit: ApiVisit) -> Listed[TokenOut]:
    """The tokens that work, the newest first, without their secrets."""
    found = await service.tokens(visit.tx)
    return Listed(items=[TokenOut.model_validate(one) for one in found])


@router.post("/tokens", status_code=201)
async def make_token(visit: ApiVisit, body: TokenIn) -> MadeOut:
    """Make a token for a program."""
    secret = await service.make_token(
        visit.tx,
        label=body.label,
        scope=body.scope,
        at=visit.at,
        ids=visit.ids,
        trace=visit.new_trace(),
    )
    return MadeOut(token=secret)


@router.delete("/tokens/{token_id}", status_code=204)
async def revoke_token(visit: ApiVisit, token_id: UUID) -> None:
    """End a token; the program that has it is shut out at once."""
    await service.revoke_token(visit.tx, token_id, at=visit.at, trace=visit.new_trace())


@router.get("/sessions")
async def sessions(visit: ApiVisit) -> Listed[SessionOut]:
    """The browsers that are signed in, the last used first."""
    found = await service.sessions(visit.tx, visit.at)
    return Listed(items=[SessionOut.model_validate(one) for one in found])


@router.delete("/sessions/{session_id}", status_code=204)
async def end_session(visit: ApiVisit, session_id: UUID) -> None:
    """Sign a browser out, with its open pages."""
    ended = await service.end_session(visit.tx, session_id, at=visit.at)
    visit.door.hub.end(visit.tenant.tenant_id, ended)
