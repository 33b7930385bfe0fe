"""SQL of strategies and their days."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.plain import plain
from exoskull.strategies.model import (
    ApproachKind,
    Day,
    DayAction,
    Reason,
    Strategy,
    Verdict,
)

_COLUMNS: LiteralString = """
    s.id, s.goal_id, s.trial, s.approach, s.kind, s.reason, s.started_on, s.ended_on,
    s.ended_because, s.days_done, s.days_failed, s.failed_in_a_row, s.chosen_at, s.trace"""


async def insert(tx: Transaction, new: Strategy) -> bool:
    """Begin a trial; False where the goal has an active one already."""
    touched = await tx.execute(
        """
        insert into strategies (tenant_id, id, goal_id, trial, approach, kind, reason, started_on,
                                ended_on, ended_because, days_done, days_failed, failed_in_a_row,
                                chosen_at, trace)
        values (%(tenant)s, %(id)s, %(goal_id)s, %(trial)s, %(approach)s, %(kind)s, %(reason)s,
                %(started_on)s, %(ended_on)s, %(ended_because)s, %(days_done)s, %(days_failed)s,
                %(failed_in_a_row)s, %(chosen_at)s, %(trace)s)
        on conflict do nothing
        """,
        tenant=tx.tenant_id,
        **asdict(new),
    )
    return touched == 1


async def of_goal(tx: Transaction, goal_id: UUID) -> list[Strategy]:
    """The trials of a goal, oldest first."""
    return await tx.fetch(
        Strategy,
        f"""
        select {_COLUMNS} from strategies s
         where s.tenant_id = %(tenant)s and s.goal_id = %(goal)s
         order by s.trial
        """,
        tenant=tx.tenant_id,
        goal=goal_id,
    )


async def everything(tx: Transaction) -> list[Strategy]:
    """All trials, of ended goals too, in the order they were chosen."""
    return await tx.fetch(
        Strategy,
        f"""
        select {_COLUMNS} from strategies s
         where s.tenant_id = %(tenant)s
         order by s.chosen_at, s.id
        """,
        tenant=tx.tenant_id,
    )


async def active(tx: Transaction) -> list[Strategy]:
    """The active strategies of active goals, the goals' oldest first."""
    return await tx.fetch(
        Strategy,
        f"""
        select {_COLUMNS}
          from strategies s join goals g on g.tenant_id = s.tenant_id and g.id = s.goal_id
         where s.tenant_id = %(tenant)s and s.ended_on is null and g.state = 'active'
         order by g.created_at, g.id
        """,
        tenant=tx.tenant_id,
    )


async def active_of(tx: Transaction, goal_id: UUID) -> Strategy | None:
    """The active strategy of a goal."""
    return await tx.maybe(
        Strategy,
        f"""
        select {_COLUMNS} from strategies s
         where s.tenant_id = %(tenant)s and s.goal_id = %(goal)s and s.ended_on is null
        """,
        tenant=tx.tenant_id,
        goal=goal_id,
    )


async def lock(tx: Transaction, strategy_id: UUID) -> Strategy:
    """One trial, held until `tx` ends, so that two closings of its days follow one another."""
    return await tx.one(
        Strategy,
        f"""
        select {_COLUMNS} from strategies s
         where s.tenant_id = %(tenant)s and s.id = %(id)s
           for update
        """,
        tenant=tx.tenant_id,
        id=strategy_id,
    )


async def end(tx: Transaction, strategy_id: UUID, *, on: date, because: Reason) -> Strategy:
    """End an active trial on the local day `on`."""
    return await tx.one(
        Strategy,
        f"""
        update strategies s
           set ended_on = greatest(s.started_on, %(on)s), ended_because = %(because)s
         where s.tenant_id = %(tenant)s and s.id = %(id)s and s.ended_on is null
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=strategy_id,
        on=on,
        because=because,
    )


async def count(
    tx: Transaction, strategy_id: UUID, *, done: int, failed: int, in_a_row: int
) -> Strategy:
    """Set what a trial's days come to."""
    return await tx.one(
        Strategy,
        f"""
        update strategies s
           set days_done = %(done)s, days_failed = %(failed)s, failed_in_a_row = %(in_a_row)s
         where s.tenant_id = %(tenant)s and s.id = %(id)s
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=strategy_id,
        done=done,
        failed=failed,
        in_a_row=in_a_row,
    )


async def day(tx: Transaction, goal_id: UUID, on: date) -> Day | None:
    """A goal's local day `on`."""
    return await tx.maybe(
        Day,
        """
        select on_date, strategy_id, steps, verdict from strategy_days
         where tenant_id = %(tenant)s and goal_id = %(goal)s and on_date = %(on)s
        """,
        tenant=tx.tenant_id,
        goal=goal_id,
        on=on,
    )


async def days_of(tx: Transaction, strategy_id: UUID) -> list[Day]:
    """The days of a trial, oldest first."""
    return await tx.fetch(
        Day,
        """
        select on_date, strategy_id, steps, verdict from strategy_days
         where tenant_id = %(tenant)s and strategy_id = %(strategy)s
         order by on_date
        """,
        tenant=tx.tenant_id,
        strategy=strategy_id,
    )


async def given(tx: Transaction, goal_id: UUID, on: date) -> tuple[DayAction, ...] | None:
    """The actions that were given for a local day; None where the day was not begun."""
    rows = await tx.dicts(
        """
        select actions from strategy_days
         where tenant_id = %(tenant)s and goal_id = %(goal)s and on_date = %(on)s
        """,
        tenant=tx.tenant_id,
        goal=goal_id,
        on=on,
    )
    if not rows:
        return None
    return tuple(
        DayAction(
            title=one["title"],
            goal_id=goal_id,
            approach=one["approach"],
            step=one["step"],
            kind=ApproachKind(one["kind"]),
            minutes=one["minutes"],
        )
        for one in rows[0]["actions"]["given"]
    )


async def give(
    tx: Transaction, strategy: Strategy, on: date, actions: Sequence[DayAction], *, at: datetime
) -> bool:
    """Keep the actions of a local day; False where it has some already."""
    touched = await tx.execute(
        """
        insert into strategy_days (tenant_id, goal_id, on_date, strategy_id, steps, actions,
                                   given_at)
        values (%(tenant)s, %(goal)s, %(on)s, %(strategy)s, %(steps)s, %(actions)s, %(at)s)
        on conflict do nothing
        """,
        tenant=tx.tenant_id,
        goal=strategy.goal_id,
        on=on,
        strategy=strategy.id,
        steps=[one.step for one in actions],
        actions={"given": plain(list(actions))},
        at=at,
    )
    return touched == 1


async def close(
    tx: Transaction,
    strategy: Strategy,
    on: date,
    verdict: Verdict,
    facts: Mapping[str, Any],
    *,
    at: datetime,
) -> None:
    """Keep what became of a local day; one that was not begun is one without actions."""
    told = {
        "tenant": tx.tenant_id,
        "goal": strategy.goal_id,
        "on": on,
        "verdict": verdict,
        "facts": plain(dict(facts)),
        "at": at,
    }
    touched = await tx.execute(
        """
        update strategy_days
           set verdict = %(verdict)s, facts = %(facts)s, closed_at = %(at)s
         where tenant_id = %(tenant)s and goal_id = %(goal)s and on_date = %(on)s
        """,
        **told,
    )
    if touched == 0:
        await tx.execute(
            """
            insert into strategy_days (tenant_id, goal_id, on_date, strategy_id, steps, actions,
                                       verdict, facts, closed_at)
            values (%(tenant)s, %(goal)s, %(on)s, %(strategy)s, '{}', '{"given": []}',
                    %(verdict)s, %(facts)s, %(at)s)
            """,
            strategy=strategy.id,
            **told,
        )
