"""What is believed of people in general, what one person's own rows say, and both together.

PopulationPrior (mu, Sigma_u)  +  Evidence of a person  ->  Posterior of that person
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np

from exoskull.kit.errors import InvalidInput
from exoskull.learning.design import Design
from exoskull.learning.packing import (
    Array,
    halved,
    lower_triangular,
    pack,
    pack_half,
    rounded,
    symmetric,
    triangle,
    unpack,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PopulationPrior:
    """theta_i ~ Normal(mean, diag(sd^2)): all that crosses from one person to another.

    `mean` and `sd` have shape (design.size,), in logits. `people` is how many taught it; 0 for the
    shipped one.
    """

    design: Design
    mean: Array
    sd: Array
    people: int = 0

    @classmethod
    def of(cls, design: Design, mean: Array, sd: Array, people: int = 0) -> Self:
        """The prior, rounded to what its JSON holds."""
        return cls(design=design, mean=rounded(mean), sd=rounded(sd), people=people)

    def to_json(self) -> dict[str, Any]:
        return {
            "design": self.design.to_json(),
            "mean": pack(self.mean),
            "sd": pack(self.sd),
            "people": self.people,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], design: Design | None = None) -> Self:
        """The prior in `data`; `design` stands in where `data` leaves it out.

        Raises InvalidInput `learning.malformed_state`, naming the field.
        """
        try:
            design = Design.from_json(data["design"]) if design is None else design
            mean = unpack(data["mean"], design.size, "mean")
            sd = unpack(data["sd"], design.size, "sd")
            people = int(data["people"])
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidInput("learning.malformed_state", field="prior") from error
        if (sd <= 0).any():
            raise InvalidInput("learning.malformed_state", field="sd")
        return cls(design=design, mean=mean, sd=sd, people=people)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evidence:
    """What a person's own rows say of theta_i: exp(shift . theta - theta' precision theta / 2).

    It holds no prior, so it depends on nobody else. `rows` is how many were taken in. `score` and
    `spread` sum recent surprises, and their variance, for each column: the watch for drift.
    """

    design: Design
    precision: Array
    shift: Array
    score: Array
    spread: Array
    rows: int = 0

    @classmethod
    def none(cls, design: Design) -> Self:
        """The evidence of a person never seen."""
        zeros = np.zeros(design.size)
        return cls(
            design=design,
            precision=np.zeros((design.size, design.size)),
            shift=zeros,
            score=zeros,
            spread=zeros,
        )

    def rounded(self) -> Self:
        """The evidence as its JSON holds it."""
        return replace(
            self,
            precision=rounded(self.precision),
            shift=rounded(self.shift),
            score=halved(self.score),
            spread=halved(self.spread),
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "precision": pack(triangle(self.precision)),
            "shift": pack(self.shift),
            "score": pack_half(self.score),
            "spread": pack_half(self.spread),
            "rows": self.rows,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], design: Design) -> Self:
        """The evidence in `data`. Raises InvalidInput `learning.malformed_state`."""
        size = design.size
        try:
            return cls(
                design=design,
                precision=symmetric(unpack(data["precision"], size * (size + 1) // 2, "precision")),
                shift=unpack(data["shift"], size, "shift"),
                score=unpack(data["score"], size, "score", half=True),
                spread=unpack(data["spread"], size, "spread", half=True),
                rows=int(data["rows"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidInput("learning.malformed_state", field="evidence") from error


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """theta_i ~ Normal(mean, factor factor'), in logits; `factor` is lower triangular."""

    design: Design
    mean: Array
    factor: Array

    @property
    def version(self) -> str:
        """A name made of the content: equal versions choose equally."""
        content = f"{self.design.to_json()}{pack(self.mean)}{pack(triangle(self.factor))}"
        return hashlib.sha256(content.encode()).hexdigest()[:12]

    def to_json(self) -> dict[str, Any]:
        return {
            "design": self.design.to_json(),
            "mean": pack(self.mean),
            "factor": pack(triangle(self.factor)),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The posterior in `data`. Raises InvalidInput `learning.malformed_state`."""
        try:
            design = Design.from_json(data["design"])
            size = design.size
            return cls(
                design=design,
                mean=unpack(data["mean"], size, "mean"),
                factor=lower_triangular(unpack(data["factor"], size * (size + 1) // 2, "factor")),
            )
        except (KeyError, TypeError) as error:
            raise InvalidInput("learning.malformed_state", field="posterior") from error


def posterior(prior: PopulationPrior, evidence: Evidence) -> Posterior:
    """The posterior of a person: the prior and the person's own evidence, by Bayes' rule."""
    weight = prior.sd**-2
    covariance = np.linalg.inv(np.diag(weight) + evidence.precision)
    mean = covariance @ (weight * prior.mean + evidence.shift)
    factor = np.linalg.cholesky((covariance + covariance.T) / 2)
    return Posterior(design=prior.design, mean=rounded(mean), factor=rounded(factor))
