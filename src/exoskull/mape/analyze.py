"""Analyze: the picture into symptoms, each with the rows that show it.

One function a symptom; each returns those it finds. Severities order them: what a person would
want to hear of first is nearer 1.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from statistics import fmean

from exoskull.goals.model import Goal
from exoskull.goals.pace import Progress, Trajectory
from exoskull.language.model import Direction, Period
from exoskull.ledger.model import Proximal, Rule
from exoskull.mape.model import Context, Standing, Symptom, SymptomKind
from exoskull.signals.daily import Day, adds_up
from exoskull.signals.model import Source
from exoskull.tasks.model import LOOK_AHEAD

SLEEP = "sleep_hours"
MOOD = "mood"
USUAL_SLEEP_H = 7.5
"""Stands in for the person's own nights while there are too few of them; the facts say so."""

SILENCE_AFTER = timedelta(days=3)
REMINDER_LATEST = timedelta(days=7)
"""How long after its time a reminder that was missed is still told; Knowledge remembers longer, so
that none is told twice."""

NO_DATA_AFTER_DAYS = 2
BEHIND = (Trajectory.OFF_TRACK, Trajectory.AT_RISK)


def analyze(context: Context) -> list[Symptom]:
    """Every symptom in `context`, the most severe first."""
    found = [symptom for detect in DETECTORS for symptom in detect(context)]
    return sorted(found, key=lambda symptom: (-symptom.severity, symptom.key))


def goal_off_pace(context: Context) -> Iterable[Symptom]:
    """A goal that is behind its pace."""
    for standing in context.standings:
        goal, progress = standing.goal, standing.progress
        if progress.trajectory not in BEHIND or _is_settled_today(standing, context):
            continue
        young = goal.period is Period.DAY and context.now.hour < 12
        if young and not _missed_lately(standing, context):
            continue  # nothing is late yet
        off = progress.trajectory is Trajectory.OFF_TRACK
        yield Symptom(
            kind=SymptomKind.GOAL_OFF_PACE,
            subject=str(goal.id),
            severity=0.7 if off else 0.55,
            facts=_progress_facts(standing),
            evidence=(str(goal.id), *progress.evidence),
            metric=goal.metric,
            goal_id=goal.id,
            proximal=_towards(standing),
        )


def _is_settled_today(standing: Standing, context: Context) -> bool:
    """Whether the day has done its part for a goal: one of its actions was done, or its metric was
    measured; of what adds up to a day's target, all of it. Then there is nothing to ask for until
    tomorrow, neither to do it nor to log it."""
    today = next((day.value for day in standing.days if day.on == context.today), None)
    if today is not None:
        goal = standing.goal
        in_parts = goal.period is Period.DAY and adds_up(goal.metric)
        if not in_parts or goal.direction is not Direction.AT_LEAST or today >= goal.target:
            return True
    zone = context.now.tzinfo
    return any(
        task.goal_id == standing.goal.id
        and task.ended_at is not None
        and task.ended_at.astimezone(zone).date() == context.today
        for task in context.done_tasks
    )


def _missed_lately(standing: Standing, context: Context) -> bool:
    """Whether a goal to do something each day was not met on each day of the last week."""
    goal, today = standing.goal, context.today
    created = goal.created_at.astimezone(context.now.tzinfo).date()
    had = {day.on: day.value for day in standing.days}
    week = (today - timedelta(days=ago) for ago in range(1, 8))
    missed = (had.get(day, 0.0) < goal.target for day in week if day >= created)
    return goal.direction is Direction.AT_LEAST and any(missed)


def goal_without_data(context: Context) -> Iterable[Symptom]:
    """An active goal that nothing was measured for in days."""
    for standing in context.standings:
        goal = standing.goal
        if goal.milestone:
            continue  # its one measure is its end
        created = goal.created_at.astimezone(context.now.tzinfo).date()
        last = max((day.on for day in standing.days), default=created)
        patience = {Period.DAY: 2, Period.WEEK: 5, Period.MONTH: 10}.get(
            goal.period or Period.MONTH, NO_DATA_AFTER_DAYS
        )
        if not standing.days:
            patience = NO_DATA_AFTER_DAYS
        silent = (context.today - max(created, last)).days
        if silent < patience:
            continue
        if standing.days and standing.progress.trajectory in BEHIND:
            continue  # being behind says it already
        if _is_settled_today(standing, context):
            continue
        yield Symptom(
            kind=SymptomKind.GOAL_WITHOUT_DATA,
            subject=str(goal.id),
            severity=0.45,
            facts={"goal": goal.title, "metric": goal.metric, "days": silent},
            evidence=(str(goal.id), *(str(day.measures[-1].id) for day in standing.days[-1:])),
            metric=goal.metric,
            goal_id=goal.id,
            proximal=Proximal(rule=Rule.MEASURED, metric=goal.metric),
        )


def sleep_debt(context: Context) -> Iterable[Symptom]:
    """Nights of late that were shorter than this person's own."""
    nights = _recent(context, SLEEP, days=3)
    if len(nights) < 2:
        return
    own = context.baselines.get(SLEEP)
    usual = own.mean if own else USUAL_SLEEP_H
    mean = fmean(night.value for night in nights)
    margin = max(0.75, own.deviation if own else 0.0)
    if mean > usual - margin:
        return
    debt = sum(max(0.0, usual - night.value) for night in nights)
    yield Symptom(
        kind=SymptomKind.SLEEP_DEBT,
        subject=SLEEP,
        severity=min(0.9, 0.6 + debt / 30),
        facts={
            "mean_h": mean,
            "baseline_h": usual,
            "baseline_days": own.days if own else 0,
            "nights": len(nights),
            "debt_h": debt,
        },
        evidence=_ids(nights),
        metric=SLEEP,
        proximal=Proximal(rule=Rule.AT_LEAST, metric=SLEEP, threshold=usual - margin),
    )


def overload(context: Context) -> Iterable[Symptom]:
    """More overdue tasks than a person can look at calmly."""
    overdue = [
        task
        for task in context.open_tasks
        if task.remind_at is None
        and task.source is not Source.LOOP  # its actions are for their day, and no debt
        and task.due_on is not None
        and task.due_on < context.today
    ]
    if len(overdue) < 3:
        return
    oldest = min(overdue, key=lambda task: (task.due_on or context.today, str(task.id)))
    late = (context.today - (oldest.due_on or context.today)).days
    yield Symptom(
        kind=SymptomKind.OVERLOAD,
        subject="tasks",
        severity=min(0.8, 0.4 + len(overdue) / 20),
        facts={"count": len(overdue), "oldest": oldest.title, "days_late": late},
        evidence=tuple(str(task.id) for task in overdue[:10]),
        proximal=Proximal(rule=Rule.TASK_DONE),
    )


def low_mood(context: Context) -> Iterable[Symptom]:
    """A mood of late that is below this person's own."""
    lately = _recent(context, MOOD, days=3)
    if len(lately) < 2:
        return
    own = context.baselines.get(MOOD)
    mean = fmean(day.value for day in lately)
    usual = own.mean if own else 6.0
    margin = max(1.0, own.deviation if own else 1.5)
    falling = lately[-1].value <= lately[0].value
    if mean > usual - margin or not falling:
        return
    yield Symptom(
        kind=SymptomKind.LOW_MOOD,
        subject=MOOD,
        severity=0.75,
        facts={
            "mean": mean,
            "baseline": usual,
            "baseline_days": own.days if own else 0,
            "days": len(lately),
        },
        evidence=_ids(lately),
        metric=MOOD,
        proximal=Proximal(rule=Rule.AT_LEAST, metric=MOOD, threshold=usual - margin),
    )


def silence(context: Context) -> Iterable[Symptom]:
    """Three days without a word, a number or a task done from the person."""
    last, evidence = last_heard(context)
    quiet = context.at - last
    if quiet < SILENCE_AFTER:
        return
    yield Symptom(
        kind=SymptomKind.SILENCE,
        subject="silence",
        severity=0.5,
        facts={"days": quiet.days},
        evidence=evidence,
        proximal=Proximal(rule=Rule.HEARD),
    )


def last_heard(context: Context) -> tuple[datetime, tuple[str, ...]]:
    """When the person was last heard of, and the row that shows it: a message, a measure, a task
    marked as done, or none but their being here."""
    heard: list[tuple[datetime, tuple[str, ...]]] = [(context.since, ())]
    if context.last_inbound is not None:
        heard.append((context.last_inbound, (str(context.last_inbound_id),)))
    heard += [(task.ended_at, (str(task.id),)) for task in context.done_tasks if task.ended_at]
    for days in context.days.values():
        heard += [(one.at, (str(one.id),)) for day in days[-1:] for one in day.measures]
    return max(heard)


def broken_routine(context: Context) -> Iterable[Symptom]:
    """Something done on most days, or every other day, that has stopped."""
    of_goals = {standing.goal.metric for standing in context.standings}
    for metric, days in context.days.items():
        if metric in of_goals:
            continue  # a goal's pace says it already
        before = [day for day in days if context.today - timedelta(days=28) <= day.on]
        if len(before) < 8:
            continue
        span = (before[-1].on - before[0].on).days + 1
        per_week = 7 * len(before) / span
        since = (context.today - before[-1].on).days
        if per_week < 3 or since < max(3, round(3 * 7 / per_week)):
            continue
        yield Symptom(
            kind=SymptomKind.BROKEN_ROUTINE,
            subject=metric,
            severity=0.5,
            facts={"metric": metric, "usual_per_week": per_week, "days_since": since},
            evidence=_ids(before[-5:]),
            metric=metric,
            proximal=Proximal(rule=Rule.MEASURED, metric=metric),
        )


def achievement(context: Context) -> Iterable[Symptom]:
    """A goal met for its period, or reached."""
    for standing in context.standings:
        goal, progress = standing.goal, standing.progress
        if progress.trajectory is not Trajectory.COMPLETED or progress.have is None:
            continue
        if goal.direction is Direction.AT_MOST or not progress.evidence:
            continue
        reached = "reach" if goal.direction is Direction.REACH else _once(goal, progress)
        yield Symptom(
            kind=SymptomKind.ACHIEVEMENT,
            subject=f"{goal.id}:{reached}",
            severity=0.4,
            facts=_progress_facts(standing),
            evidence=(str(goal.id), *progress.evidence),
            metric=goal.metric,
            goal_id=goal.id,
            proximal=Proximal(rule=Rule.MEASURED, metric=goal.metric),
        )


def _once(goal: Goal, progress: Progress) -> str:
    """What an achievement is told of once: the goal's period; of a goal by the day, the week."""
    first = progress.since
    if goal.period is Period.DAY:
        first -= timedelta(days=first.weekday())
    return first.isoformat()


def reminder_due(context: Context) -> Iterable[Symptom]:
    """A reminder whose time is near, or was missed."""
    for task in context.open_tasks:
        if task.remind_at is None or task.remind_at > context.at + LOOK_AHEAD:
            continue
        if task.remind_at < context.at - REMINDER_LATEST:
            continue
        yield Symptom(
            kind=SymptomKind.REMINDER_DUE,
            subject=str(task.id),
            severity=1.0,
            facts={"title": task.title, "at": task.remind_at.isoformat()},
            evidence=(str(task.id),),
            task_id=task.id,
            due_at=task.remind_at,
        )


DETECTORS: tuple[Callable[[Context], Iterable[Symptom]], ...] = (
    reminder_due,
    goal_off_pace,
    goal_without_data,
    sleep_debt,
    overload,
    low_mood,
    silence,
    broken_routine,
    achievement,
)


def _recent(context: Context, metric: str, *, days: int) -> Sequence[Day]:
    first = context.today - timedelta(days=days)
    return [day for day in context.days.get(metric, ()) if day.on >= first][-days:]


def _ids(days: Iterable[Day]) -> tuple[str, ...]:
    return tuple(str(measure.id) for day in days for measure in day.measures)[-10:]


def _progress_facts(standing: Standing) -> dict[str, object]:
    goal, progress = standing.goal, standing.progress
    return {
        "goal": goal.title,
        "metric": goal.metric,
        "direction": goal.direction.value,
        "period": goal.period.value if goal.period else "none",
        "trajectory": progress.trajectory.value,
        "have": _or_zero(progress),
        "expected": progress.expected,
        "target": progress.target,
        "missing": progress.missing,
        "days_left": progress.days_left,
    }


def _towards(standing: Standing) -> Proximal:
    """A goal to do more of wants to be measured again; one to do less of, a day under its share."""
    goal = standing.goal
    if goal.direction is not Direction.AT_MOST:
        return Proximal(rule=Rule.MEASURED, metric=goal.metric)
    days = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 30}[goal.period or Period.DAY]
    share = goal.target / (days if adds_up(goal.metric) else 1)  # a mean has no share of a day
    return Proximal(rule=Rule.AT_MOST, metric=goal.metric, threshold=share)


def _or_zero(progress: Progress) -> float:
    return progress.have if progress.have is not None else 0.0
