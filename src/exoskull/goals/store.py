"""SQL of goals."""

from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.goals.model import Goal, GoalState

_COLUMNS: LiteralString = """
    id, title, metric, unit, target, direction, period, by_date, baseline,
    state, created_at, trace, streak, milestone"""


async def insert(tx: Transaction, goal: Goal) -> Goal:
    """Add a goal; returns it as the database now has it."""
    return await tx.one(
        Goal,
        f"""
        insert into goals (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(title)s, %(metric)s, %(unit)s, %(target)s, %(direction)s,
                %(period)s, %(by_date)s, %(baseline)s, %(state)s, %(created_at)s, %(trace)s,
                %(streak)s, %(milestone)s)
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=goal.id,
        title=goal.title,
        metric=goal.metric,
        unit=goal.unit,
        target=goal.target,
        direction=goal.direction,
        period=goal.period,
        by_date=goal.by_date,
        baseline=goal.baseline,
        state=goal.state,
        created_at=goal.created_at,
        trace=goal.trace,
        streak=goal.streak,
        milestone=goal.milestone,
    )


async def active(tx: Transaction) -> list[Goal]:
    """The active goals, oldest first."""
    return await tx.fetch(
        Goal,
        f"""
        select {_COLUMNS} from goals
         where tenant_id = %(tenant)s and state = 'active'
         order by created_at, id
        """,
        tenant=tx.tenant_id,
    )


async def everything(tx: Transaction) -> list[Goal]:
    """All goals, also ended ones, oldest first."""
    return await tx.fetch(
        Goal,
        f"select {_COLUMNS} from goals where tenant_id = %(tenant)s order by created_at, id",
        tenant=tx.tenant_id,
    )


async def ended(tx: Transaction, *, limit: int, before: UUID | None = None) -> list[Goal]:
    """The goals that are not active, the last made first; made before the one called `before`."""
    return await tx.fetch(
        Goal,
        f"""
        select {_COLUMNS} from goals
         where tenant_id = %(tenant)s and state <> 'active'
           and (%(before)s::uuid is null or (created_at, id) < (
                select created_at, id from goals
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by created_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )


async def count_ended(tx: Transaction, before: UUID) -> int:
    """How many goals that are not active were made before the one called `before`."""
    return await tx.value(
        """
        select count(*) from goals
         where tenant_id = %(tenant)s and state <> 'active' and (created_at, id) < (
               select created_at, id from goals where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def named(tx: Transaction, goal_id: UUID) -> Goal | None:
    """The goal with this id, active or ended."""
    return await tx.maybe(
        Goal,
        f"select {_COLUMNS} from goals where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=goal_id,
    )


async def end(tx: Transaction, goal_id: UUID, state: GoalState, at: datetime) -> Goal | None:
    """End an active goal; None where it is not active."""
    return await tx.maybe(
        Goal,
        f"""
        update goals set state = %(state)s, ended_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'active'
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=goal_id,
        state=state,
        at=at,
    )


async def reinstate_replaced(tx: Transaction, goal: Goal) -> Goal | None:
    """Make active again the goal that `goal` took the place of when it was set; None for none."""
    return await tx.maybe(
        Goal,
        f"""
        update goals set state = 'active', ended_at = null
         where tenant_id = %(tenant)s and state = 'dropped' and ended_at = %(at)s
           and metric = %(metric)s and direction = %(direction)s
           and period is not distinct from %(period)s and id <> %(id)s
           and (streak is null) = %(no_streak)s and milestone = %(milestone)s
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=goal.id,
        at=goal.created_at,
        metric=goal.metric,
        direction=goal.direction,
        period=goal.period,
        no_streak=goal.streak is None,
        milestone=goal.milestone,
    )
