"""How an approach is written down in the catalogue."""

from collections.abc import Collection

from exoskull.language.model import Direction
from exoskull.strategies.model import Approach, ApproachKind, Category, PartOfDay, Step

MORE = frozenset({Direction.AT_LEAST})
LESS = frozenset({Direction.AT_MOST})
UP = frozenset({Direction.AT_LEAST, Direction.REACH})
"""For more, or for a value of which it is not known where it lies."""
ANY = frozenset(Direction)

MORNING, MIDDAY, EVENING = PartOfDay.MORNING, PartOfDay.MIDDAY, PartOfDay.EVENING
WORKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})


def step(
    key: str, minutes: int, part: PartOfDay | None = None, *, on: frozenset[int] | None = None
) -> Step:
    """A step of `minutes`, in a part of the day or whenever, on all days or some."""
    return Step(key=key, minutes=minutes, weekdays=on, part_of_day=part)


def approach(
    key: str,
    kind: ApproachKind,
    *steps: Step,
    source: str,
    serves: frozenset[Direction] = ANY,
    metrics: Collection[str] = (),
) -> Approach:
    """An approach to goals heading where it `serves`; its category is the first word of `key`."""
    return Approach(
        key=key,
        category=Category(key.partition("_")[0]),
        kind=kind,
        directions=serves,
        metrics=frozenset(metrics),
        steps=steps,
        source=source,
    )
