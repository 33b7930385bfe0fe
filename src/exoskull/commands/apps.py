"""`exoskull app ...`: a tenant's apps, and their entries in and out."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exoskull.apps import entries as kept
from exoskull.apps import life, service
from exoskull.apps.exchange import to_csv, to_json
from exoskull.apps.model import App, AppSource, AppState
from exoskull.apps.notice import Means
from exoskull.apps.parse import spec_json
from exoskull.apps.recognize import recognize
from exoskull.apps.wording import fields_text
from exoskull.commands.console import Call, opened
from exoskull.composition.assembling import Installation
from exoskull.database.transaction import Transaction
from exoskull.i18n import error_text
from exoskull.kit.errors import InvalidInput, NotFound, Unavailable
from exoskull.kit.ids import TraceId
from exoskull.measuring import entries
from exoskull.signals.model import Source
from exoskull.tenants import service as tenants
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current


@dataclass(frozen=True, slots=True, kw_only=True)
class _Here:
    tx: Transaction
    installation: Installation
    tenant: Tenant


@asynccontextmanager
async def _here(call: Call) -> AsyncIterator[_Here]:
    async with opened(call.settings) as installation:
        tenant_id = await tenants.find(installation.database, call.args.tenant)
        async with installation.database.transaction(tenant_id) as tx:
            yield _Here(tx=tx, installation=installation, tenant=await current(tx))


def _row(app: App) -> dict[str, Any]:
    return {
        "id": app.id,
        "slug": app.slug,
        "name": app.name,
        "state": app.state,
        "source": app.source,
        "risk": app.risk,
        "mentions": app.mentions,
        "spec": spec_json(app.spec),
    }


def _line(app: App, language: str) -> str:
    fields = fields_text(app.spec.shown, language)
    return f"{app.state.value:<9} {app.slug:<20} {app.name}: {fields}"


async def list_all(call: Call) -> int:
    async with _here(call) as here:
        found = await service.everything(here.tx)
        language = here.tenant.language.value
    lines = [_line(app, language) for app in found]
    call.console.document([_row(app) for app in found], lines or ["There are no apps yet."])
    return 0


async def show(call: Call) -> int:
    async with _here(call) as here:
        app = await _named(here, call.args.app)
    lines = [_line(app, here.tenant.language.value)]
    lines += [
        f"  {column.name:<16} {column.type.value:<9} {column.unit}".rstrip()
        for column in app.spec.columns
    ]
    call.console.document(_row(app), lines)
    return 0


async def propose(call: Call) -> int:
    """Make an app of a family, or of the person's own; it waits to be activated."""
    what: str = call.args.what
    async with _here(call) as here:
        installation = here.installation
        made = await service.propose(
            here.tx,
            family=recognize(what),
            label=what,
            words=[what],
            source=AppSource.USER_REQUEST,
            mentions=[],
            confidence=1.0,
            at=installation.clock.now(),
            trace=TraceId(installation.ids.new()),
            means=Means(ids=installation.ids),
        )
        language = here.tenant.language.value
    row = {"outcome": made.outcome, "reason": made.reason, "app": made.app and _row(made.app)}
    lines = [f"{made.outcome.value}: {made.reason or ''}".rstrip(": ")]
    lines += [_line(made.app, language)] if made.app else []
    call.console.document(row, lines)
    return 0


async def activate(call: Call) -> int:
    return await _move(call, life.activate)


async def archive(call: Call) -> int:
    return await _move(call, life.archive)


async def restore(call: Call) -> int:
    return await _move(call, life.restore)


async def delete(call: Call) -> int:
    return await _move(call, life.delete)


async def undo(call: Call) -> int:
    return await _move(call, life.undo)


async def _move(call: Call, act: Any) -> int:
    async with _here(call) as here:
        app = await _named(here, call.args.app, *AppState)
        moved = await act(
            here.tx,
            app.id,
            at=here.installation.clock.now(),
            ids=here.installation.ids,
            by="cli",
        )
    call.console.document(_row(moved), [_line(moved, here.tenant.language.value)])
    return 0


async def _named(here: _Here, name: str, *states: AppState) -> App:
    """The app that `name` means; of several, the newest that stands comes first."""
    if states:
        found = [
            app
            for app in await service.everything(here.tx, *states)
            if name.lower() in (app.slug, app.name.lower(), str(app.id))
        ]
        if found:
            gone = (AppState.DELETED, AppState.REFUSED)
            return max(found, key=lambda app: (app.state not in gone, app.created_at, app.id))
    return await service.named(here.tx, name)


async def export(call: Call) -> int:
    """The app and its entries: CSV where the file is called so, else JSON."""
    out = Path(call.args.out) if call.args.out else None
    async with _here(call) as here:
        app = await _named(here, call.args.app)
        rows = await kept.everything(here.tx, app)
    if out is not None and out.suffix == ".csv":
        body = to_csv(app.spec, rows, here.tenant.zone).encode()
    else:
        body = to_json(app, rows)
    if out is None:
        call.console.document(json.loads(body), [body.decode().rstrip("\n")])
        return 0
    try:
        out.write_bytes(body)
    except OSError as error:
        raise Unavailable("file.not_written", field="--out", path=str(out)) from error
    call.console.document(
        {"file": str(out), "entries": len(rows)}, [f"Entries in {out}: {len(rows)}"]
    )
    return 0


async def bring_in(call: Call) -> int:
    """Import a CSV; every wrong field is told by its line, and then nothing is kept."""
    text = _read(Path(call.args.file))
    async with _here(call) as here:
        at, ids = here.installation.clock.now(), here.installation.ids
        app = await _named(here, call.args.app)
        looked = await entries.bring_in(
            here.tx,
            here.tenant,
            app,
            text,
            at=at,
            source=Source.CLI,
            ids=ids,
            trace=TraceId(ids.new()),
            dry_run=True,
        )
        done = looked
        if not looked.problems and not call.args.dry_run:
            done = await entries.bring_in(
                here.tx,
                here.tenant,
                app,
                text,
                at=at,
                source=Source.CLI,
                ids=ids,
                trace=TraceId(ids.new()),
                dry_run=False,
            )
        language = here.tenant.language.value
    problems = [
        {
            "line": bad.line,
            "field": bad.error.field,
            "key": bad.error.key,
            "message": error_text(bad.error, language),
        }
        for bad in done.problems
    ]
    lines = [f"line {one['line']}, {one['field']}: {one['message']}" for one in problems]
    lines += (
        [] if problems else [f"Entries {'kept' if done.kept else 'that can be kept'}: {done.count}"]
    )
    document = {"count": done.count, "kept": done.kept, "problems": problems}
    call.console.document(document, lines)
    return 1 if problems else 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInput("csv.not_text", field="FILE") from error
    except OSError as error:
        raise NotFound("file.not_found", field="FILE", path=str(path)) from error
