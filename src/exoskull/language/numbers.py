"""Numbers as people write them: 7,5 · 10 000 · półtora · dwie i pół · twenty-five · half a."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from exoskull.language.tokens import Kind, Token

LARGEST = 1e12
"""No measure is larger; what is, is not read as a number."""

_UNITS = {
    0: "zero zera zerowy",
    1: "jeden jedna jedno jednego jednej jednym one",
    2: "dwa dwie dwoch dwom dwoma dwiema dwu two",
    3: "trzy trzech trzem trzema three",
    4: "cztery czterech czterem czterema four",
    5: "piec pieciu piecioma five",
    6: "szesc szesciu szescioma six",
    7: "siedem siedmiu siedmioma seven",
    8: "osiem osmiu osmioma eight",
    9: "dziewiec dziewieciu nine",
    10: "dziesiec dziesieciu ten",
    11: "jedenascie jedenastu eleven",
    12: "dwanascie dwunastu twelve",
    13: "trzynascie trzynastu thirteen",
    14: "czternascie czternastu fourteen",
    15: "pietnascie pietnastu fifteen",
    16: "szesnascie szesnastu sixteen",
    17: "siedemnascie siedemnastu seventeen",
    18: "osiemnascie osiemnastu eighteen",
    19: "dziewietnascie dziewietnastu nineteen",
    20: "dwadziescia dwudziestu twenty",
    30: "trzydziesci trzydziestu thirty",
    40: "czterdziesci czterdziestu forty",
    50: "piecdziesiat piecdziesieciu fifty",
    60: "szescdziesiat szescdziesieciu sixty",
    70: "siedemdziesiat siedemdziesieciu seventy",
    80: "osiemdziesiat osiemdziesieciu eighty",
    90: "dziewiecdziesiat dziewiecdziesieciu ninety",
    100: "sto stu",
    200: "dwiescie dwustu",
    300: "trzysta trzystu",
    400: "czterysta czterystu",
    500: "piecset pieciuset",
    600: "szescset szesciuset",
    700: "siedemset siedmiuset",
    800: "osiemset osmiuset",
    900: "dziewiecset dziewieciuset",
}
_SIMPLE = {word: float(value) for value, words in _UNITS.items() for word in words.split()}
_TIMES = {
    "hundred": 100.0,
    "tysiac": 1000.0,
    "tysiaca": 1000.0,
    "tysiace": 1000.0,
    "tysiecy": 1000.0,
    "tys": 1000.0,
    "thousand": 1000.0,
}
_WHOLE = {
    "pol": 0.5,
    "polowa": 0.5,
    "polowe": 0.5,
    "polowke": 0.5,
    "half": 0.5,
    "cwierc": 0.25,
    "cwiartke": 0.25,
    "poltora": 1.5,
    "poltorej": 1.5,
    "dozen": 12.0,
    "tuzin": 12.0,
}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the index behind it.

    `thousands`: the other reading of 1.000 or 4,200, or None. `digits`: it was typed in digits.
    """

    value: float
    end: int
    thousands: float | None = None
    digits: bool = False


def number_at(tokens: Sequence[Token], i: int) -> Number | None:
    """The number that starts at token `i`; None where there is none, or a range such as 2-3."""
    found = _digits(tokens, i) or _fraction(tokens, i) or _words(tokens, i)
    if found is None or not math.isfinite(found.value) or abs(found.value) > LARGEST:
        return None
    return found


def is_range(tokens: Sequence[Token], i: int) -> int | None:
    """The index behind a range (2-3, 2 lub 3, two or three) starting at `i`; None if none."""
    first = number_at(tokens, i)
    if first is None or first.end + 1 >= len(tokens):
        return None
    if tokens[first.end].text not in ("-", "lub", "albo", "czy", "or"):
        return None
    second = number_at(tokens, first.end + 1)
    return second.end if second else None


def _digits(tokens: Sequence[Token], i: int) -> Number | None:
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind is Kind.PAIR:
        top, _, bottom = token.text.replace(" ", "").partition("/")
        if top == "1" and bottom in ("2", "3", "4"):
            return Number(1 / float(bottom), i + 1, digits=True)
        return None
    if token.kind is not Kind.NUMBER:
        return None
    if token.text in _SIGNS:
        return Number(_SIGNS[token.text], i + 1, digits=True)
    value, thousands = _parsed(token.text)
    end = i + 1
    if _negative(tokens, i):
        return Number(-value, end, digits=True)
    if end < len(tokens):
        after = tokens[end]
        if after.text in _SIGNS:
            return Number(value + _SIGNS[after.text], end + 1, digits=True)
        if after.kind is Kind.PAIR and after.text in ("1/2", "1/4"):
            return Number(value + 1 / float(after.text[-1]), end + 1, digits=True)
        if after.text in ("tys", "tysiecy", "tysiace", "thousand", "tysiaca"):
            end += 1
            if end < len(tokens) and tokens[end].text == "." and tokens[end].start == after.end:
                end += 1
            return Number(value * 1000, end, digits=True)
    if half := _and_half(tokens, end):
        return Number(value + half[0], half[1], digits=True)
    return Number(value, end, thousands, digits=True)


def _negative(tokens: Sequence[Token], i: int) -> bool:
    """Whether the dash before token `i` is a minus: glued to it, and to nothing before."""
    if i == 0 or tokens[i - 1].text != "-" or tokens[i - 1].end != tokens[i].start:
        return False
    return i == 1 or tokens[i - 2].end < tokens[i - 1].start


def _parsed(text: str) -> tuple[float, float | None]:
    text = text.replace(" ", "").replace("\u00a0", "")
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        decimal = "." if text.rfind(".") > text.rfind(",") else ","
        text = text.replace("," if decimal == "." else ".", "").replace(",", ".")
        return float(text), None
    if dots > 1 or commas > 1:
        return float(text.replace(".", "").replace(",", "")), None
    plain = text.replace(",", ".")
    whole, _, decimals = plain.partition(".")
    if len(decimals) == 3 and 0 < len(whole) <= 3 and whole != "0" and decimals.isdigit():
        return float(plain), float(whole + decimals)
    return float(plain), None


def _and_half(tokens: Sequence[Token], i: int) -> tuple[float, int] | None:
    """`i pół`, `and a half`, `and a quarter` at token `i`."""
    texts = [token.text for token in tokens[i : i + 3]]
    if texts[:2] in (["i", "pol"], ["and", "half"]):
        return 0.5, i + 2
    if texts[:2] == ["i", "cwierc"]:
        return 0.25, i + 2
    if texts == ["and", "a", "half"]:
        return 0.5, i + 3
    if texts == ["and", "a", "quarter"]:
        return 0.25, i + 3
    return None


def _fraction(tokens: Sequence[Token], i: int) -> Number | None:
    if i >= len(tokens):
        return None
    texts = [token.text for token in tokens[i : i + 4]]
    if texts[:2] == ["trzy", "czwarte"]:
        return Number(0.75, i + 2)
    if texts[:2] == ["three", "quarters"]:
        return Number(0.75, i + 3 if texts[2:3] == ["of"] else i + 2)
    if texts[:3] == ["quarter", "of", "a"] or texts[:3] == ["a", "quarter", "of"]:
        return Number(0.25, i + 4 if texts[3:4] in (["a"], ["an"]) else i + 3)
    if texts[:2] == ["a", "half"]:
        return Number(0.5, i + 2)
    if texts[:2] == ["a", "dozen"]:
        return Number(12.0, i + 2)
    value = _WHOLE.get(texts[0])
    if value is None:
        return None
    end = i + 1
    if texts[0] == "half" and texts[1:2] in (["a"], ["an"], ["of"]):
        end += 2 if texts[1:3] in (["of", "a"], ["of", "an"]) else 1
    return Number(value, end)


def _words(tokens: Sequence[Token], i: int) -> Number | None:
    """`dwadzieścia pięć`, `twenty-five`, `dwa tysiące trzysta`: parts that only grow smaller."""
    total, part, last, end, seen = 0.0, 0.0, math.inf, i, False
    while end < len(tokens) and end - i < 12:
        word = tokens[end].text
        if word in _SIMPLE and _SIMPLE[word] < last and not (seen and _stands_alone(last)):
            part, last = part + _SIMPLE[word], _size(_SIMPLE[word])
        elif word in _TIMES and (seen or word in ("tysiac", "hundred", "thousand")):
            if _TIMES[word] == 100.0:
                part, last = (part or 1.0) * 100, 100.0
            else:
                total, part, last = total + (part or 1.0) * 1000, 0.0, 1000.0
        elif word == "-" and seen and last >= 10 and end + 1 < len(tokens):
            if tokens[end + 1].text not in _SIMPLE or _SIMPLE[tokens[end + 1].text] >= 10:
                break
        else:
            break
        seen, end = True, end + 1
    if not seen:
        return None
    if half := _and_half(tokens, end):
        return Number(total + part + half[0], half[1])
    return Number(total + part, end)


def _size(value: float) -> float:
    """What the next part must stay below: 25 is 20 then 5, 12 takes nothing more."""
    if value >= 100:
        return 100.0
    return 10.0 if value >= 20 else 0.0


def _stands_alone(last: float) -> bool:
    return last == 0.0
