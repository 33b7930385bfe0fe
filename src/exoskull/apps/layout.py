"""Where the widgets of apps stand: in which order, how large, and which not at all. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID


class Size(StrEnum):
    """How much room a widget has: one column of the grid, or a whole row."""

    SMALL = "small"
    WIDE = "wide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One widget. `hidden`: it does not stand on the page of the day."""

    app: UUID
    size: Size = Size.SMALL
    hidden: bool = False


Layout = tuple[Place, ...]


def arranged(apps: Sequence[UUID], kept: Iterable[Place]) -> Layout:
    """The places of `apps`: those that were kept, in their order, then the rest in theirs."""
    there = {place.app: place for place in kept if place.app in set(apps)}
    return (*there.values(), *(Place(app=app) for app in apps if app not in there))


def reordered(layout: Layout, order: Sequence[UUID]) -> Layout:
    """The layout with the apps of `order` in that order, in the places that they take together;
    the others stay where they are. Apps that are not there are passed over."""
    known = {place.app: place for place in layout}
    wanted = [known[app] for app in dict.fromkeys(order) if app in known]
    following, moving = iter(wanted), {place.app for place in wanted}
    return tuple(next(following) if place.app in moving else place for place in layout)


def moved(layout: Layout, app: UUID, by: int) -> Layout:
    """The layout with `app` so many places on, or back where `by` is negative; at an end it stays
    there."""
    here = next(at for at, place in enumerate(layout) if place.app == app)
    rest = [place for place in layout if place.app != app]
    there = min(max(0, here + by), len(rest))
    return (*rest[:there], layout[here], *rest[there:])


def changed(
    layout: Layout, app: UUID, *, size: Size | None = None, hidden: bool | None = None
) -> Layout:
    """The layout with another size of `app`, or with it hidden or shown."""

    def new(place: Place) -> Place:
        if place.app != app:
            return place
        return replace(
            place,
            size=place.size if size is None else size,
            hidden=place.hidden if hidden is None else hidden,
        )

    return tuple(new(place) for place in layout)
