"""Settings: the person's clock, hours, channels and budget; pausing, taking everything, leaving."""

import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.channels.model import ChannelName
from exoskull.i18n import error_text, text
from exoskull.kit.errors import ExoSkullError, InvalidInput
from exoskull.llm.spending import gauge_of, money_of, spent_on
from exoskull.onboarding.service import change_settings
from exoskull.overview.channel_test import tested_piece
from exoskull.overview.leaving_store import belongings
from exoskull.tenants import export
from exoskull.tenants.model import FOR_GOOD
from exoskull.tenants.pausing import end_of_today, pause
from exoskull.tenants.places import city_of, zone_of
from exoskull.tenants.service import current, is_owner, remove
from exoskull.tenants.visit import SESSION_COOKIE, PageCaller, PageVisit, Visit
from exoskull.tenants.weeks import WeekStart
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)

PAGE = "/settings"
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "you": ("name", "language", "timezone", "week_starts"),
    "hours": ("morning_at", "evening_at", "quiet_from", "quiet_until"),
    "channels": ("email", "phone"),
    "budget": ("ai_budget_cents",),
}
MAY_LACK = frozenset({"email", "phone", "week_starts"})
"""What a person may leave empty."""
PLAIN: Mapping[str, str] = {
    "morning_at": "settings-wrong-hour",
    "evening_at": "settings-wrong-hour",
    "quiet_from": "settings-wrong-hour",
    "quiet_until": "settings-wrong-hour",
    "ai_budget_cents": "settings-wrong-budget",
    "until": "settings-wrong-day",
}
"""How a value that a field cannot take is told beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """What is wrong in which section, at which of its fields; `field` is "" where at none."""

    section: str
    field: str
    told: str


def _wrong(section: str, error: ExoSkullError, language: str) -> Wrong:
    field = error.field or ""
    plain = PLAIN.get(field) if error.key == "settings.invalid" else None
    told = error_text(error, language) if plain is None else text(language, plain)
    known = (*SECTIONS.get(section, ()), "channels", "until")
    here = section == "delete" or field in known
    return Wrong(section=section, field=field if here else "", told=told)


@router.get(PAGE)
async def settings(visit: PageVisit, done: str = "", tested: UUID | None = None) -> Response:
    """The page; `done` names what was just changed, `tested` a test message that was asked for."""
    return await _page(visit, done=done if done in (*SECTIONS, "pause") else "", tested=tested)


async def _page(
    visit: Visit,
    *,
    done: str = "",
    tested: UUID | None = None,
    wrong: Wrong | None = None,
    given: Mapping[str, str] | None = None,
    chosen: Sequence[str] | None = None,
) -> Response:
    tenant = visit.tenant
    paused = tenant.is_paused(visit.at)
    gauge = await gauge_of(visit)
    return visit.door.pages.response(
        "overview/settings.html",
        visit.voice,
        status_code=200 if wrong is None else 422,
        tenant=tenant,
        values=_values(visit) | dict(given or {}),
        place=city_of(tenant.timezone, visit.language),
        week_starts=[one.value for one in WeekStart],
        channels=[one for one in ChannelName if one is ChannelName.IN_APP or tenant.address(one)],
        cost=money_of(gauge, visit.language),
        spent_on=spent_on(gauge, visit.language),
        tested=None if tested is None else await tested_piece(visit, tested),
        belongings=await belongings(visit.tx),
        paused=paused,
        paused_until=tenant.paused_until if paused and tenant.paused_until != FOR_GOOD else None,
        owner=await is_owner(visit.tx),
        done=done,
        wrong=wrong,
        chosen=tenant.channels if chosen is None else chosen,
    )


def _values(visit: Visit) -> dict[str, str]:
    tenant = visit.tenant
    return {
        "name": tenant.name,
        "language": tenant.language.value,
        "timezone": tenant.timezone,
        "week_starts": tenant.week_starts.value if tenant.week_starts else "",
        "morning_at": f"{tenant.morning_at:%H:%M}",
        "evening_at": f"{tenant.evening_at:%H:%M}",
        "quiet_from": f"{tenant.quiet_from:%H:%M}",
        "quiet_until": f"{tenant.quiet_until:%H:%M}",
        "email": tenant.email or "",
        "phone": tenant.phone or "",
        "ai_budget_cents": str(tenant.ai_budget_cents),
        "until": "",
        "typed_name": "",
    }


@router.post(PAGE)
async def change(request: Request, visit: PageVisit) -> Response:
    """Change the settings of one section."""
    given = await form_of(request)
    section = given.get("section", "")
    try:
        changes = await _changes(request, section, given, visit.language)
        await change_settings(
            visit.tx, changes, at=visit.at, ids=visit.ids, trace=visit.new_trace()
        )
    except ExoSkullError as error:
        if section not in SECTIONS:
            raise
        return await _page(
            visit,
            wrong=_wrong(section, error, visit.language),
            given=given,
            chosen=await _chosen(request) if section == "channels" else None,
        )
    return RedirectResponse(f"{PAGE}?done={section}#{section}", 303)


async def _changes(
    request: Request, section: str, given: dict[str, str], language: str
) -> dict[str, Any]:
    if section not in SECTIONS:
        known = ", ".join(SECTIONS)
        raise InvalidInput("settings.unknown_section", field="section", known=known)
    changes: dict[str, Any] = {
        name: given[name].strip() or (None if name in MAY_LACK else "")
        for name in SECTIONS[section]
        if name in given
    }
    if "ai_budget_cents" in changes:
        typed = changes["ai_budget_cents"] or ""
        changes["ai_budget_cents"] = int(typed) if typed.isdecimal() and len(typed) < 8 else typed
    if changes.get("timezone"):
        changes["timezone"] = zone_of(changes["timezone"], language)
    if section == "channels":
        changes["channels"] = await _chosen(request)
    return changes


async def _chosen(request: Request) -> list[str]:
    return [str(one) for one in (await request.form()).getlist("channels")]


@router.post(PAGE + "/pause-until")
async def pause_until(request: Request, visit: PageVisit) -> Response:
    """Write nothing until the end of a day, or until the person says otherwise."""
    given = (await form_of(request)).get("until", "")
    if given == "today":
        until = end_of_today(visit.tenant, visit.at)
    elif given == "for_good":
        until = FOR_GOOD
    else:
        try:
            until = _day_after(visit, given)
        except InvalidInput as error:
            wrong = _wrong("pause", error, visit.language)
            return await _page(visit, wrong=wrong, given={"until": given})
    await pause(visit.tx, until, at=visit.at, trace=visit.new_trace())
    return RedirectResponse(f"{PAGE}?done=pause#pause", 303)


def _day_after(visit: Visit, given: str) -> datetime:
    """The end of the day `given`, as `2026-03-08`; raises InvalidInput, also for a day that has
    passed."""
    wrong = InvalidInput("settings.invalid", field="until", name="until", value=given[:40])
    try:
        until = visit.tenant.at_wall(
            date.fromisoformat(given) + timedelta(days=1), datetime.min.time()
        )
    except (ValueError, OverflowError) as error:
        raise wrong from error
    if until <= visit.at:
        raise wrong
    return until


@router.post(PAGE + "/export")
async def take(visit: PageVisit) -> Response:
    """Everything of the person's, as a ZIP."""
    found = await export.collect(visit.tx)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "export.zip"
        export.write(found, out)
        packed = io.BytesIO(out.read_bytes()).getvalue()
    name = f"exoskull-{visit.tenant.local_date(visit.at):%Y-%m-%d}.zip"
    return Response(
        packed,
        media_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@router.post(PAGE + "/delete")
async def leave(request: Request, caller: PageCaller) -> Response:
    """Delete the person and everything of theirs, where they typed their name to say so."""
    door = caller.door
    typed = (await form_of(request)).get("name", "").strip()
    async with door.database.transaction(caller.tenant_id) as tx:
        tenant = await current(tx)
        request.state.language = tenant.language.value
        if typed != tenant.name:
            visit = Visit(tx=tx, tenant=tenant, at=door.clock.now(), door=door)
            error = InvalidInput("settings.name_differs", field="name")
            wrong = _wrong("delete", error, visit.language)
            return await _page(visit, wrong=wrong, given={"typed_name": typed})
    await remove(door.database, caller.tenant_id)
    door.hub.end(caller.tenant_id, caller.holder)
    response = RedirectResponse("/login", 303)
    response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="lax", secure=door.is_https)
    return response
