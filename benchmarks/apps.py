"""Entries of 2,000 people in the one partitioned table, beside one table for each of 200 apps.

Both stand in the same database and are asked through the same transactions, by the same role. The
one table is under row-level security and checks what comes in; the others are what a developer
would make by hand for a single app: typed columns, two indexes, nothing else.
"""

import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

from exoskull.apps import entry_store, service
from exoskull.apps import life as transitions
from exoskull.apps.entries import Coming, make
from exoskull.apps.model import App
from exoskull.apps.notice import Means
from exoskull.database import embedded, migrate
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SeededIds, TenantId, TraceId
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

ENTRIES = 1_000_000
TENANTS = 2_000
TABLES = 200
SAMPLES = 1_500
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MONTH = timedelta(days=30)

QUICK = {"entries": 4_000, "tenants": 20, "tables": 5, "samples": 40}
"""A size for tests."""


async def run(
    *,
    entries: int = ENTRIES,
    tenants: int = TENANTS,
    tables: int = TABLES,
    samples: int = SAMPLES,
) -> dict[str, Any]:
    """Milliseconds at the median and p95 of an insert, the last 20 and a month's days; goal: at
    p95 no more than twice a table of its own."""
    with tempfile.TemporaryDirectory(prefix="exoskull-bench-") as home:
        Path(home).chmod(0o711)  # noqa: ASYNC240 nothing else runs yet
        async with embedded.serve(Path(home)) as urls:
            await migrate.upgrade(urls.owner)
            async with await Database.open(urls.owner, size=2) as database:
                tenant, app = await _first(database)
                people = _fill(urls.superuser, tenant, app, entries=entries, tenants=tenants)
                _own_tables(urls.superuser, people[:tables])
                found = await _measured(database, app, people, tables=tables, samples=samples)
                sizes = _sizes(urls.superuser)
    ratios = {
        name: round(one["one_table"]["p95"] / one["own_table"]["p95"], 2)
        for name, one in found.items()
    }
    return {
        "entries": entries,
        "tenants": tenants,
        "tables_beside": tables,
        "ms": found,
        "ratio_at_p95": ratios,
        "sizes": sizes,
        "goal": "ratio at p95 at most 2",
        "met": max(ratios.values()) <= 2,
    }


async def _first(database: Database) -> tuple[Tenant, App]:
    """A person with a water app, made as the program makes them; the others are copies."""
    clock = VirtualClock(NOW)
    ids = SeededIds(clock, 7)
    made = await create_tenant(
        database, at=NOW, ids=ids, name="person-0", language="pl", timezone="Europe/Warsaw"
    )
    async with database.transaction(made.tenant_id) as tx:
        proposed = await service.propose(
            tx,
            family="hydration",
            label=None,
            words=[],
            source="user_request",
            mentions=[],
            confidence=1.0,
            at=NOW,
            trace=TraceId(ids.new()),
            means=Means(ids=ids),
        )
        assert proposed.app is not None
        app = await transitions.activate(tx, proposed.app.id, at=NOW, ids=ids, by="bench")
        return await current(tx), app


def _fill(
    url: str, tenant: Tenant, app: App, *, entries: int, tenants: int
) -> list[tuple[TenantId, UUID]]:
    """Copies of the person and their app, each with the same number of entries over 400 days."""
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("set session_replication_role = replica")  # nothing is checked row by row
        columns = _columns(server, "tenants")
        server.execute(
            sql.SQL(
                "insert into tenants (tenant_id, name, {rest}) select gen_random_uuid(),"
                " 'person-' || n, {rest} from tenants, generate_series(1, %s) n"
                " where tenant_id = %s"
            ).format(rest=_listed(columns - {"tenant_id", "name"})),
            [tenants - 1, tenant.tenant_id],
        )
        apps = _columns(server, "apps")
        server.execute(
            sql.SQL(
                "insert into apps (tenant_id, id, {rest}) select t.tenant_id, gen_random_uuid(),"
                " {values} from tenants t, apps a where a.id = %s and t.tenant_id <> a.tenant_id"
            ).format(
                rest=_listed(apps - {"tenant_id", "id"}),
                values=sql.SQL(", ").join(
                    sql.Identifier("a", name) for name in sorted(apps - {"tenant_id", "id"})
                ),
            ),
            [app.id],
        )
        each = entries // tenants
        server.execute(
            """
            insert into entries (tenant_id, id, app_id, at, local_date, cells, source, created_at,
                                 changed_at, trace)
            select tenant_id, gen_random_uuid(), id, moment, moment::date,
                   jsonb_build_object('n1', mod(n, 5)), 'api', moment, moment, trace
              from (select a.tenant_id, a.id, a.trace, n,
                           %(now)s - n * (interval '400 days' / %(each)s) as moment
                      from generate_series(1, %(each)s) n, apps a) made
            """,
            {"now": NOW, "each": each},
        )
        server.execute("set session_replication_role = origin")
        server.execute("vacuum analyze")
        rows = server.execute("select tenant_id, id from apps order by tenant_id").fetchall()
    return [(TenantId(row[0]), row[1]) for row in rows]


def _columns(server: psycopg.Connection, table: str) -> set[str]:
    rows = server.execute(
        "select column_name from information_schema.columns where table_name = %s", [table]
    ).fetchall()
    return {row[0] for row in rows}


def _listed(names: set[str]) -> sql.Composable:
    return sql.SQL(", ").join(map(sql.Identifier, sorted(names)))


def _own(number: int) -> sql.Identifier:
    return sql.Identifier(f"own_{number}")


def _own_tables(url: str, people: list[tuple[TenantId, UUID]]) -> None:
    """A table for each of these people's apps, with the same entries."""
    with psycopg.connect(url, autocommit=True) as server:
        for number, (tenant_id, _) in enumerate(people):
            server.execute(
                sql.SQL(
                    """
                    create table {own} (id uuid primary key, at timestamptz not null,
                                        local_date date not null, amount float8);
                    create index on {own} (at desc, id desc);
                    create index on {own} (local_date) include (amount);
                    grant select, insert on {own} to exoskull_app
                    """
                ).format(own=_own(number))
            )
            server.execute(
                sql.SQL(
                    "insert into {own} select id, at, local_date, n1 from entries"
                    " where tenant_id = %s"
                ).format(own=_own(number)),
                [tenant_id],
            )
            server.execute(sql.SQL("vacuum analyze {own}").format(own=_own(number)))


def _sizes(url: str) -> dict[str, Any]:
    with psycopg.connect(url) as server:
        one = server.execute(
            "select sum(pg_total_relation_size(relid)) from pg_partition_tree('entries')"
        ).fetchone()
        assert one is not None
    return {"one_table_mb": round(float(one[0]) / 2**20, 1)}


Ask = Callable[[Transaction], Awaitable[object]]


async def _measured(
    database: Database,
    app: App,
    people: list[tuple[TenantId, UUID]],
    *,
    tables: int,
    samples: int,
) -> dict[str, dict[str, dict[str, float]]]:
    chance = random.Random(11)
    ids = SeededIds(VirtualClock(NOW), 13)
    today: date = NOW.date()
    async with database.transaction(people[0][0]) as tx:
        tenant = await current(tx)
    took: dict[str, dict[str, list[float]]] = {
        name: {"one_table": [], "own_table": []} for name in ("insert", "last_20", "month")
    }
    for number in range(samples):
        place = chance.randrange(len(people))
        own = chance.randrange(tables)
        tenant_id, app_id = people[place]
        beside = people[own][0]
        entry = make(
            tenant,
            app,
            {"n1": float(number % 5)},
            Coming(when=NOW, at=NOW, source="api", ids=ids, trace=TraceId(ids.new())),
        )
        asked: dict[str, tuple[Ask, Ask]] = {
            "insert": (_insert(app_id, entry), _insert_own(own, entry.id)),
            "last_20": (_last(app_id), _last_own(own)),
            "month": (_month(app_id, today), _month_own(own, today)),
        }
        for name, (one, other) in asked.items():
            took[name]["one_table"].append(await _timed(database, tenant_id, one))
            took[name]["own_table"].append(await _timed(database, beside, other))
    return {
        name: {where: _shown(times) for where, times in both.items()} for name, both in took.items()
    }


async def _timed(database: Database, tenant_id: TenantId, ask: Ask) -> float:
    began = time.perf_counter()
    async with database.transaction(tenant_id) as tx:
        await ask(tx)
    return (time.perf_counter() - began) * 1000


def _shown(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "p50": round(ordered[len(ordered) // 2], 3),
        "p95": round(ordered[int(len(ordered) * 0.95)], 3),
    }


def _insert(app_id: UUID, entry: Any) -> Ask:
    return lambda tx: entry_store.insert(tx, replace(entry, app_id=app_id))


def _insert_own(own: int, entry_id: UUID) -> Ask:
    query = sql.SQL("insert into {own} values (%s, %s, %s, %s)").format(own=_own(own))
    return lambda tx: tx.connection.execute(query, [entry_id, NOW, NOW.date(), 2.0])


def _last(app_id: UUID) -> Ask:
    return lambda tx: entry_store.page(tx, app_id, limit=20)


def _last_own(own: int) -> Ask:
    query = sql.SQL(
        "select id, at, local_date, amount from {own} order by at desc, id desc limit 20"
    ).format(own=_own(own))
    return lambda tx: _fetched(tx, query, [])


def _month(app_id: UUID, today: date) -> Ask:
    return lambda tx: entry_store.by_day(tx, app_id, "n1", first=today - MONTH, last=today)


def _month_own(own: int, today: date) -> Ask:
    query = sql.SQL(
        """
        select local_date, count(*), count(amount), sum(amount), min(amount), max(amount),
               (array_agg(amount order by at desc, id desc))[1]
          from {own} where local_date between %s and %s group by 1 order by 1
        """
    ).format(own=_own(own))
    return lambda tx: _fetched(tx, query, [today - MONTH, today])


async def _fetched(tx: Transaction, query: sql.Composed, params: list[Any]) -> list[Any]:
    cursor = await tx.connection.execute(query, params)
    return await cursor.fetchall()
