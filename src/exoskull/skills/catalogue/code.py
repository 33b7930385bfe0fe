"""Pieces of code that several skills share. They are data here: they run in the sandbox only."""

from collections.abc import Mapping

PARTS: Mapping[str, str] = {
    "number": """
def number(value: float) -> str:
    shown = str(round(value + 0.0, 2))
    if shown.endswith(".0"):
        shown = shown[:-2]
    if shown == "-0":
        shown = "0"
    return shown.replace(".", $POINT)
""",
    "amount": """
def amount(value: float) -> str:
    return number(value) + $UNIT
""",
    "say": """
def say(pattern: str, pieces: dict[str, str]) -> str:
    for blank in pieces:
        pattern = pattern.replace("%" + blank + "%", pieces[blank])
    return pattern
""",
    "day": """
def day(text: str) -> date:
    return date.fromisoformat(text[:10])
""",
    "by_day": """
def by_day(metric: str, days: int) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for one in measures(metric, days):
        found.setdefault(one["at"][:10], []).append(float(one["value"]))
    return {on: of_day(found[on]) for on in found}
""",
    "sum": """
def of_day(values: list[float]) -> float:
    return sum(values)
""",
    "mean": """
def of_day(values: list[float]) -> float:
    return sum(values) / len(values)
""",
    "last": """
def of_day(values: list[float]) -> float:
    return values[-1]
""",
}

IMPORTS: Mapping[str, str] = {
    "day": "from datetime import date",
    "timedelta": "from datetime import timedelta",
    "math": "import math",
}
"""What a part, or a word among the parts, imports."""
