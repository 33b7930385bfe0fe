"""A strategy: one trial of a named approach to a goal, day by day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from exoskull.kit.ids import TraceId
from exoskull.language.model import Direction

FAILED_DAYS = 3
"""So many failed days in a row change the strategy."""

ACTIONS_MAX = 3
"""So many actions at most for one goal and day."""


class Category(StrEnum):
    """What part of life a goal belongs to."""

    HEALTH = "health"
    FITNESS = "fitness"
    SLEEP = "sleep"
    FINANCE = "finance"
    LEARNING = "learning"
    WORK = "work"
    RELATIONS = "relations"
    HABITS = "habits"


class ApproachKind(StrEnum):
    """What an approach works through; one that failed is followed by another kind.

    SCHEDULE: an if-then plan, a fixed time. SHRINK: a step too small to refuse. ENVIRONMENT:
    what stands in the way or within reach. SOCIAL: other people. TRACKING: seeing the numbers.
    SUBSTITUTE: something else in its place. REWARD: making it pleasant now. COMMITMENT: binding
    oneself beforehand. RECOVERY: rest, and coming back after a lapse. REFLECTION: thinking it
    through. TECHNIQUE: a better way of doing it.
    """

    SCHEDULE = "schedule"
    SHRINK = "shrink"
    ENVIRONMENT = "environment"
    SOCIAL = "social"
    TRACKING = "tracking"
    SUBSTITUTE = "substitute"
    REWARD = "reward"
    COMMITMENT = "commitment"
    RECOVERY = "recovery"
    REFLECTION = "reflection"
    TECHNIQUE = "technique"


class PartOfDay(StrEnum):
    MORNING = "morning"
    MIDDAY = "midday"
    EVENING = "evening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something small that can be done today.

    `minutes`: how long it takes. `weekdays`: those it fits, Monday 0; None: any. `part_of_day`:
    None: whenever. Its words are the entry `step-<approach>-<key>`.
    """

    key: str
    minutes: int
    weekdays: frozenset[int] | None = None
    part_of_day: PartOfDay | None = None

    def fits(self, weekday: int) -> bool:
        """Whether it can be done on that day of the week, Monday 0."""
        return self.weekdays is None or weekday in self.weekdays


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """A way to go about goals of a category.

    `directions`: the headings of goals that it serves, see `choose.heading`: AT_LEAST is for more,
    AT_MOST for less, REACH for a value of which it is not known whether it lies above or below.
    `metrics`: those it is for; empty: any of the category. `steps`: the most important first.
    `source`: the evidence for the technique, author, year and DOI where there is one. Its name is
    the entry `approach-<key>`.
    """

    key: str
    category: Category
    kind: ApproachKind
    directions: frozenset[Direction]
    metrics: frozenset[str]
    steps: tuple[Step, ...]
    source: str


class Reason(StrEnum):
    """Why a strategy was chosen: FIRST of its goal, after one that FAILED, or ASKED for; and why
    one ended."""

    FIRST = "first"
    FAILED = "failed"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """One trial of an approach to a goal.

    `trial`: counts the goal's strategies from 1. `started_on`, `ended_on`: local days; no end:
    the active one. `days_done`, `days_failed`: of the days with actions of this strategy.
    `failed_in_a_row`: how many of the last such days failed. `reason`: why it was chosen.
    """

    id: UUID
    goal_id: UUID
    trial: int
    approach: str
    kind: ApproachKind
    reason: Reason
    started_on: date
    ended_on: date | None
    ended_because: Reason | None
    days_done: int
    days_failed: int
    failed_in_a_row: int
    chosen_at: datetime
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAction:
    """Something to do today for a goal, in the person's language."""

    title: str
    goal_id: UUID
    approach: str
    step: str
    kind: ApproachKind
    minutes: int


class Verdict(StrEnum):
    """What became of a day: UNKNOWN where nothing says so, NO_ACTIONS where nothing was asked."""

    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NO_ACTIONS = "no_actions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A local day of a goal, as it was given and closed.

    `steps`: the keys of what was given. `verdict`: None where it is still open.
    """

    on_date: date
    strategy_id: UUID
    steps: tuple[str, ...]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A strategy that was changed. `reason_key`: the entry that says why, told `facts` (see
    `wording.why_changed`)."""

    old: Strategy
    new: Strategy
    reason_key: str
    facts: Mapping[str, Any]
