"""The evolution feed: everything that was noticed, decided, done, refused and learned, by kind."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from exoskull.feed import service as feed
from exoskull.feed.present import shown_kinds
from exoskull.kit.errors import InvalidInput
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.today.pieces import Page, feed_page, feed_piece

router = APIRouter(include_in_schema=False)

FILTERS: dict[str, tuple[str, ...]] = {
    "learned": ("preference.", "trial.", "finding.", "strategy."),
    "built": ("app.", "skill.", "need."),
    "wrote": ("intervention.", "briefing.", "reflection.", "summary."),
    "left": (
        "intervention.refused",
        "intervention.suppressed",
        "intervention.put_off",
        "intervention.failed",
        "intervention.unknown",
        "intervention.expired",
        "intervention.rejected",
        "intervention.undone",
        "grant.refused",
        "decision.made",
        "budget.refused",
        "slot.failed",
        "slot.missed",
    ),
    "goals": ("goal.", "task.", "measure.", "gap."),
    "rules": ("grant.", "settings."),
}
"""What the page can be narrowed to: kinds, or what they begin with."""

Seq = Annotated[int, Query(ge=0, le=2**63 - 1)]


def kinds_of(show: str) -> Sequence[str] | None:
    """The kinds of a filter; None for all. Raises InvalidInput for a filter that is not there."""
    if not show:
        return None
    if show not in FILTERS:
        known = ", ".join(FILTERS)
        raise InvalidInput("feed.unknown_filter", field="show", value=show[:40], known=known)
    return [kind for kind in shown_kinds() if kind.startswith(FILTERS[show])]


@router.get("/feed")
async def evolution(
    visit: PageVisit, show: str = "", before: Seq | None = None, day: date | None = None
) -> Response:
    """The feed, all of it or of some kinds: the newest, what is before the item `before`, or what
    the local `day` ended with. Only the newest goes on by itself."""
    newest = await feed.latest(visit.tx, limit=1)
    if before is None and day is not None:
        before = await feed.ended_with(visit.tx, _end_of(day, visit)) + 1
    page = await feed_page(visit, before, kinds=kinds_of(show))
    return visit.door.pages.response(
        "today/evolution.html",
        visit.voice,
        filters=list(FILTERS),
        seq=newest[0].seq if newest else 0,
        on=day,
        is_live=before is None and not show,
        **_context(visit, page, show),
    )


def _end_of(day: date, visit: Visit) -> datetime:
    """The local midnight after `day`; that after today, where `day` is later."""
    last = min(day, visit.tenant.local_date(visit.at))
    return visit.tenant.at_wall(last + timedelta(days=1), time(0))


@router.get("/feed/more")
async def earlier(
    visit: PageVisit, before: Seq, show: str = "", day: date | None = None
) -> Response:
    """Earlier items of the feed; `day` is the last one whose heading is there already."""
    page = await feed_page(visit, before, day=day, kinds=kinds_of(show))
    return visit.door.pages.response(
        "today/earlier.html", visit.voice, **_context(visit, page, show)
    )


def _context(visit: Visit, page: Page, show: str) -> dict[str, Any]:
    return {
        "feed": feed_piece(visit, page.rows),
        "rows": page.rows,
        "before": page.before,
        "day": page.day,
        "show": show,
    }
