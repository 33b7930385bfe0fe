"""Signing in by an identity provider: out to it, and back; linking, and making a space by it.

One address takes every answer, as providers know us by it. What was asked stands in a row, and the
browser's own secret in a cookie: whoever comes back with another browser's answer is turned away.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.accounts import identities, throttle
from exoskull.accounts.identities import Answer, Purpose
from exoskull.accounts.knock import address_of, begin_session, is_secure, neighbourhood
from exoskull.accounts.model import ANSWER_WITHIN, Way
from exoskull.accounts.passkeys import site_of
from exoskull.accounts.provider import provider_of
from exoskull.accounts.web import HOME, sign_in_page
from exoskull.kit.errors import Conflict, ExoSkullError, InvalidInput
from exoskull.kit.ids import TenantId, TraceId
from exoskull.onboarding.links import check_setup_link, using_link_of
from exoskull.onboarding.web import make, page
from exoskull.tenants.parse import parse_name, parse_timezone
from exoskull.tenants.places import zone_of
from exoskull.tenants.service import hash_secret
from exoskull.tenants.visit import PageCaller, PageVisit, page_caller
from exoskull.web.bodies import form_of
from exoskull.web.door import Door, door_of
from exoskull.web.languages import language_of
from exoskull.web.pages import stranger_voice
from exoskull.web.serving import address

router = APIRouter(include_in_schema=False)

CALLBACK = "/sign-in/provider/callback"
COOKIE = "exo_provider"
ACCOUNT = "/account#provider"
MADE_OF = ("name", "timezone", "quiet_from", "quiet_until")


@router.post("/sign-in/provider")
async def sign_in(request: Request) -> Response:
    """Go and ask the provider who this is."""
    try:
        return await _ask(request, Purpose.SIGN_IN)
    except ExoSkullError as error:
        return sign_in_page(request, door_of(request), error=error)


@router.post("/setup/provider")
async def set_up(request: Request) -> Response:
    """Make the space that the form asks for, once the provider has said who this is."""
    door, given = door_of(request), await form_of(request)
    token, language = given.get("token", ""), language_of(request)
    await check_setup_link(door.database, token, at=door.clock.now())
    try:
        parse_name(given.get("name", ""))
    except InvalidInput as error:
        return page(request, door, "name", given, error=error)
    try:
        parse_timezone(zone_of(given.get("timezone", ""), language))
    except InvalidInput as error:
        return page(request, door, "zone", given, error=error)
    kept = {name: given[name] for name in MADE_OF if given.get(name)}
    setup = kept | {"language": language, "link": hash_secret(token)}
    return await _ask(request, Purpose.SETUP, setup=setup)


@router.post("/account/provider")
async def link(request: Request, caller: PageCaller) -> Response:
    """Go and ask the provider who this is, to link it to the person who is signed in."""
    return await _ask(request, Purpose.LINK, owner=caller.tenant_id)


@router.post("/account/provider/{identity_id}/remove")
async def unlink(identity_id: UUID, visit: PageVisit) -> Response:
    """Forget an identity: it opens nothing any more."""
    await identities.unlink(visit.tx, identity_id, at=visit.at, trace=visit.new_trace())
    return RedirectResponse(ACCOUNT, 303)


@router.get(CALLBACK)
async def come_back(request: Request) -> Response:
    """What the provider says; it counts once, and in the browser that asked."""
    door = door_of(request)
    provider = identities.needed(provider_of(request))
    try:
        answer = await identities.hear(
            door.database,
            provider,
            request.query_params,
            browser=request.cookies.get(COOKIE, ""),
            redirect_uri=_redirect_uri(request, door),
            at=door.clock.now(),
        )
        response = await _act(request, door, answer)
    except ExoSkullError as error:
        response = sign_in_page(request, door, error=error)
    response.delete_cookie(
        COOKIE, path=CALLBACK, httponly=True, samesite="lax", secure=is_secure(request, door)
    )
    return response


async def _act(request: Request, door: Door, answer: Answer) -> Response:
    """Do what was asked for, now that it is known who this is."""
    at, ids, claims = door.clock.now(), door.ids, answer.claims
    if answer.purpose is Purpose.LINK:
        caller = await page_caller(request)  # signed in still, and as the one who asked
        if caller.tenant_id != answer.owner:
            raise Conflict("identity.somebody_else")
        async with door.database.transaction(caller.tenant_id) as tx:
            await identities.link(tx, claims, at=at, ids=ids, trace=TraceId(ids.new()))
        return RedirectResponse(ACCOUNT, 303)
    tenant_id = None
    if answer.setup is not None:
        tenant_id = await identities.owner_of(door.database, claims)
        if tenant_id is None:
            return await _begin(request, door, await _made(door, answer.setup, answer))
    provider = identities.needed(provider_of(request))
    tenant_id = await identities.enter(door.database, provider, claims, at=at, ids=ids)
    return await _begin(request, door, tenant_id)


async def _made(door: Door, setup: Mapping[str, Any], answer: Answer) -> TenantId:
    """The space that was asked for, with the identity as a way in; the link is used up."""
    at, ids = door.clock.now(), door.ids
    async with using_link_of(door.database, setup["link"], at=at):
        tenant = await make(door, setup, language=setup["language"])
    async with door.database.transaction(tenant.tenant_id) as tx:
        trace = TraceId(ids.new())
        await identities.link(tx, answer.claims, at=at, ids=ids, trace=trace)
    return tenant.tenant_id


async def _begin(request: Request, door: Door, tenant_id: TenantId) -> Response:
    response = RedirectResponse(HOME, 303)
    await begin_session(response, request, door, tenant_id)
    return response


async def _ask(
    request: Request,
    purpose: Purpose,
    *,
    owner: TenantId | None = None,
    setup: dict[str, Any] | None = None,
) -> Response:
    """The page that leads on to the provider, with the browser's secret."""
    door = door_of(request)
    provider, at = identities.needed(provider_of(request)), door.clock.now()
    await throttle.take(
        door.database,
        Way.PROVIDER,
        subject=None,
        address=neighbourhood(address_of(request)),
        at=at,
        ids=door.ids,
    )
    question = await identities.ask(
        door.database,
        provider,
        purpose,
        redirect_uri=_redirect_uri(request, door),
        at=at,
        owner=owner,
        setup=setup,
    )
    response = door.pages.response(
        "accounts/leaving.html",
        stranger_voice(request, at),
        address=question.address,
        provider=provider.client.label,
    )
    response.set_cookie(
        COOKIE,
        question.browser,
        path=CALLBACK,
        max_age=int(ANSWER_WITHIN.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=is_secure(request, door),
    )
    return response


def _redirect_uri(request: Request, door: Door) -> str:
    """Where the provider sends the browser back to; the provider has to know it.

    Without a public URL the Host header is believed only where it says `localhost`.
    """
    site = site_of(None, scheme=request.url.scheme, host=request.headers.get("host", ""))
    public = door.settings.public_url
    base = address(door.settings) if public or site is None else site.origin
    return base + CALLBACK
