"""Many tenants at once, put straight into the tables."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, LiteralString

import psycopg
from psycopg import AsyncConnection

from exoskull.database import migrate
from exoskull.database.throwaway import throwaway

TABLES: tuple[LiteralString, ...] = ("tenants", "attention", "tenant_schedule", "runs")


@asynccontextmanager
async def migrated(database_url: str | None) -> AsyncIterator[str]:
    """The owner's URL of an empty database at the newest schema; None: of a throw-away server."""
    if database_url is not None:
        await migrate.upgrade(database_url)
        yield database_url
        return
    async with throwaway() as urls:
        await migrate.upgrade(urls.owner)
        yield urls.owner


@asynccontextmanager
async def owner(url: str) -> AsyncIterator[AsyncConnection[Any]]:
    """A connection that row-level security does not bind, for as long as the block lasts."""
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        for table in TABLES:
            await connection.execute(f"alter table {table} no force row level security")
        try:
            yield connection
        finally:
            for table in TABLES:
                await connection.execute(f"alter table {table} force row level security")


async def add(connection: AsyncConnection[Any], first: int, count: int, at: datetime) -> None:
    """Tenants numbered from `first`, in thirty zones."""
    await connection.execute(
        """
        insert into tenants (tenant_id, name, language, timezone, channels, quiet_from,
                             quiet_until, morning_at, evening_at, ai_budget_cents, created_at)
        select md5(n::text)::uuid, 'p' || n, 'pl', (%(zones)s::text[])[1 + n %% 30], '{}',
               '22:00', '07:00', '07:30', '20:30', 50, %(at)s
          from generate_series(%(first)s::int, %(last)s::int) n
        """,
        {"first": first, "last": first + count - 1, "at": at, "zones": list(ZONES)},
    )


ZONES = (
    *("Europe/Warsaw", "Europe/London", "Europe/Helsinki", "Europe/Istanbul", "Asia/Dubai"),
    *("Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok"),
    *("Asia/Shanghai", "Asia/Tokyo", "Australia/Adelaide", "Australia/Sydney", "Pacific/Noumea"),
    *("Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Pago_Pago"),
    *("Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver"),
    *("America/Chicago", "America/New_York", "America/Halifax", "America/St_Johns"),
    *("America/Sao_Paulo", "America/Nuuk", "Atlantic/Azores"),
)
