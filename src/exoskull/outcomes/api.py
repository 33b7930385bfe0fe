"""Outcomes over HTTP."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

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


@router.get("/outcomes")
async def outcomes(
    visit: ApiVisit, since: AwareDatetime | None = None, limit: Limit = 200
) -> Listed[OutcomeOut]:
    """Those since an instant (30 days ago, where none is given), newest first; one that was
    corrected later is left out."""
    found = await service.since(visit.tx, since or visit.at - LOOKS_BACK)
    return Listed(items=[OutcomeOut.model_validate(one) for one in reversed(found[-limit:])])
