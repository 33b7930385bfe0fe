"""Learns, for each person, whether, where, when and how to send, and says how sure it is."""

from exoskull.learning.belief import Evidence, PopulationPrior, Posterior, posterior
from exoskull.learning.design import Design
from exoskull.learning.learner import Learner
from exoskull.learning.model import Arm, Choice, Context, Observation, Reason
from exoskull.learning.prior import shipped_prior
from exoskull.learning.thompson import choose

__all__ = [
    "Arm",
    "Choice",
    "Context",
    "Design",
    "Evidence",
    "Learner",
    "Observation",
    "PopulationPrior",
    "Posterior",
    "Reason",
    "choose",
    "posterior",
    "shipped_prior",
]
