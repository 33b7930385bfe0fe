"""What a person corrected, as the learner takes it. Pure."""

from exoskull.learning.constraints import Constraint, Wish
from exoskull.ledger.model import Correction


def as_constraint(one: Correction) -> Constraint:
    """The correction as the learner takes it."""
    return Constraint(wish=Wish(one.wish), factor=one.factor, level=one.level)
