"""What a text is told, made fit for Fluent: numbers that keep their plural, names as plain data."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import partial
from math import isfinite
from typing import Any, cast

from fluent.runtime.types import FluentFloat, FluentInt

from exoskull.i18n import numbers


class Whole(FluentInt):
    """A whole number; its own language's plural and writing."""

    def format(self, locale: Any) -> str:
        return numbers.number(int(self), locale.language)


class Fraction(FluentFloat):
    """A number with decimals, already rounded."""

    def format(self, locale: Any) -> str:
        return numbers.number(float(self), locale.language, digits=15)


Quantity = Whole | Fraction


def quantity(value: float | Decimal, digits: int = 2) -> Quantity:
    """A finite number rounded to `digits` decimals, so that its plural fits what is shown."""
    short = numbers.rounded(value, digits)
    made = Whole(short) if isinstance(short, int) else Fraction(float(short))
    return cast(Quantity, made)  # Fluent's __new__ names their common base


def fluent(value: Any) -> str | Quantity:
    """`value` as Fluent takes it.

    A bool is "yes" or "no", None is "none", an enum its value, a collection its parts with commas;
    anything else is its `str`, cleaned by `plain_text`.
    """
    if isinstance(value, Enum):
        value = value.value
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case int() | float() | Decimal():
            return quantity(value) if isfinite(value) else numbers.NOT_A_NUMBER
        case list() | tuple() | set() | frozenset():
            return plain_text(", ".join(map(str, value)))
        case _:
            return plain_text(str(value))


_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters, but line feed
    "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # invisible, turning direction
    "\U000e0000-\U000e007f]"  # tags
)


def plain_text(value: str) -> str:
    """`value` with line feeds as its only control characters.

    A tab becomes a space; other control, invisible and direction-turning characters go; half a
    surrogate pair becomes U+FFFD.
    """
    value = _LINE_ENDS.sub("\n", value).replace("\t", " ")
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub("", value))


def _number(value: Any, digits: int = 2) -> Any:
    return quantity(value, int(digits)) if isinstance(value, FluentInt | FluentFloat) else value


def _spelled(spell: Callable[[float, str], str], language: str, value: Any) -> Any:
    return spell(float(value), language) if isinstance(value, FluentInt | FluentFloat) else value


def _line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def functions(language: str) -> dict[str, Callable[..., Any]]:
    """What an entry of `language` may call.

    NUMBER($x, digits: 1), MONEY($x), PERCENT($share); LINE($title) puts a name on one line.
    """
    return {
        "NUMBER": _number,
        "LINE": _line,
        "MONEY": partial(_spelled, numbers.money, language),
        "PERCENT": partial(_spelled, numbers.percent, language),
    }
