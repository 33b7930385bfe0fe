"""The first steps, in their order. Pure."""

from enum import StrEnum


class Step(StrEnum):
    """YOU: name and language. CLOCK: zone and quiet hours. GOAL: the first. RULES: what the loop
    may do. TASTE: how the person likes to be reached."""

    YOU = "you"
    CLOCK = "clock"
    GOAL = "goal"
    RULES = "rules"
    TASTE = "taste"

    @property
    def number(self) -> int:
        """Its place, from 1."""
        return _ORDER.index(self) + 1

    @property
    def following(self) -> "Step | None":
        """The next one; None after the last."""
        return _ORDER[self.number] if self.number < len(_ORDER) else None

    @property
    def preceding(self) -> "Step":
        """The one before; the first stays where it is."""
        return _ORDER[max(0, self.number - 2)]


_ORDER = tuple(Step)
