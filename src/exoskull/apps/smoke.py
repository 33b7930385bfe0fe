"""The smoke test of a definition: everything that an app does, done once and taken back."""

from dataclasses import replace
from datetime import UTC, datetime

import psycopg

from exoskull.apps import entry_store, store
from exoskull.apps.entries import Coming, make
from exoskull.apps.exchange import from_csv, to_csv, to_json
from exoskull.apps.model import App, AppState, Smoke
from exoskull.apps.naming import free
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.apps.periods import buckets, filled
from exoskull.apps.samples import bad, good
from exoskull.apps.values import InvalidEntry, named, parse_entry
from exoskull.database.transaction import Transaction
from exoskull.kit.errors import ExoSkullError
from exoskull.kit.ids import Ids
from exoskull.tenants.service import current

STEPS = ("create", "valid", "invalid", "read", "aggregate", "chart", "export", "delete")


class _Failed(Exception):
    """A step did not do what it should."""


async def smoke(tx: Transaction, app: App, *, at: datetime, ids: Ids) -> Smoke:
    """What happens when the app is created, entered in rightly and wrongly, read, summed up,
    charted, exported and deleted. All of it is in a savepoint and rolled back."""
    done: list[str] = []
    try:
        async with tx.connection.transaction(force_rollback=True):
            await _go_through(tx, app, done, at=at, ids=ids)
    except (_Failed, ExoSkullError, psycopg.Error):
        return Smoke(passed=False, steps=tuple(done), failure=STEPS[len(done)])
    return Smoke(passed=True, steps=tuple(done))


async def _go_through(
    tx: Transaction, app: App, done: list[str], *, at: datetime, ids: Ids
) -> None:
    tenant, spec = await current(tx), app.spec
    _must(parse_spec(spec_json(spec)) == spec)
    taken = {one.slug for one in await store.in_states(tx, AppState)}
    trial = replace(
        app,
        id=ids.new(),
        spec=replace(spec, slug=free("smoke_test", taken)),
        state=AppState.ACTIVE,
    )
    await store.insert(tx, trial)
    done.append("create")

    values = {column.name: good(column) for column in spec.shown}
    cells = parse_entry(spec, values)
    come = Coming(when=at, at=at, source="smoke", ids=ids, trace=app.trace)
    entry = make(tenant, trial, cells, come)
    _must(await entry_store.insert(tx, entry))
    done.append("valid")

    for column in spec.shown:
        try:
            parse_entry(spec, values | {column.name: bad(column)})
        except InvalidEntry as error:
            _must([one.field for one in error.problems] == [column.name])
        else:
            raise _Failed
    done.append("invalid")

    (kept,) = await entry_store.page(tx, trial.id, limit=10)
    _must(kept.cells == cells and named(spec, kept.cells) == named(spec, cells))
    done.append("read")

    column = spec.measured_column
    key = column.key if column else None
    days = await entry_store.by_day(
        tx, trial.id, key, first=entry.local_date, last=entry.local_date
    )
    (day,) = buckets(days, "day", spec.measured.rule)
    _must(day.entries == 1 and (key is None or day.value == float(cells[key])))
    done.append("aggregate")

    week = filled([day], entry.local_date, entry.local_date, "week")
    _must(len(week) == 1)
    done.append("chart")

    again = from_csv(spec, to_csv(spec, [kept], UTC), at=at, zone=UTC)
    _must(not again.problems and again.rows[0].cells == cells)
    _must(to_json(trial, [kept]) == to_json(trial, [entry]))
    done.append("export")

    _must(await entry_store.undo(tx, entry.id, at) is not None)
    _must(await entry_store.page(tx, trial.id, limit=10) == [])
    done.append("delete")


def _must(holds: bool) -> None:
    if not holds:
        raise _Failed
