"""The pages of apps: the gallery, one app, its entries, its file, its settings."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.apps import entries, improving, life, service, web_arrange, web_settings
from exoskull.apps.exchange import to_csv, to_json
from exoskull.apps.model import App, AppState
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.apps.periods import Span
from exoskull.apps.service import Outcome
from exoskull.apps.web_gallery import gallery_of, make_of_words
from exoskull.apps.web_notes import Said, note_of
from exoskull.apps.web_page import body_piece, context, row_of, view_of
from exoskull.apps.web_place import place_of, read_place
from exoskull.apps.web_widgets import widgets_piece
from exoskull.i18n import error_text
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)

GALLERY = "/apps"
WIDGETS = "/widgets"
ROWS = 50

_SAID: dict[Outcome, Said] = {
    Outcome.ACTIVATED: "made",
    Outcome.EXISTING: "exists",
    Outcome.EXTENDED: "extended",
    Outcome.RESTORED: "restored",
}

Count = Annotated[int, Query(ge=0, le=100_000)]


@router.get(WIDGETS)
async def widgets(visit: PageVisit) -> Response:
    """The widgets of the dashboard, to stand in its page."""
    return HTMLResponse(await widgets_piece(visit))


@router.get(GALLERY)
async def gallery(visit: PageVisit, said: Said | None = None, of: UUID | None = None) -> Response:
    """Every app: at work, proposed, put away, deleted and still to be had back."""
    app = await _maybe(visit, of)
    return await _gallery(visit, note=note_of(said, app, visit.language))


async def _gallery(visit: Visit, *, status_code: int = 200, **more: Any) -> Response:
    told = {"note": None, "words": "", "error": None} | more
    return visit.door.pages.response(
        "apps/gallery.html",
        visit.voice,
        status_code=status_code,
        gallery=await gallery_of(visit),
        **told,
    )


async def _maybe(visit: Visit, app_id: UUID | None) -> App | None:
    try:
        return await service.get(visit.tx, app_id) if app_id else None
    except NotFound:
        return None


@router.post(GALLERY)
async def make(request: Request, visit: PageVisit) -> Response:
    """A tracker in the person's own words: shown as a preview, and made at a yes."""
    words = (await form_of(request)).get("words", "").strip()
    try:
        made = await make_of_words(visit, words)
    except InvalidInput as error:
        said = error_text(error, visit.language)
        return await _gallery(visit, status_code=422, words=words, error=said)
    if made.app is None:
        return RedirectResponse(f"{GALLERY}?said=skill#note", 303)
    if made.outcome in _SAID:
        return _to(made.app, _SAID[made.outcome])
    said = "previewed" if made.outcome is Outcome.PREVIEWED else "failed"
    return RedirectResponse(f"{GALLERY}?said={said}&of={made.app.id}#app-{made.app.id}", 303)


def _to(app: App, said: Said) -> Response:
    """To the app's page, or where it has none, to the gallery."""
    if app.state is AppState.ACTIVE:
        return RedirectResponse(f"{GALLERY}/{app.slug}?said={said}", 303)
    return RedirectResponse(f"{GALLERY}?said={said}&of={app.id}", 303)


@router.get(GALLERY + "/{app}")
async def one(
    request: Request,
    visit: PageVisit,
    app: str,
    span: Span = "day",
    column: str | None = None,
    said: Said | None = None,
    entry: UUID | None = None,
    n: Count = 0,
) -> Response:
    """One app; htmx gets the part of the page that changes."""
    found = await service.named(visit.tx, app)
    if found.state is AppState.PROPOSED:
        return RedirectResponse(f"{GALLERY}#app-{found.id}", 303)
    note = note_of(said, found, visit.language, entry=entry, n=n)
    view = await view_of(visit, found, span=span, column=column, note=note)
    if request.headers.get("hx-request") == "true":
        return HTMLResponse(body_piece(visit, view))
    return visit.door.pages.response("apps/app.html", visit.voice, **context(view))


@router.get(GALLERY + "/{app}/entries")
async def everything(visit: PageVisit, app: str, before: str | None = None) -> Response:
    """The table of all entries, newest first, some at a time."""
    found = await service.named(visit.tx, app)
    rows = await entries.page(visit.tx, found, limit=ROWS + 1, before=read_place(before))
    return visit.door.pages.response(
        "apps/entries.html",
        visit.voice,
        app=found,
        spec=found.spec,
        rows=[row_of(found, entry, visit.language) for entry in rows[:ROWS]],
        before=place_of(rows[ROWS - 1]) if len(rows) > ROWS else None,
        is_first=before is None,
    )


@router.get(GALLERY + "/{app}/export.csv")
async def csv(visit: PageVisit, app: str) -> Response:
    """All entries as CSV, oldest first; moments in the person's zone."""
    found = await service.named(visit.tx, app)
    body = to_csv(found.spec, await entries.everything(visit.tx, found), visit.tenant.zone)
    return _file(body, "text/csv; charset=utf-8", f"{found.slug}.csv")


@router.get(GALLERY + "/{app}/export.json")
async def json(visit: PageVisit, app: str) -> Response:
    """The app and all its entries, as JSON."""
    found = await service.named(visit.tx, app)
    body = to_json(found, await entries.everything(visit.tx, found))
    return _file(body, "application/json", f"{found.slug}.json")


def _file(body: str | bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media_type, headers=headers)


@router.post(GALLERY + "/{app_id}/suggestions/{suggestion_id}/{verb}")
async def answer(
    visit: PageVisit, app_id: UUID, suggestion_id: UUID, verb: Literal["take", "refuse"]
) -> Response:
    """Take what is suggested, or refuse it."""
    take = verb == "take"
    app = await improving.answer(
        visit.tx, app_id, suggestion_id, take=take, at=visit.at, ids=visit.ids, by="web"
    )
    return _to(app, "taken" if take else "declined")


router.include_router(web_settings.router)
router.include_router(web_arrange.router)


@router.post(GALLERY + "/{app_id}/{verb}")
async def move(
    request: Request,
    visit: PageVisit,
    app_id: UUID,
    verb: Literal["activate", "refuse", "archive", "restore", "delete", "undo"],
) -> Response:
    """Put to work, refuse, put away, bring back, delete; `undo` takes back the last change."""
    tx, at, ids = visit.tx, visit.at, visit.ids
    match verb:
        case "activate":
            await _rename(visit, app_id, (await form_of(request)).get("name", "").strip())
            return _to(await life.activate(tx, app_id, at=at, ids=ids, by="web"), "made")
        case "refuse":
            return _to(await life.refuse(tx, app_id, at=at, by="web"), "refused")
        case "archive":
            return _to(await life.archive(tx, app_id, at=at, ids=ids, by="web"), "archived")
        case "restore":
            return _to(await life.restore(tx, app_id, at=at, ids=ids, by="web"), "restored")
        case "delete":
            return _to(await life.delete(tx, app_id, at=at, ids=ids, by="web"), "deleted")
        case "undo":
            return _to(await life.undo(tx, app_id, at=at, ids=ids, by="web"), "undone")


async def _rename(visit: Visit, app_id: UUID, name: str) -> None:
    """Call a proposed app as the person wants to, before it goes to work."""
    app = await life.find(visit.tx, app_id)
    if not name or name == app.name or app.state is not AppState.PROPOSED:
        return
    spec = parse_spec(spec_json(app.spec) | {"name": name}, slug=app.slug)
    await life.change(
        visit.tx, app.id, spec, at=visit.at, ids=visit.ids, by="web", what="by_person"
    )
