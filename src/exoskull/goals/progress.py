"""Where a goal stands: the verdict, the numbers it was made of, and what they point to."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Trajectory(StrEnum):
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    COMPLETED = "completed"
    NO_DATA = "no_data"


class Rule(StrEnum):
    """The comparison that decided a trajectory. Each has a sentence, `goal-because-<rule>`."""

    NOTHING_MEASURED = "nothing_measured"
    NOT_MEASURED_LATELY = "not_measured_lately"
    NOTHING_SAYS_OTHERWISE = "nothing_says_otherwise"
    TARGET_MET = "target_met"
    NO_DATE = "no_date"
    AT_PACE = "at_pace"
    A_LITTLE_BEHIND = "a_little_behind"
    FAR_BEHIND = "far_behind"
    UNDER_LIMIT = "under_limit"
    NEAR_LIMIT = "near_limit"
    OVER_LIMIT = "over_limit"
    RUN_BEGINS = "run_begins"
    RUN_GOES_ON = "run_goes_on"
    RUN_UNKNOWN = "run_unknown"
    RUN_BROKEN = "run_broken"
    RUN_TOO_LATE = "run_too_late"
    TIME_LEFT = "time_left"
    TIME_SHORT = "time_short"
    DATE_PASSED = "date_passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """`rule` decided, by `numbers`: what was compared, by name, in the goal's unit or as a share
    from 0 to 1; dates in ISO 8601."""

    rule: Rule
    numbers: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"rule": self.rule.value, **self.numbers}


class Heading(StrEnum):
    TOWARDS = "towards"
    STEADY = "steady"
    AWAY = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Momentum:
    """The last seven whole local days (`recent`) against the seven before them: sums of a metric
    that adds up, else means of the measured days."""

    recent: float
    before: float
    heading: Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """The date on which the target is reached if all goes on as it has, with an 80% interval.

    `latest` is None where it lies further off than ten years. `points`: the measured days that it
    rests on.
    """

    on: date
    earliest: date
    latest: date | None
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """`days` in a row by now, of those `of` which are wanted; `best` since the goal was set.
    `least`: how many it must be by now for the date to be kept, 0 where there is none."""

    days: int
    of: int
    best: int
    least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a goal stands; all values in the goal's unit.

    `have`: the period so far; of a goal to reach the newest value, or the sum since its start; of
    a streak the day so far; None where nothing was measured. `expected`: what an even pace gives
    by `as_of`. `target`: of this period, in full or pro rata (`share`). `missing`: how much is
    left to the target, never negative. `days_left`: of the period or to the date, today included;
    None where there is no date. `since`: the first local day that counts. `as_of`: the local day
    that `have` and `expected` are of. `unread`: ids of measures since then in a unit that cannot
    be made into the goal's; they count for nothing.
    """

    trajectory: Trajectory
    have: float | None
    expected: float | None
    target: float
    missing: float
    since: date
    days_left: int | None
    evidence: tuple[str, ...]
    because: Because | None = None
    share: float = 1.0
    as_of: date | None = None
    streak: Streak | None = None
    momentum: Momentum | None = None
    projection: Projection | None = None
    unread: tuple[str, ...] = ()
