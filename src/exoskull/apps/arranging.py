"""Arranging widgets: what stands where, changed, taken back, and as it was at first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.apps import layout_store, service
from exoskull.apps.layout import Layout, Place, arranged
from exoskull.apps.model import App
from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.feed.model import Event
from exoskull.kit.ids import TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The apps at work in their places. `can_undo`: whether the last change can be taken back;
    `is_own`: whether the person arranged anything."""

    places: Sequence[tuple[App, Place]]
    can_undo: bool
    is_own: bool

    @property
    def layout(self) -> Layout:
        return tuple(place for _, place in self.places)


async def board_of(tx: Transaction, apps: Sequence[App] | None = None) -> Board:
    """The apps at work, in the order and size that the person gave them. `apps`: those at work,
    where they are known already."""
    if apps is None:
        apps = await service.active(tx)
    return _board(apps, await layout_store.load(tx))


def _board(apps: Sequence[App], kept: layout_store.Kept) -> Board:
    by_id = {app.id: app for app in apps}
    places = arranged(list(by_id), kept.places)
    return Board(
        places=[(by_id[place.app], place) for place in places],
        can_undo=kept.before is not None,
        is_own=bool(kept.places),
    )


async def arrange(
    tx: Transaction, change: Callable[[Layout], Layout], *, at: datetime, trace: TraceId
) -> Board:
    """The board with its layout changed by `change`; what it was can be had back by `undo`.

    Where nothing is different, nothing is kept.
    """
    apps = await service.active(tx)
    kept = await layout_store.load(tx, lock=True)
    board = _board(apps, kept)
    wanted = change(board.layout)
    if wanted == board.layout:
        return board
    return await _save(tx, apps, wanted, kept.places, at, trace)


async def undo(tx: Transaction, *, at: datetime, trace: TraceId) -> Board:
    """The board as it was before its last change; a second time, as it was after it."""
    apps, kept = await service.active(tx), await layout_store.load(tx, lock=True)
    if kept.before is None:
        return _board(apps, kept)
    return await _save(tx, apps, kept.before, kept.places, at, trace)


async def reset(tx: Transaction, *, at: datetime, trace: TraceId) -> Board:
    """The board as nobody arranged it: apps in the order they were made, small, none hidden."""
    apps, kept = await service.active(tx), await layout_store.load(tx, lock=True)
    if not kept.places:
        return _board(apps, kept)
    return await _save(tx, apps, (), kept.places, at, trace)


async def _save(
    tx: Transaction,
    apps: Sequence[App],
    places: Layout,
    before: Layout,
    at: datetime,
    trace: TraceId,
) -> Board:
    await layout_store.save(tx, places, before=before, at=at)
    board = _board(apps, layout_store.Kept(places=places, before=before))
    hidden = [app.slug for app, place in board.places if place.hidden]
    order = [app.slug for app, _ in board.places]
    data = {"order": order, "hidden": hidden}
    await feed.publish(tx, Event(at=at, kind="app.arranged", trace=trace, data=data))
    return board
