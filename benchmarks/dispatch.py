"""How long 100,000 slots that come due at once take to dispatch, by one worker process.

Each becomes a run, work on the queue, and the schedule's next slot. Beside it, in the same run:
the same number of rows put into a plain table in as many transactions.
"""

import asyncio
import json
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from time import perf_counter
from typing import Any

from crowd import ZONES, add, migrated, owner
from psycopg import AsyncConnection

from exoskull.database.pool import Database
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SeededIds
from exoskull.scheduling.catalogue import CATALOGUE, MORNING_AT
from exoskull.scheduling.dispatch import Dispatcher
from exoskull.scheduling.model import Coalesce
from exoskull.scheduling.queue import PgQueue
from exoskull.scheduling.slots import on_date

SLOTS = 100_000
LANES = 2
GOAL_S = 10.0
DAY = date(2026, 3, 2)
BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
JOB = replace(CATALOGUE["morning-briefing"], catch_up=Coalesce())  # none is too late


async def run(database_url: str | None = None, *, slots: int = SLOTS) -> dict[str, Any]:
    """Seconds to dispatch `slots`, to insert as many plain rows, and their ratio.

    Args:
        database_url: the owner's, of an empty database; None: a throw-away server is made.
    """
    async with (
        migrated(database_url) as url,
        await Database.open(url, size=4) as database,
        owner(url) as connection,
    ):
        clock = VirtualClock(BEGIN)
        dispatcher = Dispatcher(
            database=database,
            queue=PgQueue(clock),
            ids=SeededIds(clock, 7),
            sources={},
            catalogue={JOB.name: JOB},
            lanes=LANES,
        )
        await add(connection, 1, slots, BEGIN)
        await _schedule(connection)
        await connection.execute("vacuum analyze")
        plain = await _plain_rows(connection, slots)
        clock.advance(max(at for at in map(_morning, ZONES)))  # every one of them is due
        began = perf_counter()
        await dispatcher.tick(clock.now())
        seconds = perf_counter() - began
        counted = await connection.execute(
            "select (select count(*) from runs where state = 'due'),"
            " (select count(*) from pgqueuer)"
        )
        assert await counted.fetchone() == (slots, slots)
    return {
        "slots": slots,
        "seconds": round(seconds, 2),
        "slots_per_s": round(slots / seconds),
        "plain_rows_s": round(plain, 2),
        "ratio": round(seconds / plain, 2),
        "goal": f"at most {GOAL_S:.0f} s",
        "met": seconds <= GOAL_S,
    }


async def _schedule(connection: AsyncConnection[Any]) -> None:
    for zone in ZONES:
        await connection.execute(
            """
            insert into tenant_schedule (tenant_id, job, timezone, wall_at, since, next_slot,
                                         next_at)
            select tenant_id, %(job)s, timezone, %(wall)s, %(since)s, %(slot)s, %(at)s
              from tenants where timezone = %(zone)s
            """,
            {
                "job": JOB.name,
                "wall": MORNING_AT,
                "since": BEGIN,
                "slot": DAY.isoformat(),
                "at": _morning(zone),
                "zone": zone,
            },
        )


def _morning(zone: str) -> datetime:
    slot = on_date(zone, DAY, MORNING_AT)
    assert slot is not None
    return slot.at


async def _plain_rows(connection: AsyncConnection[Any], count: int) -> float:
    """Seconds to insert so many rows of two ids, in transactions of 1,000."""
    await connection.execute("create table plain_rows (a uuid, b uuid, primary key (a, b))")
    ids = SeededIds(VirtualClock(BEGIN), 1)
    began = perf_counter()
    for _ in range(count // 1000):
        rows = [ids.new() for _ in range(1000)]
        await connection.execute(
            "insert into plain_rows select unnest(%s::uuid[]), unnest(%s::uuid[])", (rows, rows)
        )
    seconds = perf_counter() - began
    await connection.execute("drop table plain_rows")
    return seconds


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(*sys.argv[1:2])), indent=2))
