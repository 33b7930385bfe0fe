"""Days, weeks and months, and how much of them is over."""

from datetime import date, datetime, time, timedelta, tzinfo

from exoskull.language.model import Period
from exoskull.tenants.weeks import WeekStart

_LAST_MICROSECOND = 86_400_000_000 - 1


def period_bounds(
    period: Period, today: date, week_starts: WeekStart = WeekStart.MONDAY
) -> tuple[date, date]:
    """First day of the period that holds `today`, and the first day after it."""
    match period:
        case Period.DAY:
            return today, today + timedelta(days=1)
        case Period.WEEK:
            back = today.weekday() if week_starts is WeekStart.MONDAY else today.isoweekday() % 7
            first = today - timedelta(days=back)
            return first, first + timedelta(days=7)
        case Period.MONTH:
            first = today.replace(day=1)
            return first, (first + timedelta(days=32)).replace(day=1)


def day_end(day: date, zone: tzinfo) -> datetime:
    """The last moment of a local day: what is asked then is asked of the whole day."""
    return datetime.combine(day, time.max, tzinfo=zone)


def day_fraction(local_now: datetime) -> float:
    """How much of the day the clock on the wall shows as over, from 0 to 1; 1 at its last
    microsecond. A day of 23 or 25 hours is a day."""
    wall = timedelta(
        hours=local_now.hour,
        minutes=local_now.minute,
        seconds=local_now.second,
        microseconds=local_now.microsecond,
    )
    return wall / timedelta(microseconds=_LAST_MICROSECOND)


def is_over(local_now: datetime) -> bool:
    """Whether the day of `local_now` is over: at its last microsecond only."""
    return local_now.time().replace(tzinfo=None) == time.max


def whole_days(since: date, local_now: datetime) -> int:
    """The whole days from `since` that are over at `local_now`."""
    return (local_now.date() - since).days + is_over(local_now)


def last_whole_day(local_now: datetime) -> date:
    """The last local day that is over at `local_now`."""
    return local_now.date() - timedelta(days=0 if is_over(local_now) else 1)
