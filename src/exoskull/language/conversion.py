"""One unit in another: km in miles, hours in minutes, litres in glasses.

What is counted has no unit to convert: any word for it that is no unit of measure means the same.
Money is of its currency; there are no rates of exchange here.
"""

from dataclasses import dataclass

from exoskull.language.fold import fold
from exoskull.language.units import UNITS, Dimension

_D = Dimension


@dataclass(frozen=True, slots=True)
class Scale:
    """How a unit reads: `value * factor + offset` in `base`."""

    base: str
    factor: float
    offset: float = 0.0


_BASES: dict[Dimension, tuple[str, float]] = {
    _D.GLASS: ("ml", 250.0),
    _D.CUP: ("ml", 250.0),
    _D.VOLUME: ("ml", 1.0),
    _D.DISTANCE: ("cm", 100_000.0),
    _D.LENGTH: ("cm", 1.0),
    _D.DURATION: ("min", 1.0),
    _D.MASS: ("kg", 1.0),
    _D.PLN: ("pln", 1.0),
    _D.USD: ("usd", 1.0),
    _D.EUR: ("eur", 1.0),
    _D.GBP: ("gbp", 1.0),
    _D.ENERGY: ("kcal", 1.0),
    _D.PULSE: ("bpm", 1.0),
    _D.PERCENT: ("%", 1.0),
}
"""The base of each dimension that is a measure, and how much of it the dimension's own base is. A
glass and a cup hold 250 ml."""

_MORE: tuple[tuple[str, float, float, str], ...] = (
    ("ml", 100.0, 0.0, "dl"),
    ("cm", 0.1, 0.0, "mm milimetr milimetry milimetrow"),
    ("cm", 2.54, 0.0, "in"),
    ("cm", 30.48, 0.0, "ft foot feet stopa stopy stop"),
    ("cm", 91.44, 0.0, "yd yard yards jard jardy jardow"),
    ("min", 1.0, 0.0, "m"),
    ("min", 1440.0, 0.0, "d day days dzien dni doba doby dob"),
    ("kg", 0.01, 0.0, "dag deko dkg"),
    ("kg", 0.028349523125, 0.0, "oz ounce ounces uncja uncje uncji"),
    ("kg", 6.35029318, 0.0, "st"),
    ("kcal", 1.0, 0.0, "cal kcals"),
    ("kcal", 1 / 4.184, 0.0, "kj"),
    ("bpm", 1.0, 0.0, "/min ud/min uderzen/min"),
    ("mg/dl", 1.0, 0.0, "mg/dl"),
    ("mg/dl", 18.0182, 0.0, "mmol/l"),
    ("mmhg", 1.0, 0.0, "mmhg"),
    ("mmhg", 7.50061683, 0.0, "kpa"),
    ("°c", 1.0, 0.0, "°c c st.c celsius"),
    ("°c", 5 / 9, -160 / 9, "°f f fahrenheit"),
    ("/10", 1.0, 0.0, "/10 pkt punkt punkty punktow point points pts"),
    ("/10", 2.0, 0.0, "/5"),
    ("/10", 0.1, 0.0, "/100"),
)


def _table() -> dict[str, tuple[Scale, ...]]:
    table: dict[str, list[Scale]] = {}
    for word, unit in UNITS.items():
        if unit.dimension in _BASES:
            base, factor = _BASES[unit.dimension]
            table.setdefault(word, []).append(Scale(base, factor * unit.factor))
    for base, factor, offset, words in _MORE:
        for word in words.split():
            table.setdefault(word, []).append(Scale(base, factor, offset))
    return {word: tuple(scales) for word, scales in table.items()}


SCALES = _table()
"""Every word for a unit of measure, folded, with all that it can mean: `m` is a metre or a
minute."""


def convert(value: float, unit: str, to: str) -> float | None:
    """`value` in `unit`, in `to`; None where one cannot be made into the other.

    No unit ("") is the other's. What is counted may be called by any word that is no unit of
    measure.
    """
    if unit == to or not unit or not to:
        return value
    here, there = SCALES.get(_word(unit), ()), SCALES.get(_word(to), ())
    if not here and not there:
        return value
    for one in here:
        for other in there:
            if one.base == other.base:
                if one == other:
                    return value
                return (value * one.factor + one.offset - other.offset) / other.factor
    return None


def is_counted(unit: str) -> bool:
    """Whether what is in `unit` comes in whole ones: runs, pages, glasses; or in no unit at all."""
    scales = SCALES.get(_word(unit), ())
    return not scales or scales[0] == SCALES["glass"][0]


def _word(unit: str) -> str:
    return fold(unit).strip().rstrip(".").replace(" ", "")
