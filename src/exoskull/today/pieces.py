"""The pieces of the page, each made from rows of now."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from exoskull.feed import service as feed
from exoskull.feed.model import StoredEvent
from exoskull.feed.present import Item, is_shown, item, shown_kinds
from exoskull.grants import service as grants
from exoskull.grants.decide import decide
from exoskull.grants.describe import pattern_text
from exoskull.grants.explain import remedy_of
from exoskull.grants.model import Action, Terms
from exoskull.tenants.visit import Visit

FEED_PAGE = 25
LOOKS = 10
"""Batches of events that a page is looked for in: where so many hold too few that are shown, the
page is shorter, and goes on from there."""
SHORT = 8
"""Items of the feed on the page of the day."""
REFUSALS = ("intervention.refused", "grant.refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """The rule that would have let a refused act through, and still would."""

    terms: Terms
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An item of the feed, and what the person can change about it."""

    item: Item
    remedy: Remedy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of the feed, newest first; `before` pages back, None at the end."""

    rows: list[Row]
    before: int | None


async def feed_page(
    visit: Visit,
    before: int | None = None,
    *,
    kinds: Sequence[str] | None = None,
    limit: int = FEED_PAGE,
) -> Page:
    """The newest rows, or those before `before`; of `kinds`, or of all that are shown."""
    wanted = shown_kinds() if kinds is None else kinds
    shown: list[StoredEvent] = []
    for _ in range(LOOKS):  # what is not shown leaves no gap
        found = await feed.latest(visit.tx, before=before, kinds=wanted, limit=2 * limit)
        room = limit - len(shown)
        taken = [event for event in found if is_shown(event)][:room]
        shown += taken
        full = len(taken) == room
        before = taken[-1].seq if full else found[-1].seq if len(found) == 2 * limit else None
        if full or before is None:
            break
    return Page(rows=await rows_of(visit, shown), before=before)


async def rows_of(visit: Visit, events: Sequence[StoredEvent]) -> list[Row]:
    """`events` as rows, without those that the page does not show."""
    shown = [event for event in events if is_shown(event)]
    refused = {str(e.data.get("action")) for e in shown if e.kind in REFUSALS}
    remedies = await _remedies(visit, refused) if refused else {}
    return [
        Row(
            item=item(event, visit.voice),
            remedy=remedies.get(str(event.data.get("action"))) if event.kind in REFUSALS else None,
        )
        for event in shown
    ]


async def _remedies(visit: Visit, actions: set[str]) -> dict[str, Remedy]:
    """By action, what would let it through now; nothing for one that is let through."""
    rules = await grants.rules(visit.tx, at=visit.at, ids=visit.ids)
    used = await grants.usage(visit.tx, visit.tenant.local_date(visit.at))
    found: dict[str, Remedy] = {}
    for name in actions:
        terms = remedy_of(decide(Action.parse(name), rules, used, visit.at))
        if terms is not None:
            sentence = pattern_text(terms.pattern, visit.language)
            found[name] = Remedy(terms=terms, sentence=sentence)
    return found


def feed_piece(visit: Visit, rows: Sequence[Row]) -> Markup:
    """The rows as list items."""
    return visit.door.pages.piece("today/feed.html", visit.voice, rows=rows)


def status_piece(visit: Visit) -> Markup:
    """Whether the loop writes to the person now, and the switch."""
    tenant, at = visit.tenant, visit.at
    until = tenant.paused_until
    return visit.door.pages.piece(
        "today/status.html",
        visit.voice,
        tenant=tenant,
        paused=tenant.is_paused(at),
        until=None if until is None or until.year == 9999 else until,
        quiet_until=tenant.quiet_end(at) if tenant.is_quiet(at) else None,
    )
