"""Entries of one app: added, changed, taken back, read. What they are measures of is logged by
`exoskull.measuring`, which calls this."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from exoskull.apps import entry_measure_store, entry_store
from exoskull.apps.links import measures_of
from exoskull.apps.model import App, AppState, Entry
from exoskull.apps.values import named, parse_change, parse_entry
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import Conflict, InvalidInput, NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.tenants.model import Tenant

AHEAD = timedelta(days=1)
"""How far ahead of now an entry may be."""

KEY_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """An entry as kept. `fresh` is False where its idempotency key had made it before."""

    entry: Entry
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """How an entry comes in: about the moment `when`, at `at`. `key`: an idempotency key; the same
    one again adds nothing, and gives the first entry. `message_id`: what it was read off."""

    when: datetime
    at: datetime
    source: str
    ids: Ids
    trace: TraceId
    key: str | None = None
    message_id: UUID | None = None


async def add(
    tx: Transaction, tenant: Tenant, app: App, values: Mapping[str, Any], come: Coming
) -> Added:
    """Add an entry of `values` (by column name).

    Raises:
        InvalidEntry: with one clear error for each field.
        Conflict: `app.not_active`; `entry.key_reused` where the key stood for other values.
    """
    return await keep(tx, tenant, app, parse_entry(app.spec, values), come)


async def keep(
    tx: Transaction, tenant: Tenant, app: App, cells: dict[str, Any], come: Coming
) -> Added:
    """Add an entry of cells that are checked already; as `add`."""
    entry = make(tenant, app, cells, come)
    if not await entry_store.insert(tx, entry):
        first = await entry_store.by_key(tx, app.id, come.key or "")
        if first is None or first.cells != cells:
            raise Conflict("entry.key_reused", field="Idempotency-Key")
        return Added(entry=first, fresh=False)
    await publish(tx, entry_event(app, entry, "added", come.at, told=True))
    return Added(entry=entry, fresh=True)


def make(tenant: Tenant, app: App, cells: dict[str, Any], come: Coming) -> Entry:
    """The entry, not kept yet.

    Raises:
        Conflict: `app.not_active`.
        InvalidInput: `entry.in_the_future`, `idempotency_key.invalid`.
    """
    key = come.key
    if app.state is not AppState.ACTIVE:
        raise Conflict("app.not_active", name=app.name, state=app.state.value)
    if come.when > come.at + AHEAD:
        raise InvalidInput("entry.in_the_future", field="at")
    if key is not None and not (0 < len(key) <= KEY_MAX and key.isascii() and key.isprintable()):
        raise InvalidInput("idempotency_key.invalid", field="Idempotency-Key", limit=KEY_MAX)
    return Entry(
        id=come.ids.new(),
        app_id=app.id,
        at=come.when,
        local_date=tenant.local_date(come.when),
        cells=cells,
        source=come.source,
        idempotency_key=key,
        message_id=come.message_id,
        created_at=come.at,
        changed_at=come.at,
        undone_at=None,
        trace=come.trace,
    )


async def edit(
    tx: Transaction,
    tenant: Tenant,
    app: App,
    entry_id: UUID,
    values: Mapping[str, Any],
    *,
    at: datetime,
    when: datetime | None = None,
) -> tuple[Entry, Entry]:
    """Change some fields of an entry, and its moment where one is given.

    Returns:
        The entry before and after.

    Raises:
        InvalidEntry: as `add`.
        NotFound: `entry.not_found`.
    """
    before = await get(tx, app, entry_id)
    moment = when or before.at
    if moment > at + AHEAD:
        raise InvalidInput("entry.in_the_future", field="at")
    after = replace(
        before,
        cells=parse_change(app.spec, before.cells, values),
        at=moment,
        local_date=tenant.local_date(moment) if when else before.local_date,
        changed_at=at,
    )
    return before, await _change(tx, app, after, at)


async def fill(
    tx: Transaction, app: App, entry: Entry, cells: Mapping[str, Any], *, at: datetime
) -> Entry:
    """Put more cells into an entry: what another measure of the same message told."""
    filled = replace(entry, cells=entry.cells | dict(cells), changed_at=at)
    return await _change(tx, app, filled, at, told=True)


async def _change(
    tx: Transaction, app: App, entry: Entry, at: datetime, *, told: bool = False
) -> Entry:
    changed = await entry_store.change(tx, entry)
    if changed is None:
        raise NotFound("entry.not_found", field="entry_id")
    await publish(tx, entry_event(app, changed, "changed", at, told=told))
    return changed


async def undo(tx: Transaction, app: App, entry_id: UUID, *, at: datetime) -> Entry | None:
    """Take an entry back; None where it is gone already."""
    undone = await entry_store.undo(tx, entry_id, at)
    if undone is not None:
        await publish(tx, entry_event(app, undone, "undone", at, told=True))
    return undone


async def get(tx: Transaction, app: App, entry_id: UUID) -> Entry:
    """An entry of `app` that stands; raises NotFound (`entry.not_found`)."""
    found = await entry_store.get(tx, entry_id)
    if found is None or found.app_id != app.id or found.undone_at is not None:
        raise NotFound("entry.not_found", field="entry_id")
    return found


async def page(
    tx: Transaction,
    app: App,
    *,
    limit: int,
    before: tuple[datetime, UUID] | None = None,
    first: date | None = None,
    last: date | None = None,
) -> list[Entry]:
    """Entries, newest first: those before `before`, on the local days from `first` to `last`."""
    return await entry_store.page(tx, app.id, limit=limit, before=before, first=first, last=last)


async def everything(tx: Transaction, app: App) -> Sequence[Entry]:
    """All entries that stand, oldest first."""
    return await entry_store.everything(tx, app.id)


async def latest(tx: Transaction, app: App) -> Entry | None:
    """The newest entry: what "the same as last time" means."""
    found = await entry_store.page(tx, app.id, limit=1)
    return found[0] if found else None


async def latest_of(tx: Transaction, apps: Sequence[App]) -> dict[UUID, Entry]:
    """By app, its newest entry."""
    found = await entry_store.latest_of(tx, [app.id for app in apps])
    return {entry.app_id: entry for entry in found}


async def of_trace(tx: Transaction, app: App, trace: TraceId) -> Sequence[Entry]:
    """The entries of the app that one message made."""
    return await entry_store.of_trace(tx, app.id, trace)


async def of_measure(tx: Transaction, measure_id: UUID) -> Entry | None:
    """The entry that this measure belongs to, where it stands."""
    entry_id = await entry_measure_store.of_measure(tx, measure_id)
    found = await entry_store.get(tx, entry_id) if entry_id else None
    return found if found is not None and found.undone_at is None else None


async def link(tx: Transaction, entry_id: UUID, metric: str, measure_id: UUID) -> None:
    """Say that this measure is what the entry told of `metric`."""
    await entry_measure_store.link(tx, entry_id, metric, measure_id)


async def unlink(tx: Transaction, entry_id: UUID) -> list[UUID]:
    """Part the entry from its measures; returns their ids."""
    return await entry_measure_store.unlink(tx, entry_id)


async def linked(tx: Transaction, entry_id: UUID) -> set[str]:
    """The metrics that measures of this entry are of."""
    return await entry_measure_store.linked(tx, entry_id)


async def keep_fresh(tx: Transaction, entries: Sequence[Entry]) -> list[Entry]:
    """Add entries of one app that are checked already, without an event for each; returns those
    whose idempotency key was not known."""
    keys = [entry.idempotency_key for entry in entries if entry.idempotency_key]
    known = await entry_store.keys_known(tx, entries[0].app_id, keys) if keys else set()
    fresh = [entry for entry in entries if entry.idempotency_key not in known]
    await entry_store.insert_many(tx, fresh)
    return fresh


async def link_many(tx: Transaction, links: Sequence[tuple[UUID, str, UUID]]) -> None:
    """As `link`, for each (entry, metric, measure)."""
    await entry_measure_store.link_many(tx, links)


def shown(app: App, cells: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an entry by column name."""
    return named(app.spec, cells)


def entry_event(app: App, entry: Entry, verb: str, at: datetime, *, told: bool = False) -> Event:
    """The event `entry.<verb>`.

    Args:
        told: whether the entry's measures have events of their own that tell the same; `metrics`
            names them, and the feed shows those alone.
    """
    metrics = [one.metric for one in measures_of(app.spec, entry.cells)] if told else []
    return Event(
        at=at,
        kind=f"entry.{verb}",
        trace=entry.trace,
        data={
            "id": str(entry.id),
            "app": app.slug,
            "name": app.name,
            "values": named(app.spec, entry.cells),
            "entered_at": entry.at.isoformat(),
            "source": entry.source,
            **({"metrics": metrics} if metrics else {}),
        },
    )
