"""Looking for what a skill could take over: tasks that the person makes week after week."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from exoskull.conductor.model import Category, Done, Piece, TenantState, WorkItem, Workshop
from exoskull.conductor.service import writing
from exoskull.database.transaction import Transaction
from exoskull.language.fold import fold
from exoskull.signals.model import Source
from exoskull.skills import suggestions
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task
from exoskull.tenants.model import Tenant

NAME = "skill-recommendations"
LOOKS_BACK = timedelta(days=56)
WEEKS_LEAST = 3
"""On so many weeks, the same task on the same weekday is a pattern."""

SUGGESTED_MOST = 2


async def look(tx: Transaction, at: datetime) -> Mapping[str, float]:
    """How many tasks were done lately."""
    return {"tasks": len(await tasks.done_since(tx, at - LOOKS_BACK))}


def worth(state: TenantState) -> float:
    """Little, and nothing where too few tasks were done for a pattern."""
    done = state.extra.get(NAME, {}).get("tasks", 0)
    return 0.35 if done >= WEEKS_LEAST else 0.0


def weekly(done: Sequence[Task], tenant: Tenant) -> list[tuple[str, int, tuple[UUID, ...]]]:
    """Tasks that the person made themselves on the same weekday of three weeks or more, and did:
    title, weekday (0 is Monday) and their ids, the most frequent first."""
    found: dict[tuple[str, int], dict[tuple[int, int], Task]] = defaultdict(dict)
    for one in done:
        if one.source is Source.LOOP or one.remind_at is not None:
            continue
        on: date = tenant.local_date(one.created_at)
        week = on.isocalendar()[:2]
        found[" ".join(fold(one.title).split()), on.weekday()].setdefault(week, one)
    patterns = [
        (list(weeks.values())[-1].title, weekday, tuple(task.id for task in weeks.values()))
        for (_, weekday), weeks in found.items()
        if len(weeks) >= WEEKS_LEAST
    ]
    return sorted(patterns, key=lambda one: (-len(one[2]), one[0], one[1]))


async def do(shop: Workshop, piece: Piece) -> Done:
    """Suggest a skill for what comes back week after week."""
    async with writing(shop, piece) as tx:
        done = await tasks.done_since(tx, piece.at - LOOKS_BACK)
        made = 0
        for title, weekday, evidence in weekly(done, piece.tenant)[:SUGGESTED_MOST]:
            suggested = await suggestions.from_pattern(
                tx, title=title, weekday=weekday, evidence=evidence, at=piece.at, ids=shop.ids
            )
            made += suggested is not None
    return Done(result={"suggested": made})


ITEM = WorkItem(
    name=NAME,
    category=Category.SKILLS,
    cooldown=timedelta(days=7),
    worth=worth,
    do=do,
    look=look,
)
