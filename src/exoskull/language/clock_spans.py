"""Durations told by a clock: `spałam od 23 do 6:30`, `5 km w 27:30`, `spałam 7:30`."""

from exoskull.language.clauses import Clause
from exoskull.language.clocks import ClockFound, clock_at
from exoskull.language.quantities import Quantity, quantities
from exoskull.language.stance import Stance
from exoskull.language.tokens import Kind, Token
from exoskull.language.topics import NOUNS, TOPICS
from exoskull.language.units import Dimension
from exoskull.language.wordset import wordset

_RACE_TIME = wordset("w in czas time :")
_BEFORE_HOUR = wordset("o at do od from to by po przed after before around okolo na")
_AT = Token(Kind.WORD, "o", 0, 0)
_LONGEST_SLEEP = 16 * 60


def lasted(clause: Clause, position: Stance, polish: bool) -> Quantity | None:
    """The duration that a clause tells by clock times, in minutes; None where it tells none."""
    return _race_time(clause) or _from_to(clause, position, polish) or _slept(clause, position)


def _race_time(clause: Clause) -> Quantity | None:
    """`w 27:30` beside a distance: minutes and seconds, or hours, minutes and seconds."""
    if not any(quantity.dimension is Dimension.DISTANCE for quantity in quantities(clause)):
        return None
    for i, token in enumerate(clause):
        if token.kind is Kind.CLOCK and i and clause[i - 1].text in _RACE_TIME:
            parts = [int(part) for part in token.text.split(":")]
            hours = parts.pop(0) if len(parts) == 3 else 0
            return Quantity(Dimension.DURATION, hours * 60 + parts[0] + parts[1] / 60, i, i + 1)
    return None


def _from_to(clause: Clause, position: Stance, polish: bool) -> Quantity | None:
    """`spałam od 23 do 6:30`, `slept from 11 to 7`, `pracowałam od 9 do 17`."""
    names = [position.topic, *(NOUNS[token.text][0] for token in clause if token.text in NOUNS)]
    if not any(name in TOPICS and Dimension.DURATION in TOPICS[name].metrics for name in names):
        return None
    for i, token in enumerate(clause):
        if token.text not in ("od", "from"):
            continue
        start = clock_at(clause, i, polish)
        if start is None or start.end >= len(clause):
            return None
        if clause[start.end].text not in ("do", "to", "till", "until"):
            return None
        as_hour = (*clause[: start.end], _AT, *clause[start.end + 1 :])
        end = clock_at(as_hour, start.end, polish)
        if end is None:
            return None
        vague = start.vague and start.half is None and end.half is None
        minutes = _minute_of_day(end, vague) - _minute_of_day(start, vague)
        return Quantity(Dimension.DURATION, minutes % (720 if vague else 1440), i, end.end)
    return None


def _minute_of_day(clock: ClockFound, vague: bool) -> int:
    hour = clock.hour
    if not vague and clock.half is not None:
        hour = hour % 12 + (12 if clock.half == "pm" else 0)
    return hour * 60 + clock.minute


def _slept(clause: Clause, position: Stance) -> Quantity | None:
    """`spałam 7:30`, `sleep: 7:30`: hours and minutes, where no word makes it an hour of day."""
    named = any(NOUNS.get(token.text, ("",))[0] == "sleep" for token in clause)
    if position.topic != "sleep" and not named:
        return None
    for i, token in enumerate(clause):
        if token.kind is Kind.CLOCK and i and clause[i - 1].text not in _BEFORE_HOUR:
            hours, minutes, *_ = (int(part) for part in token.text.split(":"))
            if hours * 60 + minutes <= _LONGEST_SLEEP:
                return Quantity(Dimension.DURATION, hours * 60 + minutes, i, i + 1)
    return None
