"""The columns of the model, and how a decision becomes a row of numbers.

    logit P(outcome) = base . [1, weekend, dose]
                     + sent * (send . [1, weekend, dose] + channel[c] + hour[h] + framing[f])

Columns stand in this order: base (3), send (3), channels, hours, framings, and one for the level of
replies, which no decision reads (see `Design.reply_row`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from exoskull.kit.errors import InvalidInput
from exoskull.learning.model import Arm, Context, Level
from exoskull.learning.packing import Array

BASE, SEND = slice(0, 3), slice(3, 6)
BASE_DOSE, SEND_DOSE = 2, 5
FACTORS = ("channel", "hour", "framing")
FIXED = ("base", "base:weekend", "base:dose", "send", "send:weekend", "send:dose")


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """The levels of each factor, in the order of their columns."""

    channels: tuple[Level, ...]
    hours: tuple[Level, ...]
    framings: tuple[Level, ...]
    index: dict[tuple[str, Level], int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = [(factor, level) for factor in FACTORS for level in self.levels(factor)]
        object.__setattr__(self, "index", {name: 6 + i for i, name in enumerate(names)})

    @classmethod
    def of(cls, arms: Iterable[Arm]) -> Self:
        """The design with every level of `arms`, in order of first appearance."""
        arms = list(arms)
        return cls(
            channels=tuple(dict.fromkeys(arm.channel for arm in arms)),
            hours=tuple(dict.fromkeys(arm.hour for arm in arms)),
            framings=tuple(dict.fromkeys(arm.framing for arm in arms)),
        )

    @property
    def size(self) -> int:
        """The number of columns."""
        return 7 + len(self.index)

    @property
    def names(self) -> list[tuple[str, Level]]:
        """The name of each column: its kind, and its level where it has one."""
        return [*((kind, "") for kind in FIXED), *self.index, ("reply", "")]

    def levels(self, factor: str) -> tuple[Level, ...]:
        return {"channel": self.channels, "hour": self.hours, "framing": self.framings}[factor]

    def span(self, factor: str) -> slice:
        """The columns of the factor's levels."""
        levels = self.levels(factor)
        first = self.index[factor, levels[0]] if levels else 6
        return slice(first, first + len(levels))

    def columns(self, arm: Arm) -> tuple[int, int, int]:
        """The columns of the arm's channel, hour and framing.

        Raises InvalidInput `learning.unknown_arm` where one of them is not in the design.
        """
        try:
            return (
                self.index["channel", arm.channel],
                self.index["hour", arm.hour],
                self.index["framing", arm.framing],
            )
        except KeyError as error:
            raise InvalidInput("learning.unknown_arm", field="arm", arm=str(arm)) from error

    def base_row(self, context: Context) -> Array:
        """The row of a decision at which nothing was sent, shape (size,)."""
        row = np.zeros(self.size)
        row[BASE] = 1.0, context.weekend, context.dose
        return row

    def send_rows(self, arms: Iterable[Arm], context: Context) -> Array:
        """What sending each arm adds to `base_row`, shape (arms, size)."""
        columns = np.array([self.columns(arm) for arm in arms], dtype=int).reshape(-1, 3)
        rows = np.zeros((len(columns), self.size))
        rows[:, SEND] = 1.0, context.weekend, context.dose
        rows[np.arange(len(columns))[:, None], columns] = 1.0
        return rows

    def outcome_row(self, arm: Arm | None, context: Context) -> Array:
        """The row of an outcome after `arm`, or after nothing, shape (size,)."""
        row = self.base_row(context)
        if arm is not None:
            row[SEND] = row[BASE]
            row[list(self.columns(arm))] = 1.0
        return row

    def reply_row(self, arm: Arm) -> Array:
        """The row of a reply to `arm`: its level of each factor against the mean level.

        Being contrasts, replies can only move arms against each other; how many replies there are
        in all goes into a column of its own.
        """
        row = np.zeros(self.size)
        for factor, column in zip(FACTORS, self.columns(arm), strict=True):
            row[self.span(factor)] = -1.0 / len(self.levels(factor))
            row[column] += 1.0
        row[-1] = 1.0
        return row

    def to_json(self) -> dict[str, list[Level]]:
        return {
            "channels": list(self.channels),
            "hours": list(self.hours),
            "framings": list(self.framings),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        try:
            return cls(
                channels=tuple(data["channels"]),
                hours=tuple(data["hours"]),
                framings=tuple(data["framings"]),
            )
        except (KeyError, TypeError) as error:
            raise InvalidInput("learning.malformed_state", field="design") from error
