"""Settings over HTTP; the schedule follows them."""

from datetime import datetime, time

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

from exoskull.channels.model import ChannelName
from exoskull.language.model import Language
from exoskull.onboarding.service import change_settings
from exoskull.tenants.pausing import pause
from exoskull.tenants.visit import ApiVisit
from exoskull.tenants.weeks import WeekStart
from exoskull.web.api import In, Out

router = APIRouter()


class SettingsIn(In):
    """Those to be changed. Hours are `HH:MM`, in the person's zone."""

    name: str = ""
    language: str = ""
    timezone: str = ""
    email: str | None = None
    phone: str | None = None
    channels: list[str] = Field(default_factory=list)
    quiet_from: str = ""
    quiet_until: str = ""
    morning_at: str = ""
    evening_at: str = ""
    ai_budget_cents: int = 0
    week_starts: str | None = None
    paused_until: AwareDatetime | None = Field(default=None, strict=False)


class SettingsOut(Out):
    name: str
    language: Language
    timezone: str
    email: str | None
    phone: str | None
    channels: list[ChannelName]
    quiet_from: time
    quiet_until: time
    morning_at: time
    evening_at: time
    ai_budget_cents: int
    paused_until: datetime | None
    week_starts: WeekStart | None
    created_at: datetime


@router.get("/settings", tags=["settings"])
async def settings(visit: ApiVisit) -> SettingsOut:
    """The person's settings."""
    return SettingsOut.model_validate(visit.tenant)


@router.patch("/settings", tags=["settings"])
async def change(visit: ApiVisit, body: SettingsIn) -> SettingsOut:
    """Change some settings, all of them or none; the schedule follows. Null takes an address, or a
    pause, away."""
    changes = body.model_dump(exclude_unset=True)
    tenant, trace = visit.tenant, visit.new_trace()
    if "paused_until" in changes:
        until = changes.pop("paused_until")
        tenant = await pause(visit.tx, until, at=visit.at, trace=trace)
    if changes:
        tenant = await change_settings(visit.tx, changes, at=visit.at, ids=visit.ids, trace=trace)
    return SettingsOut.model_validate(tenant)
