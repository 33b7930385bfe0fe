"""An app: its definition, its states, and what was entered in it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from exoskull.kit.ids import TraceId

UNDO_FOR = timedelta(days=30)
"""How long a change of an app can be taken back; a deleted app is kept as long."""

COLUMNS_MAX = 16
NAME_MAX = 60
OPTIONS_MAX = 40
TEXT_MAX = 2000


class ColumnType(StrEnum):
    """What a column holds. DURATION is in minutes, RATING a whole number of its range, MONEY an
    amount in the currency that the column's unit names."""

    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    RATING = "rating"
    MONEY = "money"


class Rule(StrEnum):
    """How the entries of a day become the day's value. COUNT counts entries."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"
    COUNT = "count"


class View(StrEnum):
    FORM = "form"
    TABLE = "table"
    CALENDAR = "calendar"
    LINE = "line"
    BAR = "bar"
    STREAK = "streak"


class AppState(StrEnum):
    """REFUSED: the person said no. DELETED: kept for 30 days, then gone."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    ARCHIVED = "archived"
    DELETED = "deleted"
    REFUSED = "refused"


class AppSource(StrEnum):
    USER_REQUEST = "user_request"
    SUGGESTION = "suggestion"
    AUTO_DETECTION = "auto_detection"


class Risk(StrEnum):
    """Computed from the definition, never declared: see `risk.py`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `key`: where entries keep its value (`n1`), never used again for another column.

    `name`: how programs call it, ASCII. `unit`: as of a metric's, "" for none. `low` to `high`: the
    range of a number, both included. `options`: of a choice. `hidden`: no longer in the form; what
    was entered stays.
    """

    key: str
    name: str
    label: str
    type: ColumnType
    unit: str = ""
    low: float | None = None
    high: float | None = None
    options: tuple[str, ...] = ()
    required: bool = False
    default: Any = None
    hidden: bool = False

    @property
    def is_number(self) -> bool:
        """Whether its values can be summed, averaged and charted."""
        return self.type in NUMERIC


NUMERIC = frozenset(
    {
        ColumnType.INTEGER,
        ColumnType.NUMBER,
        ColumnType.DURATION,
        ColumnType.RATING,
        ColumnType.MONEY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricLink:
    """Which metric an entry is a measure of. `column` None: each entry counts as one. `factor`: how
    many of the metric's units one of the column's is."""

    metric: str
    column: str | None
    factor: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the app's charts and summary show: `column` (None: entries are counted), by `rule`."""

    column: str | None
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class AppSpec:
    """The whole definition of an app.

    `family`: the kind of need it serves, "custom" for one of the person's own. `views`: the first
    is shown first. `widget`: the period of the dashboard's number, `day` or `week`. `reminder`: a
    suggested hour, "HH:MM" local, or None; `reminds`: whether the person took it. `goal`: the goal
    whose line the chart shows.
    """

    name: str
    slug: str
    family: str
    columns: tuple[Column, ...]
    views: tuple[View, ...]
    measured: Measured
    metrics: tuple[MetricLink, ...] = ()
    widget: str = "day"
    reminder: str | None = None
    reminds: bool = False
    goal: UUID | None = None

    def column(self, name: str) -> Column | None:
        """The column called `name`."""
        return next((one for one in self.columns if one.name == name), None)

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns of the form."""
        return tuple(one for one in self.columns if not one.hidden)

    @property
    def measured_column(self) -> Column | None:
        return self.column(self.measured.column) if self.measured.column else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Smoke:
    """What the smoke test of a definition found. `failure` names the step that failed."""

    passed: bool
    steps: tuple[str, ...] = ()
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """An app of one person. `mentions`: how many messages asked for it, `evidence` their ids."""

    id: UUID
    spec: AppSpec
    state: AppState
    source: AppSource
    risk: Risk
    smoke: Smoke
    mentions: int
    evidence: tuple[UUID, ...]
    confidence: float
    created_at: datetime
    activated_at: datetime | None
    ended_at: datetime | None
    trace: TraceId

    @property
    def name(self) -> str:
        return self.spec.name

    @property
    def slug(self) -> str:
        return self.spec.slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of an app. `cells`: values by column key, as JSON has them; `local_date`: the
    person's day at the time. `undone_at`: taken back then."""

    id: UUID
    app_id: UUID
    at: datetime
    local_date: date
    cells: dict[str, Any] = field(hash=False)
    source: str
    idempotency_key: str | None
    message_id: UUID | None
    created_at: datetime
    changed_at: datetime
    undone_at: datetime | None
    trace: TraceId


class Outcome(StrEnum):
    """What became of a need. PREVIEWED: it waits for a yes in the chat. EXISTING: an app serves it
    already. DECLINED: the person said no to it, or deleted it. SKILL: no tracker can do it."""

    ACTIVATED = "activated"
    ASKED = "asked"
    PREVIEWED = "previewed"
    EXTENDED = "extended"
    EXISTING = "existing"
    RESTORED = "restored"
    DECLINED = "declined"
    FAILED = "failed"
    SKILL = "skill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What became of a need, with the app that serves it; `reason` where there is one to tell."""

    outcome: Outcome
    app: App | None
    reason: str | None = None
