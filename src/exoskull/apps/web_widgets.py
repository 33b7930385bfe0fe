"""Apps at a glance: the widgets of the dashboard and of the gallery."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from markupsafe import Markup

from exoskull.apps import charts, entries
from exoskull.apps.arranging import Board, board_of
from exoskull.apps.layout import Size
from exoskull.apps.model import App, Entry
from exoskull.apps.periods import Span
from exoskull.apps.web_charts import Spark, spark
from exoskull.apps.web_form import again_text, one_tap
from exoskull.apps.web_words import entry_text, measured_text
from exoskull.tenants.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """What one tap adds, `what` in words: the form's defaults, or the same as last time. `key`
    makes a second tap of the same button nothing."""

    how: str
    what: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """An app in a few figures. `value` and `goal` of the day or week (`span`) so far, in words;
    `share` of the goal, up to 1."""

    app: App
    size: Size
    span: Span
    value: str | None
    goal: str | None
    share: float | None
    streak: int
    spark: Spark | None
    taps: Sequence[Tap]


async def glances_of(
    visit: Visit, apps: Sequence[App], sizes: Mapping[UUID, Size] | None = None
) -> list[Glance]:
    """How each of the apps stands today."""
    today, language = visit.tenant.local_date(visit.at), visit.language
    found = await charts.glimpses(visit.tx, apps, today=today)
    last = await entries.latest_of(visit.tx, apps) if apps else {}
    made: list[Glance] = []
    for app in apps:
        seen, newest = found[app.id], last.get(app.id)
        made.append(
            Glance(
                app=app,
                size=(sizes or {}).get(app.id, Size.SMALL),
                span=seen.span,
                value=None if seen.value is None else measured_text(app, seen.value, language),
                goal=None if seen.goal is None else measured_text(app, seen.goal, language),
                share=min(1.0, (seen.value or 0.0) / seen.goal) if seen.goal else None,
                streak=seen.streak,
                spark=spark(app, seen.days, today),
                taps=_taps(visit, app, newest),
            )
        )
    return made


async def glance(visit: Visit, app: App) -> Glance:
    """How the app stands today."""
    return (await glances_of(visit, [app]))[0]


def _taps(visit: Visit, app: App, last: Entry | None) -> list[Tap]:
    """What can be entered with one tap: the defaults, and the same as last time where that is
    something else."""
    language = visit.language
    taps: list[Tap] = []
    cells = one_tap(app)
    if cells is not None:
        said = entry_text(app.spec, cells, language)
        taps.append(Tap(how="default", what=said, key=str(visit.ids.new())))
    said = again_text(app, last.cells, language) if last is not None else ""
    if said and all(tap.what != said for tap in taps):
        taps.append(Tap(how="same", what=said, key=str(visit.ids.new())))
    return taps


async def glances(visit: Visit, board: Board) -> list[Glance]:
    """Every app at work, as the person arranged them."""
    sizes = {place.app: place.size for place in board.layout}
    return await glances_of(visit, [app for app, _ in board.places], sizes)


async def widgets_piece(visit: Visit) -> Markup:
    """The widgets of the page of the day, as a list, but for those that are hidden; where no app
    is at work, how to get one.

    Its page needs `apps/head.html`.
    """
    board = await board_of(visit.tx)
    shown = [(app, place) for app, place in board.places if not place.hidden]
    sizes = {place.app: place.size for _, place in shown}
    return visit.door.pages.piece(
        "apps/widgets.html",
        visit.voice,
        glances=await glances_of(visit, [app for app, _ in shown], sizes),
        hidden=len(board.places) - len(shown),
        back="today",
    )


async def widget_piece(visit: Visit, app: App, back: str) -> Markup:
    """One widget, after something was entered in it. `back`: the page it is on."""
    board = await board_of(visit.tx)
    sizes = {place.app: place.size for place in board.layout}
    one = (await glances_of(visit, [app], sizes))[0]
    return visit.door.pages.piece(
        "apps/widget.html", visit.voice, one=one, back=back, many=len(board.places) > 1
    )
