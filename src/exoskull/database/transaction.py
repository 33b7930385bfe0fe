"""A transaction that sees one tenant's rows, and nobody else's."""

from collections.abc import Iterable, Mapping
from typing import Any, LiteralString, TypeVar

from psycopg import AsyncConnection
from psycopg.rows import dict_row, tuple_row

from exoskull.database.rows import dataclass_row
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TenantId

T = TypeVar("T")


class Transaction:
    """One database transaction under the row-level security of `tenant_id`.

    Parameters are passed by name: `%(at)s` in the SQL, `at=...` in the call.
    """

    def __init__(self, connection: AsyncConnection[Any], tenant_id: TenantId) -> None:
        self.connection = connection
        self.tenant_id = tenant_id

    async def fetch(self, row: type[T], sql: LiteralString, /, **params: Any) -> list[T]:
        """Every row, as instances of the dataclass `row`."""
        async with self.connection.cursor(row_factory=dataclass_row(row)) as cursor:
            await cursor.execute(sql, params)
            return await cursor.fetchall()

    async def maybe(self, row: type[T], sql: LiteralString, /, **params: Any) -> T | None:
        """The first row, or None."""
        async with self.connection.cursor(row_factory=dataclass_row(row)) as cursor:
            await cursor.execute(sql, params)
            return await cursor.fetchone()

    async def one(self, row: type[T], sql: LiteralString, /, **params: Any) -> T:
        """The first row; raises NotFound where there is none."""
        found = await self.maybe(row, sql, **params)
        if found is None:
            raise NotFound("row.not_found", what=row.__name__.lower())
        return found

    async def value(self, sql: LiteralString, /, **params: Any) -> Any:
        """The first column of the first row, or None."""
        async with self.connection.cursor(row_factory=tuple_row) as cursor:
            await cursor.execute(sql, params)
            found = await cursor.fetchone()
            return found[0] if found else None

    async def dicts(self, sql: LiteralString, /, **params: Any) -> list[dict[str, Any]]:
        """Every row as a dict, for reports and exports."""
        async with self.connection.cursor(row_factory=dict_row) as cursor:
            await cursor.execute(sql, params)
            return await cursor.fetchall()

    async def execute(self, sql: LiteralString, /, **params: Any) -> int:
        """Run the statement; returns how many rows it touched."""
        cursor = await self.connection.execute(sql, params)
        return cursor.rowcount

    async def execute_many(self, sql: LiteralString, rows: Iterable[Mapping[str, Any]], /) -> None:
        """Run the statement once for each of `rows`, in one round trip."""
        async with self.connection.cursor() as cursor:
            await cursor.executemany(sql, list(rows))
