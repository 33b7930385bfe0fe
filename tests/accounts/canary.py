"""A person whose every text says a word that nobody else would say, in as many places as can be."""

from typing import Any
from uuid import UUID

from psycopg import sql
from serving.anna import arrive, live, look, say
from serving.served import Served, Somebody

from exoskull.database.pool import Database
from exoskull.kit.ids import TenantId
from exoskull.tenants.export import collect
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

WORD = "zebrafish"
API = "/api/v1"

SAID = (
    f"add task: feed the {WORD} tomorrow",
    f"remind me tomorrow at 18 about the {WORD}",
    f"make me a {WORD} tracker",
    "I keep forgetting to drink water, I want to track it",
    "why?",
)
GIVEN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("goals", {"title": f"The {WORD} run", "metric": "runs", "target": 3, "period": "week"}),
    ("tasks", {"title": f"Clean the {WORD} tank"}),
    ("measures", {"metric": f"{WORD}_fed", "value": 3}),
    ("tokens", {"label": f"The {WORD} watch", "scope": "read"}),
)


async def canary(web: Served) -> Somebody:
    """Two days of this person, with everything that can be made by hand besides."""
    tenant_id = await live(web, language="en", name=f"Anna {WORD}", days=2)
    for text in SAID:
        await say(web, tenant_id, text)
    await look(web, tenant_id)
    ids, at = web.installation.ids, web.clock.now()
    token = await give_credential(web.database, tenant_id, Credential.API, at=at, ids=ids)
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    for name, body in GIVEN:
        answer = await api.post(f"{API}/{name}", json=body)
        assert answer.is_success, (name, answer.text)
    return Somebody(tenant_id=tenant_id, token=token, api=api)


async def somebody_else(web: Served, name: str) -> Somebody:
    """Another person, with a token."""
    ids, at = web.installation.ids, web.clock.now()
    tenant_id = await arrive(web, language="en", name=name)
    async with web.database.transaction(tenant_id) as tx:  # an address that is not the canary's
        await tx.execute("update tenants set email = 'b@example.net', phone = '+48600100299'")
    token = await give_credential(web.database, tenant_id, Credential.API, at=at, ids=ids)
    return Somebody(
        tenant_id=tenant_id,
        token=token,
        api=web.client(headers={"Authorization": f"Bearer {token}"}),
    )


async def rows_of(database: Database, tenant_id: TenantId) -> dict[str, list[str]]:
    """Everything of one person, by table, but for secrets."""
    async with database.transaction(tenant_id) as tx:
        return await collect(tx)


async def ids_of(database: Database, tenant_id: TenantId) -> list[str]:
    """For each table of theirs, the id of a row, and of a chain that it belongs to."""
    found: list[str] = []
    async with database.transaction(tenant_id) as tx:
        columns = await tx.dicts(
            """
            select c.table_name, c.column_name from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
               and c.data_type = 'uuid' and c.column_name in ('id', 'trace')
               and exists (select 1 from information_schema.columns o
                            where o.table_schema = 'public' and o.table_name = c.table_name
                              and o.column_name = 'tenant_id')
             order by 1, 2
            """
        )
        for row in columns:
            query = sql.SQL(
                "select {column} from {table} where tenant_id = %s and {column} is not null limit 1"
            ).format(
                column=sql.Identifier(row["column_name"]), table=sql.Identifier(row["table_name"])
            )
            cursor = await tx.connection.execute(query, [tenant_id])
            found += [str(one) for (one,) in await cursor.fetchall() if isinstance(one, UUID)]
    return sorted(set(found))
