"""A finding as a small picture: what to draw, in the units of a 160 by 56 drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exoskull.conductor.findings.model import Finding, FindingKind

WIDTH, HEIGHT, EDGE = 160, 56, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar from its top to the bottom. `marked`: it is what the finding is about."""

    x: float
    y: float
    width: float
    height: float
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point. `marked`: after the change."""

    x: float
    y: float
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Bars, or dots with the level before and after as lines `(x1, x2, y)`."""

    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()
    lines: tuple[tuple[float, float, float], ...] = ()


def picture(finding: Finding) -> Picture:
    """The picture of a finding, made from the numbers it keeps."""
    said = finding.statement
    match finding.kind:
        case FindingKind.WEEKDAY:
            marked = {5, 6} if said["weekday"] == 7 else {said["weekday"]}
            return Picture(bars=_bars(said["means"], marked))
        case FindingKind.CHANGE:
            return _change(said)
        case FindingKind.RELATION:
            return Picture(bars=_bars([said["low"], said["high"]], {1}))
        case FindingKind.WEAK_STRATEGY:
            return Picture(bars=_bars([said["days"] - said["done"], said["done"]], {1}))
        case _:
            usual = said["usual"] if said["usual"] is not None else said["suggested"]
            return Picture(bars=_bars([usual, said["value"]], {1}))


def _bars(values: Sequence[float | None], marked: set[int]) -> tuple[Bar, ...]:
    """Bars of the values, the smallest a third as high as the largest: what is to be seen is how
    they differ, and their numbers stand in the sentence."""
    there = [value for value in values if value is not None]
    if not there:
        return ()
    low, high = min(there), max(there)
    step = (WIDTH - 2 * EDGE) / len(values)
    bars = []
    for place, value in enumerate(values):
        if value is not None:
            share = 1 / 3 + 2 / 3 * (value - low) / (high - low) if high > low else 1.0
            height = round(share * (HEIGHT - 2 * EDGE), 1)
            bars.append(
                Bar(
                    x=round(EDGE + place * step + 0.15 * step, 1),
                    y=round(HEIGHT - EDGE - height, 1),
                    width=round(0.7 * step, 1),
                    height=height,
                    marked=place in marked,
                )
            )
    return tuple(bars)


def _change(said: Mapping[str, Any]) -> Picture:
    weekly = said["weekly"]
    values = [value for _, value in weekly] + [said["before"], said["after"]]
    low, high = min(values), max(values)
    first, last = weekly[0][0], weekly[-1][0]

    def x(week: float) -> float:
        return round(EDGE + (week - first) / max(1, last - first) * (WIDTH - 2 * EDGE), 1)

    def y(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE), 1)

    return Picture(
        dots=tuple(Dot(x=x(week), y=y(value), marked=week >= 0) for week, value in weekly),
        lines=(
            (x(first), x(-0.5), y(said["before"])),
            (x(-0.5), x(last), y(said["after"])),
        ),
    )
