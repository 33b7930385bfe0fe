"""Findings over HTTP."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from exoskull.conductor.findings import service
from exoskull.conductor.findings.model import Finding, FindingKind, FindingState
from exoskull.conductor.findings.sentences import sentence
from exoskull.tenants.visit import ApiVisit, Visit
from exoskull.web.api import In, Limit, Listed

router = APIRouter(tags=["findings"])


class FindingOut(BaseModel):
    """`text` says it in the person's language; `statement` holds the numbers behind it: n, effect,
    interval, p and q, and the days it was read from; `evidence` are ids of measures."""

    id: UUID
    kind: FindingKind
    key: str
    metric: str
    other_metric: str | None
    state: FindingState
    text: str
    statement: dict[str, Any]
    evidence: list[str]
    found_at: datetime
    confirmed_at: datetime
    ended_at: datetime | None
    reason: str | None
    work_run: UUID
    trace: UUID


class FindingChange(In):
    """`dismissed`: not to be told again. `corrected`: do what a finding of a wrong reading
    suggests. `current`: take either back."""

    state: Literal["current", "dismissed", "corrected"]


@router.get("/findings")
async def findings(
    visit: ApiVisit, state: FindingState = FindingState.CURRENT, limit: Limit = 50
) -> Listed[FindingOut]:
    """What background work found out, the newest first."""
    found = await service.in_state(visit.tx, state, limit=limit)
    return Listed(items=[_out(one, visit) for one in found])


@router.patch("/findings/{finding_id}")
async def change_finding(visit: ApiVisit, finding_id: UUID, body: FindingChange) -> FindingOut:
    """Dismiss a finding, have a reading corrected, or take that back."""
    return _out(await _change(visit, finding_id, body.state), visit)


async def _change(visit: Visit, finding_id: UUID, state: str) -> Finding:
    if state == "dismissed":
        return await service.dismiss(visit.tx, finding_id, at=visit.at)
    act = service.correct if state == "corrected" else service.undo
    return await act(visit.tx, visit.tenant, finding_id, at=visit.at, ids=visit.ids)


def _out(one: Finding, visit: Visit) -> FindingOut:
    return FindingOut(
        id=one.id,
        kind=one.kind,
        key=one.key,
        metric=one.metric,
        other_metric=one.other_metric,
        state=one.state,
        text=sentence(one, visit.language, visit.tenant.zone),
        statement=one.statement,
        evidence=one.evidence,
        found_at=one.found_at,
        confirmed_at=one.confirmed_at,
        ended_at=one.ended_at,
        reason=one.reason,
        work_run=one.work_run_id,
        trace=one.trace,
    )
