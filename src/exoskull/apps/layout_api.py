"""The arrangement of widgets over HTTP."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from exoskull.apps import arranging
from exoskull.apps.arranging import Board
from exoskull.apps.layout import Layout, Place, Size
from exoskull.apps.model import App
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Out

router = APIRouter(tags=["apps"])

PATH = "/apps/layout"
PLACES_MAX = 500


class PlaceIn(In):
    """`app`: its id or slug."""

    app: Annotated[str, Field(max_length=60)]
    size: Annotated[Size, Field(strict=False)] = Size.SMALL
    hidden: bool = False


class LayoutIn(In):
    """In their order; apps that are left out follow, as they are."""

    items: Annotated[list[PlaceIn], Field(max_length=PLACES_MAX)]


class PlaceOut(Out):
    app: UUID
    slug: str
    name: str
    size: Size
    hidden: bool


class LayoutOut(Out):
    """`can_undo`: whether there is a change to take back."""

    items: list[PlaceOut]
    can_undo: bool


def _out(board: Board) -> LayoutOut:
    return LayoutOut(
        items=[
            PlaceOut(app=app.id, slug=app.slug, name=app.name, size=place.size, hidden=place.hidden)
            for app, place in board.places
        ],
        can_undo=board.can_undo,
    )


@router.get(PATH)
async def layout(visit: ApiVisit) -> LayoutOut:
    """Where the widgets of the apps at work stand, in their order."""
    return _out(await arranging.board_of(visit.tx))


@router.put(PATH)
async def arrange(visit: ApiVisit, body: LayoutIn) -> LayoutOut:
    """Put the widgets in this order and size, or hide them from the page of the day."""
    board = await arranging.board_of(visit.tx)
    wanted = _wanted([app for app, _ in board.places], body.items)

    def change(now: Layout) -> Layout:
        placed = {place.app for place in wanted}
        return (*wanted, *(place for place in now if place.app not in placed))

    return _out(await arranging.arrange(visit.tx, change, at=visit.at, trace=visit.new_trace()))


def _wanted(apps: Sequence[App], given: Sequence[PlaceIn]) -> list[Place]:
    by_name = {name: app.id for app in apps for name in (str(app.id), app.slug)}
    places: dict[UUID, Place] = {}
    for one in given:
        app_id = by_name.get(one.app)
        if app_id is None:
            known = ", ".join(app.slug for app in apps) or "-"
            raise NotFound("app.unknown", field="items", name=one.app, known=known)
        if app_id in places:
            raise InvalidInput("app.placed_twice", field="items", name=one.app)
        places[app_id] = Place(app=app_id, size=one.size, hidden=one.hidden)
    return list(places.values())


@router.post(PATH + "/undo")
async def undo(visit: ApiVisit) -> LayoutOut:
    """Take the last change back; a second time, that too."""
    return _out(await arranging.undo(visit.tx, at=visit.at, trace=visit.new_trace()))


@router.delete(PATH)
async def reset(visit: ApiVisit) -> LayoutOut:
    """As nobody arranged it: in the order the apps were made, small, none hidden."""
    return _out(await arranging.reset(visit.tx, at=visit.at, trace=visit.new_trace()))
