"""Synthetic people for the learner's benchmark: hidden tastes, habituation and drift.

Three kinds of world, so that no learner is judged only in the one it assumes:

    additive   the effect of a send is a sum of the person's taste for channel, hour and framing
    matched    one channel at one or two hours works for a person, other sends hardly do
    reluctant  as additive, but for most people most sends do harm: silence is usually right
"""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Kind = Literal["additive", "matched", "reluctant"]

CHANNELS = ("sms", "email", "telegram", "push")
HOURS = ("07", "09", "12", "18", "20")
FRAMINGS = ("direct", "gentle", "humor")
COST = {"sms": 0.06, "email": 0.01, "telegram": 0.02, "push": 0.02}
DECAY = 0.9  # of dose, from one decision to the next


@dataclass(slots=True, kw_only=True)
class World:
    """Some people, each at one decision point after another.

    `taste` (people, 60): what each arm adds to the logit, now. `dose` (people,): recent sends.
    """

    kind: Kind
    people: int
    rng: np.random.Generator
    per_day: int = 2
    drift_sd: float = 0.012
    base: Array = field(init=False)
    base_weekend: Array = field(init=False)
    base_dose: Array = field(init=False)
    send_weekend: Array = field(init=False)
    send_dose: Array = field(init=False)
    taste: Array = field(init=False)
    dose: Array = field(init=False)
    time: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        n, rng = self.people, self.rng
        self.base = rng.normal(-0.9, 0.7, n)
        self.base_weekend = rng.normal(0.0, 0.3, n)
        self.base_dose = -np.abs(rng.normal(0.0, 0.2, n))
        self.send_weekend = rng.normal(0.0, 0.3, n)
        self.send_dose = -np.abs(rng.normal(0.9, 0.5, n))
        self.taste = self._tastes()
        self.dose = np.zeros(n)

    def _tastes(self) -> Array:
        n, rng = self.people, self.rng
        c, h, f = len(CHANNELS), len(HOURS), len(FRAMINGS)
        likes_c = rng.normal(0.0, 0.25, c) + rng.normal(0.0, 0.6, (n, c))
        likes_h = rng.normal(0.0, 0.25, h) + rng.normal(0.0, 0.6, (n, h))
        likes_f = rng.normal(0.0, 0.1, f) + rng.normal(0.0, 0.3, (n, f))
        level = rng.normal(0.3, 0.5, n)
        if self.kind == "reluctant":
            level = rng.normal(-0.8, 0.6, n)
        if self.kind == "matched":
            likes_c, likes_h = 0.3 * likes_c, 0.3 * likes_h
        taste = (
            level[:, None, None, None]
            + likes_c[:, :, None, None]
            + likes_h[:, None, :, None]
            + likes_f[:, None, None, :]
        )
        if self.kind == "matched":
            taste -= 0.3
            who = np.arange(n)
            channel = rng.integers(c, size=n)
            hour = rng.integers(h, size=n)
            taste[who, channel, hour] += rng.normal(2.0, 0.4, n)[:, None]
            taste[who, channel, (hour + 1) % h] += rng.normal(0.8, 0.4, n)[:, None]
        return taste.reshape(n, -1)

    @property
    def day(self) -> int:
        return self.time // self.per_day

    @property
    def weekend(self) -> float:
        return float(self.day % 7 >= 5)

    def probabilities(self) -> Array:
        """P(outcome) after nothing (first column) and after each arm, shape (people, 61)."""
        base = self.base + self.base_weekend * self.weekend + self.base_dose * self.dose
        send = self.taste + (self.send_weekend * self.weekend + self.send_dose * self.dose)[:, None]
        return 1 / (1 + np.exp(-np.column_stack([base, base[:, None] + send])))

    def step(self, arms: NDArray[np.int_]) -> Array:
        """Go to the next decision point; `arms` (people,) are columns of `probabilities`.

        Returns the outcomes, 0 or 1.
        """
        p = self.probabilities()[np.arange(self.people), arms]
        outcomes = (self.rng.random(self.people) < p).astype(float)
        self.dose = DECAY * self.dose + (1 - DECAY) * (arms > 0)
        self.time += 1
        if self.time % self.per_day == 0:
            self.taste = self.taste + self._shift()
        return outcomes

    def _shift(self) -> Array:
        """A day's drift: a random walk of the tastes for channels, hours and framings."""
        n, rng, sd = self.people, self.rng, self.drift_sd
        c, h, f = len(CHANNELS), len(HOURS), len(FRAMINGS)
        shift = (
            rng.normal(0, sd, (n, c, 1, 1))
            + rng.normal(0, sd, (n, 1, h, 1))
            + rng.normal(0, sd / 2, (n, 1, 1, f))
        )
        return np.broadcast_to(shift, (n, c, h, f)).reshape(n, -1)
