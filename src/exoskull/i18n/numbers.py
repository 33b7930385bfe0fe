"""Numbers as each language writes them."""

from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite

Number = int | float | Decimal

_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_THIN_SPACE = "\u202f"
NOT_A_NUMBER = "?"


def rounded(value: Number, digits: int = 2) -> int | Decimal:
    """`value` to at most `digits` decimals, halves away from zero; whole numbers as int.

    Raises ValueError for an infinity or NaN.
    """
    if isinstance(value, int):
        return int(value)
    if not isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    short = _EXACT.quantize(exact, Decimal(1).scaleb(-digits))
    return int(short) if short == short.to_integral_value() else short


def number(value: Number, language: str, digits: int = 2) -> str:
    """`value` to at most `digits` decimals, none of them a trailing zero: "7,5" or "7.5".

    Thousands are set apart as each language does it: a comma in English, a thin no-break space in
    Polish, there only from five digits on ("8000", "12 500"). What is not finite gives "?".
    """
    if not isfinite(value):
        return NOT_A_NUMBER
    short = rounded(value, digits)
    plain = f"{short:,}"
    if isinstance(short, Decimal):
        plain = plain.rstrip("0")
    if language != "pl":
        return plain
    whole, _, decimals = plain.partition(".")
    apart = "" if abs(short) < 10_000 else _THIN_SPACE
    return whole.replace(",", apart) + ("," + decimals if decimals else "")


def money(value: Number, language: str) -> str:
    """An amount without its currency: "45" or, where there are cents, always two: "45,50"."""
    if not isfinite(value):
        return NOT_A_NUMBER
    plain = number(value, language)
    decimals = plain.partition("," if language == "pl" else ".")[2]
    return plain + "0" if len(decimals) == 1 else plain


def percent(share: float, language: str, digits: int = 0) -> str:
    """A share of one in per cent: 0.62 gives "62%"."""
    return number(share * 100, language, digits) + "%"
