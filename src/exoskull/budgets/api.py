"""The budget for models over HTTP."""

from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel

from exoskull.budgets import service
from exoskull.budgets.model import Used
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import Out

router = APIRouter(tags=["budget"])


class UsedOut(Out):
    """What stands against a cap, in millionths of a US dollar and in tokens; null: no cap."""

    spent_micros: int
    reserved_micros: int
    limit_micros: int | None
    left_micros: int | None
    spent_tokens: int
    reserved_tokens: int
    limit_tokens: int | None
    left_tokens: int | None


class FeatureOut(Out):
    feature: str
    calls: int
    micros: int
    tokens: int


class BudgetOut(BaseModel):
    """`day` is the person's local date; `refused`: calls of that day that were not made."""

    day: date
    today: UsedOut
    month: UsedOut
    features: list[FeatureOut]
    refused: int


@router.get("/budget")
async def budget(visit: ApiVisit) -> BudgetOut:
    """What models cost the person today, what is left of the day and month, and for what."""
    found = await service.gauge(
        visit.tx,
        today=visit.tenant.local_date(visit.at),
        caps=service.caps_from(visit.door.settings),
    )
    return BudgetOut(
        day=found.day,
        today=_used(found.today),
        month=_used(found.month),
        features=[FeatureOut.model_validate(one) for one in found.features],
        refused=found.refused,
    )


def _used(used: Used) -> UsedOut:
    return UsedOut.model_validate(used)
