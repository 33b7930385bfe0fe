"""Work that nobody waits for: what kinds there are, who could do with it, what became of it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from exoskull.budgets.model import Amount
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.tenants.model import Tenant

LEASE = timedelta(minutes=10)
"""How long a piece may take before it counts as abandoned, and is taken up again."""

ATTEMPTS = 3
"""Abandoned so often, a piece has failed."""


class Category(StrEnum):
    """What a piece of work is for."""

    GOALS = "goals"
    TRENDS = "trends"
    MEMORY = "memory"
    QUALITY = "quality"
    APPS = "apps"
    SKILLS = "skills"


class WorkState(StrEnum):
    """What became of a piece."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRun:
    """One piece of work: an item, done for one tenant.

    `attempt` counts those who began it; the newest owns it until `lease_until`. `reason` says why
    it failed. `cost_micros` is what it really cost.
    """

    id: UUID
    item: str
    state: WorkState
    attempt: int
    worth: float
    started_at: datetime
    lease_until: datetime | None
    finished_at: datetime | None
    result: dict[str, Any]
    reason: str | None
    reservation_id: UUID | None
    cost_micros: int
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantState:
    """What the worth of work is judged by: numbers, not contents.

    `days`: how many days each metric was measured on, ever. `news`: measures that came in since
    the tenant was last found to need nothing. `runs`: the newest run of each item. `facts`: how
    many findings are current. `extra`: what an item's own `look` returned, by item.
    """

    tenant: Tenant
    at: datetime
    days: Mapping[str, int]
    news: int
    runs: Mapping[str, WorkRun]
    facts: int
    budget_left_micros: int
    extra: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def looked(self, item: str) -> Mapping[str, int]:
        """How many days each metric had when `item` last looked at it."""
        run = self.runs.get(item)
        return run.result.get("looked", {}) if run else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What a piece of work is done with."""

    database: Database
    clock: Clock
    ids: Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece in hand: whose, which run of it, and the state it was chosen by."""

    tenant: Tenant
    run: WorkRun
    state: TenantState
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a piece. `result` is plain JSON; `cost` what it really cost."""

    result: dict[str, Any]
    cost: Amount = field(default_factory=Amount)


Do = Callable[[Workshop, Piece], Awaitable[Done]]
"""Does a piece. It may be called again for the same piece, after its worker died: it opens each
transaction that it writes in with `service.writing`, and what it writes it can write twice."""

Look = Callable[[Transaction, datetime], Awaitable[Mapping[str, float]]]
"""Reads the few numbers that an item's worth needs beside the tenant's state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """A kind of work, a row of the table WORK.

    `cost`: an upper bound, reserved from the tenant's budget before a piece is begun. `cooldown`:
    how long a tenant is left alone with it after a piece. `worth`: what a piece is worth now, on a
    scale on which 1 is "worth doing today"; 0 or less: nothing to do.
    """

    name: str
    category: Category
    cooldown: timedelta
    worth: Callable[[TenantState], float]
    do: Do
    cost: Amount = field(default_factory=Amount)
    look: Look | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A piece that would be worth something now."""

    tenant_id: TenantId
    item: str
    worth: float
    cost_micros: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """How many pieces a tenant had in the last week, and when the last."""

    pieces: int = 0
    last_at: datetime | None = None
