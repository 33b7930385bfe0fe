"""The pool: who it is, and whose rows it sees."""

from uuid import UUID

import pytest

from exoskull.database.pool import Database
from exoskull.kit.errors import Unavailable
from exoskull.kit.ids import TenantId

ANNA = TenantId(UUID(int=1))
BOB = TenantId(UUID(int=2))

INSERT = """
    insert into events (tenant_id, at, kind, trace, data)
    values (%(tenant_id)s, '2026-03-02', 'test', %(tenant_id)s, '{}')
"""


async def test_a_tenant_sees_its_own_rows_only(database: Database) -> None:
    for tenant_id in (ANNA, BOB):
        async with database.transaction(tenant_id) as tx:
            await tx.execute(INSERT, tenant_id=tenant_id)
    async with database.transaction(ANNA) as tx:
        assert await tx.dicts("select tenant_id from events") == [{"tenant_id": ANNA}]


async def test_a_database_of_a_closed_port_is_unreachable() -> None:
    with pytest.raises(Unavailable) as refusal:
        await Database.open("postgresql://nobody@127.0.0.1:1/none")
    assert refusal.value.key == "database.unreachable"
