"""Finding a time zone while it is typed: the same for everybody, so open to strangers."""

from datetime import datetime
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from exoskull.i18n import local_time
from exoskull.tenants.places import search
from exoskull.web.door import door_of
from exoskull.web.languages import language_of
from exoskull.web.pages import stranger_voice

router = APIRouter(include_in_schema=False)


@router.get("/zones")
async def zones(request: Request, timezone: str = "") -> Response:
    """The places that may be meant, each with its time now, to stand under the field."""
    door, language = door_of(request), language_of(request)
    at = door.clock.now()
    voice = stranger_voice(request, at)
    found = [
        (one, one.said(language), _local(at, one.zone, language))
        for one in search(timezone, language)
    ]
    return door.pages.response("onboarding/zones.html", voice, found=found, typed=timezone)


def _local(at: datetime, zone: str, language: str) -> str:
    return local_time(at.astimezone(ZoneInfo(zone)), language)
