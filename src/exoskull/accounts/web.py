"""Signing in: by password, passkey, or a link that works once; and out."""

from typing import Any

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from exoskull.accounts import passkeys, service, throttle
from exoskull.accounts.knock import (
    address_of,
    begin_session,
    end_cookie,
    neighbourhood,
    post_of,
    the_site,
)
from exoskull.accounts.model import MAIL_LINK_LASTS, Way
from exoskull.accounts.provider import provider_label
from exoskull.accounts.throttle import TooManyTries
from exoskull.i18n import error_text
from exoskull.kit.errors import ExoSkullError, InvalidInput, Unauthorized
from exoskull.kit.ids import TenantId
from exoskull.tenants.model import Credential
from exoskull.tenants.service import admit, sign_out
from exoskull.tenants.visit import SESSION_COOKIE, PageCaller
from exoskull.web.bodies import form_of
from exoskull.web.door import Door, door_of
from exoskull.web.errors import shape, status_of
from exoskull.web.languages import language_of
from exoskull.web.pages import stranger_voice

router = APIRouter(include_in_schema=False)

HOME = "/"
SIGN_IN = "/sign-in"
TOO_MANY = 429


@router.get("/sign-in")
async def door_page(request: Request) -> Response:
    """Every way in that there is."""
    return sign_in_page(request, door_of(request))


@router.post("/sign-in")
async def by_password(request: Request) -> Response:
    """Sign in by name or e-mail, and password."""
    door, given = door_of(request), await form_of(request)
    login = given.get("login", "")
    try:
        tenant_id = await service.enter_by_password(
            door.database,
            login,
            given.get("password", ""),
            address=neighbourhood(address_of(request)),
            at=door.clock.now(),
            ids=door.ids,
        )
    except (Unauthorized, TooManyTries) as error:
        return sign_in_page(request, door, login=login, error=error)
    return await _let_in(request, door, tenant_id)


@router.post("/sign-in/link")
async def by_mail(request: Request) -> Response:
    """Have a link mailed, where the address is somebody's. The answer is the same for all."""
    door, login = door_of(request), (await form_of(request)).get("login", "")
    post = post_of(request)
    if not login.strip():
        return sign_in_page(request, door, error=InvalidInput("sign_in.who", field="login"))
    found = await service.of_login(door.database, login)
    try:
        await throttle.take(
            door.database,
            Way.LINK,
            subject=service.subject_of(login, found),
            address=neighbourhood(address_of(request)),
            at=door.clock.now(),
            ids=door.ids,
        )
    except TooManyTries as error:
        return sign_in_page(request, door, login=login, error=error)

    async def mail() -> None:
        for tenant_id in found if post.is_there else ():
            await post.send_link(tenant_id)

    answer = sign_in_page(request, door, login=login, mailed=True)
    answer.background = BackgroundTask(mail)  # after the answer: its time tells nothing
    return answer


@router.post("/sign-in/passkey/options")
async def offer_passkey(request: Request) -> Response:
    """What the browser needs to ask a passkey."""
    door = door_of(request)
    try:
        site = passkeys.needed(the_site(request, door))
        at = door.clock.now()
        await throttle.take(
            door.database,
            Way.PASSKEY,
            subject=None,
            address=neighbourhood(address_of(request)),
            at=at,
            ids=door.ids,
        )
        options = await passkeys.offer_entry(door.database, site, at=at)
    except ExoSkullError as error:
        return said(request, error)
    return Response(options, media_type="application/json")


@router.post("/sign-in/passkey")
async def by_passkey(request: Request) -> Response:
    """Sign in by the answer of a passkey; says where to go then."""
    door = door_of(request)
    try:
        site = passkeys.needed(the_site(request, door))
        given = await object_of(request)
        tenant_id = await passkeys.enter(door.database, given, site, at=door.clock.now())
    except ExoSkullError as error:
        return said(request, error)
    response = JSONResponse({"go": HOME})
    await begin_session(response, request, door, tenant_id)
    return response


@router.get("/login")
async def knock(request: Request, token: str = "") -> Response:
    """The page behind a one-time link.

    Looking at it does not use the link up: mail programs and messengers look at links before
    people do. The page's own script, or its button, sends the secret back.
    """
    door = door_of(request)
    if not token:
        return sign_in_page(request, door)
    voice = stranger_voice(request, door.clock.now())
    return door.pages.response("accounts/link.html", voice, token=token)


@router.post("/login")
async def by_link(request: Request) -> Response:
    """Exchange the link's secret for a session; it works once.

    Guessing needs no limit of its own: a secret has 256 random bits.
    """
    door = door_of(request)
    secret = (await form_of(request)).get("token", "")
    tenant_id = await admit(door.database, secret, Credential.LOGIN_LINK, at=door.clock.now())
    return await _let_in(request, door, tenant_id)


@router.post("/logout")
async def leave(request: Request, caller: PageCaller) -> Response:
    """End this session, and what is open of it."""
    door = caller.door
    secret = request.cookies[SESSION_COOKIE]
    await sign_out(door.database, caller.tenant_id, secret, at=door.clock.now())
    door.hub.end(caller.tenant_id, caller.holder)
    response = RedirectResponse("/login", 303)
    end_cookie(response, request, door)
    return response


async def object_of(request: Request) -> dict[str, Any]:
    """The JSON object of the body; raises InvalidInput (`body.malformed`)."""
    try:
        body = await request.json()
    except ValueError as error:
        raise InvalidInput("body.malformed") from error
    if not isinstance(body, dict):
        raise InvalidInput("body.malformed")
    return body


def said(request: Request, error: ExoSkullError) -> Response:
    """`error` for the page's script, which shows its message."""
    status = TOO_MANY if isinstance(error, TooManyTries) else status_of(error)
    return JSONResponse(shape(error, language_of(request)), status)


async def _let_in(request: Request, door: Door, tenant_id: TenantId) -> Response:
    response = RedirectResponse(HOME, 303)
    await begin_session(response, request, door, tenant_id)
    return response


def sign_in_page(
    request: Request,
    door: Door,
    *,
    login: str = "",
    mailed: bool = False,
    error: ExoSkullError | None = None,
) -> Response:
    """Every way in that there is, and what came of the last try."""
    voice = stranger_voice(request, door.clock.now())
    status = 200
    if error is not None:
        status = TOO_MANY if isinstance(error, TooManyTries) else status_of(error)
    return door.pages.response(
        "accounts/sign-in.html",
        voice,
        status_code=status,
        login=login,
        mailed=mailed,
        minutes=int(MAIL_LINK_LASTS.total_seconds()) // 60,
        has_mail=post_of(request).is_there,
        has_passkeys=the_site(request, door) is not None,
        provider=provider_label(door.settings),
        error=None if error is None else error_text(error, voice.language),
    )
