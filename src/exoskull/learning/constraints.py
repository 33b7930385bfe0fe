"""What a person has said of their own preferences: it outranks whatever was learned.

    "No, I do prefer SMS"      prefer channel sms    only SMS, wherever SMS is possible
    "Never in the morning"     avoid hour 07         that arm is unavailable
    "Don't write to me"        avoid send            nothing is ever eligible
    "Do write, whatever"       prefer send           sent at the highest probability there is

Lifting one is leaving it out of the next call; what was learned meanwhile stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from exoskull.kit.errors import InvalidInput
from exoskull.learning.model import FACTORS, Arm, Level

SEND = "send"


class Wish(StrEnum):
    PREFER = "prefer"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A wish about one level of a factor (see FACTORS), or about sending at all.

    `factor` "send" has no level.
    """

    wish: Wish
    factor: str
    level: Level = ""

    def __post_init__(self) -> None:
        if self.factor not in (*FACTORS, SEND):
            raise InvalidInput("learning.invalid_constraint", field="factor", value=self.factor)

    def to_json(self) -> dict[str, Any]:
        return {"wish": self.wish.value, "factor": self.factor, "level": self.level}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises InvalidInput `learning.invalid_constraint`."""
        try:
            return cls(wish=Wish(data["wish"]), factor=data["factor"], level=data["level"])
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidInput("learning.invalid_constraint", field="wish", value=data) from error


def constrained(eligible: Sequence[Arm], constraints: Iterable[Constraint]) -> list[Arm]:
    """The arms that the person's wishes leave, in order.

    What is to be avoided goes, whatever remains. Of each factor the preferred levels alone stay,
    where any arm that remains has one; where none has, the wish cannot be met now and gives way.
    """
    wishes = list(constraints)
    if Constraint(wish=Wish.AVOID, factor=SEND) in wishes:
        return []
    arms = [
        arm
        for arm in eligible
        if not any(
            w.wish is Wish.AVOID and w.factor != SEND and arm.level(w.factor) == w.level
            for w in wishes
        )
    ]
    for factor in FACTORS:
        wanted = {w.level for w in wishes if w.wish is Wish.PREFER and w.factor == factor}
        arms = [arm for arm in arms if arm.level(factor) in wanted] or arms
    return arms


def always_sends(constraints: Iterable[Constraint]) -> bool:
    """Whether the person asked to be written to, whatever was learned about it."""
    return Constraint(wish=Wish.PREFER, factor=SEND) in list(constraints)
