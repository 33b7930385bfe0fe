"""One simulated person after another, each with a learner of their own."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from exoskull.learning import Arm, Learner

CHANNELS, HOURS, FRAMINGS = ("sms", "email", "push"), ("07", "12", "18"), ("direct", "gentle")
ARMS = [
    Arm(channel=channel, hour=hour, framing=framing)
    for channel, hour, framing in product(CHANNELS, HOURS, FRAMINGS)
]
DECAY = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """A person's truth, in logits: without a send, and what a send adds by each level."""

    base: float
    weekend: float
    base_dose: float
    send: float
    send_dose: float
    levels: dict[str, float]

    def logit(self, arm: Arm | None, weekend: float, dose: float) -> float:
        without = self.base + self.weekend * weekend + self.base_dose * dose
        if arm is None:
            return without
        liked = (self.levels[str(level)] for level in (arm.channel, arm.hour, arm.framing))
        return without + self.send + self.send_dose * dose + sum(liked)


@dataclass(slots=True, kw_only=True)
class Life:
    """What happened: one entry for each decision."""

    learner: Learner
    y: list[float]
    a: list[float]
    p: list[float]
    weekend: list[float]
    dose: list[float]
    arms: list[Arm | None]

    @property
    def controls(self) -> np.ndarray:
        return np.column_stack([np.ones(len(self.y)), self.weekend, self.dose])


def indifferent(rng: np.random.Generator) -> Taste:
    """Somebody on whom no message has any effect."""
    nothing = dict.fromkeys((*CHANNELS, *HOURS, *FRAMINGS), 0.0)
    return Taste(
        base=rng.normal(-0.5, 0.8),
        weekend=rng.normal(0, 0.4),
        base_dose=0.0,
        send=0.0,
        send_dose=0.0,
        levels=nothing,
    )


def somebody(rng: np.random.Generator) -> Taste:
    """Somebody with tastes of their own, who tires of messages."""
    levels = {level: rng.normal(0, 0.6) for level in (*CHANNELS, *HOURS)}
    return Taste(
        base=rng.normal(-0.7, 0.7),
        weekend=rng.normal(0, 0.3),
        base_dose=-abs(rng.normal(0, 0.2)),
        send=rng.normal(0.1, 0.7),
        send_dose=-abs(rng.normal(0.5, 0.4)),
        levels=levels | {level: rng.normal(0, 0.3) for level in FRAMINGS},
    )


def lived(taste: Taste, rng: np.random.Generator, *, days: int, per_day: int, seed: int) -> Life:
    """`days` with this person, outcomes the next day, a refit each night."""
    life = Life(learner=Learner(ARMS, seed=seed), y=[], a=[], p=[], weekend=[], dose=[], arms=[])
    dose = 0.0
    for day in range(days):
        weekend = float(day % 7 >= 5)
        made = []
        for _ in range(per_day):
            choice = life.learner.choose("p", {"weekend": weekend, "dose": dose})
            p = 1 / (1 + np.exp(-taste.logit(choice.arm, weekend, dose)))
            made.append((choice.id, float(rng.random() < p)))
            life.a.append(float(choice.arm is not None))
            life.p.append(choice.p_send)
            life.weekend.append(weekend)
            life.dose.append(dose)
            life.arms.append(choice.arm)
            dose = DECAY * dose + (1 - DECAY) * (choice.arm is not None)
        for id, outcome in made:
            life.learner.observe(id, outcome=outcome)
            life.y.append(outcome)
        life.learner.refit()
    return life
