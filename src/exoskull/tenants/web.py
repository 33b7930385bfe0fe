"""Signing in by a one-time link, and out."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.kit.ids import TenantId
from exoskull.tenants.model import Credential
from exoskull.tenants.service import LIFETIME, admit, give_credential, sign_out
from exoskull.tenants.visit import SESSION_COOKIE, PageCaller
from exoskull.web.bodies import form_of
from exoskull.web.door import Door, door_of
from exoskull.web.pages import stranger_voice

router = APIRouter(include_in_schema=False)


@router.get("/login")
async def knock(request: Request, token: str = "") -> Response:
    """The page behind a one-time link.

    Looking at it does not use the link up: mail programs and messengers look at links before
    people do. The page's own script, or its button, sends the secret back.
    """
    door = door_of(request)
    voice = stranger_voice(request, door.clock.now())
    return door.pages.response("tenants/login.html", voice, token=token)


@router.post("/login")
async def sign_in(request: Request) -> Response:
    """Exchange the link's secret for a session; it works once."""
    door = door_of(request)
    secret = (await form_of(request)).get("token", "")
    tenant_id = await admit(door.database, secret, Credential.LOGIN_LINK, at=door.clock.now())
    response = RedirectResponse("/", 303)
    await begin_session(response, door, tenant_id)
    return response


@router.post("/logout")
async def leave(request: Request, caller: PageCaller) -> Response:
    """End this session, and what is open of it."""
    door = caller.door
    secret = request.cookies[SESSION_COOKIE]
    await sign_out(door.database, caller.tenant_id, secret, at=door.clock.now())
    door.hub.end(caller.tenant_id, caller.holder)
    response = RedirectResponse("/login", 303)
    response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="lax", secure=door.is_https)
    return response


async def begin_session(response: Response, door: Door, tenant_id: TenantId) -> None:
    """Put a fresh session of `tenant_id` into `response`."""
    secret = await give_credential(
        door.database, tenant_id, Credential.SESSION, at=door.clock.now(), ids=door.ids
    )
    lifetime = LIFETIME[Credential.SESSION]
    assert lifetime is not None
    response.set_cookie(
        SESSION_COOKIE,
        secret,
        max_age=int(lifetime.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=door.is_https,
    )
