"""Numbers with their units: pół szklanki · 1 h 20 · 4,2 km · $30 · 4/10 · 120/80."""

from collections.abc import Sequence
from dataclasses import dataclass

from exoskull.language.numbers import Number, is_range, number_at
from exoskull.language.tokens import Kind, Token
from exoskull.language.topics import COUNTED, NOUNS
from exoskull.language.units import CALENDAR_UNITS, MONEY, UNITS, Dimension, Unit
from exoskull.language.wordset import wordset


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` in the base unit of `dimension`; tokens `start` to `end` (exclusive).

    `second`: the lower value of a pressure. `thousands`: the other reading of 1.000.
    `implied`: no number was written ("szklankę wody"). `worth`: base units in one of the unit
    written.
    """

    dimension: Dimension
    value: float
    start: int
    end: int
    second: float | None = None
    thousands: float | None = None
    implied: bool = False
    worth: float = 1.0


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities in `tokens`, left to right, none overlapping."""
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        if (behind := is_range(tokens, i)) is not None:
            i = behind
            continue
        quantity = quantity_at(tokens, i)
        if quantity is None:
            number = number_at(tokens, i)
            i = number.end if number else i + 1
        else:
            found.append(quantity)
            i = quantity.end
    return found


def quantity_at(tokens: Sequence[Token], i: int) -> Quantity | None:
    """The quantity that starts at token `i`, or None."""
    token = tokens[i]
    if token.kind is Kind.PAIR:
        return _pair(tokens, i) or _simple(tokens, i)
    if token.text in ("$", "€", "£") and i + 1 < len(tokens):
        number = number_at(tokens, i + 1)
        if number is None:
            return None
        return Quantity(
            UNITS[token.text].dimension, number.value, i, number.end, thousands=number.thousands
        )
    return _simple(tokens, i)


def _pair(tokens: Sequence[Token], i: int) -> Quantity | None:
    top_text, _, bottom_text = tokens[i].text.replace(" ", "").replace(",", ".").partition("/")
    top, bottom = float(top_text), float(bottom_text)
    if bottom in (5, 10) and 0 <= top <= bottom:
        return Quantity(Dimension.SCORE, top * 10 / bottom, i, i + 1)
    if 60 <= top <= 260 and 30 <= bottom <= 180 and bottom < top:
        return Quantity(Dimension.PRESSURE, top, i, i + 1, second=bottom)
    return None


def _simple(tokens: Sequence[Token], i: int) -> Quantity | None:
    number = number_at(tokens, i)
    if number is None:
        return _implied(tokens, i)
    if series := _series(tokens, number, i):
        return series
    if number.end < len(tokens) and tokens[number.end].text in CALENDAR_UNITS:
        return None
    if out_of := _score(tokens, number, i):
        return out_of
    if [token.text for token in tokens[number.end : number.end + 3]] == ["mg", "/", "dl"]:
        return Quantity(Dimension.SUGAR, number.value, i, number.end + 3)
    unit = _unit_at(tokens, number.end)
    if unit is None:
        return Quantity(Dimension.NONE, number.value, i, number.end, thousands=number.thousands)
    known, end = unit
    if end < len(tokens) and tokens[end].text == "/" and tokens[end].start == tokens[end - 1].end:
        return None  # a rate: km/h, min/km
    thousands = None
    if number.thousands is not None and known.dimension in MONEY | {
        Dimension.VOLUME,
        Dimension.ENERGY,
    }:
        thousands = number.thousands * known.factor
    value, end = number.value * known.factor, end
    if known.dimension is Dimension.DURATION and known.factor == 60.0:
        more, end = _minutes_after(tokens, end)
        value += more
    elif known.dimension is Dimension.DURATION and known.factor == 1.0:
        more, end = _seconds_after(tokens, end)
        value += more
    return Quantity(known.dimension, value, i, end, thousands=thousands, worth=known.factor)


def _series(tokens: Sequence[Token], sets: Number, i: int) -> Quantity | None:
    """`3 serie po 15`, `3 sets of 15`, `3 x 15`: all of them together."""
    texts = [token.text for token in tokens[sets.end : sets.end + 2]]
    if texts in (["serie", "po"], ["serii", "po"], ["sets", "of"], ["razy", "po"]):
        each = number_at(tokens, sets.end + 2)
    elif texts[:1] == ["x"]:
        each = number_at(tokens, sets.end + 1)
    else:
        return None
    if each is None or (each.end < len(tokens) and tokens[each.end].text in UNITS):
        return None
    return Quantity(Dimension.NONE, sets.value * each.value, i, each.end)


def _unit_at(tokens: Sequence[Token], i: int) -> tuple[Unit, int] | None:
    """The unit at `i` and the index behind it; a dash between is allowed (a 30-minute run)."""
    if i < len(tokens) and tokens[i].text == "-":
        i += 1
    if i >= len(tokens):
        return None
    word = tokens[i].text
    if word == "fl" and i + 1 < len(tokens) and tokens[i + 1].text == "oz":
        return UNITS["oz"], i + 2
    if word in ("k", "x", "s", "m", "l", "g", "h") and not _glued_or_spaced(tokens, i, word):
        return None
    unit = UNITS.get(word)
    if unit is None:
        return None
    end = i + 1
    if end < len(tokens) and tokens[end].text == "." and tokens[end].start == tokens[i].end:
        end += 1
    return unit, end


def _glued_or_spaced(tokens: Sequence[Token], i: int, word: str) -> bool:
    """`k` must stand right behind its number (5k); the other short units may be spaced."""
    return word != "k" or tokens[i].start == tokens[i - 1].end


def _score(tokens: Sequence[Token], number: Number, i: int) -> Quantity | None:
    """`4 na 10`, `4 out of 10`, `4 z 10`."""
    texts = [token.text for token in tokens[number.end : number.end + 3]]
    if texts[:1] in (["na"], ["z"], ["of"]):
        behind, scale = number.end + 2, texts[1:2]
    elif texts[:2] == ["out", "of"]:
        behind, scale = number.end + 3, texts[2:3]
    else:
        return None
    if scale in (["10"], ["dziesiec"], ["ten"]) and 0 <= number.value <= 10:
        return Quantity(Dimension.SCORE, number.value, i, behind)
    if scale in (["5"], ["piec"], ["five"]) and 0 <= number.value <= 5:
        return Quantity(Dimension.SCORE, number.value * 2, i, behind)
    return None


def _minutes_after(tokens: Sequence[Token], i: int) -> tuple[float, int]:
    """Minutes that go on from hours: `1 h 20`, `godzina i 20 minut`, `an hour and a half`."""
    texts = [token.text for token in tokens[i : i + 3]]
    if texts == ["and", "a", "half"]:
        return 30.0, i + 3
    if texts[:2] == ["i", "pol"]:
        return 30.0, i + 2
    joined = texts[:1] in (["i"], ["and"])
    number = number_at(tokens, i + 1 if joined else i)
    if number is None or number.value >= 60 or number.value < 0:
        return 0.0, i
    if number.end < len(tokens) and tokens[number.end].text in ("m", "min", "mins"):
        return number.value, number.end + 1
    unit = _unit_at(tokens, number.end)
    if unit and unit[0].dimension is Dimension.DURATION and unit[0].factor <= 1.0:
        return number.value * unit[0].factor, unit[1]
    if unit is None and not joined and number.digits and number.end >= len(tokens):
        return number.value, number.end
    if unit is None and not joined and number.digits and tokens[number.end].kind is Kind.MARK:
        return number.value, number.end
    short = tokens[i - 1].text in ("h", "godz", ".")
    if unit is None and short and number.digits and not _counted(tokens[number.end]):
        return number.value, number.end
    return 0.0, i


def _counted(token: Token) -> bool:
    """Whether it is a thing that numbers count, as in `1 h, 20 pompek`."""
    return NOUNS.get(token.text, ("", False))[0] in COUNTED


def _seconds_after(tokens: Sequence[Token], i: int) -> tuple[float, int]:
    joined = i < len(tokens) and tokens[i].text in ("i", "and")
    number = number_at(tokens, i + 1 if joined else i)
    if number is None or not 0 <= number.value < 60:
        return 0.0, i
    unit = _unit_at(tokens, number.end)
    if unit and unit[0].dimension is Dimension.DURATION and unit[0].factor < 1.0:
        return number.value * unit[0].factor, unit[1]
    return 0.0, i


def _implied(tokens: Sequence[Token], i: int) -> Quantity | None:
    """A unit that stands for one: `szklankę`, `godzinę`, `a glass`, `an hour`, `once`."""
    word = tokens[i].text
    if word in ("a", "an", "another", "kolejna", "kolejny", "kolejne") and i + 1 < len(tokens):
        unit = UNITS.get(tokens[i + 1].text)
        if unit is not None and len(tokens[i + 1].text) > 1:
            return _with_minutes(unit, tokens, i, i + 2)
        return None
    unit = UNITS.get(word)
    up_to_one = i > 0 and tokens[i - 1].text == "do" and word in _OF_ONE
    if unit is None or not (unit.one or up_to_one):
        return None
    return _with_minutes(unit, tokens, i, i + 1)


_OF_ONE = wordset("godziny szklanki litra kilometra kwadransa kubka")
"""Behind `do`, these mean one: do godziny dziennie."""


def _with_minutes(unit: Unit, tokens: Sequence[Token], i: int, end: int) -> Quantity:
    value = unit.factor
    if unit.dimension is Dimension.DURATION and unit.factor == 60.0:
        more, end = _minutes_after(tokens, end)
        value += more
    return Quantity(unit.dimension, value, i, end, implied=True)
