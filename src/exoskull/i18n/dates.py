"""Days, times and spans in words, in the person's own zone: callers pass local values."""

from datetime import date, datetime, time, timedelta

from exoskull.i18n.translate import text

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def local_date(day: date, language: str, today: date | None = None) -> str:
    """ "12 marca 2026" or "12 March 2026"; without the year where it is that of `today`."""
    if today is not None and day.year == today.year:
        return text(language, "date-short", day=day.day, month=day.month)
    return text(language, "date-full", day=day.day, month=day.month, year=str(day.year))


def local_time(at: datetime | time, language: str) -> str:
    """The time of day, 24 hours: "7:30", "18:00". An instant is told as its own zone has it."""
    return text(language, "time-of-day", time=at.time() if isinstance(at, datetime) else at)


def day_phrase(day: date, today: date, language: str) -> str:
    """When, in a sentence: "dziś", "jutro", "w piątek", "12 marca"; "on Friday", "on 12 March".

    A weekday's name stands for the next or the last six days; the verb's tense tells which.
    """
    away = (day - today).days
    if away in _NEAR:
        return text(language, "day-near", away=_NEAR[away])
    if -6 <= away <= 6:
        return text(language, "day-of-week", weekday=day.isoweekday())
    return text(language, "day-far", date=local_date(day, language, today))


def moment(at: datetime, today: date, language: str) -> str:
    """ "jutro o 18:00", "on Friday at 7:30"; `at` is aware, in the person's zone."""
    return text(
        language,
        "day-and-time",
        day=day_phrase(at.date(), today, language),
        time=local_time(at, language),
    )


def duration(span: timedelta, language: str) -> str:
    """A length of time in its two largest units: "2 godziny 15 minut", "3 dni", "45 minutes".

    Seconds are left out, minutes too from a day on, hours from two days on. Below a minute, and
    for negative spans: "less than a minute".
    """
    minutes = max(0, round(span.total_seconds() / 60))
    days, hours = divmod(round(minutes / 60), 24)
    if minutes < 1:
        return text(language, "span-moment")
    if minutes < 60 * 24:
        parts = [("span-hours", minutes // 60), ("span-minutes", minutes % 60)]
    elif days < 2:
        parts = [("span-days", days), ("span-hours", hours)]
    else:
        parts = [("span-days", round(minutes / 60 / 24))]
    return " ".join(text(language, key, count=count) for key, count in parts if count)
