"""The page of the model: who answers, what it costs and for what, and a model of one's own."""

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.budgets import service as budgets
from exoskull.budgets.model import MICROS_A_CENT
from exoskull.i18n import error_text, text
from exoskull.i18n.numbers import money
from exoskull.kit.errors import ExoSkullError
from exoskull.llm import own
from exoskull.llm.account import latest
from exoskull.llm.calls import CallState
from exoskull.llm.choice import KEYS
from exoskull.llm.door import models_of, vault_of
from exoskull.llm.model import Feature
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.errors import status_of

router = APIRouter(include_in_schema=False)

PAGE = "/settings/model"
CALLS_SHOWN = 20
FEATURES = {one.value for one in Feature}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one feature cost today, as text."""

    name: str
    calls: int
    cents: str
    tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One request, as text."""

    name: str
    model: str
    state: CallState
    detail: str | None
    cents: str
    tokens: int
    at: datetime


@router.get(PAGE)
async def page(visit: PageVisit, request: Request) -> Response:
    """The page."""
    return await _page(visit, request)


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
    visit: Visit, request: Request, *, model: str = "", error: ExoSkullError | None = None
) -> Response:
    language, models = visit.language, models_of(request)
    gauge = await budgets.gauge(
        visit.tx,
        today=visit.tenant.local_date(visit.at),
        caps=budgets.caps_from(visit.door.settings),
    )
    costs = [
        Cost(
            name=_name(one.feature, language),
            calls=one.calls,
            cents=_cents(one.micros, language),
            tokens=one.tokens,
        )
        for one in gauge.features
    ]
    calls = [
        CallRow(
            name=_name(one.feature, language),
            model=one.model,
            state=one.state,
            detail=one.detail,
            cents=_cents(one.micros or 0, language),
            tokens=(one.tokens_in or 0) + (one.tokens_out or 0),
            at=one.started_at,
        )
        for one in await latest(visit.tx, limit=CALLS_SHOWN)
    ]
    return visit.door.pages.response(
        "llm/model.html",
        visit.voice,
        status_code=200 if error is None else status_of(error),
        mine=await own.own_model(visit.tx),
        installed=models.name,
        costs=costs,
        spent=_cents(gauge.today.spent_micros, language),
        budget=_cents(gauge.today.limit_micros or 0, language),
        calls=calls,
        providers=tuple(KEYS),
        can_bring=models.vault is not None,
        model=model,
        error=None if error is None else error_text(error, language),
    )


def _name(feature: str, language: str) -> str:
    if feature not in FEATURES:
        return feature
    return text(language, "part-model-feature", feature=feature)


def _cents(micros: int, language: str) -> str:
    return money(micros / MICROS_A_CENT, language)
