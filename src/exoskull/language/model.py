"""What a message can ask for: the acts that the built-in reader finds in it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Language(StrEnum):
    PL = "pl"
    EN = "en"


class Direction(StrEnum):
    """What a goal wants of its metric.

    AT_LEAST / AT_MOST: so much in every `period`. REACH: a value by a date, from a baseline.
    """

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    REACH = "reach"


class Period(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogMeasure:
    """Something measured. `metric` is `[a-z][a-z0-9_]{0,63}`, e.g. water_glasses, run_km, runs,
    sleep_hours, weight_kg, mood; `unit` its canonical unit ("" for a count)."""

    metric: str
    value: float
    unit: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGoal:
    """A goal. `baseline` is the starting value, where the person named one; `by` the last local
    day of a REACH goal, or None; `period` is set for AT_LEAST and AT_MOST only. `streak`: how many
    days in a row, None where that was not said."""

    title: str
    metric: str
    unit: str
    target: float
    direction: Direction
    period: Period | None
    by: date | None
    baseline: float | None
    streak: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeTask:
    title: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask:
    """`title` as the person named it (to be matched against the open ones); None: the last one
    spoken of, or the only one."""

    title: str | None
    every: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind:
    """`at` is aware, in the person's zone; None where no time was understood (then ask)."""

    title: str
    at: datetime | None
    every: Period | None = None
    """Set where the person asked for it again and again ("every day at 9"); `at` is the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhy:
    """Why did you write / do that? `about_day`: a local day the person named, or None (the last
    one)."""

    about_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStatus:
    """How am I doing, what is planned. `subject`: the metric named (see `metrics.related`), else
    the person's words for it, or None (all)."""

    subject: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """`TAK 4821` / `YES 4821`; without a code, `code` is None."""

    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Take back the last thing that can be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Do not write to me until `until` (aware, the person's zone); None: until I say otherwise."""

    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Opt out: no messages at all, until resumed. A bare STOP, KONIEC, UNSUBSCRIBE."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """You may write again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTalk:
    """A greeting, thanks, or a word of acknowledgement that asks for nothing."""

    kind: str
    """greeting, thanks, ok, bye or help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VagueGoal:
    """A wish without the number, period or date that would make it a goal: ask for them.

    `metric`: what it is about, where that is known, else None.
    """

    title: str
    metric: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something the person told of themselves or others, in which there is nothing to record:
    "znowu zapomniałam pić wodę", "I'm in New York until Wednesday". Not a failure to understand.

    `metric`: what it speaks of, where that is known, else None.
    """

    text: str
    metric: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildApp:
    """Make me an app. `subject`: what it is to keep track of, in the person's words; "" where they
    did not say."""

    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """A part of the message that the reader could not place, word for word."""

    text: str


Act = (
    LogMeasure
    | SetGoal
    | MakeTask
    | FinishTask
    | Remind
    | AskWhy
    | AskStatus
    | Approve
    | Reject
    | Undo
    | Pause
    | Stop
    | Resume
    | SmallTalk
    | VagueGoal
    | Remark
    | BuildApp
    | NotUnderstood
)
