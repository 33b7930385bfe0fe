"""Outcomes over HTTP."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

from exoskull.interventions import service as interventions
from exoskull.outcomes import service
from exoskull.outcomes.model import OutcomeType
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import Limit, Listed, Out

router = APIRouter(tags=["outcomes"])

LOOKS_BACK = timedelta(days=30)


class OutcomeOut(Out):
    """`effectiveness` is 0 to 1, by `formula`; null where nothing was measured that could say."""

    id: UUID
    intervention: UUID = Field(validation_alias="intervention_id")
    at: datetime
    type: OutcomeType
    effectiveness: float | None
    response_minutes: float | None
    context: dict[str, Any]
    formula: str
    corrects: UUID | None
    trace: UUID


class SettledOut(Out):
    """How well it worked over `window_days`, as known at `at`: the mean of `parts`, weighted by
    `formula`; null where nothing was measured."""

    window_days: int
    at: datetime
    effectiveness: float | None
    parts: dict[str, float]
    formula: str


@router.get("/interventions/{intervention_id}/effectiveness")
async def effectiveness(visit: ApiVisit, intervention_id: UUID) -> Listed[SettledOut]:
    """How well one intervention worked, by window, oldest first; the last of a window counts, those
    before it show what was corrected."""
    about = await interventions.get(visit.tx, intervention_id)
    found = await service.settled(visit.tx, about.id)
    return Listed(items=[SettledOut.model_validate(one) for one in found])


@router.get("/outcomes")
async def outcomes(
    visit: ApiVisit, since: AwareDatetime | None = None, limit: Limit = 200
) -> Listed[OutcomeOut]:
    """Those since an instant (30 days ago, where none is given), newest first; one that was
    corrected later is left out."""
    found = await service.since(visit.tx, since or visit.at - LOOKS_BACK)
    return Listed(items=[OutcomeOut.model_validate(one) for one in reversed(found[-limit:])])
