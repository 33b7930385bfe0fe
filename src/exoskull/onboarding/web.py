"""The first steps in the browser, and the switches in every page's header."""

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.accounts.knock import begin_session
from exoskull.accounts.provider import provider_label
from exoskull.i18n import LANGUAGES, error_text
from exoskull.kit.errors import Conflict, ExoSkullError, InvalidInput
from exoskull.onboarding.links import check_setup_link, using_setup_link
from exoskull.onboarding.service import change_settings, create_tenant
from exoskull.tenants.model import Tenant
from exoskull.tenants.parse import parse_name
from exoskull.tenants.pausing import end_of_today, pause
from exoskull.tenants.places import zone_of
from exoskull.tenants.visit import PageVisit
from exoskull.web.bodies import form_of
from exoskull.web.door import Door, door_of
from exoskull.web.languages import COOKIE, language_of
from exoskull.web.pages import back_to, stranger_voice

router = APIRouter(include_in_schema=False)

FIRST_ZONE = "Europe/Warsaw"
QUIET = {"quiet_from": "22:00", "quiet_until": "07:00"}
"""The quiet hours that are offered."""


@router.get("/setup")
async def setup(request: Request, token: str = "") -> Response:
    """The first step: a name and a language."""
    door = door_of(request)
    await check_setup_link(door.database, token, at=door.clock.now())
    return page(request, door, "name", {"token": token, "name": ""})


@router.post("/setup")
async def set_up(request: Request) -> Response:
    """Take a step in; after the last, make the space and sign in.

    Each step brings what the earlier ones gave, so that nothing is kept before all of it is good.
    """
    door, at = door_of(request), door_of(request).clock.now()
    given = await form_of(request)
    token = given.get("token", "")
    await check_setup_link(door.database, token, at=at)
    if "back" in given:
        return page(request, door, "name", given)
    try:
        parse_name(given.get("name", ""))
    except InvalidInput as error:
        return page(request, door, "name", given, error=error)
    if "timezone" not in given:
        return page(request, door, "zone", given)
    try:
        async with using_setup_link(door.database, token, at=at):
            tenant = await make(door, given, language=language_of(request))
    except Conflict as error:
        return page(request, door, "name", given, error=error)
    except InvalidInput as error:
        return page(request, door, "zone", given, error=error)
    response = RedirectResponse("/welcome", 303)
    await begin_session(response, request, door, tenant.tenant_id)
    return response


async def make(door: Door, given: Mapping[str, str], *, language: str) -> Tenant:
    """The space that the form asks for.

    Raises:
        InvalidInput: naming the field at fault.
        Conflict: `tenant.exists`.
    """
    return await create_tenant(
        door.database,
        at=door.clock.now(),
        ids=door.ids,
        name=given.get("name", ""),
        language=language,
        timezone=zone_of(given.get("timezone", ""), language),
        settings={name: given[name] for name in QUIET if given.get(name)},
    )


@router.post("/settings/language")
async def speak(request: Request, visit: PageVisit) -> Response:
    """Change the person's language."""
    wanted = (await form_of(request)).get("language", "")
    await change_settings(
        visit.tx,
        {"language": wanted},
        at=visit.at,
        ids=visit.ids,
        trace=visit.new_trace(),
    )
    response = RedirectResponse(back_to(request), 303)
    is_https = visit.door.is_https
    response.set_cookie(COOKIE, wanted, httponly=True, samesite="lax", secure=is_https)
    return response


@router.post("/settings/pause")
async def pause_today(request: Request, visit: PageVisit) -> Response:
    """Write nothing more today."""
    until = end_of_today(visit.tenant, visit.at)
    await pause(visit.tx, until, at=visit.at, trace=visit.new_trace())
    return RedirectResponse(back_to(request), 303)


@router.post("/settings/resume")
async def resume(request: Request, visit: PageVisit) -> Response:
    """End a pause."""
    await pause(visit.tx, None, at=visit.at, trace=visit.new_trace())
    return RedirectResponse(back_to(request), 303)


def page(
    request: Request,
    door: Door,
    step: str,
    given: Mapping[str, str],
    *,
    error: ExoSkullError | None = None,
) -> Response:
    """The page of one step, with what was given so far."""
    voice = stranger_voice(request, door.clock.now())
    response = door.pages.response(
        "onboarding/setup.html",
        voice,
        status_code=200 if error is None else 422,
        step=step,
        values={"timezone": FIRST_ZONE} | QUIET | dict(given),
        provider=provider_label(door.settings),
        field=error.field if isinstance(error, InvalidInput) else None,
        error=None if error is None else error_text(error, voice.language),
    )
    chosen = request.query_params.get("language")
    if chosen in LANGUAGES:
        response.set_cookie(COOKIE, chosen, httponly=True, samesite="lax", secure=door.is_https)
    return response
