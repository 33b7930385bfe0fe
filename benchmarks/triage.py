"""What a slot of loop-15 costs where few of many tenants are due, beside where all of few are.

Timed are triage's question (who is due?) and the whole slot: the question, a run and work on the
queue for each due tenant, the slot's own row. Both sizes are of one database in one run, the small
one measured before and after the large one.
"""

import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from crowd import add, migrated, owner
from psycopg import AsyncConnection

from exoskull.database.pool import Database
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SeededIds
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.dispatch import Dispatcher
from exoskull.scheduling.queue import PgQueue
from exoskull.scheduling.service import due_attention

DUE = 1_000
TENANTS = 100_000
ROUNDS = 15
GOAL = 1.3
BEGIN = datetime(2026, 3, 2, 6, 10, tzinfo=UTC)
SLOT = timedelta(minutes=15)


async def run(database_url: str | None = None, *, tenants: int = TENANTS) -> dict[str, Any]:
    """Milliseconds a slot, of 1,000 due among 1,000 and among `tenants`, and their ratios.

    Args:
        database_url: the owner's, of an empty database; None: a throw-away server is made.
    """
    async with (
        migrated(database_url) as url,
        await Database.open(url, size=2) as database,
        owner(url) as connection,
    ):
        clock = VirtualClock(BEGIN)
        dispatcher = Dispatcher(
            database=database,
            queue=PgQueue(clock),
            ids=SeededIds(clock, 7),
            sources={"loop-15": due_attention},
            catalogue={"loop-15": CATALOGUE["loop-15"]},
            spread=timedelta(),
        )
        await dispatcher.prepare(BEGIN)
        await add(connection, 1, DUE, BEGIN)
        await _attend(connection, 1, DUE, BEGIN - SLOT)
        await _measure(dispatcher, clock, connection)  # warm
        before = await _measure(dispatcher, clock, connection)
        await add(connection, DUE + 1, tenants - DUE, BEGIN)
        await _attend(connection, DUE + 1, tenants - DUE, BEGIN + timedelta(days=30))
        many = await _measure(dispatcher, clock, connection)
        await connection.execute(
            "delete from tenants where name > ''  and created_at < %s"
            " and tenant_id not in (select tenant_id from attention"
            " where due_at < %s)",
            (BEGIN + SLOT, BEGIN),
        )
        after = await _measure(dispatcher, clock, connection)
    few = {name: (before[name] + after[name]) / 2 for name in before}
    ratios = {name: round(many[name] / few[name], 3) for name in few}
    return {
        "due": DUE,
        "tenants": tenants,
        "few_ms": {name: round(value, 2) for name, value in few.items()},
        "few_before_after_ms": {
            name: [round(before[name], 2), round(after[name], 2)] for name in few
        },
        "many_ms": {name: round(value, 2) for name, value in many.items()},
        "ratio": ratios["slot"],
        "question_ratio": ratios["question"],
        "goal": f"ratio at most {GOAL}",
        "met": ratios["slot"] <= GOAL,
    }


async def _attend(
    connection: AsyncConnection[Any], first: int, count: int, due_at: datetime
) -> None:
    await connection.execute(
        """
        insert into attention (tenant_id, reason, due_at, latest_at)
        select md5(n::text)::uuid, 'message', %(due)s, %(due)s
          from generate_series(%(first)s::int, %(last)s::int) n
        """,
        {"first": first, "last": first + count - 1, "due": due_at},
    )


async def _measure(
    dispatcher: Dispatcher, clock: VirtualClock, connection: AsyncConnection[Any]
) -> dict[str, float]:
    """Median milliseconds of triage's question and of the whole slot."""
    await connection.execute("vacuum analyze")
    question, slot = [], []
    for _ in range(ROUNDS):
        clock.advance(clock.now() + SLOT)
        async with dispatcher.database.system() as tx:
            began = perf_counter()
            found = await due_attention(tx, clock.now(), 200_000)
            question.append(perf_counter() - began)
        assert len(found) == DUE
        began = perf_counter()
        await dispatcher.tick(clock.now())
        slot.append(perf_counter() - began)
        await connection.execute("truncate runs, pgqueuer")
    return {"question": median(question) * 1000, "slot": median(slot) * 1000}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(*sys.argv[1:2])), indent=2))
