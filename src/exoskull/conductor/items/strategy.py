"""Refining strategies: one that mostly fails, without failing three days in a row, is offered a
change; only the person's yes makes it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from exoskull.conductor.findings import service as findings
from exoskull.conductor.findings.model import FindingKind, Found
from exoskull.conductor.model import Category, Done, Piece, TenantState, WorkItem, Workshop
from exoskull.conductor.service import writing
from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.strategies import service as strategies
from exoskull.strategies.model import Strategy

NAME = "strategy-refinement"
DAYS_LEAST = 7
WEAK_BELOW = 0.4
"""Of the days with actions, so much done, or the trial is weak."""


def is_weak(strategy: Strategy) -> bool:
    """Whether the trial had its chance and mostly failed."""
    days = strategy.days_done + strategy.days_failed
    return days >= DAYS_LEAST and strategy.days_done / days < WEAK_BELOW


async def look(tx: Transaction, at: datetime) -> Mapping[str, float]:
    """How many active strategies are weak."""
    return {"weak": float(sum(map(is_weak, await strategies.active(tx))))}


def worth(state: TenantState) -> float:
    """As much as a look at metrics, where a strategy is weak."""
    return 1.0 if state.extra[NAME]["weak"] else 0.0


async def do(shop: Workshop, piece: Piece) -> Done:
    """Offer another way for each weak strategy, once; take back what was offered for others."""
    async with writing(shop, piece) as tx:
        titles = {goal.id: goal for goal in await goals.active(tx)}
        weak = [one for one in await strategies.active(tx) if is_weak(one)]
        found = [
            Found(
                kind=FindingKind.WEAK_STRATEGY,
                key=f"strategy:{one.id}",
                claim="weak",
                metric=titles[one.goal_id].metric,
                other_metric=None,
                statement={
                    "strategy": str(one.id),
                    "goal": str(one.goal_id),
                    "title": titles[one.goal_id].title,
                    "done": one.days_done,
                    "days": one.days_done + one.days_failed,
                },
                evidence=(str(one.id),),
            )
            for one in weak
            if one.goal_id in titles
        ]
        known = [one.key for one in await findings.current(tx) if one.kind.value == "weak_strategy"]
        news = await findings.learn(
            tx,
            found,
            dict.fromkeys(known, 1.0),
            work_run_id=piece.run.id,
            at=piece.at,
            ids=shop.ids,
        )
    return Done(result={"weak": len(weak), "told": len(news.told), "retired": len(news.retired)})


ITEM = WorkItem(
    name=NAME,
    category=Category.GOALS,
    cooldown=timedelta(days=7),
    worth=worth,
    do=do,
    look=look,
)
