"""When the slots of a rule fall. Pure; local time is reckoned here and never in SQL.

A daily job has one slot for every calendar date that its zone's clocks show. A wall time that a
clock change leaves out runs as much later as the clocks went forward (2:30 becomes 3:30); one that
comes twice runs the first time. A date that the zone skipped altogether has none. Where the clocks
go forward into the next date, as in Nuuk from 23:00, 23:59 becomes 0:59 of that next date: the
slot still bears the date it is for.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from whenever import Instant, PlainDateTime, ZonedDateTime

from exoskull.scheduling.model import Cycle, Daily, Monthly, Rule, Setting, Slot, Weekly

_DAY = timedelta(days=1)
_LAST_OF_DAY = time(23, 59, 59)


def wall_time(rule: Rule, *, morning_at: time, evening_at: time) -> time | None:
    """The local time of day at which `rule` falls for a person with these hours; None: a cycle."""
    if isinstance(rule, Cycle):
        return None
    match rule.at:
        case Setting.MORNING:
            return morning_at
        case Setting.EVENING:
            return evening_at
        case time():
            return rule.at


def slots_from(rule: Rule, zone: str, wall: time | None, first: str) -> Iterator[Slot]:
    """The slots of `rule`, in order and without end, from the one named `first`.

    Where no slot bears that name (a date without one), the next begins the series. `wall` is None
    for a cycle, and only then.
    """
    if isinstance(rule, Cycle):
        yield from _cycle(rule, zone, datetime.fromisoformat(first))
    elif wall is None:
        raise ValueError("a daily, weekly or monthly rule needs a wall time")
    else:
        yield from _dates(rule, zone, wall, date.fromisoformat(first))


def next_slot(rule: Rule, zone: str, wall: time | None, after: datetime) -> Slot:
    """The first slot later than the instant `after`."""
    if isinstance(rule, Cycle):
        first = after.isoformat()
    else:  # a slot may fall after midnight of its own date
        first = (local_date(zone, after) - _DAY).isoformat()
    return next(slot for slot in slots_from(rule, zone, wall, first) if slot.at > after)


def local_date(zone: str, at: datetime) -> date:
    """The calendar date that the zone's clocks show at `at`."""
    return Instant(at).to_tz(zone).date().to_stdlib()


@lru_cache(maxsize=65_536)
def on_date(zone: str, day: date, wall: time) -> Slot | None:
    """The slot of `day` at `wall`; None where the zone's calendar has no such date."""
    when = _assume(zone, day, wall)
    if when.date().to_stdlib() != day and not _exists(zone, day):
        return None
    return Slot(
        slot=day.isoformat(),
        local=when.to_fixed_offset().to_stdlib().isoformat(),
        at=when.to_instant().to_stdlib(),
    )


def _dates(rule: Daily | Weekly | Monthly, zone: str, wall: time, first: date) -> Iterator[Slot]:
    day = first
    while True:
        if _fits(rule, day) and (slot := on_date(zone, day, wall)):
            yield slot
        day += _DAY


def _fits(rule: Daily | Weekly | Monthly, day: date) -> bool:
    match rule:
        case Daily():
            return True
        case Weekly():
            return day.weekday() == rule.day
        case Monthly():
            return day.day == rule.day


def _cycle(rule: Cycle, zone: str, first: datetime) -> Iterator[Slot]:
    step = timedelta(minutes=rule.minutes)
    midnight = first.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    at = midnight - (midnight - first) // step * step  # rounded up to a whole step
    while True:
        local = Instant(at).to_tz(zone).to_fixed_offset().to_stdlib()
        yield Slot(slot=at.isoformat(), local=local.isoformat(), at=at)
        at += step


def _assume(zone: str, day: date, wall: time, *, later: bool = True) -> ZonedDateTime:
    plain = PlainDateTime(day.year, day.month, day.day, wall.hour, wall.minute, wall.second)
    # "compatible": later in a gap, earlier in a fold, as RFC 5545 has it.
    return plain.assume_tz(zone, disambiguation="compatible" if later else "earlier")


def _exists(zone: str, day: date) -> bool:
    """Whether any moment of `day` was shown: a gap that holds all of it leaves neither end."""
    ends = _assume(zone, day, time()), _assume(zone, day, _LAST_OF_DAY, later=False)
    return any(end.date().to_stdlib() == day for end in ends)
