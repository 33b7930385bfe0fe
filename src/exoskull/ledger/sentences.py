"""A learned statement in the person's words, with its numbers."""

from collections.abc import Mapping
from typing import Any

from exoskull.i18n import percent, text


def sentence(statement: Mapping[str, Any], language: str) -> str:
    """What `statement` (`Statement.to_json()`) can honestly say in `language`; where there is not
    enough data, that, with how much is missing."""
    about_side = side(statement, language)
    if not statement["spoken"]:
        missing = statement["missing"]
        key = "preference-no-difference" if missing is None else "preference-not-enough"
        return text(language, key, side=about_side, n=statement["n"], missing=missing)
    numbers = {
        "side": about_side,
        "factor": statement["factor"],
        "hits": round(statement["hits"]),
        "n": statement["n"],
        "rate": percent(statement["hits"] / max(1, statement["n"]), language),
        "hits_other": round(statement["hits_other"]),
        "n_other": statement["n_other"],
        "rate_other": percent(statement["hits_other"] / max(1, statement["n_other"]), language),
        "expected": percent(statement["expected"], language),
        "expected_other": percent(statement["expected_other"], language),
    }
    about = "send" if statement["factor"] == "send" else statement["signal"]
    return text(language, f"preference-{about}", **numbers)


def side(statement: Mapping[str, Any], language: str) -> str:
    """What a statement, or a wish, is about: "By SMS", "At 9", "When I write gently"."""
    return text(language, f"preference-side-{statement['factor']}", level=_level(statement))


def _level(statement: Mapping[str, Any]) -> str | int:
    """The level as it is said: the hour 09 is 9."""
    level = str(statement["level"])
    return int(level) if statement["factor"] == "hour" else level
