"""Goals: pace against plan, what is tried for each, and the person's hand on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.goals import service
from exoskull.goals.describe import because
from exoskull.goals.model import Goal, GoalKind, GoalState, NewGoal, parse_goal
from exoskull.goals.progress import Progress
from exoskull.goals.service import MEASURES_FOR, stand
from exoskull.i18n import error_text, measure, metric_name
from exoskull.kit.errors import Conflict, InvalidInput
from exoskull.language.metrics import METRICS
from exoskull.overview.pace_chart import PaceChart, pace_chart
from exoskull.signals.daily import by_day
from exoskull.signals.model import Measure
from exoskull.strategies import service as strategies
from exoskull.strategies.catalogue import BY_KEY
from exoskull.strategies.evidence import Evidence
from exoskull.strategies.model import Strategy
from exoskull.strategies.wording import approach_name, kind_name, step_title
from exoskull.tasks import service as tasks
from exoskull.tasks.model import TaskState
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

PAGE = "/goals"
ENDED_SHOWN = 20
ACTIONS_SHOWN = 20
NEW_FOR = timedelta(hours=1)
"""How long a goal can be unset as if it had never been."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A strategy in words. `chance`: of a day to be done, from 0 to 1; `known` days say so."""

    strategy: Strategy
    name: str
    kind: str
    steps: Sequence[str]
    chance: float
    known: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A goal as the pages show it; `reason` says why it stands where it does."""

    goal: Goal
    wanted: str
    progress: Progress | None
    reason: str | None
    chart: PaceChart | None
    trial: Trial | None


@router.get(PAGE)
async def goals(visit: PageVisit, before: UUID | None = None) -> Response:
    """Every active goal, and those that have ended; `before` pages back through these."""
    return await _page(visit, before=before)


async def _page(
    visit: Visit,
    error: InvalidInput | None = None,
    said: object = None,
    *,
    before: UUID | None = None,
) -> Response:
    found = await service.active(visit.tx)
    measured = await service.measures(visit.tx, found, since=visit.at - MEASURES_FOR)
    known = await strategies.evidence(visit.tx)
    tried = {one.goal_id: one for one in await strategies.active(visit.tx)}
    ended = await service.ended(visit.tx, limit=ENDED_SHOWN, before=before)
    count = partial(service.count_ended, visit.tx)
    return visit.door.pages.response(
        "overview/goals.html",
        visit.voice,
        status_code=200 if error is None else 422,
        cards=[_card(goal, measured, tried.get(goal.id), known, visit) for goal in found],
        ended=ended,
        rest=await rest_of(ended, ENDED_SHOWN, came_from=before, count=count),
        metrics=sorted((metric_name(name, visit.language), name) for name in METRICS),
        given=said or {},
        error=None if error is None else error_text(error, visit.language),
    )


@router.post(PAGE)
async def make(request: Request, visit: PageVisit) -> Response:
    """Set a goal from the form."""
    given = await form_of(request)
    try:
        new = _parsed(given)
    except InvalidInput as error:
        return await _page(visit, error, given)
    goal, _ = await service.create(
        visit.tx, new, at=visit.at, ids=visit.ids, trace=visit.new_trace()
    )
    return RedirectResponse(f"{PAGE}/{goal.id}", 303)


def _parsed(given: dict[str, str]) -> NewGoal:
    metric = given.get("metric", "")
    try:
        target = float(given.get("target", "").replace(",", "."))
    except ValueError as error:
        raise InvalidInput("goal.invalid_target", field="target") from error
    known = METRICS.get(metric)
    period = given.get("period", "")
    title = given.get("title", "").strip()
    return parse_goal(
        title=title,
        metric=metric,
        target=target,
        direction="reach" if not period else given.get("direction") or None,
        period=period or None,
        by=given.get("by") or None,
        unit=known.unit if known else "",
    )


@router.get(PAGE + "/{goal_id}")
async def goal_page(visit: PageVisit, goal_id: UUID, before: UUID | None = None) -> Response:
    """One goal: its chart and table, its strategies, its actions; `before` pages back through
    these."""
    goal = await service.named(visit.tx, goal_id)
    actions = await tasks.of_goal(visit.tx, goal.id, limit=ACTIONS_SHOWN, before=before)
    count = partial(tasks.count_of_goal, visit.tx, goal.id)
    measured = await service.measures(visit.tx, [goal], since=visit.at - MEASURES_FOR)
    known = await strategies.evidence(visit.tx)
    trials = await strategies.history(visit.tx, goal.id)
    active = next((one for one in trials if one.ended_on is None), None)
    today = visit.tenant.local_date(visit.at)
    return visit.door.pages.response(
        "overview/goal.html",
        visit.voice,
        card=_card(goal, measured, active, known, visit),
        past=[_trial(one, goal, known, visit) for one in reversed(trials) if one.ended_on],
        actions=[one for one in actions if one.state is TaskState.OPEN],
        done=[one for one in actions if one.state is TaskState.DONE],
        rest=await rest_of(actions, ACTIONS_SHOWN, came_from=before, count=count),
        is_new=visit.at - goal.created_at < NEW_FOR,
        measure=lambda value: measure(goal.metric, value, visit.language, unit=goal.unit),
        today=today,
    )


@router.post(PAGE + "/{goal_id}/{verb}")
async def change(
    visit: PageVisit,
    goal_id: UUID,
    verb: Literal["complete", "drop", "undo", "again", "strategy"],
) -> Response:
    """End a goal, unset it, set it again, or ask for another strategy."""
    goal = await service.named(visit.tx, goal_id)
    if verb == "again":
        new = NewGoal(**{name: getattr(goal, name) for name in _SAME})
        goal, _ = await service.create(
            visit.tx, new, at=visit.at, ids=visit.ids, trace=visit.new_trace()
        )
        return RedirectResponse(f"{PAGE}/{goal.id}", 303)
    if goal.state is not GoalState.ACTIVE:
        raise Conflict("strategy.goal_ended", field="goal_id")
    if verb == "strategy":
        today = visit.tenant.local_date(visit.at)
        await strategies.ask_for_another(visit.tx, goal, today=today, at=visit.at, ids=visit.ids)
    elif verb == "undo":
        await service.undo(visit.tx, goal.id, at=visit.at)
    else:
        state = GoalState.COMPLETED if verb == "complete" else GoalState.DROPPED
        await service.finish(visit.tx, goal.id, state, at=visit.at)
    return RedirectResponse(f"{PAGE}/{goal.id}" if verb != "undo" else PAGE, 303)


_SAME = ("title", "metric", "unit", "target", "direction", "period", "by_date", "baseline",
         "streak", "milestone")  # fmt: skip


def _card(
    goal: Goal, measured: Sequence[Measure], active: Strategy | None, known: Evidence, visit: Visit
) -> Card:
    tenant = visit.tenant
    today = tenant.local_date(visit.at)
    own = [one for one in measured if one.metric == goal.metric]
    progress = stand(goal, own, tenant, visit.at)
    days = by_day(own, goal.metric, tenant.zone)
    created = tenant.local_date(goal.created_at)
    return Card(
        goal=goal,
        wanted=_wanted(goal, visit.language),
        progress=progress if goal.state is GoalState.ACTIVE else None,
        reason=because(goal, progress, visit.language, today),
        chart=pace_chart(goal, progress, days, today=today, created=created),
        trial=None if active is None else _trial(active, goal, known, visit),
    )


def _wanted(goal: Goal, language: str) -> str:
    if goal.kind is GoalKind.MILESTONE:
        return ""
    return measure(goal.metric, goal.target, language, unit=goal.unit)


def _trial(one: Strategy, goal: Goal, known: Evidence, visit: Visit) -> Trial:
    approach, language = BY_KEY[one.approach], visit.language
    return Trial(
        strategy=one,
        name=approach_name(one.approach, language),
        kind=kind_name(one.kind, language),
        steps=[step_title(approach.key, step.key, goal, None, language) for step in approach.steps],
        chance=known.mean(approach),
        known=known.of_kind(one.kind).n,
        source=approach.source,
    )
