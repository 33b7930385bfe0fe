"""A goal's pace against its plan, as the shapes of a chart and the rows of the table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from exoskull.goals.model import Goal, GoalKind
from exoskull.goals.pace import period_bounds
from exoskull.goals.progress import Progress
from exoskull.goals.reach import adds_to, start_of
from exoskull.language.conversion import convert
from exoskull.language.model import Period
from exoskull.signals.daily import Day, adds_up

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 14, 28
BARS = 14
AHEAD_MOST = timedelta(days=120)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark of an axis at `place`: a value, or a day."""

    place: float
    value: float
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A day of the table: what was measured by then, and what an even pace asks for."""

    day: date
    have: float | None
    plan: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceChart:
    """Shapes in a box of WIDTH by HEIGHT. `have`, `plan` and `ahead` are lines, `band` an area, as
    the points of SVG; empty where there are none. `target_y`: None where it is out of sight."""

    have: str
    plan: str
    ahead: str
    band: str
    dots: Sequence[tuple[float, float]]
    bars: Sequence[Bar]
    target_y: float | None
    x_ticks: Sequence[Tick]
    y_ticks: Sequence[Tick]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    first: date
    last: date
    low: float
    high: float

    def x(self, day: date) -> float:
        span = max(1, (self.last - self.first).days)
        share = min(1.0, max(0.0, (day - self.first).days / span))
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    def line(self, points: Sequence[tuple[date, float]]) -> str:
        return " ".join(f"{self.x(day)},{self.y(value)}" for day, value in points)


def pace_chart(
    goal: Goal, progress: Progress, days: Sequence[Day], *, today: date, created: date
) -> PaceChart | None:
    """The chart of `goal`; None for one of yes and no, and where nothing was measured.

    Args:
        days: the measured days of its metric, oldest first.
        created: the local day on which it was set.
    """
    known = [(day.on, value) for day in days if (value := _in_unit(goal, day)) is not None]
    if goal.kind is GoalKind.MILESTONE or not known:
        return None
    if goal.kind is GoalKind.REACH:
        return _reach(goal, progress, known, today, created)
    if goal.period in (Period.WEEK, Period.MONTH) and adds_up(goal.metric):
        return _period(goal, progress, known, today)
    return _bars(goal, known, today)


def _in_unit(goal: Goal, day: Day) -> float | None:
    if day.unit == goal.unit or not goal.unit:
        return day.value
    return convert(day.value, day.unit, goal.unit)


def _bars(goal: Goal, known: Sequence[tuple[date, float]], today: date) -> PaceChart:
    """Each of the last days, against the target of a day."""
    first = today - (BARS - 1) * _DAY
    values = dict(known)
    scale = _scale(first, today, [*values.values(), goal.target, 0.0])
    step = (WIDTH - LEFT - RIGHT) / BARS
    bars = [
        Bar(
            x=round(LEFT + place * step + step * 0.15, 1),
            y=scale.y(max(0.0, values[first + place * _DAY])),
            width=round(step * 0.7, 1),
            height=round(scale.y(0.0) - scale.y(max(0.0, values[first + place * _DAY])), 1),
        )
        for place in range(BARS)
        if first + place * _DAY in values
    ]
    ticks = [
        Tick(place=round(LEFT + (place + 0.5) * step, 1), value=0.0, day=first + place * _DAY)
        for place in range(0, BARS, 3)
    ]
    rows = [
        Row(day=day, have=values.get(day), plan=goal.target)
        for day in (today - back * _DAY for back in range(BARS))
    ]
    return _made(scale, goal.target, bars=bars, x_ticks=ticks, rows=rows)


def _period(
    goal: Goal, progress: Progress, known: Sequence[tuple[date, float]], today: date
) -> PaceChart:
    """The sum in this week or month, against an even pace to its target."""
    assert goal.period is not None
    first, after = period_bounds(goal.period, today, goal.week_starts)
    last = after - _DAY
    target = progress.target
    summed, have = 0.0, [(first - _DAY, 0.0)]
    values = dict(known)
    day = first
    while day <= today:
        summed += values.get(day, 0.0)
        have.append((day, summed))
        day += _DAY
    plan = [(first - _DAY, 0.0), (last, target)]
    scale = _scale(first - _DAY, last, [*(value for _, value in have), target])
    rows = [
        Row(
            day=day,
            have=value,
            plan=round(target * ((day - first).days + 1) / (after - first).days, 2),
        )
        for day, value in reversed(have[1:])
    ]
    return _made(scale, target, have=have, plan=plan, rows=rows)


def _reach(
    goal: Goal,
    progress: Progress,
    known: Sequence[tuple[date, float]],
    today: date,
    created: date,
) -> PaceChart | None:
    """The value, or the sum, since the goal was set, on its way to the target."""
    counted = [(day, value) for day, value in known if day >= created]
    if not counted:
        return None
    begins = start_of(goal, [Day(on=day, value=value, measures=()) for day, value in counted])
    start = counted[0][1] if begins is None else begins
    have = [(created, start)] if adds_to(goal) or goal.baseline is not None else []
    summed = 0.0
    for day, value in counted:
        summed += value
        have.append((day, summed if adds_to(goal) else value))
    now = have[-1]
    seen = progress.projection
    last = max(today, created + _DAY)
    if goal.by_date is not None:
        last = max(last, goal.by_date)
    if seen is not None:
        last = max(last, min(seen.latest or seen.on, today + AHEAD_MOST))
    plan = [(created, start), (goal.by_date, goal.target)] if goal.by_date else []
    values = [value for _, value in have] + [goal.target, start]
    scale = _scale(created, last, values if not adds_to(goal) else [*values, 0.0])
    ahead, band = "", ""
    if seen is not None:
        ahead = scale.line([now, _cut(now, (seen.on, goal.target), last)])
        early = _cut(now, (seen.earliest, goal.target), last)
        late = _cut(now, (seen.latest or last + AHEAD_MOST, goal.target), last)
        edge = [now, early]
        if early[1] == goal.target and late[0] > early[0]:
            edge.append((late[0], goal.target))
        band = scale.line([*edge, late])
    rows = [Row(day=day, have=value, plan=_planned(plan, day)) for day, value in reversed(have)]
    return _made(scale, goal.target, have=have, plan=plan, rows=rows, ahead=ahead, band=band)


def _cut(begin: tuple[date, float], end: tuple[date, float], last: date) -> tuple[date, float]:
    """Where a line from `begin` to `end` is on `last`, if it goes on beyond."""
    if end[0] <= last:
        return end
    share = (last - begin[0]).days / max(1, (end[0] - begin[0]).days)
    return last, begin[1] + share * (end[1] - begin[1])


def _planned(plan: Sequence[tuple[date, float]], day: date) -> float | None:
    if not plan:
        return None
    (first, start), (last, target) = plan
    share = min(1.0, (day - first).days / max(1, (last - first).days))
    return round(start + share * (target - start), 2)


def _scale(first: date, last: date, values: Sequence[float]) -> _Scale:
    low, high = min(values), max(values)
    room = (high - low) * 0.08 or 1.0
    return _Scale(first=first, last=last, low=low if low == 0 else low - room, high=high + room)


def _made(
    scale: _Scale,
    target: float,
    *,
    have: Sequence[tuple[date, float]] = (),
    plan: Sequence[tuple[date, float]] = (),
    bars: Sequence[Bar] = (),
    x_ticks: Sequence[Tick] = (),
    rows: Sequence[Row] = (),
    ahead: str = "",
    band: str = "",
) -> PaceChart:
    span = (scale.last - scale.first).days
    step = max(1, round(span / 5))
    days = [scale.first + place * _DAY for place in range(0, span + 1, step)]
    steps = [scale.low + share * (scale.high - scale.low) for share in (0.0, 0.5, 1.0)]
    return PaceChart(
        have=scale.line(have),
        plan=scale.line(plan),
        ahead=ahead,
        band=band,
        dots=[(scale.x(day), scale.y(value)) for day, value in have[-60:]],
        bars=bars,
        target_y=scale.y(target),
        x_ticks=x_ticks or [Tick(place=scale.x(day), value=0.0, day=day) for day in days],
        y_ticks=[Tick(place=scale.y(value), value=value) for value in steps],
        rows=rows,
    )
