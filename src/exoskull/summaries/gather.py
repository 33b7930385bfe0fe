"""Reading a span's facts from the rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from statistics import fmean

from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.feed.model import StoredEvent
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.goals.pace import Trajectory, assess
from exoskull.goals.period import day_end, period_bounds
from exoskull.i18n import happened
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention, State
from exoskull.interventions.records import DIGESTS
from exoskull.language.model import Direction, Period
from exoskull.outcomes import service as outcomes
from exoskull.outcomes.model import OutcomeType
from exoskull.signals.daily import Day, adds_up, by_day
from exoskull.summaries.model import Bar, Facts, GoalPart, Message, MetricPart, Span
from exoskull.tasks import service as tasks
from exoskull.tenants.model import Tenant

_DAY = timedelta(days=1)
METRICS_MAX = 6
EVENTS_MAX = 200
LOOKS_BACK = timedelta(days=62)
"""Before the span, so that a rhythm that began earlier is judged by what was kept."""
HELD = (State.REFUSED, State.FAILED, State.SUPPRESSED)
NO_NEWS = ("reason_gone", "paused")
"""Reasons not to send that the person gave, or wanted."""


async def gather(tx: Transaction, tenant: Tenant, span: Span) -> Facts:
    """The facts of `span`, in the tenant's days."""
    begin, end = tenant.at_wall(span.first, time(0)), tenant.at_wall(span.end, time(0))
    earlier = tenant.at_wall(span.before, time(0))
    active = await goals.active(tx)
    measured = await goals.measures(tx, active, since=begin - LOOKS_BACK)
    measures = [one for one in measured if one.at < end]
    days = {
        metric: by_day(measures, metric, tenant.zone)
        for metric in sorted({one.metric for one in measures})
    }
    done = await tasks.done_since(tx, earlier)
    in_span = [one for one in done if one.ended_at and begin <= one.ended_at < end]
    made = await interventions.since(tx, begin - timedelta(days=2))
    ours = [one for one in made if one.symptom not in DIGESTS]
    sent = {one.id for one in ours if one.sent_at is not None and begin <= one.sent_at < end}
    answered = {
        one.intervention_id
        for one in await outcomes.since(tx, begin)
        if one.intervention_id in sent and one.type is not OutcomeType.IGNORED
    }
    news = await _news(tx, begin, end)
    told = {kind: [_told(one, tenant) for one in group] for kind, group in news.items()}
    return Facts(
        span=span,
        goals=[
            _goal(goal, days.get(goal.metric, []), span, tenant)
            for goal in active
            if tenant.local_date(goal.created_at) <= span.last
        ],
        metrics=_metrics(days, span),
        done=[one.title for one in in_span],
        done_before=sum(1 for one in done if one.ended_at and one.ended_at < begin),
        sent=len(sent),
        answered=len(answered),
        held=sum(1 for one in ours if _is_held(one) and begin <= one.created_at < end),
        learned=told["preference.learned"],
        changed=told["strategy.changed"],
        ended=[*told["goal.completed"], *told["goal.missed"]],
        messages=[
            Message(
                at=tenant.local(one.sent_at),
                channel=one.channel,
                text=one.text,
                answered=one.id in answered,
            )
            for one in ours
            if one.id in sent and one.sent_at is not None and one.decision_id is not None
        ],
    )


def _is_held(one: Intervention) -> bool:
    return one.state in HELD and one.failure not in NO_NEWS


async def _news(tx: Transaction, begin: datetime, end: datetime) -> Mapping[str, list[StoredEvent]]:
    kinds = ("preference.learned", "strategy.changed", "goal.completed", "goal.missed")
    found = await feed.latest(tx, kinds=kinds, limit=EVENTS_MAX)
    inside = [one for one in reversed(found) if begin <= one.at < end]
    return {kind: [one for one in inside if one.kind == kind] for kind in kinds}


def _told(event: StoredEvent, tenant: Tenant) -> str:
    return happened(event.kind, event.data, tenant.language.value, tenant.zone)


def _goal(goal: Goal, days: Sequence[Day], span: Span, tenant: Tenant) -> GoalPart:
    until = datetime.combine(span.last, time.max, tzinfo=tenant.zone)
    inside = [day for day in days if span.first <= day.on <= span.last]
    is_daily = goal.period is Period.DAY
    met = [day for day in inside if _is_met(goal, day)] if is_daily else []
    begun = max(span.first, tenant.local_date(goal.created_at))
    return GoalPart(
        goal=goal,
        progress=assess(goal, [day for day in days if day.on <= span.last], until),
        bars=_bars(goal.metric, inside, span),
        met_days=len(met),
        measured_days=len([day for day in inside if day.on >= begun]) if is_daily else 0,
        all_days=(span.end - begun).days if is_daily else 0,
        weeks=_weeks(goal, days, span, tenant),
    )


def _weeks(goal: Goal, days: Sequence[Day], span: Span, tenant: Tenant) -> tuple[Trajectory, ...]:
    if goal.period is not Period.WEEK or len(span.days) <= 7:
        return ()
    created = tenant.local_date(goal.created_at)
    lasts = [
        day
        for day in span.days
        if day >= created and period_bounds(Period.WEEK, day, goal.week_starts)[1] == day + _DAY
    ]
    return tuple(assess(goal, days, day_end(last, tenant.zone)).trajectory for last in lasts)


def _is_met(goal: Goal, day: Day) -> bool:
    if goal.direction is Direction.AT_MOST:
        return day.value <= goal.target
    return day.value >= goal.target


def _bars(metric: str, inside: Sequence[Day], span: Span) -> tuple[Bar, ...]:
    """A bar a day; over more than a week, a bar for each seven days from the first."""
    if not inside or len(span.days) == 1:
        return ()
    width = 1 if len(span.days) <= 7 else 7
    bars = []
    for start in range(0, len(span.days), width):
        chunk = span.days[start : start + width]
        values = [day.value for day in inside if chunk[0] <= day.on <= chunk[-1]]
        bars.append(Bar(first=chunk[0], last=chunk[-1], value=_in_all(metric, values)))
    return tuple(bars)


def _in_all(metric: str, values: Sequence[float]) -> float | None:
    if not values:
        return None
    return sum(values) if adds_up(metric) else fmean(values)


def _metrics(days: Mapping[str, Sequence[Day]], span: Span) -> list[MetricPart]:
    found = []
    for metric, group in days.items():
        inside = [day for day in group if span.first <= day.on <= span.last]
        value = _in_all(metric, [day.value for day in inside])
        if value is None:
            continue
        before = [day.value for day in group if span.before <= day.on < span.first]
        found.append(
            MetricPart(
                metric=metric,
                unit=inside[-1].unit,
                adds_up=adds_up(metric),
                value=value,
                days=len(inside),
                before=_in_all(metric, before),
                days_before=len(before),
            )
        )
    found.sort(key=lambda part: (-part.days, part.metric))
    return found[:METRICS_MAX]
