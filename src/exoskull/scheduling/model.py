"""Jobs, slots and runs.

A *job* is a row of the catalogue. A *slot* is one moment at which it is to be done, named so that
it can be done once only: the local date of a daily job, the instant of a cycle. A *run* is what
became of a slot.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import IntEnum, StrEnum
from typing import Any
from uuid import UUID

from exoskull.kit.ids import TenantId, TraceId


class Setting(StrEnum):
    """An hour of the day that each person sets for themselves."""

    MORNING = "morning_at"
    EVENING = "evening_at"


class Weekday(IntEnum):
    """As `date.weekday()` counts."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """Every so many minutes of UTC, counted from midnight; a slot is the instant.

    `minutes` divides a day.
    """

    minutes: int

    def __post_init__(self) -> None:
        if self.minutes < 1 or 1440 % self.minutes:
            raise ValueError(f"{self.minutes} minutes do not divide a day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """Once in every local calendar date, at a wall time; a slot is the local date."""

    at: time | Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """Once in every local week, on `day`."""

    day: Weekday
    at: time | Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Monthly:
    """Once in every local month, on its `day`, which every month has: 1 to 28."""

    day: int
    at: time | Setting

    def __post_init__(self) -> None:
        if not 1 <= self.day <= 28:
            raise ValueError(f"not every month has a day {self.day}")


Rule = Cycle | Daily | Weekly | Monthly


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalesce:
    """Of all slots that came due while nobody worked, one run for the newest; its detail says how
    many it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLate:
    """Every slot runs, however late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropAfter:
    """A slot not begun within `late` of its instant is missed."""

    late: timedelta


CatchUp = Coalesce | RunLate | DropAfter


class Scope(StrEnum):
    """Whose job it is.

    TENANT: each tenant has slots of its own. TRIAGE: one slot of the installation, which becomes
    a run for each tenant that has something to look at. INSTALLATION: one run for all, in UTC.
    """

    TENANT = "tenant"
    TRIAGE = "triage"
    INSTALLATION = "installation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A row of the catalogue. What people read of it stands in the texts under `job-<name>`.

    `lease`: how long a worker may be silent before another takes its run. `attempts`: begun and
    not ended so often, a run has failed.
    """

    name: str
    rule: Rule
    scope: Scope
    catch_up: CatchUp
    lease: timedelta = timedelta(seconds=60)
    attempts: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One moment at which a job is to be done.

    `slot` names it: `2026-03-08` for a daily job, `2026-03-08T06:15:00+00:00` for a cycle.
    `local` is the instant as the person's clock shows it, ISO 8601 with its offset.
    """

    slot: str
    local: str
    at: datetime

    @property
    def utc(self) -> str:
        return self.at.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Where one tenant stands with one job.

    `next_slot` is the first slot not accounted for, due at `next_at`; `last_slot` the last that
    is. `wall_at` is None for a cycle. The job had no slots at or before `since`.
    """

    tenant_id: TenantId
    job: str
    timezone: str
    wall_at: time | None
    since: datetime
    last_slot: str | None
    next_slot: str
    next_at: datetime


class State(StrEnum):
    """What became of a slot."""

    DUE = "due"
    RUNNING = "running"
    RAN = "ran"
    SKIPPED = "skipped"
    FAILED = "failed"
    MISSED = "missed"


OPEN = frozenset({State.DUE, State.RUNNING})


class Reason(StrEnum):
    """Why a slot ended as it did, where this feature decides it; handlers add reasons of theirs."""

    TOO_LATE = "too_late"
    ZONE_CHANGED = "zone_changed"
    ATTEMPTS_EXHAUSTED = "attempts_exhausted"
    NOTHING_TO_LOOK_AT = "nothing_to_look_at"
    STILL_RUNNING = "still_running"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What became of a slot, so far.

    `attempt` counts the workers that began it; the newest owns it. `due_at` is when it may begin:
    its slot's instant, later where runs are spread. An open run is enqueued again at `lease_until`.
    """

    tenant_id: TenantId
    id: UUID
    job: str
    slot: str
    local: str
    trace: TraceId
    due_at: datetime
    state: State
    attempt: int = 0
    lease_until: datetime | None = None
    worker: str | None = None
    reason: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    started_at: datetime | None = None
    finished_at: datetime | None = None

    @property
    def slot_at(self) -> datetime:
        """The instant of the slot, UTC."""
        return datetime.fromisoformat(self.local).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a handler says its run ended; `ran` and `skipped` make one."""

    state: State
    reason: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)


def ran(**detail: Any) -> Ended:
    """The job was done. `detail` is plain JSON."""
    return Ended(state=State.RAN, detail=detail)


def skipped(reason: str, **detail: Any) -> Ended:
    """There was nothing to do, and `reason` says why: a short name with underscores."""
    return Ended(state=State.SKIPPED, reason=reason, detail=detail)
