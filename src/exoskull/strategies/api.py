"""Strategies over HTTP: what is tried for a goal, what was, and asking for another."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter

from exoskull.goals import service as goals
from exoskull.goals.model import Goal, GoalState
from exoskull.kit.errors import Conflict, NotFound
from exoskull.strategies import service
from exoskull.strategies.catalogue import BY_KEY
from exoskull.strategies.categorize import category_of
from exoskull.strategies.evidence import Evidence
from exoskull.strategies.model import ApproachKind, Category, Reason, Strategy
from exoskull.strategies.wording import approach_name, kind_name, step_title
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import Out

router = APIRouter(tags=["goals"])


class StepOut(Out):
    key: str
    title: str
    minutes: int


class StrategyOut(Out):
    """A trial. `chance`: how likely a day with it is to be done, from this person's own
    `days_known` days of its kind; `source`: the evidence for the technique."""

    id: UUID
    trial: int
    approach: str
    name: str
    kind: ApproachKind
    kind_name: str
    reason: Reason
    started_on: date
    ended_on: date | None
    ended_because: Reason | None
    days_done: int
    days_failed: int
    failed_in_a_row: int
    chance: float
    days_known: int
    source: str
    steps: list[StepOut]


class StrategiesOut(Out):
    """`active`: null where the goal has had no day yet that called for one. `history`: those that
    ended, oldest first."""

    goal: UUID
    category: Category
    active: StrategyOut | None
    history: list[StrategyOut]


@router.get("/goals/{goal_id}/strategy")
async def strategy(visit: ApiVisit, goal_id: UUID) -> StrategiesOut:
    """What is tried for a goal now, and what was tried before."""
    return await _told(visit, await _goal(visit, goal_id))


@router.post("/goals/{goal_id}/strategy/change")
async def change(visit: ApiVisit, goal_id: UUID) -> StrategiesOut:
    """Ask for another strategy; it differs in kind. Actions already given for today stay."""
    goal = await _goal(visit, goal_id)
    if goal.state is not GoalState.ACTIVE:
        raise Conflict("strategy.goal_ended", field="goal_id")
    today = visit.tenant.local_date(visit.at)
    await service.ask_for_another(visit.tx, goal, today=today, at=visit.at, ids=visit.ids)
    return await _told(visit, goal)


async def _goal(visit: ApiVisit, goal_id: UUID) -> Goal:
    found = [one for one in await goals.everything(visit.tx) if one.id == goal_id]
    if not found:
        raise NotFound("goal.not_found", field="goal_id")
    return found[0]


async def _told(visit: ApiVisit, goal: Goal) -> StrategiesOut:
    known = await service.evidence(visit.tx)
    trials = await service.history(visit.tx, goal.id)
    told = [_strategy(one, goal, known, visit.language) for one in trials]
    return StrategiesOut(
        goal=goal.id,
        category=category_of(goal),
        active=next((one for one in told if one.ended_on is None), None),
        history=[one for one in told if one.ended_on is not None],
    )


def _strategy(one: Strategy, goal: Goal, known: Evidence, language: str) -> StrategyOut:
    approach = BY_KEY[one.approach]
    return StrategyOut(
        id=one.id,
        trial=one.trial,
        approach=one.approach,
        name=approach_name(one.approach, language),
        kind=one.kind,
        kind_name=kind_name(one.kind, language),
        reason=one.reason,
        started_on=one.started_on,
        ended_on=one.ended_on,
        ended_because=one.ended_because,
        days_done=one.days_done,
        days_failed=one.days_failed,
        failed_in_a_row=one.failed_in_a_row,
        chance=round(known.mean(approach), 3),
        days_known=known.of_kind(one.kind).n,
        source=approach.source,
        steps=[
            StepOut(
                key=step.key,
                title=step_title(approach.key, step.key, goal, None, language),
                minutes=step.minutes,
            )
            for step in approach.steps
        ],
    )
