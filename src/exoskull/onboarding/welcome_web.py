"""The first steps of somebody whose space is there: each can be passed over, and gone back to.

Where the person is stands in a row, so that it goes on after the browser was closed.
"""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.channels.model import ChannelName
from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.goals import service as goals
from exoskull.grants.web import grants_piece
from exoskull.i18n import error_text
from exoskull.kit.errors import ExoSkullError, InvalidInput
from exoskull.ledger import preferences
from exoskull.onboarding import progress, taste
from exoskull.onboarding.service import change_settings
from exoskull.onboarding.steps import Step
from exoskull.settings import Settings
from exoskull.tenants.places import zone_of
from exoskull.tenants.service import current
from exoskull.tenants.visit import PageCaller, PageVisit, Visit
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)

HOME = "/"
WELCOME = "/welcome"
CLOCK = ("timezone", "quiet_from", "quiet_until")


@router.get(WELCOME)
async def welcome(visit: PageVisit) -> Response:
    """The step that the person is at."""
    if visit.tenant.onboarded_at is not None:
        return RedirectResponse(HOME, 303)
    return await _page(visit, await progress.step_of(visit.tx))


@router.post(WELCOME)
async def go_on(request: Request, caller: PageCaller) -> Response:
    """Take what the step asks for, or pass it over (`skip`), go back (`back`), or end the first
    steps (`end`). What cannot be accepted changes nothing, and is said at its field."""
    given, door = await form_of(request), caller.door
    try:
        async with door.database.transaction(caller.tenant_id) as tx:
            tenant = await current(tx)
            visit = Visit(tx=tx, tenant=tenant, at=door.clock.now(), door=door)
            if tenant.onboarded_at is not None:
                return RedirectResponse(HOME, 303)
            return RedirectResponse(await _walk(visit, _step(given), given), 303)
    except ExoSkullError as error:
        if "step" not in given and "goal" not in given:
            raise
        async with door.database.transaction(caller.tenant_id) as tx:
            visit = Visit(tx=tx, tenant=await current(tx), at=door.clock.now(), door=door)
            return await _page(visit, _step(given), given=given, error=error)


def _step(given: Mapping[str, str]) -> Step:
    try:
        return Step(given.get("step", progress.FIRST))
    except ValueError as error:
        raise InvalidInput("steps.unknown", field="step", known=", ".join(Step)) from error


async def _walk(visit: Visit, step: Step, given: Mapping[str, str]) -> str:
    """Do what the form says; the path to go to."""
    tx, at = visit.tx, visit.at
    if "back" in given:
        await progress.move(tx, step.preceding, at=at)
        return WELCOME
    if not {"skip", "end"} & given.keys():
        await _take(visit, step, given)
    following = step.following
    if following is None or "end" in given:
        await progress.complete(tx, at=at, ids=visit.ids, trace=visit.new_trace())
        return HOME
    await progress.move(tx, following, at=at)
    return WELCOME


async def _take(visit: Visit, step: Step, given: Mapping[str, str]) -> None:
    """Keep what a step asked for; raises InvalidInput or Conflict, naming the field."""
    match step:
        case Step.YOU:
            await _change(visit, {"name": given.get("name", "")})
        case Step.CLOCK:
            changes = {name: given[name] for name in CLOCK if given.get(name)}
            if "timezone" in changes:
                changes["timezone"] = zone_of(changes["timezone"], visit.language)
            await _change(visit, changes)
        case Step.GOAL:
            said = given.get("goal", "")
            if said.strip() or not await goals.active(visit.tx):
                incoming = Incoming(text=said, via=Via.WEB)
                await receive(visit.tx, incoming, at=visit.at, ids=visit.ids)
        case Step.RULES:
            pass  # each switch took effect when it was touched
        case Step.TASTE:
            await _taste(visit, given)


async def _change(visit: Visit, changes: Mapping[str, str]) -> None:
    await change_settings(visit.tx, changes, at=visit.at, ids=visit.ids, trace=visit.new_trace())


async def _taste(visit: Visit, given: Mapping[str, str]) -> None:
    asked = taste.questions(ways_of(visit.door.settings))
    meant = taste.wishes(asked, given)
    addresses = {name: given[name].strip() for name in ("email", "phone") if given.get(name)}
    if addresses:
        await _change(visit, addresses)
    wished = meant.get("channel")
    if wished is not None:
        channel = ChannelName(wished[0])
        tenant = await current(visit.tx)
        if channel is not ChannelName.IN_APP and tenant.address(channel) is None:
            field = "email" if channel is ChannelName.EMAIL else "phone"
            raise InvalidInput("steps.address_needed", field=field, channel=channel.value)
    await taste.keep(visit.tx, meant, at=visit.at, ids=visit.ids)


def ways_of(settings: Settings) -> frozenset[ChannelName]:
    """The channels that the operator has set up."""
    ways = {ChannelName.IN_APP}
    if settings.smtp_url:
        ways.add(ChannelName.EMAIL)
    if settings.twilio_sid:
        ways.add(ChannelName.SMS)
    return frozenset(ways)


async def _page(
    visit: Visit,
    step: Step,
    *,
    given: Mapping[str, str] | None = None,
    error: ExoSkullError | None = None,
) -> Response:
    """The page of a step, with what is known, and what was typed where that was wrong."""
    tenant = visit.tenant
    values = {
        "name": tenant.name,
        "timezone": tenant.timezone,
        "quiet_from": f"{tenant.quiet_from:%H:%M}",
        "quiet_until": f"{tenant.quiet_until:%H:%M}",
        "goal": "",
        "email": tenant.email or "",
        "phone": tenant.phone or "",
    }
    context: dict[str, Any] = {"goals": [], "rules": "", "questions": [], "answers": {}}
    match step:
        case Step.GOAL:
            context["goals"] = [one.title for one in await goals.active(visit.tx)]
        case Step.RULES:
            context["rules"] = await grants_piece(visit)
        case Step.TASTE:
            asked = taste.questions(ways_of(visit.door.settings))
            said = taste.answered(asked, await preferences.corrections(visit.tx))
            context |= {"questions": asked, "answers": dict(said) | dict(given or {})}
    return visit.door.pages.response(
        "onboarding/welcome.html",
        visit.voice,
        status_code=200 if error is None else 422,
        step=step,
        values=values | dict(given or {}),
        field=None if error is None else error.field,
        error=None if error is None else error_text(error, visit.language),
        **context,
    )
