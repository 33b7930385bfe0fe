"""Readings that look wrong: impossible, in another unit, or entered twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import numpy as np

from exoskull.trends.series import Array

FACTORS = (60.0, 1000.0, 2.20462, 1 / 60, 1 / 1000, 1 / 2.20462)
"""Minutes for hours, grams for kilograms, pounds for kilograms, and the other way round."""

BASELINE_LEAST = 8
"""So many other readings before one can be said to be in another unit."""

NEAR = 0.25
"""A slip, put right, is within so much of the usual, in natural logarithms, or within the spread
of the person's own readings."""

FAR = 6.0
"""How many robust deviations a slip lies from the usual at least."""

VERY_FAR = 12.0
"""The same for a factor below 10: half or double the usual is a hard day for most metrics, and a
slip only for one that hardly moves."""


class FlawKind(StrEnum):
    """What is wrong with a reading."""

    IMPOSSIBLE = "impossible"
    UNIT_SLIP = "unit_slip"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One entry of a metric."""

    id: UUID
    at: datetime
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A reading that looks wrong. Nothing is changed by finding it.

    `id` and `value` are of the reading to correct; `suggested` is what it may have been meant to
    be, None: not to be there. `evidence` are ids of every reading that shows it. `usual` is the
    median of the others, None where there are too few.
    """

    kind: FlawKind
    id: UUID
    at: datetime
    value: float
    suggested: float | None
    factor: float | None
    usual: float | None
    evidence: tuple[UUID, ...]


def find_flaws(readings: Sequence[Reading], *, low: float, high: float) -> list[Flaw]:
    """What looks wrong among the readings of one metric, oldest first, one flaw for each.

    Args:
        low: what one entry can plausibly be at least.
        high: and at most.
    """
    ordered = sorted(readings, key=lambda one: (one.at, one.id))
    values = np.array([one.value for one in ordered], dtype=np.float64)
    doubled = {flaw.id: flaw for flaw in _duplicates(ordered)}
    flaws = []
    for place, reading in enumerate(ordered):
        if reading.id in doubled:
            flaws.append(doubled[reading.id])
            continue
        others = np.delete(values, place)
        others = others[(others >= low) & (others <= high)]
        slip = _slip(reading, others, low=low, high=high)
        if slip is not None:
            flaws.append(slip)
        elif not low <= reading.value <= high:
            flaws.append(_flaw(FlawKind.IMPOSSIBLE, reading, usual=_usual(others)))
    return flaws


def _duplicates(ordered: Sequence[Reading]) -> Iterator[Flaw]:
    """Each reading that repeats an earlier one: the same value in the same minute."""
    first: dict[tuple[datetime, float], Reading] = {}
    for reading in ordered:
        key = (reading.at.replace(second=0, microsecond=0), reading.value)
        if key in first:
            yield _flaw(FlawKind.DUPLICATE, reading, evidence=(first[key].id, reading.id))
        else:
            first[key] = reading


def _slip(reading: Reading, others: Array, *, low: float, high: float) -> Flaw | None:
    positive = others[others > 0]
    if reading.value <= 0 or positive.size < BASELINE_LEAST:
        return None
    logs = np.log(positive)
    usual = float(np.median(logs))
    spread = 1.4826 * float(np.median(np.abs(logs - usual)))
    near = max(NEAR, 2 * spread)
    off = np.log(reading.value) - usual
    if abs(off) < max(np.log(2), FAR * max(spread, 0.02)):
        return None
    fitting = [
        (abs(float(off - np.log(factor))), factor)
        for factor in FACTORS
        if abs(off - np.log(factor)) <= near
        and low <= reading.value / factor <= high
        and (abs(np.log(factor)) > np.log(10) or abs(off) >= VERY_FAR * max(spread, 0.02))
    ]
    # As far from anything seen as the factor is large: a value others came near is no slip.
    if not fitting or np.min(np.abs(logs - np.log(reading.value))) < near:
        return None
    factor = min(fitting)[1]
    suggested = float(f"{reading.value / factor:.3g}")
    return _flaw(
        FlawKind.UNIT_SLIP,
        reading,
        suggested=suggested,
        factor=factor,
        usual=float(np.median(positive)),
    )


def _usual(others: Array) -> float | None:
    return float(np.median(others)) if others.size >= BASELINE_LEAST else None


def _flaw(
    kind: FlawKind,
    reading: Reading,
    *,
    suggested: float | None = None,
    factor: float | None = None,
    usual: float | None = None,
    evidence: tuple[UUID, ...] | None = None,
) -> Flaw:
    return Flaw(
        kind=kind,
        id=reading.id,
        at=reading.at,
        value=reading.value,
        suggested=suggested,
        factor=factor,
        usual=usual,
        evidence=evidence if evidence is not None else (reading.id,),
    )
