"""The account page: where one is signed in, by what, and what programs may come in."""

from functools import partial
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from exoskull.accounts import identities, passkeys, service
from exoskull.accounts.agents import browser_of
from exoskull.accounts.knock import address_of, neighbourhood, post_of, the_site
from exoskull.accounts.model import LABEL_MAX, LIMITS, Way
from exoskull.accounts.passwords import LENGTH_MAX, LENGTH_MIN
from exoskull.accounts.provider import provider_label
from exoskull.accounts.service import SESSIONS_SHOWN
from exoskull.accounts.throttle import TooManyTries
from exoskull.accounts.web import TOO_MANY, object_of, said
from exoskull.i18n import error_text
from exoskull.kit.errors import Conflict, ExoSkullError, InvalidInput, Refused, Unauthorized
from exoskull.tenants.model import Scope
from exoskull.tenants.service import current, is_owner
from exoskull.tenants.visit import PageCaller, PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.errors import status_of
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

ACCOUNT = "/account"


@router.get("/account")
async def account_page(
    request: Request, visit: PageVisit, caller: PageCaller, before: UUID | None = None
) -> Response:
    """Every way into this person's space, and the switches of each; `before` pages back through
    where the person is signed in."""
    return await _page(request, visit, caller.holder, before=before)


@router.post("/account/sessions/{session_id}/end")
async def end_session(session_id: UUID, visit: PageVisit) -> Response:
    """Sign out somewhere."""
    ended = await service.end_session(visit.tx, session_id, at=visit.at)
    visit.door.hub.end(visit.tenant.tenant_id, ended)
    return _back("sessions")


@router.post("/account/sessions/end-others")
async def end_others(visit: PageVisit, caller: PageCaller) -> Response:
    """Sign out everywhere but here."""
    ended = await service.end_other_sessions(visit.tx, holder=caller.holder, at=visit.at)
    _end_streams(visit, ended)
    return _back("sessions")


@router.post("/account/password")
async def change_password(request: Request, caller: PageCaller) -> Response:
    """Set a password, or another one; `remove` takes it away."""
    door, given = caller.door, await form_of(request)
    at = door.clock.now()
    try:
        async with door.database.transaction(caller.tenant_id) as tx:
            tenant = await current(tx)
        await service.check_may_change(
            door.database,
            tenant,
            holder=caller.holder,
            current=given.get("current", ""),
            address=neighbourhood(address_of(request)),
            at=at,
            ids=door.ids,
        )
        hashed = None
        if "remove" not in given:
            hashed = await service.make_password(tenant, given.get("password", ""))
        async with door.database.transaction(caller.tenant_id) as tx:
            visit = Visit(tx=tx, tenant=tenant, at=at, door=door)
            ended = await service.set_password(
                tx, hashed, holder=caller.holder, at=at, trace=visit.new_trace()
            )
    except (InvalidInput, Unauthorized, Refused) as error:
        return await _wrong(request, caller, "password", error)
    _end_streams(visit, ended)
    return _back("password")


@router.post("/account/mail-links")
async def switch_mail_links(request: Request, visit: PageVisit) -> Response:
    """Whether a link by mail may sign in."""
    on = (await form_of(request)).get("on") == "1"
    await service.set_mail_links(visit.tx, on, at=visit.at, trace=visit.new_trace())
    return _back("mail")


@router.post("/account/passkeys/options")
async def offer_passkey(request: Request, caller: PageCaller) -> Response:
    """What the browser needs to make a passkey."""
    door = caller.door
    try:
        site = passkeys.needed(the_site(request, door))
        options = await passkeys.offer_registration(
            door.database, caller.tenant_id, site, at=door.clock.now()
        )
    except ExoSkullError as error:
        return said(request, error)
    return Response(options, media_type="application/json")


@router.post("/account/passkeys")
async def add_passkey(request: Request, caller: PageCaller) -> Response:
    """Keep the passkey that the browser has made."""
    door = caller.door
    try:
        given = await object_of(request)
        credential, label = given.get("credential"), given.get("label")
        if not isinstance(credential, dict) or not isinstance(label, str):
            raise InvalidInput("body.malformed")
        site = passkeys.needed(the_site(request, door))
        await passkeys.register(
            door.database,
            caller.tenant_id,
            credential,
            site,
            label=label,
            at=door.clock.now(),
            ids=door.ids,
        )
    except ExoSkullError as error:
        return said(request, error)
    return JSONResponse({"go": f"{ACCOUNT}#passkeys"})


@router.post("/account/passkeys/{passkey_id}/remove")
async def remove_passkey(passkey_id: UUID, visit: PageVisit) -> Response:
    """Forget a passkey."""
    await passkeys.remove(visit.tx, passkey_id, at=visit.at, trace=visit.new_trace())
    return _back("passkeys")


@router.post("/account/tokens")
async def make_token(request: Request, visit: PageVisit, caller: PageCaller) -> Response:
    """Make a token; its secret stands on the answer, and nowhere else."""
    given = await form_of(request)
    try:
        secret = await service.make_token(
            visit.tx,
            label=given.get("label", ""),
            scope=given.get("scope", ""),
            at=visit.at,
            ids=visit.ids,
            trace=visit.new_trace(),
        )
    except (InvalidInput, Conflict) as error:
        return await _page(request, visit, caller.holder, at_part="tokens", error=error)
    return await _page(request, visit, caller.holder, secret=secret)


@router.post("/account/tokens/{token_id}/revoke")
async def revoke_token(token_id: UUID, visit: PageVisit) -> Response:
    """End a token."""
    await service.revoke_token(visit.tx, token_id, at=visit.at, trace=visit.new_trace())
    return _back("tokens")


def _end_streams(visit: Visit, holders: list[str]) -> None:
    for holder in holders:
        visit.door.hub.end(visit.tenant.tenant_id, holder)


def _back(part: str) -> Response:
    return RedirectResponse(f"{ACCOUNT}#{part}", 303)


async def _wrong(request: Request, caller: PageCaller, part: str, error: ExoSkullError) -> Response:
    door = caller.door
    async with door.database.transaction(caller.tenant_id) as tx:
        visit = Visit(tx=tx, tenant=await current(tx), at=door.clock.now(), door=door)
        return await _page(request, visit, caller.holder, at_part=part, error=error)


async def _page(
    request: Request,
    visit: Visit,
    holder: str,
    *,
    secret: str | None = None,
    at_part: str | None = None,
    error: ExoSkullError | None = None,
    before: UUID | None = None,
) -> Response:
    """The page; `error` stands at the part it is about."""
    sessions = await service.sessions(visit.tx, visit.at, before=before)
    count = partial(service.count_sessions, visit.tx, visit.at)
    status = 200
    if error is not None:
        status = TOO_MANY if isinstance(error, TooManyTries) else status_of(error)
    told = None if error is None else error_text(error, visit.language)
    context: dict[str, Any] = {
        "account": await service.account(visit.tx),
        "is_fresh": await service.is_fresh(visit.tx, holder, visit.at),
        "sessions": [(one, browser_of(one.agent), one.secret_hash == holder) for one in sessions],
        "sessions_rest": await rest_of(sessions, SESSIONS_SHOWN, came_from=before, count=count),
        "passkeys": await passkeys.all_keys(visit.tx),
        "provider": provider_label(visit.door.settings),
        "identities": await identities.identities(visit.tx),
        "tokens": await service.tokens(visit.tx),
        "has_passkeys": the_site(request, visit.door) is not None,
        "has_mail": post_of(request).is_there,
        "is_owner": await is_owner(visit.tx),
        "scopes": list(Scope),
        "least": LENGTH_MIN,
        "most": LENGTH_MAX,
        "label_most": LABEL_MAX,
        "tries": LIMITS[Way.PASSWORD].by_subject,
        "secret": secret,
        "wrong_password": told if at_part == "password" else None,
        "wrong_token": told if at_part == "tokens" else None,
    }
    return visit.door.pages.response(
        "accounts/account.html", visit.voice, status_code=status, tenant=visit.tenant, **context
    )
