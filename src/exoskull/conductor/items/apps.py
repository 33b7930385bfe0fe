"""Looking at how apps are used, between the weekly looks of the schedule: the same look, which says
nothing twice in a week."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from exoskull.apps import improving, service
from exoskull.apps.notice import Means
from exoskull.conductor.model import Category, Done, Piece, TenantState, WorkItem, Workshop
from exoskull.conductor.service import writing
from exoskull.database.transaction import Transaction

NAME = "app-optimization"


async def look(tx: Transaction, at: datetime) -> Mapping[str, float]:
    """How many apps are at work."""
    del at
    return {"apps": len(await service.active(tx))}


def worth(state: TenantState) -> float:
    """Less than finding out anything new; nothing where no app is at work."""
    return 0.4 if state.extra.get(NAME, {}).get("apps") else 0.0


async def do(shop: Workshop, piece: Piece) -> Done:
    """Suggest at most one change for each app, in the app itself; put away what nobody uses."""
    async with writing(shop, piece) as tx:
        done = await improving.improve(tx, piece.tenant, at=piece.at, means=Means(ids=shop.ids))
    return Done(result={"suggested": done.suggested, "archived": done.archived})


ITEM = WorkItem(
    name=NAME,
    category=Category.APPS,
    cooldown=timedelta(days=7),
    worth=worth,
    do=do,
    look=look,
)
