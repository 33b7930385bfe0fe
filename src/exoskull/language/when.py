"""When: the day and the time of day that a clause names, joined into one moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from exoskull.language.calendar_words import DAY_PARTS
from exoskull.language.clocks import ClockFound, clock_at
from exoskull.language.dates import DayFound, day_at, short_date_at
from exoskull.language.tokens import Kind, Token
from exoskull.language.walltime import later, wall
from exoskull.language.wordset import wordset

MORNING = 9
"""The hour of a reminder for a day without an hour."""

_PREPOSITIONS = wordset(
    "w we na do od przed po dnia dniu on by at this until till before from of the o za nie "
    "pozniej niz najpozniej przez"
)
_DEADLINES = wordset("do by until till before przed")
_DATE_PREPOSITIONS = wordset("do by on dnia na until till before od")


@dataclass(frozen=True, slots=True)
class When:
    """What a clause says of time.

    `spans`: the tokens that said it, prepositions included. `until`: it was named as a limit
    (do, by, until). `hour`: that of a part of the day (rano, wieczorem).
    """

    day: DayFound | None
    clock: ClockFound | None
    hour: int | None
    until: bool
    spans: tuple[tuple[int, int], ...]

    def covers(self, i: int) -> bool:
        """Whether token `i` is part of the naming of the time."""
        return any(start <= i < end for start, end in self.spans)

    def __bool__(self) -> bool:
        return self.day is not None or self.clock is not None or self.hour is not None


def find_when(
    tokens: Sequence[Token], at: datetime, *, polish: bool, past: bool = False, clock: bool = True
) -> When:
    """What `tokens` say of time: the first day, the first hour and the first part of a day.

    Args:
        at: now, in the person's zone.
        past: they tell what was; days are then the last such ones, and `in 27 min` is a duration.
        clock: whether hours of the clock are looked for.
    """
    finder = _Finder(tokens, at, polish, past, clock)
    until = False
    spans: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        end = finder.named_at(i) or finder.named_behind(i)
        if end is None:
            i += 1
            continue
        if past and tokens[i].text in _SINCE:
            finder.forget()  # "3 papierosy od rana": counted up to now
        until = until or any(token.text in _DEADLINES for token in tokens[i : i + 2])
        spans.append((i, end))
        i = end
    return When(finder.day, finder.clock, finder.hour, until, tuple(spans))


class _Finder:
    """Takes the first day, clock time and part of a day that it is shown."""

    def __init__(
        self, tokens: Sequence[Token], at: datetime, polish: bool, past: bool, clocks: bool
    ) -> None:
        self._tokens, self._at = tokens, at
        self._polish, self._past, self._clocks = polish, past, clocks
        self.forget()

    def forget(self) -> None:
        self.day: DayFound | None = None
        self.clock: ClockFound | None = None
        self.hour: int | None = None

    def named_at(self, i: int) -> int | None:
        """The index behind the time named from token `i` on; None where none is."""
        if self._clocks and self.clock is None:
            clock = clock_at(self._tokens, i, self._polish)
            if clock is not None:
                self.clock = clock
                return clock.end
        return self._day_or_part(i)

    def named_behind(self, i: int) -> int | None:
        """The same for a day or a part of it behind a preposition or two."""
        step = i
        while step < len(self._tokens) and step < i + 3:
            if self._tokens[step].text not in _PREPOSITIONS:
                break
            step += 1
        return self._day_or_part(step) if i < step < len(self._tokens) else None

    def _day_or_part(self, i: int) -> int | None:
        day = _day_from(self._tokens, i, self._at, self._past) if self.day is None else None
        if day is not None:
            self.day = day
            said = tuple(token.text for token in self._tokens[i : day.end])
            if self.hour is None and said in _NIGHTS:
                self.hour = _NIGHT
            return day.end
        part = DAY_PARTS.at(self._tokens, i) if self.hour is None else None
        if part is None:
            return None
        self.hour = part[0]
        return part[1]


_SINCE = wordset("od since from")
_NIGHTS = frozenset({("tonight",), ("last", "night")})
_NIGHT = 20


def _day_from(tokens: Sequence[Token], i: int, at: datetime, past: bool) -> DayFound | None:
    found = day_at(tokens, i, at, past)
    if found is not None:
        return None if _is_noise(tokens, i, found) else found
    if i > 0 and tokens[i - 1].text in _DATE_PREPOSITIONS:
        if tokens[i].kind is Kind.PAIR and tokens[i - 1].text == "na":
            return None  # a score: "na 4/10"
        return short_date_at(tokens, i, at.date(), past)
    before_hour = i + 1 < len(tokens) and tokens[i + 1].text in ("o", "at")
    if not past and before_hour and "." in tokens[i].text[-3:-2]:
        return short_date_at(tokens, i, at.date(), past)
    return None


def _is_noise(tokens: Sequence[Token], i: int, found: DayFound) -> bool:
    """Short names of days and months that are other words unless something stands with them."""
    word = tokens[i].text
    if found.end > i + 1 or word not in ("mon", "wed", "sob", "pon", "wt", "czw", "pt", "fri"):
        return False
    return i > 0 and tokens[i - 1].kind is Kind.WORD and tokens[i - 1].text not in _PREPOSITIONS


def moment(when: When, at: datetime) -> datetime | None:
    """The moment ahead that `when` names; None where it names none.

    A time already past today is tomorrow's; with "today", tonight's where it can be, else None.
    A day without an hour is at 09:00; one counted from now keeps the present hour.
    """
    if when.day is not None and when.day.instant is not None:
        return when.day.instant
    day = when.day.day if when.day else at.date()
    clock = _clock(when)
    if clock is None:
        return _day_alone(when, day, at)
    hour, minute = clock
    found = wall(day, hour, minute, at)
    if found > at:
        return found
    if when.day is None:
        if when.clock and when.clock.vague and when.clock.half is None and hour < 12:
            afternoon = wall(day, hour + 12, minute, at)
            if afternoon > at:
                return afternoon
        return wall(day + timedelta(days=1), hour, minute, at)
    if when.day.soft:
        return wall(day + timedelta(days=7), hour, minute, at)
    if day == at.date() and hour < 12 and when.clock and when.clock.half is None:
        tonight = wall(day, hour + 12, minute, at)
        return tonight if tonight > at else None
    return None


def _clock(when: When) -> tuple[int, int] | None:
    if when.clock is not None:
        hour = when.clock.hour24
        if when.hour is not None and when.clock.half is None and when.clock.hour < 12:
            if when.hour >= 15 and when.clock.hour + 12 >= 13:
                hour = when.clock.hour + 12
            elif when.hour <= 10:
                hour = when.clock.hour
        return hour, when.clock.minute
    return (when.hour, 0) if when.hour is not None else None


def _day_alone(when: When, day: date, at: datetime) -> datetime | None:
    if when.day is None:
        return None
    if when.day.counted:
        return wall(day, at.hour, at.minute, at)
    if when.day.soft:
        day += timedelta(days=7)
    if day > at.date():
        return wall(day, MORNING, 0, at)
    if day < at.date():
        return None
    return next(
        (hour for hour in (wall(day, h, 0, at) for h in (18, 20)) if hour > later_by(at)), None
    )


def later_by(at: datetime) -> datetime:
    """Half an hour from `at`: a reminder for today is not due at once."""
    return later(at, timedelta(minutes=30))


def past_moment(when: When, at: datetime) -> datetime:
    """The moment, not after `at`, that `when` names for something that was; `at` for today."""
    if when.day is not None and when.day.instant is not None:
        return min(when.day.instant, at)
    day = when.day.day if when.day else at.date()
    clock = _clock(when)
    if clock is None:
        return at if day >= at.date() else wall(day, at.hour, at.minute, at)
    found = wall(day, clock[0], clock[1], at)
    return found if found <= at else at


def due_day(when: When, at: datetime) -> date | None:
    """The day ahead that `when` names, for a task; None if it names none."""
    if when.day is not None:
        return when.day.day
    found = moment(when, at) if when else None
    return found.date() if found else None
