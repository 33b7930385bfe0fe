"""The first steps in the browser, and the switches in every page's header."""

import zoneinfo
from functools import cache
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.accounts.knock import begin_session
from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.i18n import LANGUAGES, error_text
from exoskull.kit.errors import Conflict, InvalidInput
from exoskull.onboarding.links import check_setup_link, using_setup_link
from exoskull.onboarding.service import change_settings, create_tenant, finish
from exoskull.tenants.parse import parse_name, parse_timezone
from exoskull.tenants.pausing import end_of_today, pause
from exoskull.tenants.visit import PageVisit
from exoskull.web.bodies import form_of
from exoskull.web.door import Door, door_of
from exoskull.web.languages import COOKIE, language_of
from exoskull.web.pages import back_to, stranger_voice

router = APIRouter(include_in_schema=False)

HOME = "/"
FIRST_ZONE = "Europe/Warsaw"


@router.get("/setup")
async def setup(request: Request, token: str = "") -> Response:
    """The first step: a name and a language."""
    door = door_of(request)
    await check_setup_link(door.database, token, at=door.clock.now())
    return _step(request, door, "name", token=token)


@router.post("/setup")
async def set_up(request: Request) -> Response:
    """Take a step in; after the last, make the space and sign in.

    Each step brings what the earlier ones gave, so that nothing is kept before all of it is good.
    """
    door, at = door_of(request), door_of(request).clock.now()
    given = await form_of(request)
    token, name = given.get("token", ""), given.get("name", "")
    await check_setup_link(door.database, token, at=at)
    try:
        name = parse_name(name)
    except InvalidInput as error:
        return _step(request, door, "name", token=token, name=name, error=error)
    if "timezone" not in given:
        return _step(request, door, "zone", token=token, name=name)
    try:
        timezone = parse_timezone(given["timezone"].strip())
        async with using_setup_link(door.database, token, at=at):
            tenant = await create_tenant(
                door.database,
                at=at,
                ids=door.ids,
                name=name,
                language=language_of(request),
                timezone=timezone,
            )
    except Conflict as error:
        return _step(request, door, "name", token=token, name=name, error=error)
    except InvalidInput as error:
        wrong = given["timezone"]
        return _step(request, door, "zone", token=token, name=name, zone=wrong, error=error)
    response = RedirectResponse("/welcome", 303)
    await begin_session(response, request, door, tenant.tenant_id)
    return response


@router.get("/welcome")
async def welcome(visit: PageVisit) -> Response:
    """The last step: a first goal, in a sentence."""
    if visit.tenant.onboarded_at is not None:
        return RedirectResponse(HOME, 303)
    return visit.door.pages.response(
        "onboarding/goal.html", visit.voice, tenant=visit.tenant, said="", error=None
    )


@router.post("/welcome")
async def begin(request: Request, visit: PageVisit) -> Response:
    """Say the first goal to the assistant, or skip it."""
    given = await form_of(request)
    said = given.get("goal", "")
    if "skip" not in given:
        try:
            incoming = Incoming(text=said, via=Via.WEB)
            await receive(visit.tx, incoming, at=visit.at, ids=visit.ids)
        except InvalidInput as error:
            return visit.door.pages.response(
                "onboarding/goal.html",
                visit.voice,
                status_code=422,
                tenant=visit.tenant,
                said=said,
                error=error_text(error, visit.language),
            )
    await finish(visit.tx, at=visit.at, trace=visit.new_trace())
    return RedirectResponse(HOME, 303)


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
    return RedirectResponse(back_to(request), 303)


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


@cache
def _zones() -> list[str]:
    """The zones by their places, without what only machines are in."""
    known = zoneinfo.available_timezones()
    return sorted(zone for zone in known if "/" in zone and not zone.startswith(("Etc/", "posix")))


def _step(
    request: Request,
    door: Door,
    step: str,
    *,
    token: str,
    name: str = "",
    zone: str = FIRST_ZONE,
    error: InvalidInput | Conflict | None = None,
) -> Response:
    voice = stranger_voice(request, door.clock.now())
    context: dict[str, Any] = {
        "step": step,
        "token": token,
        "name": name,
        "zone": zone,
        "zones": _zones() if step == "zone" else [],
        "error": None if error is None else error_text(error, voice.language),
    }
    response = door.pages.response(
        "onboarding/setup.html", voice, status_code=200 if error is None else 422, **context
    )
    chosen = request.query_params.get("language")
    if chosen in LANGUAGES:
        response.set_cookie(COOKIE, chosen, httponly=True, samesite="lax", secure=door.is_https)
    return response
