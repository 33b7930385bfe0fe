"""Times of day as people say them: o 18 · o wpół do ósmej · kwadrans po piątej · at 6pm · noon."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exoskull.language.calendar_words import HALF_DAYS
from exoskull.language.numbers import number_at
from exoskull.language.tokens import Kind, Token
from exoskull.language.units import CALENDAR_UNITS, UNITS
from exoskull.language.wordset import wordset


@dataclass(frozen=True, slots=True)
class ClockFound:
    """`hour` 0 to 24 as said, `end` the index behind it.

    `vague`: said on a 12-hour face, so the half of the day is open; `half`: am, pm or None.
    """

    hour: int
    minute: int
    end: int
    vague: bool = False
    half: str | None = None

    @property
    def hour24(self) -> int:
        """The hour on a 24-hour face, once the half of the day is known."""
        if self.half == "am":
            return 0 if self.hour == 12 else self.hour
        if self.half == "pm" and self.hour < 12:
            return self.hour + 12
        if self.half is None and self.vague and 1 <= self.hour <= 6:
            return self.hour + 12
        return self.hour


_ORDINALS = (
    "pierwsza",
    "drugiej",
    "trzecia",
    "czwarta",
    "piata",
    "szosta",
    "siodma",
    "osma",
    "dziewiata",
    "dziesiata",
    "jedenasta",
    "dwunasta",
    "trzynasta",
    "czternasta",
    "pietnasta",
    "szesnasta",
    "siedemnasta",
    "osiemnasta",
    "dziewietnasta",
    "dwudziesta",
)


def _hours() -> dict[str, int]:
    table: dict[str, int] = {"druga": 2, "trzeciej": 3, "zerowej": 0}
    for hour, word in enumerate(_ORDINALS, start=1):
        table[word] = hour
        if word.endswith("a"):
            table[word[:-1] + "ej"] = hour
    return table


HOUR_WORDS = _hours()
"""Hours by Polish ordinals, nominative and locative."""

_BEFORE_HOUR = wordset(
    "o na przed po okolo ok do at by around about before after until till from od kolo z"
)
_HOUR_NOUN = wordset("godzinie godzine godz godziny")
_FIRM = wordset("o at")
_DOTTED_AFTER = wordset("o at przed po around kolo okolo")
"""What 18.30 is an hour behind; behind `do` and `by`, 15.06 is a date."""


def clock_at(tokens: Sequence[Token], i: int, polish: bool) -> ClockFound | None:
    """The time of day named from token `i` on, its preposition included; None if none is."""
    found = _phrased(tokens, i) or _written(tokens, i, polish) or _spoken(tokens, i)
    if found is None:
        return None
    return _with_half(tokens, found)


def _with_half(tokens: Sequence[Token], found: ClockFound) -> ClockFound:
    """The clock with `rano`, `pm`, `in the evening` behind it taken in."""
    end = found.end
    if end < len(tokens) and tokens[end].text in ("o'clock", "oclock"):
        found = ClockFound(found.hour, found.minute, end + 1, vague=True)
    half = HALF_DAYS.at(tokens, found.end)
    if half is None or found.hour > 12:
        return found
    word = half[0]
    night = tokens[found.end].text in ("w", "at") and tokens[found.end + 1].text in (
        "nocy",
        "night",
    )
    if night:
        word = "am" if found.hour <= 5 or found.hour == 12 else "pm"
    return ClockFound(found.hour, found.minute, half[1], vague=False, half=word)


def _hour_at(tokens: Sequence[Token], i: int) -> tuple[int, int, bool] | None:
    """An hour: its value, the index behind it, and whether it was said in words."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.text in HOUR_WORDS:
        hour, end = HOUR_WORDS[token.text], i + 1
        if hour == 20 and end < len(tokens) and HOUR_WORDS.get(tokens[end].text, 99) <= 3:
            return 20 + HOUR_WORDS[tokens[end].text], end + 1, True
        return hour, end, True
    if token.kind is Kind.NUMBER and token.text.isdecimal() and len(token.text) <= 2:
        return (int(token.text), i + 1, False) if int(token.text) <= 24 else None
    number = number_at(tokens, i) if token.kind is Kind.WORD else None
    if number and number.value in range(1, 13) and number.end == i + 1:
        return int(number.value), number.end, True
    return None


def _phrased(tokens: Sequence[Token], i: int) -> ClockFound | None:
    """`wpół do ósmej`, `kwadrans po piątej`, `za dziesięć ósma`, `half past seven`, `5 to 8`."""
    begin = i
    if tokens[i].text in ("o", "at", "na", "by", "around", "do") and i + 1 < len(tokens):
        i += 1
    texts = [token.text for token in tokens[i : i + 3]]
    if len(texts) < 2:
        return None
    if texts[0] in ("wpol", "pol") and texts[1] == "do" and (hour := _hour_at(tokens, i + 2)):
        return ClockFound((hour[0] - 1) % 24 or 12, 30, hour[1], vague=True)
    if texts[0] == "half" and texts[1] == "past" and (hour := _hour_at(tokens, i + 2)):
        return ClockFound(hour[0], 30, hour[1], vague=True)
    minutes = _minutes(tokens, i)
    if minutes and minutes[1] < len(tokens):
        link = tokens[minutes[1]].text
        hour = _hour_at(tokens, minutes[1] + 1)
        if hour and link in ("po", "past") and (link == "past" or hour[2] or begin != i):
            return ClockFound(hour[0] % 24, minutes[0], hour[1], vague=True)
        if hour and link == "to" and (begin != i or texts[0] == "quarter" or hour[2]):
            return ClockFound((hour[0] - 1) % 24 or 12, 60 - minutes[0], hour[1], vague=True)
    if begin == i and texts[0] == "za" and (minutes := _minutes(tokens, i + 1)):
        hour = _hour_at(tokens, minutes[1])
        if hour and hour[2]:
            return ClockFound((hour[0] - 1) % 24 or 12, 60 - minutes[0], hour[1], vague=True)
    return None


def _minutes(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    if i >= len(tokens):
        return None
    if tokens[i].text in ("kwadrans", "quarter"):
        return 15, i + 1
    if tokens[i].text == "a" and tokens[i + 1 : i + 2] and tokens[i + 1].text == "quarter":
        return 15, i + 2
    number = number_at(tokens, i)
    if number is None or number.value not in range(1, 60):
        return None
    end = number.end
    if end < len(tokens) and tokens[end].text in ("minut", "min", "minutes"):
        end += 1
    return int(number.value), end


def _written(tokens: Sequence[Token], i: int, polish: bool) -> ClockFound | None:
    """`18:30`, `o 18`, `o 18.30`, `at 6`, `6pm`, `at seven`."""
    token = tokens[i]
    if token.kind is Kind.CLOCK:
        return _colon(tokens, i, polish)
    begin = i
    if token.text in _BEFORE_HOUR:
        i += 1
        if i < len(tokens) and tokens[i].text in ("okolo", "ok", "about", "around"):
            i += 1
            if i < len(tokens) and tokens[i].text == ".":
                i += 1
    named = i < len(tokens) and tokens[i].text in _HOUR_NOUN
    if named:
        i += 1
        if i < len(tokens) and tokens[i].text == ".":
            i += 1
    if i >= len(tokens):
        return None
    if tokens[i].kind is Kind.CLOCK:
        return _colon(tokens, i, polish)
    said = token.text in _BEFORE_HOUR and begin != i
    dotted = _dotted(tokens[i])
    if dotted and (named or token.text in _DOTTED_AFTER) and not _unit_behind(tokens, i + 1):
        hour, minute = dotted
        return ClockFound(hour, minute, i + 1, vague=not polish)
    if token.text in _FIRM and begin != i and (four := _four_digits(tokens[i])):
        return ClockFound(four[0], four[1], i + 1)
    hour = _hour_at(tokens, i)
    if hour is None:
        return None
    half = HALF_DAYS.at(tokens, hour[1])
    if half and half[0] and tokens[hour[1]].text in ("am", "pm", "a", "p") and hour[0] <= 12:
        return ClockFound(hour[0], 0, hour[1])
    if not (said or named) or _unit_behind(tokens, hour[1]):
        return None
    if token.text not in _FIRM and not named and not _end_or_mark(tokens, hour[1]):
        return None
    if hour[2] and token.text not in _FIRM and not named and tokens[i].text not in HOUR_WORDS:
        return None
    minute, end = _spoken_minutes(tokens, hour)
    return ClockFound(hour[0], minute, end, vague=hour[2] or not polish)


def _spoken_minutes(tokens: Sequence[Token], hour: tuple[int, int, bool]) -> tuple[int, int]:
    """Minutes said behind a spoken hour: `o ósmej trzydzieści`, `at seven thirty`."""
    if not hour[2]:
        return 0, hour[1]
    number = number_at(tokens, hour[1])
    if number is None or number.digits or not 5 <= number.value < 60:
        return 0, hour[1]
    if _unit_behind(tokens, number.end):
        return 0, hour[1]
    return int(number.value), number.end


def _end_or_mark(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing that could be counted stands at `i`."""
    return i >= len(tokens) or tokens[i].kind is Kind.MARK or tokens[i].text in HALF_WORDS


HALF_WORDS = wordset("do to rano wieczorem po am pm in jutro dzis dzisiaj today tomorrow w o i")


def _colon(tokens: Sequence[Token], i: int, polish: bool) -> ClockFound | None:
    parts = [int(part) for part in tokens[i].text.split(":")]
    if parts[0] > 24 or parts[1] > 59 or (parts[0] == 24 and parts[1]):
        return None
    vague = not polish and 1 <= parts[0] <= 6 and not tokens[i].text.startswith("0")
    return ClockFound(parts[0], parts[1], i + 1, vague=vague)


def _four_digits(token: Token) -> tuple[int, int] | None:
    """1730, 0630."""
    if not re.fullmatch("[0-9]{4}", token.text):
        return None
    hour, minute = int(token.text[:2]), int(token.text[2:])
    return (hour, minute) if hour <= 23 and minute <= 59 else None


def _dotted(token: Token) -> tuple[int, int] | None:
    hour, dot, minute = token.text.partition(".")
    if token.kind is not Kind.NUMBER or not dot or len(minute) != 2:
        return None
    if not (hour.isdecimal() and minute.isdecimal() and len(hour) <= 2):
        return None
    return (int(hour), int(minute)) if int(hour) <= 23 and int(minute) <= 59 else None


def _unit_behind(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands at `i` makes the number a quantity: a unit, or things counted."""
    if i >= len(tokens):
        return False
    word = tokens[i].text
    if word in ("-",) and i + 1 < len(tokens):
        word = tokens[i + 1].text
    return word in UNITS or word in CALENDAR_UNITS or word in ("%", "/") or word.endswith("ach")


def _spoken(tokens: Sequence[Token], i: int) -> ClockFound | None:
    """`o ósmej`: handled by _written; here only `godzina ósma`."""
    if tokens[i].text in ("godzina", "godzinie") and (hour := _hour_at(tokens, i + 1)):
        return ClockFound(hour[0], 0, hour[1], vague=hour[2])
    return None
