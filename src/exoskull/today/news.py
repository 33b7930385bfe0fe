"""What the stream brings of the feed: acts that are new or have moved on, and those that grew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from exoskull.feed import service as feed
from exoskull.feed.acts import LINES, fold
from exoskull.feed.model import StoredEvent
from exoskull.feed.present import is_shown, shown_kinds
from exoskull.tenants.visit import Visit
from exoskull.today.pieces import Row, feed_piece, gathered, known_of, rows_of

TODAY_READ = 50
"""The newest events of the kinds that came, among which those that read the same are sought."""


async def news_piece(visit: Visit, fresh: Sequence[StoredEvent]) -> Markup | None:
    """The feed's part of the stream for the events `fresh`; None where nothing of it shows.

    What is new, or in another state, leaves its place and comes to the top; what only has a new
    line is changed where it stands, and nowhere else.
    """
    shown = [event for event in fresh if is_shown(event) and event.kind in shown_kinds()]
    if not shown:
        return None
    came = {event.seq for event in shown}
    today = visit.tenant.local_date(visit.at)
    kinds = sorted({event.kind for event in shown} - LINES)
    around = await feed.latest(visit.tx, kinds=kinds, limit=TODAY_READ) if kinds else []
    here = [*shown, *(e for e in around if is_shown(e) and visit.tenant.local_date(e.at) == today)]
    acts = fold([*here, *await known_of(visit, here, shown_kinds())])
    touched = {act.id for act in acts if came & {event.seq for event in act.events}}
    moved = {act.id for act in acts if act.news.seq in came}
    rows = gathered(visit, await rows_of(visit, acts))
    news = [row for row in rows if moved.intersection(row.ids)]
    grown = [row for row in rows if touched.intersection(row.ids) and row not in news]
    own = {own for row in news for own in row.ids}
    led = {f"{family}-{event.trace}" for event in shown for family in ("thought", "need")}
    return visit.door.pages.piece(
        "today/news.html",
        visit.voice,
        gone=sorted(own | led) if news else [],
        news=feed_piece(visit, _under(news, visit)) if news else None,
        grown=[(row.id, feed_piece(visit, [row])) for row in grown],
        today=today,
        yesterday=today - timedelta(days=1),
    )


def _under(news: Sequence[Row], visit: Visit) -> list[Row]:
    """`news` with the heading of today before them."""
    today = visit.tenant.local_date(visit.at)
    return [replace(row, day=today if place == 0 else None) for place, row in enumerate(news)]
