"""A person's own model, and the calls that were made for them, over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field

from exoskull.kit.errors import NotFound
from exoskull.llm import own
from exoskull.llm.account import latest
from exoskull.llm.calls import CallState
from exoskull.llm.door import models_of, vault_of
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Limit, Listed, Out

router = APIRouter(tags=["models"])


class ModelIn(In):
    """A hosted model, as `provider:name`, and the person's own key for it."""

    model: str
    key: str = Field(repr=False)


class ModelOut(Out):
    """What answers the person. `own`: with their own key, which nobody is shown again; null:
    no model is set, and the built-in reasoner does everything."""

    model: str | None
    own: bool
    set_at: datetime | None = None


class CallOut(Out):
    id: UUID
    feature: str
    model: str
    prompt: str
    state: CallState
    detail: str | None
    tokens_in: int | None
    tokens_out: int | None
    micros: int | None
    started_at: datetime
    ended_at: datetime | None
    trace: UUID


@router.get("/settings/model")
async def model(visit: ApiVisit, request: Request) -> ModelOut:
    """The model that answers the person."""
    mine = await own.own_model(visit.tx)
    if mine is not None:
        return ModelOut(model=mine.model, own=True, set_at=mine.set_at)
    return ModelOut(model=models_of(request).name, own=False)


@router.put("/settings/model")
async def bring(visit: ApiVisit, request: Request, body: ModelIn) -> ModelOut:
    """Be answered by a model of one's own. The key is sealed, and never shown again."""
    await own.bring(
        visit.tx,
        vault_of(request),
        model=body.model,
        key=body.key,
        at=visit.at,
        trace=visit.new_trace(),
    )
    return ModelOut(model=body.model, own=True, set_at=visit.at)


@router.delete("/settings/model", status_code=204)
async def leave(visit: ApiVisit) -> None:
    """Forget the own model and its key; the installation's answers again, where there is one."""
    if not await own.leave(visit.tx, at=visit.at, trace=visit.new_trace()):
        raise NotFound("model.no_own")


@router.get("/model-calls")
async def calls(
    visit: ApiVisit,
    limit: Limit = 50,
    before: Annotated[datetime | None, Query(description="`next` of the page before.")] = None,
) -> Listed[CallOut]:
    """Requests that left for a model, newest first: what they cost, and not what was said."""
    found = await latest(visit.tx, limit=limit + 1, before=before)
    more = found[limit - 1].started_at.isoformat() if len(found) > limit else None
    return Listed(items=[CallOut.model_validate(one) for one in found[:limit]], next=more)
