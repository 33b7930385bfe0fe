"""What is remembered, over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from fastapi import APIRouter

from exoskull.kit.errors import Conflict
from exoskull.memory import service
from exoskull.memory.model import FactKind, MadeBy, NewFact, parse_kind
from exoskull.memory.reading import kind_of
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Limit, Listed, Out

router = APIRouter(tags=["memory"])


class FactIn(In):
    """`kind` null: as its words say."""

    text: str
    kind: str | None = None


class FactOut(Out):
    """`message_id` and `quote`: where it was said, in which words; null where it was added by
    hand."""

    id: UUID
    text: str
    kind: FactKind
    made_by: MadeBy
    message_id: UUID | None
    quote: str | None
    confidence: float
    at: datetime
    deleted_at: datetime | None
    trace: UUID


@router.get("/memory")
async def facts(
    visit: ApiVisit, state: Literal["current", "deleted"] = "current", limit: Limit = 200
) -> Listed[FactOut]:
    """What is remembered, newest first; or what was deleted in the last 30 days."""
    if state == "current":
        found = await service.facts(visit.tx)
    else:
        found = await service.deleted(visit.tx, visit.at)
    return Listed(items=[FactOut.model_validate(one) for one in found[:limit]])


@router.post("/memory", status_code=201)
async def remember(visit: ApiVisit, body: FactIn) -> FactOut:
    """Remember something; what is known already is a conflict."""
    kind = kind_of(body.text) if body.kind is None else parse_kind(body.kind)
    kept = await service.remember(
        visit.tx,
        NewFact(text=body.text, kind=kind),
        at=visit.at,
        ids=visit.ids,
        trace=visit.new_trace(),
    )
    if kept is None:
        raise Conflict("memory.known")
    return FactOut.model_validate(kept)


@router.delete("/memory/{fact_id}")
async def forget(visit: ApiVisit, fact_id: UUID) -> FactOut:
    """Delete it; for 30 days it can be had back."""
    return FactOut.model_validate(await service.forget(visit.tx, fact_id, at=visit.at))


@router.post("/memory/{fact_id}/restore")
async def restore(visit: ApiVisit, fact_id: UUID) -> FactOut:
    """Have it back."""
    return FactOut.model_validate(await service.restore(visit.tx, fact_id, at=visit.at))
