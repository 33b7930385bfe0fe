"""Other ways of choosing among the same arms, for the learner's benchmark.

A way of choosing picks a column (0: nothing, then the arms) for each person at each decision point,
and is told the day's outcomes the next morning.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from worlds import CHANNELS, COST, FRAMINGS, HOURS, Array, World

from exoskull.learning import Arm, Choice, Learner

Columns = NDArray[np.int_]

ARMS = [
    Arm(channel=channel, hour=hour, framing=framing)
    for channel in CHANNELS
    for hour in HOURS
    for framing in FRAMINGS
]
COSTS = np.array([0.0, *(COST[str(arm.channel)] for arm in ARMS)])
COLUMN = {None: 0} | {arm: place + 1 for place, arm in enumerate(ARMS)}
LEVELS = np.array(
    [
        [CHANNELS.index(str(a.channel)), HOURS.index(str(a.hour)), FRAMINGS.index(str(a.framing))]
        for a in ARMS
    ]
)


class Way(Protocol):
    """A way of choosing for everybody in a world."""

    def pick(self, world: World) -> Columns: ...

    def learn(self, picked: Sequence[Columns], outcomes: Sequence[Array]) -> None:
        """A day is over: what was picked at each of its decision points, and what came of it."""
        ...


class Never:
    def pick(self, world: World) -> Columns:
        return np.zeros(world.people, dtype=int)

    def learn(self, picked: Sequence[Columns], outcomes: Sequence[Array]) -> None:
        pass


class Oracle:
    """Knows everything, now: the best arm, where it gains more than `price` over nothing.

    The price stands for what a send does to later ones; the benchmark takes the best of several.
    """

    def __init__(self, price: float) -> None:
        self._price = price

    def pick(self, world: World) -> Columns:
        reward = world.probabilities() - COSTS
        best = reward[:, 1:].argmax(axis=1) + 1
        gain = reward[np.arange(world.people), best] - reward[:, 0]
        return np.where(gain > self._price, best, 0)

    def learn(self, picked: Sequence[Columns], outcomes: Sequence[Array]) -> None:
        pass


class ExoSkull:
    """The learner of this repository, through its facade, refitted every night."""

    def __init__(self, people: int, seed: int) -> None:
        self.learner = Learner(ARMS, COST, seed=seed)
        self.names = [f"person-{number}" for number in range(people)]
        self._today: list[list[Choice]] = []

    def pick(self, world: World) -> Columns:
        choices = [
            self.learner.choose(name, {"weekend": world.weekend, "dose": dose})
            for name, dose in zip(self.names, world.dose.tolist(), strict=True)
        ]
        self._today.append(choices)
        return np.array([COLUMN[choice.arm] for choice in choices])

    def learn(self, picked: Sequence[Columns], outcomes: Sequence[Array]) -> None:
        for choices, came in zip(self._today, outcomes, strict=True):
            for choice, outcome in zip(choices, came.tolist(), strict=True):
                self.learner.observe(choice.id, outcome)
        self._today = []
        self.learner.refit()


class FactoredBeta:
    """Thompson sampling for each person apart: a Beta(1, 1) for every channel, hour and framing
    among sends, for sending and for not sending. `greedy`: the means instead of draws."""

    def __init__(self, people: int, seed: int, *, greedy: bool = False) -> None:
        self._rng = np.random.default_rng(seed)
        self._greedy = greedy
        self._counts = [np.ones((people, k, 2)) for k in (4, 5, 3)]
        self._sending = np.ones((people, 2, 2))
        self._cost = np.array([COST[channel] for channel in CHANNELS])

    def pick(self, world: World) -> Columns:
        channel, hour, framing = (self._draw(counts) for counts in self._counts)
        c = (channel - self._cost).argmax(axis=1)
        column = 1 + (c * len(HOURS) + hour.argmax(axis=1)) * len(FRAMINGS) + framing.argmax(axis=1)
        sending = self._draw(self._sending)
        return np.where(sending[:, 1] - self._cost[c] > sending[:, 0], column, 0)

    def _draw(self, counts: Array) -> Array:
        if self._greedy:
            return counts[..., 0] / counts.sum(axis=-1)
        return self._rng.beta(counts[..., 0], counts[..., 1])

    def learn(self, picked: Sequence[Columns], outcomes: Sequence[Array]) -> None:
        for columns, came in zip(picked, outcomes, strict=True):
            seen = np.stack([came, 1 - came], axis=1)
            who = np.arange(len(came))
            self._sending[who, (columns > 0).astype(int)] += seen
            sent = columns > 0
            for counts, level in zip(self._counts, LEVELS[columns[sent] - 1].T, strict=True):
                counts[who[sent], level] += seen[sent]


class MabWiser:
    """mabwiser's Thompson sampling, a bandit of 61 arms for each person apart. Its rewards are 0 or
    1, so it knows no costs."""

    def __init__(self, people: int, seed: int) -> None:
        from mabwiser.mab import MAB, LearningPolicy

        columns = list(range(len(ARMS) + 1))
        policy = LearningPolicy.ThompsonSampling()
        self._bandits = [MAB(columns, policy, seed=seed * 100_000 + i) for i in range(people)]
        for bandit in self._bandits:
            bandit.fit([0], [0])

    def pick(self, world: World) -> Columns:
        return np.array([bandit.predict() for bandit in self._bandits])

    def learn(self, picked: Sequence[Columns], outcomes: Sequence[Array]) -> None:
        days = zip(np.array(picked).T, np.array(outcomes).T, strict=True)
        for bandit, (columns, came) in zip(self._bandits, days, strict=True):
            bandit.partial_fit(columns.tolist(), came.astype(int).tolist())


class VowpalWabbit:
    """vowpalwabbit's contextual bandit over arms with features (cb_explore_adf, SquareCB), one for
    everybody; crosses of the person and of the context with each level let it tell people apart."""

    def __init__(self, people: int, seed: int) -> None:
        from vowpalwabbit import Workspace

        self._vw = Workspace(
            "--cb_explore_adf --squarecb --gamma_scale 100 -q pa -q xa --quiet "
            f"--random_seed {seed}"
        )
        self._rng = np.random.default_rng(seed)
        self._arms = ["|a none"] + [f"|a send c={c} h={h} f={f}" for c, h, f in LEVELS.tolist()]
        self._today: list[tuple[list[str], Array]] = []

    def pick(self, world: World) -> Columns:
        shared = [
            f"shared |p p={person} |x weekend:{world.weekend} dose:{dose:.4f}"
            for person, dose in enumerate(world.dose.tolist())
        ]
        columns = np.empty(world.people, dtype=int)
        chances = np.empty(world.people)
        for person, line in enumerate(shared):
            p = np.array(self._vw.predict([line, *self._arms]))
            columns[person] = self._rng.choice(len(p), p=p / p.sum())
            chances[person] = p[columns[person]]
        self._today.append((shared, chances))
        return columns

    def learn(self, picked: Sequence[Columns], outcomes: Sequence[Array]) -> None:
        for (shared, chances), columns, came in zip(self._today, picked, outcomes, strict=True):
            for person, line in enumerate(shared):
                column = int(columns[person])
                lines = list(self._arms)
                cost = COSTS[column] - came[person]
                lines[column] = f"0:{cost:.4f}:{chances[person]:.6f} {lines[column]}"
                self._vw.learn([line, *lines])
        self._today = []
