"""How well an intervention worked, once its windows have closed: after a day, and after a week.

The parts are what was measured: the answer, the behaviour against the person's own days, the
goal's progress. What was not measured has no part; where nothing was, there is no number. A late
event makes the number anew, beside the old one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean
from typing import Any
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.goals.pace import assess
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import Ids
from exoskull.language.metrics import METRICS
from exoskull.language.model import Direction
from exoskull.outcomes import effectiveness, store
from exoskull.outcomes.model import Outcome, OutcomeType
from exoskull.outcomes.service import record
from exoskull.signals import service as signals
from exoskull.signals.daily import Baseline, Day, baseline, by_day
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

DAY, WEEK = 1, 7
BEFORE = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a window is measured with: the days of the metric, and the goal it was about."""

    tenant: Tenant
    days: Sequence[Day]
    goal: Goal | None
    about: Intervention
    sent_at: datetime


async def settle_due(tx: Transaction, *, at: datetime, ids: Ids) -> int:
    """Settle every window of the tenant that has closed and was not settled; returns how many."""
    tenant = await current(tx)
    everything = {goal.id: goal for goal in await goals.everything(tx)}
    daily = [await interventions.get(tx, one) for one in await store.unsettled(tx)]
    weekly = [await interventions.get(tx, one) for one in await store.due_weeks(tx, at)]
    for days, found in ((DAY, daily), (WEEK, weekly)):
        for one in found:
            scene = await _scene(tx, tenant, one, everything)
            if days == WEEK:
                await _record_week(tx, scene, at=at, ids=ids)
                await store.close_week(tx, one.id, at)
            elif one.metric is not None:
                await _record_progress(tx, scene, at=at, ids=ids)
                await store.open_week(tx, one.id, scene.sent_at + timedelta(days=WEEK))
            await settle(tx, one, window_days=days, at=at)
    return len(daily) + len(weekly)


async def settle(
    tx: Transaction, one: Intervention, *, window_days: int, at: datetime
) -> float | None:
    """Make the number for a window out of the outcomes there are; returns it, None for none."""
    parts: dict[str, float] = {}
    for outcome in await store.of_intervention(tx, one.id):  # later ones put earlier ones right
        if outcome.context.get("window_days", DAY) <= window_days:
            parts |= outcome.context.get("parts", {})
    worth = effectiveness.combine(parts)
    await store.save_effectiveness(
        tx,
        one.id,
        at=at,
        window_days=window_days,
        effectiveness=None if worth is None else round(worth, 6),
        parts=parts,
        formula=effectiveness.FORMULA,
    )
    await publish(
        tx,
        Event(
            at=at,
            kind="intervention.measured",
            trace=one.trace,
            data={
                "id": str(one.id),
                "window_days": window_days,
                "effectiveness": None if worth is None else round(worth, 6),
                "parts": parts,
                "formula": effectiveness.FORMULA,
            },
        ),
    )
    return worth


async def _scene(
    tx: Transaction, tenant: Tenant, one: Intervention, everything: dict[UUID, Goal]
) -> Scene:
    assert one.sent_at is not None
    measures = await signals.since(tx, one.sent_at - BEFORE)
    days = by_day(measures, one.metric, tenant.zone) if one.metric else []
    goal = everything.get(one.goal_id) if one.goal_id else None
    return Scene(tenant=tenant, days=days, goal=goal, about=one, sent_at=one.sent_at)


async def _record_progress(
    tx: Transaction, scene: Scene, *, at: datetime, ids: Ids, window_days: int = DAY
) -> Outcome | None:
    """The goal's progress over the window, by its measures; nothing where it was not measured."""
    goal = scene.goal
    end = scene.sent_at + timedelta(days=window_days)
    if goal is None or goal.direction is Direction.AT_MOST or not _measured(scene, end):
        return None
    before, after = _have(scene, goal, scene.sent_at), _have(scene, goal, end)
    if before is None or after is None:
        return None
    worth = effectiveness.of_progress(before, after, goal.target)
    context: dict[str, Any] = {
        "link": "goal",
        "goal": str(goal.id),
        "before": before,
        "after": after,
        "target": goal.target,
        "window_days": window_days,
        "parts": {} if worth is None else {"goal_progress": worth},
    }
    return await record(
        tx, scene.about, OutcomeType.GOAL_PROGRESS, worth, None, context, at=at, ids=ids
    )


def _measured(scene: Scene, end: datetime) -> bool:
    return any(scene.sent_at < measure.at <= end for day in scene.days for measure in day.measures)


def _have(scene: Scene, goal: Goal, at: datetime) -> float | None:
    """What the goal had at `at`: by the measures until then, in the period of the delivery."""
    until = [one for day in scene.days for one in day.measures if one.at <= at]
    days = by_day(until, goal.metric, scene.tenant.zone)
    if goal.direction is Direction.REACH:
        return assess(goal, days, scene.tenant.local(at)).have
    started = assess(goal, days, scene.tenant.local(scene.sent_at)).since
    return sum(day.value for day in days if day.on >= started)


async def _record_week(tx: Transaction, scene: Scene, *, at: datetime, ids: Ids) -> Outcome | None:
    """The week after against the person's own days before. Deliveries about the same metric in
    that week share it evenly: what each can claim shrinks towards .5 with their number."""
    first = scene.tenant.local_date(scene.sent_at)
    after = [day for day in scene.days if first < day.on <= first + timedelta(days=WEEK)]
    usual = baseline([day for day in scene.days if day.on < first])
    if not after or usual is None or scene.about.metric is None:
        return None
    sharing = await store.deliveries_about(
        tx, scene.about.metric, scene.sent_at, scene.sent_at + timedelta(days=WEEK)
    )
    value = fmean(day.value for day in after)
    whole = effectiveness.of_behavior(
        value, usual.mean, _spread(usual, len(after)), more_is_better=_more_is_better(scene)
    )
    worth = 0.5 + (whole - 0.5) / max(1, sharing)
    context: dict[str, Any] = {
        "link": "metric",
        "metric": scene.about.metric,
        "before": usual.mean,
        "before_days": usual.days,
        "after": value,
        "after_days": len(after),
        "shared_by": sharing,
        "window_days": WEEK,
        "parts": {"behavior_change": worth},
    }
    return await record(
        tx, scene.about, OutcomeType.BEHAVIOR_CHANGE, worth, None, context, at=at, ids=ids
    )


def _spread(usual: Baseline, days: int) -> float:
    """The standard error of a mean over `days` of the person's own days."""
    return usual.deviation / days**0.5


def _more_is_better(scene: Scene) -> bool:
    if scene.goal is not None:
        return scene.goal.direction is not Direction.AT_MOST and (
            scene.goal.direction is not Direction.REACH
            or scene.goal.baseline is None
            or scene.goal.target >= scene.goal.baseline
        )
    known = METRICS.get(scene.about.metric or "")
    return known is None or known.usual is not Direction.AT_MOST
