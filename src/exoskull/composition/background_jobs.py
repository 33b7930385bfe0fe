"""The jobs that nobody waits for: the conductor's kinds of work, budgets, retention."""

from exoskull.budgets import jobs as budgets
from exoskull.composition.assembling import Installation
from exoskull.conductor import jobs as conductor
from exoskull.conductor.items import apps as app_items
from exoskull.conductor.items import memory, quality, relation, strategy, trend
from exoskull.conductor.items import skills as skill_items
from exoskull.conductor.model import WorkItem, Workshop
from exoskull.llm import lost
from exoskull.memory import service as remembered
from exoskull.retention import jobs as retention
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run

WORK: tuple[WorkItem, ...] = (
    quality.ITEM,
    trend.ITEM,
    relation.ITEM,
    strategy.ITEM,
    memory.ITEM,
    app_items.ITEM,
    skill_items.ITEM,
)
"""Every kind of background work. Where two are worth the same, the earlier name goes first."""


async def conduct(here: Installation, run: Run) -> Ended:
    """conductor: what is worth doing in the background, as long as there is room."""
    shop = Workshop(database=here.database, clock=here.clock, ids=here.ids)
    return await conductor.conduct(shop, WORK, run, most=here.background, caps=here.caps)


async def reset_budget(here: Installation, run: Run) -> Ended:
    """budget-reset: the day's account for models, closed."""
    return await budgets.reset(here.database, run, here.clock.now(), sweep=lost.sweep)


async def retain(here: Installation, run: Run) -> Ended:
    """retention: what is old is let go, and what was deleted for good."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        await remembered.purge(tx, at=here.clock.now())
    return await retention.retain(here, run)
