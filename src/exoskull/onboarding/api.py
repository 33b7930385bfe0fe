"""Settings over HTTP, and what became of the schedule that follows them."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

from exoskull.channels.model import ChannelName
from exoskull.language.model import Language
from exoskull.onboarding.service import change_settings
from exoskull.scheduling import service as scheduling
from exoskull.scheduling.model import State
from exoskull.tenants.pausing import pause
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Limit, Listed, Out

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
    created_at: datetime


class RunOut(Out):
    id: UUID
    job: str
    slot: str
    local: str
    due_at: datetime
    state: State
    attempt: int
    reason: str | None
    detail: dict[str, Any]
    started_at: datetime | None
    finished_at: datetime | None


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


@router.get("/runs", tags=["runs"])
async def runs(
    visit: ApiVisit,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
    limit: Limit = 200,
) -> Listed[RunOut]:
    """What became of each slot of the schedule, oldest first."""
    found = await scheduling.runs(visit.tx, since=since, until=until, limit=limit)
    return Listed(
        items=[RunOut.model_validate(one) for one in found],
        next=found[-1].due_at.isoformat() if len(found) == limit else None,
    )
