"""How well an intervention worked, from 0 to 1, out of what was measured of it."""

from collections.abc import Mapping
from math import erf, sqrt

FORMULA = "effectiveness-1"
"""Stored with each outcome; a change of anything in this file changes it."""

WEIGHTS = {"user_response": 0.40, "behavior_change": 0.35, "goal_progress": 0.25}
HALF_LIFE_MINUTES = 360.0


def of_response(minutes: float) -> float:
    """What an answer after `minutes` is worth: 1 at once, half after six hours."""
    return 0.5 ** (max(0.0, minutes) / HALF_LIFE_MINUTES)


def of_behavior(value: float, expected: float, deviation: float, *, more_is_better: bool) -> float:
    """Where `value` lies in what was to be expected of this person: Phi(z), .5 being just that.

    Args:
        expected, deviation: of the person's own days; a deviation of 0 leaves only the sign.
    """
    gain = (value - expected) if more_is_better else (expected - value)
    if deviation <= 0:
        return 0.5 if gain == 0 else float(gain > 0)
    return 0.5 * (1.0 + erf(gain / deviation / sqrt(2.0)))


def of_progress(before: float, after: float, target: float) -> float | None:
    """The share of what was missing before that is there now; None where nothing was missing."""
    missing = abs(target - before)
    if missing == 0:
        return None
    gained = missing - abs(target - after)
    return min(1.0, max(0.0, gained / missing))


def combine(parts: Mapping[str, float]) -> float | None:
    """The weighted mean over the parts that were measured; None where none was."""
    measured = {name: part for name, part in parts.items() if name in WEIGHTS}
    weight = sum(WEIGHTS[name] for name in measured)
    if weight == 0:
        return None
    return sum(WEIGHTS[name] * part for name, part in measured.items()) / weight
