"""What a simulated person likes, hidden from the system: how likely a message is to move them."""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from exoskull.learning import Arm
from exoskull.ledger.arms import FRAMINGS, HOURS

HALF_LIFE_DAYS = 2.0
DOSE_OF_ONE = 0.1
"""What one message adds to the dose, which halves every two days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tastes:
    """Logits of doing today what the goal asks for.

    `base`: without a message; `weekend` is added on Saturdays and Sundays. `send`: what any message
    adds; `channel`, `hour`, `framing`: what each level of it adds. `tires`: what a dose of 1 takes
    away.
    """

    base: float
    weekend: float
    send: float
    tires: float
    channel: Mapping[str, float]
    hour: Mapping[str, float]
    framing: Mapping[str, float]

    def chance(self, arm: Arm | None, *, weekend: bool, dose: float) -> float:
        """The probability of doing it on a day with this message, or with none."""
        logit = self.base + self.weekend * weekend
        if arm is not None:
            logit += self.send + self.liking(arm) - self.tires * dose
        return 1 / (1 + math.exp(-logit))

    def liking(self, arm: Arm) -> float:
        """What the arm's levels add; one that nobody has a taste for adds nothing."""
        return (
            self.channel.get(str(arm.channel), 0.0)
            + self.hour.get(str(arm.hour), 0.0)
            + self.framing.get(str(arm.framing), 0.0)
        )

    def best(self, factor: str) -> str:
        """The best liked level of a factor."""
        weights: Mapping[str, float] = getattr(self, factor)
        return max(weights, key=lambda level: weights[level])

    def drifted(self, chance: random.Random, *, step: float = 0.12) -> "Tastes":
        """The tastes a week later: each weight a small step away."""

        def moved(weights: Mapping[str, float]) -> dict[str, float]:
            return {level: weight + chance.gauss(0, step) for level, weight in weights.items()}

        return replace(
            self,
            base=self.base + chance.gauss(0, step / 2),
            channel=moved(self.channel),
            hour=moved(self.hour),
            framing=moved(self.framing),
        )

    def turned(self, chance: random.Random) -> "Tastes":
        """The tastes after a change in life: the same likings of hours, at other hours."""
        likings = list(self.hour.values())
        turn = chance.randrange(1, len(likings))
        moved = likings[turn:] + likings[:turn]
        return replace(self, hour=dict(zip(self.hour, moved, strict=True)))


def draw_tastes(chance: random.Random) -> Tastes:
    """Somebody's tastes: one liked and one disliked level or so of each factor."""

    def likings(levels: list[str], spread: float) -> dict[str, float]:
        return {level: chance.gauss(0, spread) for level in levels}

    return Tastes(
        base=chance.gauss(-1.0, 0.6),
        weekend=chance.gauss(-0.2, 0.4),
        send=chance.gauss(0.7, 0.6),
        tires=max(0.0, chance.gauss(0.8, 0.6)),
        channel=likings(["in_app", "email", "sms"], 0.8),
        hour=likings(list(HOURS), 0.9),
        framing=likings(list(FRAMINGS), 0.5),
    )


def nearest_hour(at: datetime) -> str:
    """The hour, of those that messages are tried at, that `at` (local) is nearest to."""
    minutes = at.hour * 60 + at.minute
    return min(HOURS, key=lambda name: abs(HOURS[name].hour * 60 - minutes))


def decayed(dose: float, days: float) -> float:
    """What is left of a dose after so many days."""
    return dose * 0.5 ** (days / HALF_LIFE_DAYS)
