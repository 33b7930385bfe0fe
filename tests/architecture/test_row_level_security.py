"""Every table belongs to tenants, row by row, or stands here with the reason why not."""

import psycopg
import pytest

from exoskull.database.pool import APP_ROLE, Database

NOT_TENANT_TABLES = {
    "alembic_version": "which revision the schema has; the application may not read it",
    "tenant_count": "one number, kept by a trigger; the application may only read it",
}
OWNER_WRITES = {
    "tenant_schedule": "the dispatcher moves due rows of all tenants on, by system_* functions",
    "runs": "the dispatcher and the sweep open and reopen runs, by system_* functions",
}
NOT_OURS = {"pgqueuer": "PgQueuer's own; payloads hold ids only"}
"""Prefixes of tables that a library brings."""

TABLES = """
    select c.relname, c.relrowsecurity, c.relforcerowsecurity
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
     order by c.relname
"""
POLICIES = """
    select policyname, permissive, cmd, roles::text[], coalesce(qual, ''), coalesce(with_check, '')
      from pg_policies where schemaname = 'public' and tablename = %s
"""
SETTING = "NULLIF(current_setting('exoskull.tenant_id'::text, true), ''::text)"


def is_exempt(table: str) -> bool:
    return table in NOT_TENANT_TABLES or table.startswith(tuple(NOT_OURS))


@pytest.fixture
def owner(database_url: str):
    with psycopg.connect(database_url, autocommit=True) as connection:
        yield connection


def tenant_tables(owner: psycopg.Connection) -> list[str]:
    return [name for name, *_ in owner.execute(TABLES).fetchall() if not is_exempt(name)]


def test_every_table_enables_and_forces_row_level_security(owner: psycopg.Connection) -> None:
    rows = owner.execute(TABLES).fetchall()
    assert rows
    loose = [row for row in rows if not is_exempt(row[0]) and row[1:] != (True, True)]
    assert loose == [], "use migrations.rls.protect(), or name the table above with the reason"


def test_every_policy_of_the_application_compares_with_the_tenant_of_the_transaction(
    owner: psycopg.Connection,
) -> None:
    for table in tenant_tables(owner):
        policies = owner.execute(POLICIES, [table]).fetchall()
        ours = [row for row in policies if {"public", APP_ROLE} & set(row[3])]
        assert ours, f"{table} has no policy"
        for _, permissive, command, _, using, check in ours:
            assert permissive == "PERMISSIVE"
            for rule in (using, check):
                assert SETTING in rule or (rule == "" and command != "ALL"), (table, command, rule)
                assert " OR " not in rule, (table, rule)


def test_every_other_policy_is_the_owners_and_lets_it_read_only(owner: psycopg.Connection) -> None:
    found = owner.execute(
        "select tablename, cmd, roles = array[current_user] from pg_policies"
        " where schemaname = 'public' and not roles && %s::name[]",
        [["public", APP_ROLE]],
    ).fetchall()
    assert [row for row in found if not row[2]] == []
    assert {row[0] for row in found if row[1] != "SELECT"} <= OWNER_WRITES.keys()


def test_the_application_may_write_no_table_without_row_level_security(
    owner: psycopg.Connection,
) -> None:
    for table in NOT_TENANT_TABLES:
        row = owner.execute(
            "select has_table_privilege(%s, %s, 'insert, update, delete, truncate')",
            [APP_ROLE, table],
        ).fetchone()
        assert row == (False,), table


async def test_without_a_tenant_the_application_sees_no_row(
    owner: psycopg.Connection, database_url: str
) -> None:
    """In every table; most are empty here, so the policies themselves are compared above."""
    async with await Database.open(database_url) as database, database._pool.connection() as app:
        for table in tenant_tables(owner):
            if may_select(owner, table):
                cursor = await app.execute(f"select count(*) from {table}".encode())
                assert await cursor.fetchone() == (0,), table


def test_a_row_is_there_for_its_tenant_and_not_without_one(owner: psycopg.Connection) -> None:
    """The same policy on one table with a row: first set, then after the commit, then never."""
    insert = (
        "insert into events (tenant_id, at, kind, trace, data) values"
        " ('00000000-0000-0000-0000-000000000001', '2026-03-02', 'test', gen_random_uuid(), '{}')"
    )
    setting = "select set_config('exoskull.tenant_id', '00000000-0000-0000-0000-000000000001', %s)"
    owner.execute("set role exoskull_app")
    with owner.transaction():
        owner.execute(setting, [True])
        owner.execute(insert)
        assert owner.execute("select count(*) from events").fetchone() == (1,)
    assert owner.execute("select current_setting('exoskull.tenant_id')").fetchone() == ("",)
    assert owner.execute("select count(*) from events").fetchone() == (0,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        owner.execute(insert)


def test_the_application_is_no_superuser_bypasses_nothing_and_owns_nothing(
    owner: psycopg.Connection,
) -> None:
    role = owner.execute(
        "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles"
        " where rolname = %s",
        [APP_ROLE],
    ).fetchone()
    assert role == (False, False, False, False, False)
    owned = owner.execute(
        "select count(*) from pg_shdepend where deptype = 'o' and refobjid = %s::regrole",
        [APP_ROLE],
    ).fetchone()
    assert owned == (0,)
    members = owner.execute(
        "select count(*) from pg_auth_members where member = %s::regrole", [APP_ROLE]
    ).fetchone()
    assert members == (0,)


def test_the_application_may_not_make_tables_nor_read_the_schemas_version(
    owner: psycopg.Connection,
) -> None:
    owner.execute("set role exoskull_app")
    for statement in ("create table mine (id int)", "select * from alembic_version"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            owner.execute(statement.encode())


def test_functions_that_see_every_tenant_are_named_so_and_closed_to_the_public(
    owner: psycopg.Connection,
) -> None:
    """A `security definer` function runs as the owner: it must pin its search_path.

    It is a `system_*` function, or a trigger, which nobody can call.
    """
    found = owner.execute(
        r"""
        select p.proname, p.proconfig is not null
                 and array_to_string(p.proconfig, ',') like '%search_path=%',
               has_function_privilege('public', p.oid, 'execute'),
               p.proname like 'system\_%' or p.prorettype = 'trigger'::regtype
          from pg_proc p
         where p.pronamespace = 'public'::regnamespace and p.prosecdef
        """
    ).fetchall()
    assert found
    assert [row for row in found if row[1:] != (True, False, True)] == []


def may_select(owner: psycopg.Connection, table: str) -> bool:
    row = owner.execute(
        "select has_table_privilege(%s, %s, 'select')", [APP_ROLE, table]
    ).fetchone()
    return bool(row and row[0])
