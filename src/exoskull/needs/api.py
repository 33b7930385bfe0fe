"""Needs over HTTP."""

from datetime import datetime
from typing import Self
from uuid import UUID

from fastapi import APIRouter

from exoskull.needs import service
from exoskull.needs.model import Family, Kind, State
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import Listed, Out

router = APIRouter(tags=["needs"])


class NeedOut(Out):
    """A need. `evidence`: the messages that speak of it and count."""

    id: UUID
    need: str
    family: Family
    label: str
    kind: Kind
    state: State
    confidence: float
    mentions: int
    days: int
    evidence: list[UUID]
    created_at: datetime
    updated_at: datetime
    trace: UUID

    @classmethod
    def of(cls, need: service.Need) -> Self:
        standing = need.standing
        return cls(
            id=need.id,
            need=standing.need,
            family=standing.family,
            label=standing.label,
            kind=standing.kind,
            state=standing.state,
            confidence=standing.confidence,
            mentions=len(standing.mentions),
            days=standing.days,
            evidence=[UUID(mention.message) for mention in standing.mentions],
            created_at=need.created_at,
            updated_at=need.updated_at,
            trace=need.trace,
        )


@router.get("/needs")
async def needs(visit: ApiVisit, state: State | None = None) -> Listed[NeedOut]:
    """All needs that were heard, or those of one state, oldest first."""
    found = await service.all_needs(visit.tx)
    return Listed(items=[NeedOut.of(one) for one in found if state in (None, one.standing.state)])


@router.post("/needs/{need_id}/refuse")
async def refuse(visit: ApiVisit, need_id: UUID) -> NeedOut:
    """Close a need: nothing is built for it, and what was said so far counts no more."""
    return NeedOut.of(await service.refuse(visit.tx, need_id, at=visit.at))
