"""The pool: connections as the role that row-level security binds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, LiteralString, Self, cast
from uuid import UUID

import psycopg
from psycopg import AsyncConnection
from psycopg.types.json import JsonbDumper
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from exoskull.database.transaction import Transaction
from exoskull.database.trouble import unavailable
from exoskull.kit.errors import Unavailable
from exoskull.kit.ids import SYSTEM, TenantId

APP_ROLE = "exoskull_app"


async def _prepare(connection: AsyncConnection[Any]) -> None:
    connection.adapters.register_dumper(dict, JsonbDumper)


class Database:
    """The application's way to Postgres.

    Every connection runs as `exoskull_app`, which owns nothing and cannot bypass row-level
    security, whoever the URL logs in as.
    """

    def __init__(self, pool: AsyncConnectionPool[AsyncConnection[Any]], url: str) -> None:
        self._pool = pool
        self.url = url

    @classmethod
    async def open(cls, url: str, *, size: int = 8, timeout_s: float = 10.0) -> Self:
        """Connect; raises Unavailable (`database.unreachable`) where that fails.

        Args:
            url: libpq URL of a role that may `set role exoskull_app`.
            size: connections at most.
            timeout_s: how long to wait for the first one, and for a free one later.
        """
        try:  # one plain connection first: its error says what is wrong, the pool's does not
            async with await AsyncConnection.connect(
                url, connect_timeout=max(2, int(timeout_s))
            ) as probe:
                found = await probe.execute("select 1 from pg_roles where rolname = %s", [APP_ROLE])
                if await found.fetchone() is None:
                    raise Unavailable("database.not_migrated")
        except psycopg.OperationalError as error:
            raise unavailable(error) from error
        pool: AsyncConnectionPool[AsyncConnection[Any]] = AsyncConnectionPool(
            url,
            min_size=1,
            max_size=size,
            timeout=timeout_s,
            open=False,
            configure=_prepare,
            kwargs={"options": f"-c role={APP_ROLE} -c timezone=UTC", "autocommit": True},
        )
        try:
            await pool.open(wait=True, timeout=timeout_s)
        except PoolTimeout as error:
            await pool.close()
            raise Unavailable("database.not_migrated") from error
        return cls(pool, url)

    async def close(self) -> None:
        await self._pool.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @asynccontextmanager
    async def transaction(
        self, tenant_id: TenantId, *, durable: bool = True
    ) -> AsyncIterator[Transaction]:
        """A transaction scoped to `tenant_id`; commits at the end, rolls back on an error.

        Args:
            durable: whether the commit waits for the disk. False: a crash of the server may undo
                it, but never it alone: what any later durable commit built on it is kept with it.
        """
        async with self._pool.connection() as connection:
            # One round trip for all; the id is a UUID, so there is nothing to quote.
            scope = f"set_config('exoskull.tenant_id', '{UUID(int=tenant_id.int)}', true)"
            if not durable:
                scope += ", set_config('synchronous_commit', 'off', true)"
            await connection.execute(cast(LiteralString, f"begin; select {scope}"))
            try:
                yield Transaction(connection, tenant_id)
            except BaseException:
                if not connection.broken:
                    await connection.rollback()
                raise
            await connection.commit()

    def system(self) -> Any:
        """A transaction of the installation: sees no person's rows, only the narrow
        `system_*` functions of the schema."""
        return self.transaction(SYSTEM)
