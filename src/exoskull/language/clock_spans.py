"""Durations told by a clock: `spałam od 23 do 6:30`, `5 km w 27:30`."""

from exoskull.language.clauses import Clause
from exoskull.language.clocks import ClockFound, clock_at
from exoskull.language.quantities import Quantity, quantities
from exoskull.language.stance import Stance
from exoskull.language.tokens import Kind, Token
from exoskull.language.topics import NOUNS
from exoskull.language.units import Dimension

_AT = Token(Kind.WORD, "o", 0, 0)


def race_time(clause: Clause) -> Quantity | None:
    """`w 27:30` beside a distance: minutes and seconds."""
    if not any(q.dimension is Dimension.DISTANCE for q in quantities(clause)):
        return None
    for i, token in enumerate(clause):
        if (
            token.kind is Kind.CLOCK
            and i
            and clause[i - 1].text in ("w", "in", "czas", "time", ":")
        ):
            parts = [int(part) for part in token.text.split(":")]
            if len(parts) == 3:
                minutes = parts[0] * 60 + parts[1] + parts[2] / 60
            else:
                minutes = parts[0] + parts[1] / 60
            return Quantity(Dimension.DURATION, minutes, i, i + 1)
    return None


def slept(clause: Clause, position: Stance, polish: bool) -> Quantity | None:
    """The duration of `spałam od 23 do 6:30`, `slept from 11 to 7`."""
    if position.topic != "sleep" and not any(
        NOUNS.get(token.text, ("",))[0] == "sleep" for token in clause
    ):
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
