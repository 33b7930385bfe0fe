"""Entering in an app from its pages: added, changed, taken back, brought in from a file.

The pages are of `exoskull.apps`; what is entered is measured too, which apps cannot do.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.apps import entries as kept
from exoskull.apps import service
from exoskull.apps.model import App
from exoskull.apps.values import InvalidEntry
from exoskull.apps.web_form import Form, again, form_of_app, moment_given, values_given
from exoskull.apps.web_notes import note_of
from exoskull.apps.web_page import body_piece, context, view_of
from exoskull.apps.web_widgets import widget_piece
from exoskull.apps.web_words import entry_text
from exoskull.i18n import error_text
from exoskull.kit.errors import InvalidInput
from exoskull.measuring import entries
from exoskull.measuring.entries import Imported
from exoskull.signals.model import Source
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)

PAGE = "/apps/{app}"
BACK = {"today": "/", "gallery": "/apps"}
PROBLEMS_SHOWN = 20


@router.post(PAGE + "/entries")
async def add(request: Request, visit: PageVisit, app: str) -> Response:
    """Add what the form says, or with one tap: its defaults, or the same as last time."""
    found = await service.named(visit.tx, app)
    given = await form_of(request)
    how, back = given.get("how", "form"), given.get("back", "")
    wants_piece = request.headers.get("hx-request") == "true"
    try:
        added = await entries.enter(
            visit.tx,
            visit.tenant,
            found,
            await _values(visit, found, how, given),
            when=moment_given(given, visit.tenant, visit.at),
            at=visit.at,
            source=Source.API,
            ids=visit.ids,
            trace=visit.new_trace(),
            key=given.get("key") or None,
        )
    except InvalidInput as error:
        if how != "form":
            raise
        return await _refused(visit, found, given, error, wants_piece=wants_piece)
    if not wants_piece:
        otherwise = f"/apps/{found.slug}?said=added&entry={added.entry.id}"
        return RedirectResponse(BACK.get(back, otherwise), 303)
    if back in BACK:
        return HTMLResponse(await widget_piece(visit, found, back))
    note = note_of("added", found, visit.language, entry=added.entry.id)
    return HTMLResponse(body_piece(visit, await view_of(visit, found, note=note)))


async def _values(visit: Visit, app: App, how: str, given: dict[str, str]) -> dict:
    if how == "default":
        return {}
    last = await kept.latest(visit.tx, app) if how == "same" else None
    if last is not None:
        return again(app, last.cells, visit.tenant.local_date(visit.at))
    return values_given(app.spec, given)


async def _refused(
    visit: Visit, app: App, given: dict[str, str], error: InvalidInput, *, wants_piece: bool
) -> Response:
    """The page with what is wrong beside each field."""
    form = _form(visit, app, given, error)
    view = await view_of(visit, app, form=form)
    if wants_piece:
        return HTMLResponse(body_piece(visit, view), 422)
    return visit.door.pages.response("apps/app.html", visit.voice, status_code=422, **context(view))


def _form(visit: Visit, app: App, given: dict[str, str], error: InvalidInput) -> Form:
    problems = error.problems if isinstance(error, InvalidEntry) else (error,)
    return form_of_app(
        app,
        visit.language,
        given=values_given(app.spec, given),
        moment=given.get("at", ""),
        problems=problems,
    )


@router.get(PAGE + "/entries/{entry_id}")
async def look(visit: PageVisit, app: str, entry_id: UUID) -> Response:
    """One entry, to be changed or taken back."""
    found = await service.named(visit.tx, app)
    entry = await kept.get(visit.tx, found, entry_id)
    form = form_of_app(found, visit.language, cells=entry.cells, moment=_local(visit, entry.at))
    return _entry_page(visit, found, entry_id, form)


def _local(visit: Visit, at: datetime) -> str:
    """The moment as a field has it."""
    return f"{visit.tenant.local(at):%Y-%m-%dT%H:%M}"


def _entry_page(
    visit: Visit, app: App, entry_id: UUID, form: Form, *, status_code: int = 200
) -> Response:
    return visit.door.pages.response(
        "apps/entry.html",
        visit.voice,
        status_code=status_code,
        app=app,
        spec=app.spec,
        entry_id=entry_id,
        form=form,
    )


@router.post(PAGE + "/entries/{entry_id}")
async def change(request: Request, visit: PageVisit, app: str, entry_id: UUID) -> Response:
    """Change an entry; its moment only where another minute is given."""
    found = await service.named(visit.tx, app)
    entry = await kept.get(visit.tx, found, entry_id)
    given = await form_of(request)
    same = given.get("at", "").strip()[:16] == _local(visit, entry.at)
    try:
        await entries.edit(
            visit.tx,
            visit.tenant,
            found,
            entry_id,
            values_given(found.spec, given),
            at=visit.at,
            ids=visit.ids,
            source=Source.API,
            when=None if same else moment_given(given, visit.tenant, entry.at),
        )
    except InvalidInput as error:
        form = _form(visit, found, given, error)
        return _entry_page(visit, found, entry_id, form, status_code=422)
    return RedirectResponse(f"/apps/{found.slug}?said=edited", 303)


@router.post(PAGE + "/entries/{entry_id}/undo")
async def undo(request: Request, visit: PageVisit, app: str, entry_id: UUID) -> Response:
    """Take an entry back, and the measures that it was."""
    found = await service.named(visit.tx, app)
    await entries.undo(visit.tx, found, entry_id, at=visit.at)
    if request.headers.get("hx-request") != "true":
        return RedirectResponse(f"/apps/{found.slug}?said=entry_undone", 303)
    note = note_of("entry_undone", found, visit.language)
    return HTMLResponse(body_piece(visit, await view_of(visit, found, note=note)))


@router.get(PAGE + "/import")
async def choose(visit: PageVisit, app: str) -> Response:
    """Where a file is chosen."""
    return _import_page(visit, await service.named(visit.tx, app))


@router.post(PAGE + "/import")
async def look_at_file(request: Request, visit: PageVisit, app: str) -> Response:
    """What the file would bring, line by line; nothing is kept yet."""
    found = await service.named(visit.tx, app)
    return await _bring_in(visit, found, await _csv_of(request), "look", "")


@router.post(PAGE + "/import/keep")
async def keep_file(request: Request, visit: PageVisit, app: str) -> Response:
    """Keep what was looked at: all of it."""
    found = await service.named(visit.tx, app)
    given = await form_of(request)
    return await _bring_in(visit, found, given.get("text"), "keep", given.get("key", ""))


async def _csv_of(request: Request) -> str | None:
    """The file's text, or what was pasted; None for bytes that are no text."""
    form = await request.form(max_files=1, max_fields=10)
    file, pasted = form.get("file"), form.get("text")
    if isinstance(file, UploadFile) and file.size:
        try:
            return (await file.read()).decode("utf-8")
        except UnicodeDecodeError:
            return None
    return pasted if isinstance(pasted, str) else ""


async def _bring_in(
    visit: Visit, app: App, written: str | None, how: Literal["look", "keep"], key: str
) -> Response:
    try:
        if written is None:
            raise InvalidInput("csv.not_text", field="body")
        done = await entries.bring_in(
            visit.tx,
            visit.tenant,
            app,
            written,
            at=visit.at,
            source=Source.API,
            ids=visit.ids,
            trace=visit.new_trace(),
            dry_run=how == "look",
            key=key or None,
        )
    except InvalidInput as error:
        return _import_page(visit, app, error=error_text(error, visit.language))
    if how == "keep":
        return RedirectResponse(f"/apps/{app.slug}?said=imported&n={done.count}", 303)
    return _import_page(visit, app, found=done, text=written)


def _import_page(
    visit: Visit,
    app: App,
    *,
    found: Imported | None = None,
    text: str = "",
    error: str | None = None,
) -> Response:
    problems = found.problems if found else ()
    return visit.door.pages.response(
        "apps/import.html",
        visit.voice,
        status_code=422 if error else 200,
        app=app,
        spec=app.spec,
        found=found,
        problems=[
            (bad.line, error_text(bad.error, visit.language)) for bad in problems[:PROBLEMS_SHOWN]
        ],
        more=max(0, len(problems) - PROBLEMS_SHOWN),
        preview=[
            (row["line"], datetime.fromisoformat(row["at"]), _row_text(app, row, visit.language))
            for row in (found.preview if found else ())
        ],
        text=text,
        key=str(visit.ids.new()),
        error=error,
    )


def _row_text(app: App, row: Mapping[str, Any], language: str) -> str:
    cells = {column.key: row["values"].get(column.name) for column in app.spec.columns}
    return entry_text(app.spec, cells, language)
