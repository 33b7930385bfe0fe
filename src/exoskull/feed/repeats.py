"""Repeats: what reads the same on one day is told once, with how often."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")


def gather(told: Iterable[T], sign: Callable[[T], Hashable | None]) -> list[tuple[T, ...]]:
    """`told` in its order, those of one sign together at the place of the first of them.

    A sign of None: it stands by itself.
    """
    groups: list[list[T]] = []
    places: dict[Hashable, list[T]] = {}
    for one in told:
        mark = sign(one)
        if mark is not None and mark in places:
            places[mark].append(one)
            continue
        groups.append([one])
        if mark is not None:
            places[mark] = groups[-1]
    return [tuple(group) for group in groups]
