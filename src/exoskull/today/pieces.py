"""The pieces of the page, each made from rows of now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from markupsafe import Markup

from exoskull.feed import service as feed
from exoskull.feed.acts import LINES, Act, of_an_act, own_id, page_of
from exoskull.feed.model import StoredEvent
from exoskull.feed.present import Item, is_shown, item, shown_kinds
from exoskull.feed.repeats import gather
from exoskull.grants import service as grants
from exoskull.grants.decide import decide
from exoskull.grants.describe import pattern_text
from exoskull.grants.explain import remedy_of
from exoskull.grants.model import Action, Terms
from exoskull.ledger.sentences import sentence
from exoskull.tenants.visit import Visit

FEED_PAGE = 25
LOOKS = 10
"""Batches of events that a page is looked for in: where so many hold too few that are shown, the
page is shorter, and goes on from there."""
SHORT = 8
"""Items of the feed on the page of the day."""
LEARNED = ("preference.learned", "preference.withdrawn")
REFUSALS = ("intervention.refused", "grant.refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """The rule that would have let a refused act through, and still would."""

    terms: Terms
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What came of an act: a sentence, and when it was told."""

    at: datetime
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An act as the feed shows it, and what the person can change about it.

    `id` is its HTML id. `same` are the acts of its day that read the same, itself first; empty
    where there is one only. `day` is its local day where a heading stands before it.
    """

    id: str
    item: Item
    lines: tuple[Line, ...]
    remedy: Remedy | None
    same: tuple["Row", ...] = ()
    day: date | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids under which it, or a part of it, can stand on a page."""
        return (self.id, *(one.id for one in self.same if one.id != self.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of the feed, newest first; `before` pages back, None at the end. `day` is the last
    one that has a heading."""

    rows: list[Row]
    before: int | None
    day: date | None


async def feed_page(
    visit: Visit,
    before: int | None = None,
    *,
    day: date | None = None,
    kinds: Sequence[str] | None = None,
    limit: int = FEED_PAGE,
) -> Page:
    """The newest acts, or those before `before`; told by events of `kinds`, or of all shown.

    `day` is the last one whose heading stands on the page already.
    """
    wanted = shown_kinds() if kinds is None else list(kinds)
    news = [kind for kind in wanted if kind not in LINES]
    acts: list[Act] = []
    for _ in range(LOOKS):  # what is not shown leaves no gap
        found = await feed.latest(visit.tx, before=before, kinds=news, limit=2 * limit)
        shown = [event for event in found if is_shown(event)]
        room = limit - len(acts)
        taken = page_of(shown, await known_of(visit, shown, wanted), room)
        acts += taken
        full = len(taken) == room
        before = taken[-1].news.seq if full else found[-1].seq if len(found) == 2 * limit else None
        if full or before is None:
            break
    rows = under_days(visit, gathered(visit, await rows_of(visit, acts)), after=day)
    headed = [row.day for row in rows if row.day is not None]
    return Page(rows=rows, before=before, day=min(headed, default=day))


async def known_of(
    visit: Visit, events: Sequence[StoredEvent], kinds: Collection[str]
) -> list[StoredEvent]:
    """What else belongs to the acts of `events`, of `kinds` and LINES."""
    chains = {event.trace for event in events if own_id(event) != f"event-{event.seq}"}
    if not chains:
        return []
    of = sorted({kind for kind in kinds if of_an_act(kind)} | LINES)
    found = await feed.of_traces(visit.tx, sorted(chains), of)
    return [event for event in found if is_shown(event)]


async def rows_of(visit: Visit, acts: Sequence[Act]) -> list[Row]:
    """Each of `acts` as a row."""
    refused = {str(act.news.data.get("action")) for act in acts if act.news.kind in REFUSALS}
    remedies = await _remedies(visit, refused) if refused else {}
    return [
        Row(
            id=act.id,
            item=item(_in_language(act.news, visit.language), visit.voice),
            lines=tuple(_line(event, visit) for event in act.lines),
            remedy=remedies.get(str(act.news.data.get("action")))
            if act.news.kind in REFUSALS
            else None,
        )
        for act in acts
    ]


def _in_language(event: StoredEvent, language: str) -> StoredEvent:
    """`event`, what was learned in it said in the reader's language, from its numbers."""
    if event.kind not in LEARNED or "spoken" not in event.data:
        return event
    return replace(event, data=event.data | {"statement": sentence(event.data, language)})


def _line(event: StoredEvent, visit: Visit) -> Line:
    return Line(at=event.at, sentence=item(event, visit.voice).sentence)


def gathered(visit: Visit, rows: Sequence[Row]) -> list[Row]:
    """`rows`, those of one day that read the same as one, which has the id of the oldest."""

    def sign(row: Row) -> tuple[date, str, str] | None:
        if row.remedy or row.item.look in ("ask", "sent"):
            return None
        return visit.tenant.local_date(row.item.at), row.item.kind, row.item.sentence

    return [
        replace(newest, id=group[-1].id, same=group) if len(group) > 1 else newest
        for group in gather(rows, sign)
        for newest in group[:1]
    ]


def under_days(visit: Visit, rows: Sequence[Row], *, after: date | None) -> list[Row]:
    """`rows`, the first of each day with its day; `after` has its heading already."""
    under: list[Row] = []
    for row in rows:
        day = visit.tenant.local_date(row.item.at)
        new = after is None or day < after
        after = day if new else after
        under.append(replace(row, day=day) if new else row)
    return under


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
