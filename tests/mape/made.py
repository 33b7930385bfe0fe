"""Contexts and knowledge made by hand."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.goals.model import Goal, GoalState
from exoskull.grants.decide import Rules
from exoskull.grants.defaults import DEFAULTS
from exoskull.grants.model import By, Grant, GrantId
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SeededIds, TenantId, TraceId
from exoskull.language.model import Direction, Language, Period
from exoskull.ledger.learn import UNTAUGHT
from exoskull.mape.model import Context, Knowledge
from exoskull.mape.monitor import monitor
from exoskull.signals.model import Measure, Source
from exoskull.tasks.model import Task, TaskState
from exoskull.tenants.model import Tenant

NOW = datetime(2026, 3, 26, 13, 30, tzinfo=UTC)
"""A Thursday, 14:30 in Warsaw."""

TODAY = date(2026, 3, 26)
IDS = SeededIds(VirtualClock(NOW), seed=7)
ANY = TraceId(UUID(int=1))


def tenant(**fields: Any) -> Tenant:
    made: dict[str, Any] = {
        "tenant_id": TenantId(UUID(int=5)),
        "name": "anna",
        "language": Language.EN,
        "timezone": "Europe/Warsaw",
        "email": "anna@example.org",
        "phone": "+48600100200",
        "channels": (ChannelName.IN_APP, ChannelName.EMAIL, ChannelName.SMS),
        "quiet_from": time(22),
        "quiet_until": time(7),
        "morning_at": time(7, 30),
        "evening_at": time(20, 30),
        "ai_budget_cents": 50,
        "paused_until": None,
        "created_at": NOW - timedelta(days=60),
        "onboarded_at": None,
    }
    return Tenant(**made | fields)


def measure(metric: str, value: float, days_ago: float, *, now: datetime = NOW) -> Measure:
    return Measure(
        id=IDS.new(),
        at=now - timedelta(days=days_ago),
        metric=metric,
        value=value,
        unit="",
        source=Source.API,
        message_id=None,
        trace=ANY,
    )


def nights(values: Mapping[float, float], metric: str = "sleep_hours") -> list[Measure]:
    """Measures, oldest first, by how many days ago."""
    return [measure(metric, values[ago], ago) for ago in sorted(values, reverse=True)]


def goal(**fields: Any) -> Goal:
    made: dict[str, Any] = {
        "id": IDS.new(),
        "title": "Run",
        "metric": "runs",
        "unit": "run",
        "target": 3.0,
        "direction": Direction.AT_LEAST,
        "period": Period.WEEK,
        "by_date": None,
        "baseline": None,
        "state": GoalState.ACTIVE,
        "created_at": NOW - timedelta(days=30),
        "trace": ANY,
    }
    return Goal(**made | fields)


def task(title: str = "A task", **fields: Any) -> Task:
    made: dict[str, Any] = {
        "id": IDS.new(),
        "title": title,
        "due_on": None,
        "remind_at": None,
        "state": TaskState.OPEN,
        "goal_id": None,
        "intervention_id": None,
        "source": Source.API,
        "created_at": NOW - timedelta(days=10),
        "ended_at": None,
        "trace": ANY,
    }
    return Task(**made | fields)


def default_rules() -> Rules:
    return Rules.of(
        Grant(
            id=GrantId(IDS.new()),
            pattern=terms.pattern,
            effect=terms.effect,
            set_by=By.DEFAULT,
            created_at=NOW,
        )
        for terms in DEFAULTS
    )


def knowledge(
    *,
    measures: Sequence[Measure] = (),
    goals: Sequence[Goal] = (),
    open_tasks: Sequence[Task] = (),
    **fields: Any,
) -> Knowledge:
    made: dict[str, Any] = {
        "tenant": tenant(),
        "measures": sorted(measures, key=lambda one: one.at),
        "goals": goals,
        "open_tasks": open_tasks,
        "done_tasks": (),
        "last_inbound": NOW - timedelta(hours=1),
        "last_inbound_id": UUID(int=77),
        "interventions": (),
        "outcomes": (),
        "decisions": (),
        "posterior": UNTAUGHT,
        "rules": default_rules(),
        "usage": {},
        "reachable": frozenset(ChannelName),
    }
    made = made | fields
    lists = {one.name for one in dataclasses.fields(Knowledge)} - made.keys()
    return Knowledge(**made, **dict.fromkeys(lists, ()))


def context(now: datetime = NOW, **fields: Any) -> Context:
    return monitor(knowledge(**fields), now)


def ids_of(rows: Iterable[Any]) -> set[str]:
    return {str(row.id) for row in rows}
