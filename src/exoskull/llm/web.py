"""The page of the model: who answers, what it costs and for what, and a model of one's own."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.i18n import error_text
from exoskull.kit.errors import ExoSkullError
from exoskull.llm import account, own
from exoskull.llm.calls import Call, CallState
from exoskull.llm.choice import KEYS
from exoskull.llm.door import models_of, vault_of
from exoskull.llm.spending import cost_of, feature_name, gauge_of, money_of, spent_on
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.errors import status_of
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

PAGE = "/settings/model"
CALLS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One request, as text."""

    name: str
    model: str
    state: CallState
    detail: str | None
    cost: str
    tokens: int
    at: datetime


@router.get(PAGE)
async def page(visit: PageVisit, request: Request, before: UUID | None = None) -> Response:
    """The page; `before` pages back through what was asked."""
    return await _page(visit, request, before=before)


@router.post(PAGE)
async def bring(visit: PageVisit, request: Request) -> Response:
    """Be answered by a model of one's own; what is wrong is shown beside the model's name."""
    given = await form_of(request)
    model = given.get("model", "").strip()
    try:
        await own.bring(
            visit.tx,
            vault_of(request),
            model=model,
            key=given.get("key", ""),
            at=visit.at,
            trace=visit.new_trace(),
        )
    except ExoSkullError as error:
        return await _page(visit, request, model=model, error=error)
    return RedirectResponse(PAGE, 303)


@router.post(PAGE + "/remove")
async def remove(visit: PageVisit) -> Response:
    """Forget the own model and its key."""
    await own.leave(visit.tx, at=visit.at, trace=visit.new_trace())
    return RedirectResponse(PAGE, 303)


async def _page(
    visit: Visit,
    request: Request,
    *,
    before: UUID | None = None,
    model: str = "",
    error: ExoSkullError | None = None,
) -> Response:
    tx, language, models = visit.tx, visit.language, models_of(request)
    gauge = await gauge_of(visit)
    if before is None:
        found = await account.latest(tx, limit=CALLS_SHOWN)
    else:
        found = await account.older(tx, limit=CALLS_SHOWN, before=before)
    count = partial(account.count_older, tx)
    return visit.door.pages.response(
        "llm/model.html",
        visit.voice,
        status_code=200 if error is None else status_of(error),
        mine=await own.own_model(tx),
        installed=models.name,
        cost=money_of(gauge, language),
        spent_on=spent_on(gauge, language),
        calls=[_row(one, language) for one in found],
        rest=await rest_of(found, CALLS_SHOWN, came_from=before, count=count),
        providers=tuple(KEYS),
        can_bring=models.vault is not None,
        model=model,
        error=None if error is None else error_text(error, language),
    )


def _row(one: Call, language: str) -> CallRow:
    return CallRow(
        name=feature_name(one.feature, language),
        model=one.model,
        state=one.state,
        detail=one.detail,
        cost=cost_of(one.micros or 0, language),
        tokens=(one.tokens_in or 0) + (one.tokens_out or 0),
        at=one.started_at,
    )
