"""A person's evidence and counts made anew from the whole ledger: after a final row was corrected,
or to prove that what is stored is what the rows say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from exoskull.learning.belief import Evidence, PopulationPrior
from exoskull.learning.laplace import absorb
from exoskull.learning.model import Observation
from exoskull.learning.tally import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A final row that may be learned from: drawn by chance and, if it was to be sent, receipted.

    `night`: the date of the night that takes it in. `id` orders the rows of one night.
    """

    id: str
    night: date
    observation: Observation


def rebuild(reference: PopulationPrior, lessons: Iterable[Lesson]) -> tuple[Evidence, Tally]:
    """Evidence and tally from all of a person's lessons, whatever order they come in.

    The same, to the bit, as taking each night's in with `absorb`, by id, as it came.
    """
    evidence, tally = Evidence.none(reference.design), Tally.none(reference.design)
    before: date | None = None
    ordered = sorted(lessons, key=lambda each: (each.night, each.id))
    for night, group in groupby(ordered, key=lambda each: each.night):
        seen = [lesson.observation for lesson in group]
        nights = 1.0 if before is None else float((night - before).days)
        (evidence,) = absorb(reference, [evidence], [seen], nights)
        tally = tally.plus(seen)
        before = night
    return evidence, tally
