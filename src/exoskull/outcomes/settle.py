"""How well an intervention worked, once its windows have closed: after a day, and after a week.

The parts are what was measured: the answer, the behaviour against the person's own days, the
goal's progress. What was not measured has no part; where nothing was, there is no number. A late
event makes the number anew, beside the old one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from statistics import fmean
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.goals.pace import assess, period_bounds
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention
from exoskull.interventions.records import DIGESTS
from exoskull.kit.ids import Ids
from exoskull.language.metrics import METRICS
from exoskull.language.model import Direction
from exoskull.outcomes import effectiveness, store
from exoskull.outcomes.model import Outcome, OutcomeType, Settled
from exoskull.outcomes.service import record
from exoskull.signals import service as signals
from exoskull.signals.daily import Baseline, adds_up, baseline, by_day
from exoskull.signals.model import Measure
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

DAY, WEEK = 1, 7
BEFORE = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a window is measured with: the measures of the metric, and the goal it was about."""

    tenant: Tenant
    measures: Sequence[Measure]
    goal: Goal | None
    about: Intervention
    sent_at: datetime


async def settle_due(tx: Transaction, *, at: datetime, ids: Ids) -> int:
    """Settle every window of the tenant that has closed and was not settled; returns how many."""
    due = [(one, DAY) for one in await store.unsettled(tx, without=list(DIGESTS))]
    due += [(one, WEEK) for one in await store.due_weeks(tx, at)]
    for intervention_id, days in due:
        one = await interventions.get(tx, intervention_id)
        await _measure(tx, one, window_days=days, at=at, ids=ids)
        if days == WEEK:
            await store.close_week(tx, one.id, at)
        elif one.metric is not None and one.sent_at is not None:
            await store.open_week(tx, one.id, one.sent_at + timedelta(days=WEEK))
        await settle(tx, one, window_days=days, at=at)
    return len(due)


async def reopen(tx: Transaction, measure: Measure, *, at: datetime, ids: Ids) -> int:
    """A measure of a time whose windows are settled: they are measured and settled anew.

    Returns:
        How many windows it fell into.
    """
    found = await store.settled_about(tx, measure.metric, measure.at)
    for intervention_id, days in found:
        one = await interventions.get(tx, intervention_id)
        await _measure(tx, one, window_days=days, at=at, ids=ids)
        await settle(tx, one, window_days=days, at=at)
    return len(found)


async def settle_again(tx: Transaction, one: Intervention, *, at: datetime) -> None:
    """Make the number of every window of `one` that was settled anew."""
    for days in {known.window_days for known in await store.settled(tx, one.id)}:
        await settle(tx, one, window_days=days, at=at)


async def settle(
    tx: Transaction, one: Intervention, *, window_days: int, at: datetime
) -> float | None:
    """Make the number for a window out of the outcomes there are; returns it, None for none.

    What it was before, where it was settled before, stays beside it; nothing is written where it
    comes out as it was.
    """
    parts = await _parts(tx, one, window_days)
    worth = effectiveness.combine(parts)
    earlier = [old for old in await store.settled(tx, one.id) if old.window_days == window_days]
    new = Settled(
        intervention_id=one.id,
        window_days=window_days,
        at=max(at, earlier[-1].at + timedelta(microseconds=1)) if earlier else at,
        effectiveness=None if worth is None else round(worth, 6),
        parts=parts,
        formula=effectiveness.FORMULA,
    )
    if earlier and (earlier[-1].parts, earlier[-1].formula) == (new.parts, new.formula):
        return worth
    await store.save_settled(tx, new)
    was = {"was": earlier[-1].effectiveness, "corrected": True} if earlier else {}
    data = {
        "id": str(one.id),
        "window_days": window_days,
        "effectiveness": new.effectiveness,
        "parts": parts,
        "formula": new.formula,
        **was,
    }
    await publish(tx, Event(at=at, kind="intervention.measured", trace=one.trace, data=data))
    return worth


async def _parts(tx: Transaction, one: Intervention, window_days: int) -> dict[str, float]:
    """What was measured within the window: of each part the outcome of the longest window, and of
    those the last, that nothing put right and whose measure still stands."""
    outcomes = await store.of_intervention(tx, one.id)
    corrected = {outcome.corrects for outcome in outcomes}
    standing: set[str] = set()
    if one.sent_at is not None and any(_rests_on(outcome) for outcome in outcomes):
        standing = {str(measure.id) for measure in await signals.since(tx, one.sent_at)}
    parts: dict[str, float] = {}
    for outcome in sorted(outcomes, key=_window):  # stable: by time within a window
        measure = _rests_on(outcome)
        gone = outcome.id in corrected or (measure is not None and measure not in standing)
        if not gone and _window(outcome) <= window_days:
            parts |= outcome.context.get("parts", {})
    return parts


def _window(outcome: Outcome) -> int:
    return outcome.context.get("window_days", DAY)


def _rests_on(outcome: Outcome) -> str | None:
    """The one measure that an outcome rests on; None for one of a whole window, or of none."""
    return None if outcome.context.get("whole") else outcome.context.get("measure")


async def _measure(
    tx: Transaction, one: Intervention, *, window_days: int, at: datetime, ids: Ids
) -> None:
    """Record what the window says beside the answers: the goal's progress in a day, the behaviour
    in a week. One that says what was recorded before is not recorded again."""
    if one.metric is None or one.sent_at is None:
        return
    scene = await _scene(tx, one, one.metric, one.sent_at)
    type_ = OutcomeType.GOAL_PROGRESS if window_days == DAY else OutcomeType.BEHAVIOR_CHANGE
    seen = _progress(scene) if window_days == DAY else await _week(tx, scene, one.metric)
    if seen is None:
        return
    worth, context = seen
    kept = [
        outcome
        for outcome in await store.of_intervention(tx, one.id)
        if outcome.type is type_ and outcome.context.get("window_days") == window_days
    ]
    if not kept or kept[-1].context != context:
        corrects = kept[-1] if kept else None
        await record(tx, one, type_, worth, None, context, at=at, ids=ids, corrects=corrects)


async def _scene(tx: Transaction, one: Intervention, metric: str, sent_at: datetime) -> Scene:
    measures = await signals.since(tx, sent_at - BEFORE)
    everything = await goals.everything(tx) if one.goal_id else []
    return Scene(
        tenant=await current(tx),
        measures=[measure for measure in measures if measure.metric == metric],
        goal=next((goal for goal in everything if goal.id == one.goal_id), None),
        about=one,
        sent_at=sent_at,
    )


def _progress(scene: Scene) -> tuple[float | None, dict[str, Any]] | None:
    """The goal's progress within a day and its period, by its measures; nothing where it was not
    measured."""
    goal, sent_at = scene.goal, scene.sent_at
    if goal is None or goal.direction is Direction.AT_MOST:
        return None
    end = min(sent_at + timedelta(days=DAY), _period_end(scene, goal))
    if not any(sent_at < measure.at <= end for measure in scene.measures):
        return None
    before, after = _have(scene, goal, sent_at), _have(scene, goal, end)
    if before is None or after is None:
        return None
    target = assess(goal, [], scene.tenant.local(sent_at)).target
    rises = goal.direction is Direction.AT_LEAST or _rises(goal, before)
    no_further = min if rises else max  # past the target is no step back
    worth = effectiveness.of_progress(no_further(before, target), no_further(after, target), target)
    return worth, {
        "link": "goal",
        "goal": str(goal.id),
        "before": before,
        "after": after,
        "target": target,
        "window_days": DAY,
        "parts": {} if worth is None else {"goal_progress": worth},
    }


def _period_end(scene: Scene, goal: Goal) -> datetime:
    """The last instant of the goal's period in which the delivery was; of a goal to reach, far."""
    tenant, sent_at = scene.tenant, scene.sent_at
    if goal.period is None:
        return sent_at + timedelta(days=WEEK)
    _, after = period_bounds(goal.period, tenant.local_date(sent_at), goal.week_starts)
    return tenant.at_wall(after, time(0)) - timedelta(microseconds=1)


def _rises(goal: Goal, before: float) -> bool:
    return goal.target >= (before if goal.baseline is None else goal.baseline)


def _have(scene: Scene, goal: Goal, at: datetime) -> float | None:
    """What the goal had at `at`, by the measures until then."""
    until = [one for one in scene.measures if one.at <= at]
    zone = scene.tenant.zone
    return assess(goal, by_day(until, goal.metric, zone), scene.tenant.local(at)).have


async def _week(
    tx: Transaction, scene: Scene, metric: str
) -> tuple[float | None, dict[str, Any]] | None:
    """The week after against the person's own days before. Deliveries about the same metric whose
    weeks overlap with it share it evenly: what each can claim shrinks towards .5 with their number.

    The day of the delivery is neither before nor after. A day that the week does not hold whole
    counts only where a part of it says as much (a weight does, glasses of water do not).
    """
    zone, end = scene.tenant.zone, scene.sent_at + timedelta(days=WEEK)
    days = by_day((one for one in scene.measures if one.at <= end), metric, zone)
    first, last = scene.tenant.local_date(scene.sent_at), scene.tenant.local_date(end)
    after = [
        day for day in days if first < day.on < last or (day.on == last and not adds_up(metric))
    ]
    usual = baseline([day for day in days if day.on < first])
    if not after or usual is None:
        return None
    sharing = await store.deliveries_about(tx, metric, scene.sent_at - timedelta(days=WEEK), end)
    value = fmean(day.value for day in after)
    whole = effectiveness.of_behavior(
        value, usual.mean, _spread(usual, len(after)), more_is_better=_more_is_better(scene)
    )
    worth = 0.5 + (whole - 0.5) / max(1, sharing)
    return worth, {
        "link": "metric",
        "metric": metric,
        "before": usual.mean,
        "before_days": usual.days,
        "after": value,
        "after_days": len(after),
        "shared_by": sharing,
        "window_days": WEEK,
        "parts": {"behavior_change": worth},
    }


def _spread(usual: Baseline, days: int) -> float:
    """The standard error of a mean over `days` of the person's own days."""
    return usual.deviation / days**0.5


def _more_is_better(scene: Scene) -> bool:
    goal = scene.goal
    if goal is None:
        known = METRICS.get(scene.about.metric or "")
        return known is None or known.usual is not Direction.AT_MOST
    if goal.direction is Direction.REACH and goal.baseline is not None:
        return goal.target >= goal.baseline
    return goal.direction is not Direction.AT_MOST
