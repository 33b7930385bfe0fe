"""What was measured is entered in the app that measures it, once; and taken back with it."""

from datetime import datetime
from uuid import UUID

from exoskull.apps import entries, service
from exoskull.apps.links import cells_for, link_to
from exoskull.apps.model import App, Entry
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import Ids
from exoskull.signals import service as signals
from exoskull.signals.model import Measure
from exoskull.tenants.model import Tenant


async def enter_measure(
    tx: Transaction, tenant: Tenant, measure: Measure, *, at: datetime, ids: Ids
) -> Entry | None:
    """The entry that `measure` is now; None where no app measures it, or it fits none.

    Measures of one message that belong together (4 km, 27 minutes) make one entry.
    """
    app = _app_for(measure.metric, await service.active(tx))
    if app is None:
        return None
    link = link_to(app.spec, measure.metric)
    cells = cells_for(app.spec, link, measure.value) if link else None
    if cells is None:
        return None
    for entry in await entries.of_trace(tx, app, measure.trace):
        if entry.cells.keys() & cells.keys() or entry.at != measure.at:
            continue
        if measure.metric not in await entries.linked(tx, entry.id):
            filled = await entries.fill(tx, app, entry, cells, at=at) if cells else entry
            await entries.link(tx, filled.id, measure.metric, measure.id)
            return filled
    come = entries.Coming(
        when=measure.at,
        at=at,
        source=measure.source.value,
        ids=ids,
        trace=measure.trace,
        message_id=measure.message_id,
    )
    made = await entries.keep(tx, tenant, app, cells, come)
    await entries.link(tx, made.entry.id, measure.metric, measure.id)
    return made.entry


def _app_for(metric: str, active: list[App]) -> App | None:
    """The app that measures `metric`: first of all the one whose main metric it is."""
    found = [app for app in active if link_to(app.spec, metric)]
    return min(found, key=lambda app: app.spec.metrics[0].metric != metric, default=None)


async def undo_with_entry(tx: Transaction, measure_id: UUID, *, at: datetime) -> list[Measure]:
    """Take a measure back, with the entry that it is, and with what else that entry measured.

    Returns:
        The measures taken back, this one first; none where it is gone already.
    """
    entry = await entries.of_measure(tx, measure_id)
    undone = await signals.undo(tx, measure_id, at=at)
    if undone is None:
        return []
    if entry is None:
        return [undone]
    others = [one for one in await entries.unlink(tx, entry.id) if one != measure_id]
    await entries.undo(tx, await service.get(tx, entry.app_id), entry.id, at=at)
    more = [await signals.undo(tx, other, at=at) for other in others]
    return [undone, *(one for one in more if one is not None)]
