"""Plain counts of a person's outcomes and replies: what a statement's "24 of 34" is read from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np

from exoskull.learning.design import Design
from exoskull.learning.model import Arm, Context, Level, Observation
from exoskull.learning.packing import Array, pack, rounded, unpack

OUTCOME, REPLY = 0, 1
NOTHING, SENT = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """How often an outcome (row 0) and a reply (row 1) was `seen`, and their sum, `hits`.

    Shape (2, 2 + levels): columns for nothing sent, for anything sent, and for each level of each
    factor. `context`: sums of weekend and of dose over the outcomes.
    """

    design: Design
    seen: Array
    hits: Array
    context: Array

    @classmethod
    def none(cls, design: Design) -> Self:
        zeros = np.zeros((2, _width(design)))
        return cls(design=design, seen=zeros, hits=zeros, context=np.zeros(2))

    def plus(self, observations: Sequence[Observation]) -> Self:
        """The tally with these counted in."""
        if not observations:
            return self
        seen, hits, context = self.seen.copy(), self.hits.copy(), self.context.copy()
        for each in observations:
            places = self._places(each.arm)
            for signal, value in ((OUTCOME, each.outcome), (REPLY, each.reply)):
                if value is not None:
                    seen[signal, places] += 1
                    hits[signal, places] += value
            if each.outcome is not None:
                context += each.context.weekend, each.context.dose
        return replace(self, seen=seen, hits=rounded(hits), context=rounded(context))

    def of_level(self, signal: int, factor: str, level: Level) -> tuple[float, float]:
        """(seen, hits) of the sends at this level; the factor must have two levels or more."""
        place = self.design.index[factor, level] - 4
        return float(self.seen[signal, place]), float(self.hits[signal, place])

    def of_sending(self, signal: int, place: int) -> tuple[float, float]:
        """(seen, hits) where something was sent (`SENT`), or nothing (`NOTHING`)."""
        return float(self.seen[signal, place]), float(self.hits[signal, place])

    @property
    def mean_context(self) -> Context:
        """The average context of the decisions whose outcome was measured."""
        n = max(1.0, float(self.seen[OUTCOME, [NOTHING, SENT]].sum()))
        return Context(weekend=float(self.context[0]) / n, dose=float(self.context[1]) / n)

    def to_json(self) -> str:
        return pack(np.concatenate([self.seen.ravel(), self.hits.ravel(), self.context]))

    @classmethod
    def from_json(cls, data: Any, design: Design) -> Self:
        """Raises InvalidInput `learning.malformed_state`."""
        size = 2 * _width(design)
        values = unpack(data, 2 * size + 2, "tally")
        seen, hits = values[:size].reshape(2, -1), values[size:-2].reshape(2, -1)
        return cls(design=design, seen=seen, hits=hits, context=values[-2:])

    def _places(self, arm: Arm | None) -> list[int]:
        return [NOTHING] if arm is None else [SENT, *(c - 4 for c in self.design.columns(arm))]


def _width(design: Design) -> int:
    return 2 + len(design.index)
