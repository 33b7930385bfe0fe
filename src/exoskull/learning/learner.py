"""The learner as a library: choose, observe, refit, for any number of people, in memory.

The service keeps the same state in Postgres and calls the pure functions underneath: `choose`,
`absorb`, `pool` and `posterior`.
"""

import hashlib
import json
import math
from collections.abc import Collection, Iterable, Mapping
from itertools import product
from typing import Any, Self

import numpy as np

from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.learning.belief import PopulationPrior, Posterior, posterior
from exoskull.learning.design import Design
from exoskull.learning.laplace import absorb
from exoskull.learning.memory import Memory, measured
from exoskull.learning.model import FACTORS, Arm, Choice, Context, Level, Observation
from exoskull.learning.pooling import pool
from exoskull.learning.prior import fitted_prior, shipped_prior
from exoskull.learning.statements import Statement, statements
from exoskull.learning.thompson import choose

UNLEARNED_MAX = 12
"""So many measured choices are learned from at once, should no refit come."""


class Learner:
    """Learns for each person whether, where, when and how to send. A person is named by text.

    Args:
        arms: every way to send; sending nothing is always possible besides.
        cost: price of one send by channel, in units of the outcome; left out: 0.
        prior: what is believed of people in general, or its JSON; None: the shipped prior. With 20
            contributing people or more, `refit` learns a better one from them.
        seed: with the person and the number of the choice, all the chance there is.

    Raises:
        InvalidInput: no arms, an arm twice, or a cost or prior that cannot be.
    """

    def __init__(
        self,
        arms: Iterable[Arm],
        cost: Mapping[Level, float] | None = None,
        prior: PopulationPrior | Mapping[str, Any] | str | None = None,
        seed: int = 0,
    ) -> None:
        self.arms = tuple(arms)
        self._places = {arm: place for place, arm in enumerate(self.arms)}
        if not self.arms or len(self._places) != len(self.arms):
            raise InvalidInput("learning.invalid_arms", field="arms")
        self.cost = {channel: _price(channel, price) for channel, price in (cost or {}).items()}
        self.seed = int(seed)
        self._design = Design.of(self.arms)
        self._given = None if prior is None else fitted_prior(_as_prior(prior), self._design)
        self._reference = self._given or shipped_prior(self._design)
        self._fallback = self._prior = self._reference
        self._people: dict[str, Memory] = {}
        self._beliefs: dict[str, tuple[Posterior, str]] = {}

    @property
    def prior(self) -> PopulationPrior:
        """What is believed of people in general, since the last refit."""
        return self._prior

    def choose(
        self,
        person: str,
        context: Mapping[str, Any] | None = None,
        eligible: Collection[Arm] | None = None,
    ) -> Choice:
        """Draw an arm, or nothing, for `person`.

        Args:
            context: "weekend" and "dose"; a key left out is 0, any other key is ignored.
            eligible: the arms that could be sent now; None: all of them. Empty: nothing is sent, as
                unavailable; that is counted, and never learned from.

        Raises:
            InvalidInput: a context value that is no number, or an arm the learner was not given.
        """
        person = str(person)
        known = Context.of(context or {})
        possible = self.arms if eligible is None else self._in_order(eligible)
        memory = self._people.get(person) or Memory.new(self._design)
        belief, version = self._belief(person, memory)
        choice = choose(
            belief,
            possible,
            known,
            self.cost,
            choice_seed(self.seed, person, memory.count),
            id=f"{person}:{memory.count}",
            model_version=version,
        )
        if possible:
            memory.wait_for(Observation(arm=choice.arm, context=known))
        else:
            memory.unavailable += 1
        memory.count += 1
        self._people[person] = memory
        return choice

    def observe(self, id: str, outcome: float | None, reply: float | None = None) -> bool:
        """Say what came of a choice; whether it will be learned from.

        Till the next refit, saying it again replaces what was said. After it the row is final, and
        the call changes nothing and returns False; so it does for a choice at which nothing could
        be sent.

        Args:
            outcome: in [0, 1], one that is seen also when nothing is sent. None: not measured.
            reply: in [0, 1], where something was sent; it ranks arms only.

        Raises:
            NotFound: no such choice was made.
            InvalidInput: an outcome or reply outside [0, 1].
        """
        outcome, reply = _share("outcome", outcome), _share("reply", reply)
        person, _, number = str(id).rpartition(":")
        memory = self._people.get(person)
        if memory is None or not number.isdecimal() or int(number) >= memory.count:
            raise NotFound("learning.unknown_choice", field="id", id=id)
        seen = memory.open.get(int(number))
        if seen is None:
            return False
        memory.open[int(number)] = measured(seen, outcome, reply)
        self._beliefs.pop(person, None)
        if len(memory.observed()) >= UNLEARNED_MAX:
            self._learn([memory], nights=0.0)
        return True

    def refit(self) -> None:
        """Learn from all that was measured, and from people what they have in common. Nightly.

        The result depends on who is there and what was measured of them, in no other way: not on
        the order of people, nor on those forgotten.
        """
        people = [self._people[person] for person in sorted(self._people)]
        self._learn(people, nights=1.0)
        pooled = pool(self._reference, [each.evidence for each in people])
        self._prior = pooled or self._fallback
        self._beliefs.clear()

    def forget(self, person: str) -> None:
        """Let go of everything about `person`; after the next `refit`, as if never seen."""
        self._people.pop(str(person), None)
        self._beliefs.pop(str(person), None)

    def statements(self, person: str, *, unsaid: bool = False) -> list[Statement]:
        """What can honestly be said of the person's preferences, from final rows, surest first.

        `unsaid`: also what cannot be said yet, with how much is missing.
        """
        memory = self._people.get(str(person)) or Memory.new(self._design)
        said = statements(memory.tally, self._prior, posterior(self._prior, memory.evidence))
        return [each for each in said if unsaid or each.spoken]

    def state(self, person: str) -> dict[str, Any]:
        """All that is known of `person`, as plain JSON of at most 3 KB; `load` restores it.

        A person never seen has the state of a new one.
        """
        memory = self._people.get(str(person)) or Memory.new(self._design)
        return {
            "person": str(person),
            "seed": self.seed,
            "design": self._design.to_json(),
            "arms": self._arm_codes(),
            "cost": [[channel, price] for channel, price in self.cost.items()],
            "given": None if self._given is None else _bare(self._given),
            "prior": None if self._prior is self._reference else _bare(self._prior),
            **memory.to_json(self._places),
        }

    @classmethod
    def load(cls, state: Mapping[str, Any]) -> Self:
        """A learner that goes on with the person in `state`, as the one it came from would have.

        What that one had learned of people in general stays as it is, until 20 people contribute
        here.

        Raises:
            InvalidInput: `state` is not what `state` gave.
        """
        try:
            design = Design.from_json(state["design"])
            given = state["given"] and PopulationPrior.from_json(state["given"], design)
            pooled = state["prior"] and PopulationPrior.from_json(state["prior"], design)
            learner = cls(
                arms=_coded_arms(design, state["arms"]),
                cost=dict(state["cost"]),
                prior=given,
                seed=state["seed"],
            )
            if pooled:
                learner._fallback = learner._prior = pooled
            learner._people[state["person"]] = Memory.from_json(state, design, learner.arms)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise InvalidInput("learning.malformed_state", field="state") from error
        return learner

    def _learn(self, people: list[Memory], nights: float) -> None:
        night = [each.observed() for each in people]
        after = absorb(self._reference, [each.evidence for each in people], night, nights)
        for each, evidence in zip(people, after, strict=True):
            each.close_observed(evidence)

    def _belief(self, person: str, memory: Memory) -> tuple[Posterior, str]:
        """The posterior with all that was measured until now, and its version."""
        if person not in self._beliefs:
            (evidence,) = absorb(self._reference, [memory.evidence], [memory.observed()], 0.0)
            belief = posterior(self._prior, evidence)
            self._beliefs[person] = belief, belief.version
        return self._beliefs[person]

    def _in_order(self, eligible: Collection[Arm]) -> list[Arm]:
        for arm in eligible:
            if arm not in self._places:
                raise InvalidInput("learning.unknown_arm", field="eligible", arm=str(arm))
        return sorted(set(eligible), key=self._places.__getitem__)

    def _arm_codes(self) -> list[int] | None:
        """Which combinations of the design's levels the arms are; None: all of them, in order."""
        every = {arm: code for code, arm in enumerate(_combinations(self._design))}
        codes = [every[arm] for arm in self.arms]
        return None if codes == list(range(len(every))) else codes


def choice_seed(seed: int, person: str, number: int) -> int:
    """The seed of a person's choice `number`, 0 to 2**53 - 1: nobody else's choices shift it."""
    digest = hashlib.sha256(f"{seed}:{person}:{number}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 11


def _combinations(design: Design) -> list[Arm]:
    levels = (design.levels[factor] for factor in FACTORS)
    return [Arm(**dict(zip(FACTORS, each, strict=True))) for each in product(*levels)]


def _coded_arms(design: Design, codes: list[int] | None) -> list[Arm]:
    every = _combinations(design)
    return every if codes is None else [every[code] for code in codes]


def _bare(prior: PopulationPrior) -> dict[str, Any]:
    """The prior's JSON without its design, which stands beside it."""
    return {key: value for key, value in prior.to_json().items() if key != "design"}


def _as_prior(prior: PopulationPrior | Mapping[str, Any] | str) -> PopulationPrior:
    if isinstance(prior, PopulationPrior):
        return prior
    if isinstance(prior, str):
        try:
            prior = json.loads(prior)
        except json.JSONDecodeError as error:
            raise InvalidInput("learning.malformed_state", field="prior") from error
    if not isinstance(prior, Mapping):
        raise InvalidInput("learning.malformed_state", field="prior")
    return PopulationPrior.from_json(prior)


def _share(field: str, value: Any) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float | np.number) or not 0.0 <= float(value) <= 1.0:
        raise InvalidInput("learning.invalid_outcome", field=field, value=value)
    return float(value)


def _price(channel: Level, price: Any) -> float:
    if not isinstance(price, int | float | np.number) or not math.isfinite(price):
        raise InvalidInput("learning.invalid_cost", field="cost", channel=channel, value=price)
    return float(price)
