"""Apps at a glance: the widgets of the dashboard and of the gallery."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from exoskull.apps import charts, entries, service
from exoskull.apps.model import App
from exoskull.apps.periods import Span, start_of, streak
from exoskull.apps.web_charts import Spark, spark
from exoskull.apps.web_form import again_text, one_tap
from exoskull.apps.web_words import entry_text, measured_text
from exoskull.tenants.visit import Visit

STREAK_DAYS = 366


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
    span: Span
    value: str | None
    goal: str | None
    share: float | None
    streak: int
    spark: Spark | None
    taps: Sequence[Tap]


async def glance(visit: Visit, app: App) -> Glance:
    """How the app stands today."""
    today, language = visit.tenant.local_date(visit.at), visit.language
    span: Span = "week" if app.spec.widget == "week" else "day"
    now = await charts.chart(visit.tx, app, span=span, first=start_of(today, span), last=today)
    since = today - timedelta(days=STREAK_DAYS)
    days = await charts.summary(visit.tx, app, span="day", first=since, last=today)
    value, goal = now.buckets[0].value, now.goal
    return Glance(
        app=app,
        span=span,
        value=None if value is None else measured_text(app, value, language),
        goal=None if goal is None else measured_text(app, goal, language),
        share=min(1.0, (value or 0.0) / goal) if goal else None,
        streak=streak((day.start for day in days), today),
        spark=spark(app, days, today),
        taps=await taps_of(visit, app),
    )


async def taps_of(visit: Visit, app: App) -> list[Tap]:
    """What can be entered with one tap: the defaults, and the same as last time where that is
    something else."""
    language = visit.language
    taps: list[Tap] = []
    cells = one_tap(app)
    if cells is not None:
        said = entry_text(app.spec, cells, language)
        taps.append(Tap(how="default", what=said, key=str(visit.ids.new())))
    last = await entries.latest(visit.tx, app)
    said = again_text(app, last.cells, language) if last is not None else ""
    if said and all(tap.what != said for tap in taps):
        taps.append(Tap(how="same", what=said, key=str(visit.ids.new())))
    return taps


async def glances(visit: Visit) -> list[Glance]:
    """Every app at work, oldest first."""
    return [await glance(visit, app) for app in await service.active(visit.tx)]


async def widgets_piece(visit: Visit) -> Markup:
    """The widgets of the dashboard, as a list; where no app is at work, how to get one.

    Its page needs `apps.css`.
    """
    return visit.door.pages.piece(
        "apps/widgets.html", visit.voice, glances=await glances(visit), back="today"
    )


async def widget_piece(visit: Visit, app: App, back: str) -> Markup:
    """One widget, after something was entered in it. `back`: the page it is on."""
    return visit.door.pages.piece(
        "apps/widget.html", visit.voice, one=await glance(visit, app), back=back
    )
