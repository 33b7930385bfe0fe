"""What the loop has achieved: what worked, what was learned, where it is stuck, what it cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from exoskull.feed import service as feed
from exoskull.feed.acts import fold
from exoskull.feed.present import Item, is_shown
from exoskull.goals import service as goals
from exoskull.interventions.web import waiting_piece
from exoskull.ledger.report import WINDOW, effect_text, worth_since
from exoskull.llm.spending import gauge_of, money_of, spent_on
from exoskull.outcomes import service as outcomes
from exoskull.overview import store
from exoskull.overview.because import told
from exoskull.overview.effect import Effect, effect_of
from exoskull.overview.stuck import stuck_here
from exoskull.strategies import service as strategies
from exoskull.strategies.wording import approach_name, kind_name
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.tracing.funnel import Funnel, funnel

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


async def measured_effect(visit: Visit) -> Effect:
    """How well the messages of the last 90 days worked."""
    found = await outcomes.effectiveness_since(visit.tx, visit.at - WINDOW)
    measured = await store.measured(visit.tx, found)
    tenant = visit.tenant
    return effect_of(measured, today=tenant.local_date(visit.at), zone=tenant.zone)


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
        counts=counts,
        stuck=await stuck_here(visit),
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
    found = await feed.latest(visit.tx, kinds=LEARNING, limit=2 * LOG_SHOWN)
    acts = fold(event for event in found if is_shown(event))[:LOG_SHOWN]
    return [await told(visit, act.news) for act in acts]


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
