"""What was done yesterday, counted from the rows: sent, left unsent, learned, logged, done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from markupsafe import Markup

from exoskull.channels.text import clean_line, shortened
from exoskull.feed.model import StoredEvent
from exoskull.i18n import happened, measured, why_not
from exoskull.interventions.records import DIGESTS
from exoskull.signals import service as signals
from exoskull.signals.daily import by_day
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task
from exoskull.tenants.visit import Visit
from exoskull.today import yesterday_store as store
from exoskull.today.yesterday_store import Counts, Sent

NEWS = (
    "app.activated",
    "app.optimized",
    "app.proposed",
    "finding.told",
    "goal.completed",
    "grant.proposed",
    "preference.learned",
    "skill.activated",
    "strategy.changed",
    "trial.changed_approach",
    "trial.kept",
    "trial.reverted",
)
"""Kinds of what was learned, built or decided differently. Each tells of itself in the feed."""

SHOWN = 6
QUOTE_MAX = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message that left. `is_digest`: a plan or a summary, which asks for no answer."""

    sent: Sent
    says: str
    is_digest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Messages that did not leave, for one reason, a sentence."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something that was learned or built, told in a sentence."""

    event: StoredEvent
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Yesterday:
    """The local day `day`. `logged`: what was measured, in words; `done`: tasks."""

    day: date
    letters: Sequence[Letter]
    left: Sequence[Left]
    counts: Counts
    logged: Sequence[str]
    done: Sequence[Task]
    news: Sequence[News]

    @property
    def asked(self) -> Sequence[Letter]:
        """The messages that waited for something to come of them."""
        return [one for one in self.letters if one.sent.awaited and not one.is_digest]

    @property
    def answered(self) -> int:
        """Of how many of them something came: a reply, an entry, a goal that moved."""
        return sum(one.sent.came not in (None, "ignored") for one in self.asked)

    @property
    def unsent(self) -> int:
        return sum(one.count for one in self.left)

    @property
    def is_still(self) -> bool:
        """Whether nothing was done that a person would notice."""
        return not (self.letters or self.left or self.logged or self.done or self.news)


async def yesterday_of(visit: Visit) -> Yesterday | None:
    """What the rows say of the day before the visitor's; None where they had not begun by then."""
    tenant, today = visit.tenant, visit.tenant.local_date(visit.at)
    day = today - timedelta(days=1)
    if tenant.local_date(tenant.created_at) > day:
        return None
    begin, end = tenant.at_wall(day, time(0)), tenant.at_wall(today, time(0))
    told = await store.news(visit.tx, NEWS, begin, end)
    return Yesterday(
        day=day,
        letters=[_letter(one) for one in await store.sent(visit.tx, begin, end)],
        left=[
            Left(reason=why_not(one.reason, visit.language), count=one.count)
            for one in await store.unsent(visit.tx, begin, end)
        ],
        counts=await store.counts(visit.tx, begin, end),
        logged=await _logged(visit, begin, day),
        done=[
            one
            for one in await tasks.done_since(visit.tx, begin)
            if one.ended_at is not None and one.ended_at < end
        ],
        news=[
            News(event=one, sentence=happened(one.kind, one.data, visit.language, tenant.zone))
            for one in told
        ],
    )


def _letter(one: Sent) -> Letter:
    return Letter(
        sent=one,
        says=shortened(clean_line(one.text), QUOTE_MAX),
        is_digest=one.symptom in DIGESTS,
    )


async def _logged(visit: Visit, begin: datetime, day: date) -> list[str]:
    found = await signals.since(visit.tx, begin)
    days = [
        (metric, one)
        for metric in sorted({one.metric for one in found})
        for one in by_day(found, metric, visit.tenant.zone)
        if one.on == day
    ]
    return [measured(name, one.value, visit.language, unit=one.unit) for name, one in days]


async def yesterday_piece(visit: Visit) -> Markup:
    """The card, as it stands on the page of the day; nothing on a person's first day."""
    found = await yesterday_of(visit)
    if found is None:
        return Markup()
    return visit.door.pages.piece(
        "today/yesterday.html",
        visit.voice,
        one=found,
        shown=SHOWN,
        paused=visit.tenant.is_paused(visit.at),
    )
