"""The permission table over HTTP. A token is the person's own hand."""

from typing import Any

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

from exoskull.grants import service
from exoskull.grants.describe import explanation_text
from exoskull.grants.explain import grant_json
from exoskull.grants.model import Action, ActionPattern, By, Effect
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Listed

router = APIRouter(tags=["grants"])


class GrantIn(In):
    """What the rule says. Without a limit there is none; without an expiry it stays."""

    effect: str
    daily_limit: int | None = None
    daily_spend_limit_cents: int | None = None
    expires_at: AwareDatetime | None = Field(default=None, strict=False)


@router.get("/grants")
async def grants(visit: ApiVisit) -> Listed[dict[str, Any]]:
    """The rules in force, by pattern."""
    rules = await service.rules(visit.tx, at=visit.at, ids=visit.ids)
    return Listed(items=[grant_json(grant) for grant in rules.grants])


@router.get("/grants/explain")
async def explain(visit: ApiVisit, action: str, cost_cents: int = 0) -> dict[str, Any]:
    """What would be decided of `action` now, by which rule, each limit's state, and what would
    change it; `text` says the same in words."""
    found = await service.explain(
        visit.tx,
        Action.parse(action),
        at=visit.at,
        local_date=visit.tenant.local_date(visit.at),
        ids=visit.ids,
        cost_cents=cost_cents,
    )
    return {**found.as_json(), "text": explanation_text(found, visit.language)}


@router.put("/grants/{pattern}")
async def set_grant(visit: ApiVisit, pattern: str, body: GrantIn) -> dict[str, Any]:
    """Put a rule in force, in the place of the one of the same pattern."""
    grant = await service.set_grant(
        visit.tx,
        ActionPattern.parse(pattern),
        Effect.parse(body.effect),
        daily_limit=body.daily_limit,
        daily_spend_limit_cents=body.daily_spend_limit_cents,
        expires_at=body.expires_at,
        by=By.PERSON,
        at=visit.at,
        ids=visit.ids,
    )
    return grant_json(grant)


@router.delete("/grants/{pattern}")
async def revoke(visit: ApiVisit, pattern: str) -> dict[str, Any]:
    """Take a rule out of force; wider ones decide from now on."""
    grant = await service.revoke(
        visit.tx, ActionPattern.parse(pattern), by=By.PERSON, at=visit.at, ids=visit.ids
    )
    return grant_json(grant)
