"""The page of one app: its figures, form, chart, calendar and newest entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from markupsafe import Markup

from exoskull.apps import charts, entries
from exoskull.apps.model import App, AppState, Entry, View
from exoskull.apps.periods import Span
from exoskull.apps.web_charts import Drawn, Heat, drawn, first_of, heat, heat_from
from exoskull.apps.web_form import Form, carries_over, form_of_app
from exoskull.apps.web_notes import Note
from exoskull.apps.web_suggestions import Card, open_cards
from exoskull.apps.web_widgets import Glance, glance
from exoskull.apps.web_words import cell_text
from exoskull.tenants.visit import Visit

NEWEST = 8
"""Entries that stand on the app's own page; the rest have one of theirs."""

PANELS = {
    View.FORM: "form",
    View.BAR: "chart",
    View.LINE: "chart",
    View.CALENDAR: "calendar",
    View.TABLE: "table",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """An entry of the table: `cells` in the order of the columns, None for what was left out."""

    id: UUID
    at: datetime
    cells: Sequence[str | None]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppView:
    """All that the page shows. `panels`: in which order; `columns`: those of numbers, by name and
    label, of which `column` is charted. `key` makes the form, sent twice, one entry."""

    app: App
    glance: Glance
    panels: Sequence[str]
    form: Form | None
    chart: Drawn
    span: Span
    column: str | None
    columns: Sequence[tuple[str, str]]
    heat: Heat
    rows: Sequence[EntryRow]
    more: bool
    cards: Sequence[Card]
    note: Note | None
    key: str


async def view_of(
    visit: Visit,
    app: App,
    *,
    span: Span = "day",
    column: str | None = None,
    form: Form | None = None,
    note: Note | None = None,
) -> AppView:
    """The page of an app that is at work or put away.

    Args:
        column: which numbers the chart shows; None: what the app measures.
        form: as filled in, with what is wrong with it; None: a fresh one.
    """
    tx, language, today = visit.tx, visit.language, visit.tenant.local_date(visit.at)
    chart = await charts.chart(
        tx, app, span=span, first=first_of(today, span), last=today, column=column
    )
    days = await charts.summary(tx, app, span="day", first=heat_from(today), last=today)
    newest = await entries.page(tx, app, limit=NEWEST + 1)
    works = app.state is AppState.ACTIVE
    last = newest[0].cells if newest and carries_over(app) else None
    if works and form is None:
        form = form_of_app(app, language, cells=last)
    return AppView(
        app=app,
        glance=await glance(visit, app),
        panels=_panels(app, works=works),
        form=form if works else None,
        chart=drawn(app, chart, language, today),
        span=span,
        column=column,
        columns=[(one.name, one.label) for one in app.spec.shown if one.is_number],
        heat=heat(app, days, language, today),
        rows=[row_of(app, entry, language) for entry in newest[:NEWEST]],
        more=len(newest) > NEWEST,
        cards=await open_cards(visit, app),
        note=note,
        key=str(visit.ids.new()),
    )


def _panels(app: App, *, works: bool) -> list[str]:
    """The panels by the app's own order of views; what the app leaves out is not shown."""
    named = dict.fromkeys(PANELS[view] for view in app.spec.views if view in PANELS)
    everything = dict.fromkeys((*named, "form", "table"))  # without these nothing can be done
    return [one for one in everything if works or one != "form"]


def row_of(app: App, entry: Entry, language: str) -> EntryRow:
    """The entry as a row of the table."""
    return EntryRow(
        id=entry.id,
        at=entry.at,
        cells=[
            None
            if entry.cells.get(column.key) is None
            else cell_text(column, entry.cells[column.key], language)
            for column in app.spec.shown
        ],
        source=entry.source,
    )


def body_piece(visit: Visit, view: AppView) -> Markup:
    """What of the page changes when something is entered."""
    return visit.door.pages.piece("apps/body.html", visit.voice, **context(view))


def context(view: AppView) -> dict[str, Any]:
    """What the templates of the page are told."""
    return {"view": view, "app": view.app, "spec": view.app.spec}
