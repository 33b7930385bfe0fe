"""The columns of the model, and how a decision becomes a row of numbers.

    logit P(outcome) = base . [1, weekend, dose]
                     + sent * (send . [1, weekend, dose] + channel[c] + hour[h] + framing[f] + ...)

Columns stand in this order: base (3), send (3), the levels of each factor, and one for how many
replies there are, which no decision reads (see `Design.reply_row`). A factor with one level has no
column: there is nothing to tell apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from exoskull.kit.errors import InvalidInput
from exoskull.learning.model import FACTORS, Arm, Context, Level
from exoskull.learning.packing import Array

BASE, SEND = slice(0, 3), slice(3, 6)
BASE_DOSE, SEND_DOSE = 2, 5
FIXED = ("base", "base:weekend", "base:dose", "send", "send:weekend", "send:dose")


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """The levels of each factor, in the order of their columns."""

    levels: Mapping[str, tuple[Level, ...]]
    index: Mapping[tuple[str, Level], int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = [
            (factor, level)
            for factor in FACTORS
            for level in self.levels[factor]
            if len(self.levels[factor]) > 1
        ]
        object.__setattr__(self, "index", {name: 6 + i for i, name in enumerate(names)})

    @classmethod
    def of(cls, arms: Iterable[Arm]) -> Self:
        """The design with every level of `arms`, in order of first appearance."""
        arms = list(arms)
        return cls(levels={f: tuple(dict.fromkeys(arm.level(f) for arm in arms)) for f in FACTORS})

    @property
    def size(self) -> int:
        """The number of columns."""
        return 7 + len(self.index)

    @property
    def names(self) -> list[tuple[str, Level]]:
        """The name of each column: its kind, and its level where it has one."""
        return [*((kind, "") for kind in FIXED), *self.index, ("reply", "")]

    def span(self, factor: str) -> slice:
        """The columns of the factor's levels; empty where it has but one."""
        levels = self.levels[factor]
        if len(levels) < 2:
            return slice(6, 6)
        first = self.index[factor, levels[0]]
        return slice(first, first + len(levels))

    def columns(self, arm: Arm) -> list[int]:
        """The columns of the arm's levels.

        Raises InvalidInput `learning.unknown_arm` where one of them is not in the design.
        """
        found = []
        for factor in FACTORS:
            column = self.index.get((factor, arm.level(factor)))
            if column is not None:
                found.append(column)
            elif arm.level(factor) not in self.levels[factor]:
                raise InvalidInput("learning.unknown_arm", field="arm", arm=str(arm))
        return found

    def base_row(self, context: Context) -> Array:
        """The row of a decision at which nothing was sent, shape (size,)."""
        row = np.zeros(self.size)
        row[BASE] = 1.0, context.weekend, context.dose
        return row

    def send_rows(self, arms: Sequence[Arm], context: Context) -> Array:
        """What sending each arm adds to `base_row`, shape (arms, size)."""
        rows = np.zeros((len(arms), self.size))
        rows[:, SEND] = 1.0, context.weekend, context.dose
        columns = np.array([self.columns(arm) for arm in arms], dtype=int)
        rows[np.arange(len(arms))[:, None], columns] = 1.0
        return rows

    def outcome_row(self, arm: Arm | None, context: Context) -> Array:
        """The row of an outcome after `arm`, or after nothing, shape (size,)."""
        row = self.base_row(context)
        if arm is not None:
            row[SEND] = row[BASE]
            row[self.columns(arm)] = 1.0
        return row

    def reply_row(self, arm: Arm) -> Array:
        """The row of a reply to `arm`: its level of each factor against the mean level.

        Being contrasts, replies can only move arms against each other; how many replies there are
        in all goes into a column of its own.
        """
        row = np.zeros(self.size)
        for factor in FACTORS:
            span = self.span(factor)
            row[span] = -1.0 / max(1, span.stop - span.start)
        row[self.columns(arm)] += 1.0
        row[-1] = 1.0
        return row

    def to_json(self) -> dict[str, list[Level]]:
        return {factor: list(self.levels[factor]) for factor in FACTORS}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises InvalidInput `learning.malformed_state`."""
        try:
            return cls(levels={factor: tuple(data[factor]) for factor in FACTORS})
        except (KeyError, TypeError) as error:
            raise InvalidInput("learning.malformed_state", field="design") from error
