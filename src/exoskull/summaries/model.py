"""What a summary is of: its span of days, and the facts of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from exoskull.channels.model import ChannelName
from exoskull.goals.model import Goal
from exoskull.goals.pace import Progress, Trajectory
from exoskull.goals.period import period_bounds
from exoskull.language.model import Period
from exoskull.tenants.weeks import WeekStart


class SummaryKind(StrEnum):
    """As the messages are called; the jobs are `daily-summary` and so on."""

    DAILY = "daily_summary"
    WEEKLY = "weekly_summary"
    MONTHLY = "monthly_summary"

    @property
    def job(self) -> str:
        return self.value.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Local days from `first` to before `end`, and the span as long before that, from `before`."""

    before: date
    first: date
    end: date

    @property
    def last(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.end - self.first).days)]

    @property
    def days_before(self) -> int:
        return (self.first - self.before).days


def span_of(kind: SummaryKind, slot: date, week_starts: WeekStart = WeekStart.MONDAY) -> Span:
    """What the summary of the slot `slot` tells: of a day that day, else the person's week, or the
    calendar month, that ended before it."""
    match kind:
        case SummaryKind.DAILY:
            return Span(before=slot - timedelta(days=1), first=slot, end=slot + timedelta(days=1))
        case SummaryKind.WEEKLY:
            week, (end, _) = timedelta(days=7), period_bounds(Period.WEEK, slot, week_starts)
            return Span(before=end - 2 * week, first=end - week, end=end)
        case SummaryKind.MONTHLY:
            end = slot.replace(day=1)
            first = (end - timedelta(days=1)).replace(day=1)
            before = (first - timedelta(days=1)).replace(day=1)
            return Span(before=before, first=first, end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: the days from `first` to `last`; `value` is None where nothing was measured, which
    is not zero."""

    first: date
    last: date
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPart:
    """A goal over the span. `progress` is as the span ended. `met_days` of `measured_days` of
    `all_days`: for a goal by the day, else 0. `weeks`: how each week ended that ended within a
    span of more than a week, for a goal by the week; oldest first."""

    goal: Goal
    progress: Progress
    bars: tuple[Bar, ...]
    met_days: int
    measured_days: int
    all_days: int
    weeks: tuple[Trajectory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPart:
    """A metric over the span: its sum where it adds up, else the mean of its days. `before`: the
    same of the span before; None where nothing was measured then."""

    metric: str
    unit: str
    adds_up: bool
    value: float
    days: int
    before: float | None
    days_before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that was sent, at the person's own time, and whether anything came after it."""

    at: datetime
    channel: ChannelName
    text: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rows of a span say.

    `sent`: messages of the loop's, digests aside; `answered`: of those, answered in words or by
    deed; `held`: refused, failed or let go, unless the person wanted that. `learned`, `changed`
    and `ended` (goals reached, or whose date passed) are sentences, as the feed told them.
    `messages`: those sent of the loop's own accord, oldest first; reminders were asked for.
    """

    span: Span
    goals: Sequence[GoalPart]
    metrics: Sequence[MetricPart]
    done: Sequence[str]
    done_before: int
    sent: int
    answered: int
    held: int
    learned: Sequence[str]
    changed: Sequence[str]
    messages: Sequence[Message] = ()
    ended: Sequence[str] = ()


def is_worth_sending(kind: SummaryKind, facts: Facts) -> bool:
    """Whether there is something to say. What the person did stands in the evening's reflection: a
    day's summary tells what the loop did, and goes out only where it did something."""
    if kind is SummaryKind.DAILY:
        return bool(facts.messages or facts.learned or facts.held)
    by_the_person = facts.metrics or facts.done or facts.ended
    return bool(by_the_person or facts.sent or facts.learned or facts.changed or facts.held)
