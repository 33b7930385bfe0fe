"""Entering in an app: what is entered is measured too, with all that follows from a measure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from exoskull.apps import entries
from exoskull.apps.exchange import Bad, Read, from_csv
from exoskull.apps.links import Told, measures_of
from exoskull.apps.model import App, Entry
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import Ids, TraceId
from exoskull.measuring import service
from exoskull.signals import service as signals
from exoskull.signals.model import Measure, Source
from exoskull.tenants.model import Tenant

ONE_BY_ONE = 50
"""Lines of a file up to which each is taken in as if it were entered by hand; of longer ones the
measures are kept without looking at each for outcomes of messages."""


async def enter(
    tx: Transaction,
    tenant: Tenant,
    app: App,
    values: Mapping[str, Any],
    *,
    when: datetime,
    at: datetime,
    source: Source,
    ids: Ids,
    trace: TraceId,
    key: str | None = None,
) -> entries.Added:
    """Add an entry, and the measures that it is; as `apps.entries.add`."""
    come = entries.Coming(when=when, at=at, source=source.value, ids=ids, trace=trace, key=key)
    added = await entries.add(tx, tenant, app, values, come)
    if added.fresh:
        await _measure(tx, tenant, app, added.entry, at=at, source=source, ids=ids)
    return added


async def edit(
    tx: Transaction,
    tenant: Tenant,
    app: App,
    entry_id: UUID,
    values: Mapping[str, Any],
    *,
    at: datetime,
    ids: Ids,
    source: Source,
    when: datetime | None = None,
) -> Entry:
    """Change an entry; what it measures is measured anew where that changed."""
    before, after = await entries.edit(tx, tenant, app, entry_id, values, at=at, when=when)
    same = measures_of(app.spec, before.cells) == measures_of(app.spec, after.cells)
    if not same or before.at != after.at:
        await _unmeasure(tx, after.id, at=at, changed=True)
        await _measure(tx, tenant, app, after, at=at, source=source, ids=ids, changed=True)
    return after


async def undo(tx: Transaction, app: App, entry_id: UUID, *, at: datetime) -> Entry | None:
    """Take an entry back, and its measures with it; None where it is gone already."""
    undone = await entries.undo(tx, app, entry_id, at=at)
    if undone is not None:
        await _unmeasure(tx, undone.id, at=at)
    return undone


async def _measure(
    tx: Transaction,
    tenant: Tenant,
    app: App,
    entry: Entry,
    *,
    at: datetime,
    source: Source,
    ids: Ids,
    changed: bool = False,
) -> None:
    for told in measures_of(app.spec, entry.cells):
        kept = await service.keep(
            tx,
            tenant,
            metric=told.metric,
            value=told.value,
            unit=told.unit,
            measured_at=entry.at,
            at=at,
            source=source,
            ids=ids,
            trace=entry.trace,
            entry=entry.id if changed else None,
        )
        await entries.link(tx, entry.id, told.metric, kept.id)


async def _unmeasure(
    tx: Transaction, entry_id: UUID, *, at: datetime, changed: bool = False
) -> None:
    for measure_id in await entries.unlink(tx, entry_id):
        await signals.undo(tx, measure_id, at=at, entry=entry_id if changed else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a file: `count` lines were kept, or would be, or none as of `problems`."""

    count: int
    problems: tuple[Bad, ...]
    kept: bool
    preview: tuple[Mapping[str, Any], ...]


async def bring_in(
    tx: Transaction,
    tenant: Tenant,
    app: App,
    text: str,
    *,
    at: datetime,
    source: Source,
    ids: Ids,
    trace: TraceId,
    dry_run: bool,
    key: str | None = None,
) -> Imported:
    """Import a CSV, all of it or, where any field is wrong, nothing.

    Args:
        dry_run: only look: keep nothing, say what would be kept and what is wrong.
        key: an idempotency key: the same file with it again adds nothing.

    Raises:
        InvalidInput: `csv.bad_rows`, where it is not a dry run; `csv.*` of its header.
        Conflict: `app.not_active`.
    """
    read = from_csv(app.spec, text, at=at, zone=tenant.zone)
    if dry_run:
        return _found(app, read, kept=False)
    if read.problems:
        first = read.problems[0]
        raise InvalidInput(
            "csv.bad_rows",
            field=first.error.field,
            count=len(read.problems),
            line=first.line,
        )
    made = [
        entries.make(
            tenant,
            app,
            row.cells,
            entries.Coming(
                when=row.at,
                at=at,
                source=source.value,
                ids=ids,
                trace=trace,
                key=f"{key}:{row.line}" if key else None,
            ),
        )
        for row in read.rows
    ]
    fresh = await entries.keep_fresh(tx, made)
    if len(fresh) <= ONE_BY_ONE:
        for entry in fresh:
            await _measure(tx, tenant, app, entry, at=at, source=source, ids=ids)
    else:
        await _measure_all(tx, app, fresh, at=at, source=source, ids=ids)
    if fresh:
        await publish(
            tx,
            Event(
                at=at,
                kind="entry.imported",
                trace=trace,
                data={"app": app.slug, "name": app.name, "count": len(fresh)},
            ),
        )
    return _found(app, read, kept=True, count=len(fresh))


def _found(app: App, read: Read, *, kept: bool, count: int | None = None) -> Imported:
    shown = [
        {"line": row.line, "at": row.at.isoformat(), "values": entries.shown(app, row.cells)}
        for row in read.rows[:20]
    ]
    return Imported(
        count=len(read.rows) if count is None else count,
        problems=read.problems,
        kept=kept,
        preview=tuple(shown),
    )


async def _measure_all(
    tx: Transaction, app: App, fresh: list[Entry], *, at: datetime, source: Source, ids: Ids
) -> None:
    pairs: list[tuple[Entry, Told, Measure]] = []
    for entry in fresh:
        for told in measures_of(app.spec, entry.cells):
            measure = Measure(
                id=ids.new(),
                at=entry.at,
                metric=told.metric,
                value=told.value,
                unit=told.unit,
                source=source,
                message_id=None,
                trace=entry.trace,
            )
            pairs.append((entry, told, measure))
    await signals.keep_many(tx, [measure for _, _, measure in pairs], at=at)
    await entries.link_many(tx, [(entry.id, told.metric, m.id) for entry, told, m in pairs])
