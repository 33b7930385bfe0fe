"""Lives of a few lines: what a case says of a person, as the loop knows it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.conversations.model import Message, Via, Way
from exoskull.goals.model import Goal, GoalState
from exoskull.grants.decide import Rules
from exoskull.kit.ids import TenantId, TraceId
from exoskull.language.metrics import metric_named
from exoskull.language.model import Direction, Language, Period
from exoskull.ledger.learn import UNTAUGHT
from exoskull.mape.model import Context, Knowledge
from exoskull.mape.monitor import monitor
from exoskull.signals.model import Measure, Source
from exoskull.tasks.model import Task, TaskState
from exoskull.tenants.model import Tenant

TRACE = TraceId(UUID(int=1))
HERE_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What the loop knows of somebody, the picture it makes, and what they said."""

    known: Knowledge
    context: Context
    said: Sequence[Message]


@dataclass(slots=True)
class _Ids:
    count: int = field(default=0)

    def new(self) -> UUID:
        self.count += 1
        return UUID(int=self.count)


def life(data: Mapping[str, Any], language: Language, at: datetime) -> Life:
    """The life that `data` tells of.

    Args:
        data: `measures` (by metric, pairs of days ago and value), `goals`, `tasks` (pairs of title
            and days until it is due, or null), `said` (pairs of hours ago and words).
    """
    ids = _Ids()
    goals = [goal(one, ids.new(), at) for one in data.get("goals", ())]
    measures = sorted(_measures(data.get("measures", {}), ids, at), key=lambda one: one.at)
    said = [_message(hours, words, ids, at) for hours, words in data.get("said", ())]
    last = max(said, key=lambda one: one.at, default=None)
    quiet = timedelta(days=data.get("quiet_days", 0), hours=1)
    known = Knowledge(
        tenant=person(language, at),
        measures=measures,
        goals=goals,
        open_tasks=[_task(title, due, ids, at) for title, due in data.get("tasks", ())],
        done_tasks=(),
        last_inbound=last.at if last else at - quiet,
        last_inbound_id=last.id if last else ids.new(),
        interventions=(),
        outcomes=(),
        decisions=(),
        posterior=UNTAUGHT,
        preferences=(),
        corrections=(),
        rules=Rules.of(()),
        usage={},
        reachable=frozenset(ChannelName),
    )
    return Life(known=known, context=monitor(known, at), said=sorted(said, key=lambda one: one.at))


def person(language: Language, at: datetime) -> Tenant:
    """Somebody of Warsaw, here for two months."""
    return Tenant(
        tenant_id=TenantId(UUID(int=0xE)),
        name="Ola",
        language=language,
        timezone="Europe/Warsaw",
        email="ola@example.org",
        phone="+48600100200",
        channels=(ChannelName.IN_APP, ChannelName.EMAIL, ChannelName.SMS),
        quiet_from=time(22),
        quiet_until=time(7),
        morning_at=time(7, 30),
        evening_at=time(20, 30),
        ai_budget_cents=50,
        paused_until=None,
        created_at=at - HERE_FOR,
        onboarded_at=at - HERE_FOR,
    )


def goal(data: Mapping[str, Any], goal_id: UUID, at: datetime) -> Goal:
    """A goal: `title, metric, target`, and where they are other than usual `direction`
    (`at_least`), `period` (`week`; null: to be reached), `baseline`, `by_days`, `days_old`."""
    period = data.get("period", "week")
    by_days = data.get("by_days")
    return Goal(
        id=goal_id,
        title=data["title"],
        metric=data["metric"],
        unit=metric_named(data["metric"]).unit,
        target=float(data["target"]),
        direction=Direction(data.get("direction", "at_least")),
        period=Period(period) if period else None,
        by_date=(at + timedelta(days=by_days)).date() if by_days is not None else None,
        baseline=data.get("baseline"),
        state=GoalState.ACTIVE,
        created_at=at - timedelta(days=data.get("days_old", 30)),
        trace=TRACE,
    )


def _measures(data: Mapping[str, Any], ids: _Ids, at: datetime) -> Iterator[Measure]:
    for metric, values in data.items():
        for days_ago, value in values:
            yield Measure(
                id=ids.new(),
                at=at - timedelta(days=days_ago),
                metric=metric,
                value=float(value),
                unit=metric_named(metric).unit,
                source=Source.API,
                message_id=None,
                trace=TRACE,
            )


def _task(title: str, due_in: int | None, ids: _Ids, at: datetime) -> Task:
    return Task(
        id=ids.new(),
        title=title,
        due_on=None if due_in is None else (at + timedelta(days=due_in)).date(),
        remind_at=None,
        state=TaskState.OPEN,
        goal_id=None,
        intervention_id=None,
        source=Source.API,
        created_at=at - timedelta(days=20),
        ended_at=None,
        trace=TRACE,
    )


def _message(hours_ago: float, words: str, ids: _Ids, at: datetime) -> Message:
    return Message(
        id=ids.new(),
        at=at - timedelta(hours=hours_ago),
        direction=Way.IN,
        channel=Via.WEB,
        sender=None,
        text=words,
        origin_id=None,
        in_reply_to=None,
        trace=TRACE,
    )
