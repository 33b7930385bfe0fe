"""Days as people name them: jutro · w piątek · 5 marca · do 15.06 · by the end of May."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from exoskull.language.calendar_words import MONTHS, RELATIVE_DAYS, WEEKDAYS
from exoskull.language.numbers import number_at
from exoskull.language.tokens import Kind, Token
from exoskull.language.units import CALENDAR_UNITS, UNITS, Dimension
from exoskull.language.walltime import (
    EARLIEST,
    LATEST,
    add_months,
    dated,
    later,
    month_end,
    nearest,
    wall,
)
from exoskull.language.wordset import wordset

LONGEST_AHEAD_DAYS = 366 * 20


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day named by tokens up to `end`.

    `instant`: set instead where a moment was named ("in 2 hours"). `soft`: a weekday, which may
    be today if its hour is still to come. `span_days`: counted from today ("in a week"), so the
    present wall time fits where no other is named.
    """

    day: date
    end: int
    instant: datetime | None = None
    soft: bool = False
    counted: bool = False


def day_at(tokens: Sequence[Token], i: int, at: datetime, past: bool) -> DayFound | None:
    """The day named from token `i` on, without the preposition before it; None if none is.

    Args:
        at: now, in the person's zone. Days without a year are the next ones, or with `past` the
            last ones.
    """
    today = at.date()
    return (
        _relative(tokens, i, today)
        or _dated(tokens, i, today, past)
        or _weekday(tokens, i, today, past)
        or _counted(tokens, i, at, past)
        or _ending(tokens, i, today)
        or _month_alone(tokens, i, today)
        or _next_span(tokens, i, today)
    )


def _relative(tokens: Sequence[Token], i: int, today: date) -> DayFound | None:
    found = RELATIVE_DAYS.at(tokens, i)
    if found is None:
        return None
    return DayFound(today + timedelta(days=found[0]), found[1])


def _ordinal(token: Token) -> bool:
    return token.text in ("st", "nd", "rd", "th", "go", "ego", "-")


def _day_number(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """A day of the month in digits, with its ending (5th, 5-go), and the index behind it."""
    if i >= len(tokens) or tokens[i].kind is not Kind.NUMBER or not tokens[i].text.isdigit():
        return None
    if len(tokens[i].text) > 2 or not 1 <= int(tokens[i].text) <= 31:
        return None
    end = i + 1
    while end < len(tokens) and end < i + 3 and _ordinal(tokens[end]):
        end += 1
    return int(tokens[i].text), end


def _dated(tokens: Sequence[Token], i: int, today: date, past: bool) -> DayFound | None:
    token = tokens[i]
    if token.kind is Kind.DATE:
        found = _written(token.text, today, past)
        return DayFound(found, i + 1) if found else None
    if number := _day_number(tokens, i):
        day, end = number
        if tokens[end : end + 1] and tokens[end].text == "of":
            end += 1
        if end < len(tokens) and tokens[end].text in MONTHS:
            return _with_year(tokens, end + 1, MONTHS[tokens[end].text], day, today, past)
        if end > i + 1 and tokens[i + 1].text in ("st", "nd", "rd", "th", "go", "ego"):
            return _of_the_month(day, end, today, past)
    if token.text in MONTHS and (number := _day_number(tokens, i + 1)):
        behind = tokens[number[1]] if number[1] < len(tokens) else None
        if behind is None or behind.text not in UNITS:
            return _with_year(tokens, number[1], MONTHS[token.text], number[0], today, past)
    return None


def _of_the_month(day: int, end: int, today: date, past: bool) -> DayFound | None:
    """`the 10th`: of this month or the next that has it, or with `past` the last one."""
    for months in range(0, -13, -1) if past else range(13):
        month = add_months(today.replace(day=1), months)
        found = dated(month.year, month.month, day)
        if found and (found <= today if past else found >= today):
            return DayFound(found, end)
    return None


def _with_year(
    tokens: Sequence[Token], i: int, month: int, day: int, today: date, past: bool
) -> DayFound | None:
    ahead = i + 1 if i < len(tokens) and tokens[i].text == "," else i
    if (year := _year_at(tokens, ahead)) is not None:
        found = dated(year, month, day)
        end = ahead + 1
        if end < len(tokens) and tokens[end].text in ("r", "roku"):
            end += 1
        return DayFound(found, end) if found else None
    found = nearest(month, day, today, past)
    return DayFound(found, i) if found else None


def _year_at(tokens: Sequence[Token], i: int) -> int | None:
    """The year in four digits at token `i`."""
    if i >= len(tokens) or not re.fullmatch("[0-9]{4}", tokens[i].text):
        return None
    year = int(tokens[i].text)
    return year if EARLIEST <= year <= LATEST else None


def _written(text: str, today: date, past: bool) -> date | None:
    if "-" in text:
        year, month, day = (int(part) for part in text.split("-"))
        return dated(year, month, day)
    parts = [int(part) for part in text.split(".") if part]
    if len(parts) == 3:
        return dated(parts[2], parts[1], parts[0])
    if dated(2000, parts[1], parts[0]) is None:
        return None
    return nearest(parts[1], parts[0], today, past)


def short_date_at(tokens: Sequence[Token], i: int, today: date, past: bool) -> DayFound | None:
    """`15.06` or `15/6`: a date only where the words before it say so (do, dnia, by, on)."""
    if i >= len(tokens) or tokens[i].kind not in (Kind.NUMBER, Kind.PAIR):
        return None
    if i + 1 < len(tokens) and (tokens[i + 1].text in UNITS or tokens[i + 1].text == "%"):
        return None
    parts = tokens[i].text.replace(" ", "").replace("/", ".").split(".")
    if len(parts) != 2 or not all(part.isdecimal() and len(part) <= 2 for part in parts):
        return None
    day, month = int(parts[0]), int(parts[1])
    if month > 12 >= day:
        day, month = month, day
    if dated(2000, month, day) is None:
        return None
    found = nearest(month, day, today, past)
    return DayFound(found, i + 1) if found else None


_NEXT = wordset("next przyszly przyszla przyszlym przyszlej nastepny nastepna nastepnym")
_LAST = wordset("last zeszly zeszla zeszlym ostatni ostatnia ubiegly ubiegla miniony")
_THIS = wordset("this ten ta te najblizszy najblizsza najblizszym coming the")
_NEXT_MORE = wordset("przyszle nastepne nastepnej przyszlego nastepnego")


def _weekday(tokens: Sequence[Token], i: int, today: date, past: bool) -> DayFound | None:
    word = tokens[i].text
    which = ""
    if word in _NEXT or word in _NEXT_MORE:
        which, i = "next", i + 1
    elif word in _LAST or word in ("zeszle", "ostatnia"):
        which, i = "last", i + 1
    elif word in _THIS:
        which, i = "this", i + 1
    if i >= len(tokens) or tokens[i].text not in WEEKDAYS:
        return None
    end = i + 1
    if end < len(tokens) and tokens[end].text == "." and tokens[end].start == tokens[i].end:
        end += 1
    wanted = WEEKDAYS[tokens[i].text]
    if which == "last" or (past and which != "next"):
        back = (today.weekday() - wanted) % 7 or 7
        return DayFound(today - timedelta(days=back), end)
    ahead = (wanted - today.weekday()) % 7
    if which == "next":
        ahead = 7 - today.weekday() + wanted
    return DayFound(today + timedelta(days=ahead), end, soft=which != "next" and ahead == 0)


def _counted(tokens: Sequence[Token], i: int, at: datetime, past: bool) -> DayFound | None:
    """`za tydzień`, `in 2 hours`, `3 days ago`, `two hours from now`."""
    word = tokens[i].text
    ahead = not past and word in ("za", "in", "within")
    begin = i + 1 if ahead else i
    spanned = span_at(tokens, begin)
    if spanned is None:
        return None
    amount, unit, end = spanned
    if not ahead:
        behind = [token.text for token in tokens[end : end + 2]]
        if behind[:1] in (["temu"], ["ago"]):
            amount, end = -amount, end + 1
        elif behind in (["from", "now"], ["od", "teraz"]) and not past:
            end += 2
        else:
            return None
    found = _moved(at, amount, unit, end)
    more = span_at(tokens, end + 1) if tokens[end : end + 1] and tokens[end].text in _AND else None
    if found and found.counted and more and more[1] in ("days", "weeks") and not past:
        # za 8 tygodni i 2 dni
        joined = _moved(at, more[0], more[1], more[2])
        if joined is not None:
            day = found.day + (joined.day - at.date())
            return DayFound(day, more[2], counted=True)
    return found


_AND = wordset("i and")


def span_at(tokens: Sequence[Token], i: int) -> tuple[float, str, int] | None:
    """A span of time: its amount, its unit (minutes, days, weeks, months, years), index behind."""
    if i < len(tokens) and tokens[i].text in ("jakies", "okolo", "about", "the", "next"):
        i += 1
    if i >= len(tokens):
        return None
    number = number_at(tokens, i)
    if number is not None:
        amount, i = number.value, number.end
    elif tokens[i].text in ("a", "an", "jeden", "one"):
        amount, i = 1.0, i + 1
    else:
        amount = 1.0
    if i >= len(tokens):
        return None
    word = tokens[i].text
    if word == "-" and i + 1 < len(tokens):
        i, word = i + 1, tokens[i + 1].text
    if word in CALENDAR_UNITS:
        if number is None and word in ("dni", "lat", "days", "years", "weeks", "months"):
            return None
        return amount, CALENDAR_UNITS[word], i + 1
    unit = UNITS.get(word)
    if unit is None or unit.dimension is not Dimension.DURATION or word in ("s", "m"):
        return None
    minutes, end = amount * unit.factor, i + 1
    if end < len(tokens) and tokens[end].text == "." and tokens[end].start == tokens[i].end:
        end += 1
    if unit.factor == 60.0:
        joined = end < len(tokens) and tokens[end].text in ("i", "and")
        texts = [token.text for token in tokens[end : end + 3]]
        if texts == ["and", "a", "half"] or texts[:2] == ["i", "pol"]:
            return minutes + 30, "minutes", end + len(texts[:3] if texts[0] == "and" else texts[:2])
        more = number_at(tokens, end + 1 if joined else end)
        if more and more.end < len(tokens):
            small = UNITS.get(tokens[more.end].text)
            if small and small.dimension is Dimension.DURATION and small.factor == 1.0:
                return minutes + more.value, "minutes", more.end + 1
    return minutes, "minutes", end


def _moved(at: datetime, amount: float, unit: str, end: int) -> DayFound | None:
    days = {"minutes": 1 / 1440, "days": 1, "weeks": 7, "months": 31, "years": 366}[unit] * amount
    if abs(days) > LONGEST_AHEAD_DAYS or at.year + days / 365 > LATEST:
        return None
    if unit == "minutes":
        moment = later(at, timedelta(minutes=amount))
        return DayFound(moment.date(), end, instant=moment)
    if unit in ("months", "years") and amount == int(amount):
        day = add_months(at.date(), int(amount) * (12 if unit == "years" else 1))
        return DayFound(day, end, counted=True)
    if unit in ("months", "years"):
        return None
    whole = days if days == int(days) else round(days)
    return DayFound(at.date() + timedelta(days=int(whole)), end, counted=True)


_THIS_WORDS = wordset("the this tego biezacego obecnego of")


def _ending(tokens: Sequence[Token], i: int, today: date) -> DayFound | None:
    """`końca maja`, `the end of May`, `end of the week`, `końca roku`: the last day of it."""
    if tokens[i].text == "the" and i + 1 < len(tokens):
        i += 1
    if tokens[i].text not in ("konca", "koniec", "koncu", "koncem", "end"):
        return None
    end, coming = i + 1, False
    while end < len(tokens) and end < i + 4:
        word = tokens[end].text
        if word in _NEXT or word in _NEXT_MORE:
            coming = True
        elif word not in _THIS_WORDS:
            break
        end += 1
    if end >= len(tokens):
        return None
    word, step = tokens[end].text, 1 if coming else 0
    if word in ("dnia", "day"):
        return DayFound(today + timedelta(days=step), end + 1)
    if word in ("tygodnia", "week"):
        return DayFound(today + timedelta(days=6 - today.weekday() + 7 * step), end + 1)
    if word in ("miesiaca", "month"):
        month = add_months(today.replace(day=1), step)
        return DayFound(month_end(month.year, month.month), end + 1)
    if word in ("roku", "year"):
        return DayFound(date(today.year + step, 12, 31), end + 1)
    if word in MONTHS:
        month = MONTHS[word]
        if (said := _year_at(tokens, end + 1)) is not None:
            return DayFound(month_end(said, month), end + 2)
        return DayFound(month_end(today.year + (month < today.month), month), end + 1)
    return None


def _month_alone(tokens: Sequence[Token], i: int, today: date) -> DayFound | None:
    """`(do) grudnia`, `(by) December`: the last day before the month begins."""
    word = tokens[i].text
    if word not in MONTHS or i == 0 or tokens[i - 1].text not in ("do", "by", "until", "before"):
        return None
    month = MONTHS[word]
    end, year = i + 1, today.year + (month <= today.month)
    if (said := _year_at(tokens, end)) is not None:
        year, end = said, end + 1
    first = dated(year, month, 1)
    return DayFound(first - timedelta(days=1), end) if first else None


def _next_span(tokens: Sequence[Token], i: int, today: date) -> DayFound | None:
    """`next week`, `(w) przyszłym tygodniu`: its Monday; `next month`: its first day."""
    if tokens[i].text not in _NEXT | _NEXT_MORE or i + 1 >= len(tokens):
        return None
    if tokens[i + 1].text in ("week", "tygodniu", "tydzien"):
        return DayFound(today + timedelta(days=7 - today.weekday()), i + 2)
    if tokens[i + 1].text in ("month", "miesiacu", "miesiac"):
        return DayFound(add_months(today.replace(day=1), 1), i + 2)
    return None


def start_of(day: date, at: datetime) -> datetime:
    """The first instant of `day` in the zone of `at`."""
    return wall(day, 0, 0, at)
