"""What the learner speaks of: arms, contexts, observations, choices and the rows of the ledger."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

import numpy as np

from exoskull.kit.errors import InvalidInput

Level = str | int | float
"""A channel, an hour, a framing or an option: an opaque name."""

FACTORS = ("channel", "hour", "framing", "option")
"""What arms differ in. Each has its levels, and each level its own effect."""

CONTEXT_LIMIT = 3.0
"""Context values are held to [-3, 3] (a dose counted in another unit cannot run away), and to the
16-bit precision (three digits) in which they are stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """A way to send: where, when, in what tone, and what (an option: kinds of intervention).

    Not sending is not an arm but None.
    """

    channel: Level
    hour: Level = ""
    framing: Level = ""
    option: Level = ""

    def level(self, factor: str) -> Level:
        """The arm's level of one of FACTORS."""
        return getattr(self, factor)

    def to_json(self) -> dict[str, Level]:
        return {factor: self.level(factor) for factor in FACTORS}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises InvalidInput `learning.malformed_state`."""
        try:
            return cls(**{factor: data[factor] for factor in FACTORS if factor in data})
        except TypeError as error:
            raise InvalidInput("learning.malformed_state", field="arm") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known when deciding. `weekend`: 0 or 1; `dose`: recent sends, decayed, about 0..1."""

    weekend: float = 0.0
    dose: float = 0.0

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The context in `values`: a missing key is 0, a key the model does not know is ignored.

        Raises InvalidInput `learning.invalid_context` where a known key holds no finite number.
        """
        return cls(weekend=_number(values, "weekend"), dose=_number(values, "dose"))

    def to_json(self) -> dict[str, float]:
        return {"weekend": self.weekend, "dose": self.dose}


def _number(values: Mapping[str, Any], key: str) -> float:
    try:
        value = float(values.get(key, 0.0))
    except (TypeError, ValueError) as error:
        raise InvalidInput("learning.invalid_context", field=key, value=values[key]) from error
    if not math.isfinite(value):
        raise InvalidInput("learning.invalid_context", field=key, value=values[key])
    return float(np.float16(min(CONTEXT_LIMIT, max(-CONTEXT_LIMIT, value))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One decision and what was measured after it: all that is ever learned from.

    `arm` is None where nothing was sent. `outcome` in [0, 1] is one that is seen also when nothing
    is sent; it teaches whether to send, and what. `reply` in [0, 1] is seen only after a send; it
    ranks arms and says nothing of whether to send. None: not measured, and nothing is guessed.
    """

    arm: Arm | None
    context: Context = Context()
    outcome: float | None = None
    reply: float | None = None


class Reason(StrEnum):
    """Why a choice came out as it did."""

    RANDOMIZED = "randomized"  # drawn with the probabilities it names
    UNAVAILABLE = "unavailable"  # nothing could be sent; there was no draw and nothing is learned


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was drawn, and with what probabilities.

    `p_arm` holds the probability of each eligible arm and of None (nothing); they sum to 1.
    `p_send` is 1 - p_arm[None]. `seed` and `model_version` are all the chance and all the knowledge
    that went into it.
    """

    id: str
    arm: Arm | None
    p_send: float
    p_arm: dict[Arm | None, float]
    model_version: str
    seed: int
    reason: Reason = Reason.RANDOMIZED

    def to_json(self) -> dict[str, Any]:
        """The choice as plain JSON: `arms` lists the eligible arms, `p_arm` theirs in that order,
        and last that of nothing."""
        arms = [arm for arm in self.p_arm if arm is not None]
        return {
            "id": self.id,
            "arms": [arm.to_json() for arm in arms],
            "chosen": None if self.arm is None else self.arm.to_json(),
            "p_send": self.p_send,
            "p_arm": [self.p_arm[arm] for arm in arms] + [self.p_arm[None]],
            "model_version": self.model_version,
            "seed": self.seed,
            "reason": self.reason.value,
        }
