"""What the loop has achieved: what worked, what was learned, where it is stuck, what it cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from exoskull.budgets import service as budgets
from exoskull.budgets.model import MICROS_A_CENT
from exoskull.budgets.service import Gauge
from exoskull.feed import service as feed
from exoskull.feed.present import Item, is_shown, item
from exoskull.goals import service as goals
from exoskull.i18n import money
from exoskull.interventions.web import waiting_piece
from exoskull.ledger.report import WINDOW, effect_text, worth_since
from exoskull.outcomes import service as outcomes
from exoskull.overview import store
from exoskull.overview.effect import Effect, effect_of
from exoskull.overview.spending import spent_on
from exoskull.strategies import service as strategies
from exoskull.strategies.wording import approach_name, kind_name
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.tracing.funnel import Funnel, funnel
from exoskull.tracing.integrity import open_hops

router = APIRouter(include_in_schema=False)

LEARNING = (
    "preference.learned",
    "preference.withdrawn",
    "preference.corrected",
    "preference.correction_lifted",
    "trial.started",
    "trial.kept",
    "trial.reverted",
    "trial.changed_approach",
    "strategy.changed",
    "grant.proposed",
)
LOG_SHOWN = 8
HOPS = ("detected", "permitted", "sent", "receipted", "outcome", "learned", "used")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One hop of the funnel. `width`: of its bar, 0 to 100."""

    name: str
    count: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """An active strategy, with the goal that it is for."""

    goal: str
    name: str
    kind: str
    done: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What models cost today against the day's budget, in cents as text; `width` 0 to 100."""

    spent: str
    reserved: str
    budget: str
    month: str
    refused: int
    width: int


async def measured_effect(visit: Visit) -> Effect:
    """How well the messages of the last 90 days worked."""
    found = await outcomes.effectiveness_since(visit.tx, visit.at - WINDOW)
    told = await store.measured(visit.tx, found)
    tenant = visit.tenant
    return effect_of(told, today=tenant.local_date(visit.at), zone=tenant.zone)


@router.get("/optimization")
async def optimization(visit: PageVisit) -> Response:
    """The page."""
    worth = await worth_since(visit.tx, visit.at - WINDOW)
    log = await learning_log(visit)
    counts = await funnel(visit.tx)
    gauge = await gauge_of(visit)
    return visit.door.pages.response(
        "overview/optimization.html",
        visit.voice,
        effect=await measured_effect(visit),
        worth=worth,
        effect_text=effect_text(worth, visit.language),
        log=log,
        tried=await _tried(visit),
        built=await store.built(visit.tx),
        waiting=await waiting_piece(visit),
        hops=hops_of(counts),
        beside=counts.beside,
        stuck=sorted((await open_hops(visit.tx, visit.at)).items()),
        cost=money_of(gauge, visit.language),
        spent_on=spent_on(gauge, visit.language),
    )


@router.get("/optimization/widget")
async def widget(visit: PageVisit) -> Response:
    """The page in short, to stand on the page of the day."""
    return HTMLResponse(await widget_piece(visit))


async def widget_piece(visit: Visit) -> Markup:
    """Effectiveness, what was learned last, and what is tried."""
    return visit.door.pages.piece(
        "overview/widget.html",
        visit.voice,
        effect=await measured_effect(visit),
        log=(await learning_log(visit))[:2],
        tried=(await _tried(visit))[:3],
        built=await store.built(visit.tx, limit=3),
    )


async def learning_log(visit: Visit) -> list[Item]:
    """What was learned, tried and changed, newest first."""
    found = await feed.latest(visit.tx, kinds=LEARNING, limit=LOG_SHOWN)
    return [item(event, visit.voice) for event in found if is_shown(event)]


async def gauge_of(visit: Visit) -> Gauge:
    """The visitor's budget for models, today."""
    caps = budgets.caps_from(visit.door.settings)
    return await budgets.gauge(visit.tx, today=visit.tenant.local_date(visit.at), caps=caps)


def money_of(gauge: Gauge, language: str) -> Money:
    """The gauge in words and a width."""
    today = gauge.today
    used, limit = today.spent_micros + today.reserved_micros, today.limit_micros or 0
    return Money(
        spent=_cents(today.spent_micros, language),
        reserved=_cents(today.reserved_micros, language),
        budget=_cents(limit, language),
        month=_cents(gauge.month.spent_micros, language),
        refused=gauge.refused,
        width=min(100, round(100 * used / limit)) if limit else 0,
    )


def hops_of(counts: Funnel) -> Sequence[Hop]:
    """The funnel's hops with their bars."""
    found = {name: int(getattr(counts, name)) for name in HOPS}
    widest = max(1, *found.values())
    return [
        Hop(name=name, count=count, width=round(100 * count / widest))
        for name, count in found.items()
    ]


async def _tried(visit: Visit) -> list[Tried]:
    active = await strategies.active(visit.tx)
    if not active:
        return []
    titles = {goal.id: goal.title for goal in await goals.active(visit.tx)}
    return [
        Tried(
            goal=titles.get(one.goal_id, ""),
            name=approach_name(one.approach, visit.language),
            kind=kind_name(one.kind, visit.language),
            done=one.days_done,
            failed=one.days_failed,
        )
        for one in active
    ]


def _cents(micros: int, language: str) -> str:
    return money(micros / MICROS_A_CENT, language)
