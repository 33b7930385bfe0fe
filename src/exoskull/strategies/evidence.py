"""What this person's own days say about approaches: how often a day with them was done.

Beta-Bernoulli in two levels: a kind of approach is believed to work on half of all days, with the
weight of PRIOR_DAYS days; an approach is believed to be as good as its kind (its own days among
it, as in empirical Bayes), with the same weight.
Rows of other people never come in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from exoskull.strategies.model import Approach, ApproachKind, Strategy

PRIOR_MEAN = 0.5
PRIOR_DAYS = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Days that were done and days that failed; others say nothing."""

    done: int = 0
    failed: int = 0

    @property
    def n(self) -> int:
        return self.done + self.failed

    def mean(self, prior_mean: float = PRIOR_MEAN) -> float:
        """The posterior mean of a day's chance to be done, in (0, 1)."""
        return (PRIOR_DAYS * prior_mean + self.done) / (PRIOR_DAYS + self.n)

    def and_also(self, done: int, failed: int) -> "Tally":
        """This tally and more days."""
        return Tally(done=self.done + done, failed=self.failed + failed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The tallies of one person, over all goals, by kind and by approach."""

    kinds: Mapping[ApproachKind, Tally] = field(default_factory=dict[ApproachKind, Tally])
    approaches: Mapping[str, Tally] = field(default_factory=dict[str, Tally])

    def of_kind(self, kind: ApproachKind) -> Tally:
        """The days of one kind; none is a tally of nothing."""
        return self.kinds.get(kind, Tally())

    def mean(self, approach: Approach) -> float:
        """How likely a day with `approach` is to be done, in (0, 1)."""
        own = self.approaches.get(approach.key, Tally())
        return own.mean(self.of_kind(approach.kind).mean())


def evidence_of(strategies: Iterable[Strategy]) -> Evidence:
    """What the trials of one person say, those of ended goals too."""
    kinds: dict[ApproachKind, Tally] = {}
    approaches: dict[str, Tally] = {}
    for one in strategies:
        days = (one.days_done, one.days_failed)
        kinds[one.kind] = kinds.get(one.kind, Tally()).and_also(*days)
        approaches[one.approach] = approaches.get(one.approach, Tally()).and_also(*days)
    return Evidence(kinds=kinds, approaches=approaches)
