"""Wall-clock times in the person's zone, over clock changes."""

import calendar
from datetime import UTC, date, datetime, time, timedelta

EARLIEST, LATEST = 1900, 9000
"""Years outside are not read as dates."""


def wall(day: date, hour: int, minute: int, like: datetime) -> datetime:
    """`hour:minute` of `day` in the zone of `like`; hour 24 is the midnight that ends the day.

    A time that a clock change skips is moved forward by as much; one that comes twice is the
    first.
    """
    day += timedelta(days=hour // 24)
    naive = datetime.combine(day, time(hour % 24, minute))
    return naive.replace(tzinfo=like.tzinfo).astimezone(UTC).astimezone(like.tzinfo)


def later(at: datetime, span: timedelta) -> datetime:
    """The instant `span` after `at`, in the zone of `at`."""
    return (at.astimezone(UTC) + span).astimezone(at.tzinfo)


def add_months(day: date, months: int) -> date:
    """The same day of a month `months` on; the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def dated(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def nearest(month: int, day: int, today: date, past: bool) -> date | None:
    """The next such date from `today` on, or with `past` the last one up to it."""
    years = range(today.year, today.year - 9, -1) if past else range(today.year, today.year + 9)
    for year in years:
        found = dated(year, month, day)
        if found and (found <= today if past else found >= today):
            return found
    return None
