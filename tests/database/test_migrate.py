"""Migrations: the same end wherever they start, however many run them at once."""

import asyncio
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from exoskull.database import migrate
from exoskull.database.migrate import Schema
from exoskull.database.pool import APP_ROLE, Database
from exoskull.kit.errors import Unavailable

VERSIONS = Path(migrate.__file__).parent / "migrations" / "versions"


@pytest.fixture
def empty_url(server_url: str, database_url: str) -> Iterator[str]:
    """The owner's URL of an empty database."""
    name = f"{conninfo_to_dict(database_url)['dbname']}_empty"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        yield database_url.replace(name.removesuffix("_empty"), name)
        server.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def tables(url: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(
            "select table_name, column_name, data_type from information_schema.columns"
            " where table_schema = 'public' order by 1, 2"
        ).fetchall()


async def test_an_empty_database_becomes_current_and_stays_so(empty_url: str) -> None:
    assert await migrate.state(empty_url) is Schema.EMPTY
    await migrate.upgrade(empty_url)
    assert await migrate.state(empty_url) is Schema.CURRENT
    before = tables(empty_url)
    await migrate.upgrade(empty_url)
    assert tables(empty_url) == before


async def test_two_that_migrate_at_once_wait_for_each_other(empty_url: str) -> None:
    await asyncio.gather(*(migrate.upgrade(empty_url) for _ in range(4)))
    assert await migrate.state(empty_url) is Schema.CURRENT


async def test_a_waiting_migration_of_another_process_finds_the_work_done(empty_url: str) -> None:
    program = "import asyncio, sys; from exoskull.database import migrate\n"
    program += "asyncio.run(migrate.upgrade(sys.argv[1]))"
    started = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", program, empty_url)
        for _ in range(2)
    ]
    assert [await process.wait() for process in started] == [0, 0]
    assert await migrate.state(empty_url) is Schema.CURRENT


async def test_the_application_may_become_the_app_role_and_owns_nothing(empty_url: str) -> None:
    await migrate.upgrade(empty_url)
    async with await Database.open(empty_url) as database, database.system() as tx:
        assert await tx.value("select current_user::text") == APP_ROLE
        assert (
            await tx.value(
                "select count(*) from pg_class where relowner = %(role)s::regrole", role=APP_ROLE
            )
            == 0
        )


async def test_the_owner_does_not_inherit_what_the_app_role_may(empty_url: str) -> None:
    await migrate.upgrade(empty_url)
    with psycopg.connect(empty_url) as connection:
        row = connection.execute(
            "select pg_has_role(%s, 'USAGE'), pg_has_role(%s, 'SET')", [APP_ROLE, APP_ROLE]
        ).fetchone()
    assert row == (False, True)


async def test_a_schema_newer_than_the_program_is_left_alone(database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    assert await migrate.state(database_url) is Schema.AHEAD
    with pytest.raises(Unavailable) as refusal:
        await migrate.upgrade(database_url)
    assert refusal.value.key == "database.too_new"


async def test_a_server_that_is_not_there_is_unreachable() -> None:
    for act in (migrate.upgrade, migrate.state):
        with pytest.raises(Unavailable) as refusal:
            await act("postgresql://nobody@127.0.0.1:1/none")
        assert refusal.value.key == "database.unreachable"


async def test_a_migration_that_fails_leaves_nothing_and_its_sql_is_taken_as_written(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "from alembic import op\nrevision, down_revision = {!r}, {!r}\n"
    good = "create table strange as select '50% :of [:alpha:]'::text as words"
    (tmp_path / "0001_good.py").write_text(
        head.format("0001", None) + f"def upgrade(): op.execute({good!r})\n"
    )
    bad = tmp_path / "0002_bad.py"
    bad.write_text(head.format("0002", "0001") + "def upgrade(): op.execute('select 1/0')\n")
    config = migrate._config()
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", str(tmp_path))
    monkeypatch.setattr(migrate, "_config", lambda: config)
    with pytest.raises(Exception, match="division by zero"):
        await migrate.upgrade(empty_url)
    assert await migrate.state(empty_url) is Schema.EMPTY
    assert tables(empty_url) == []

    bad.unlink()
    shutil.rmtree(tmp_path / "__pycache__", ignore_errors=True)
    await migrate.upgrade(empty_url)
    with psycopg.connect(empty_url) as connection:
        row = connection.execute("select words from strange").fetchone()
    assert row == ("50% :of [:alpha:]",)


async def test_an_owner_that_may_not_make_roles_is_told_what_to_grant(
    empty_url: str,
) -> None:
    await migrate.upgrade(empty_url)  # the role is there, but not for everybody
    weak = f"{conninfo_to_dict(empty_url)['dbname']}_weak"
    with psycopg.connect(empty_url, autocommit=True) as owner:
        role = sql.Identifier(weak)
        owner.execute(sql.SQL("create role {} login password 'weak'").format(role))
        owner.execute(sql.SQL("grant select on alembic_version to {}").format(role))
        try:
            with pytest.raises(Unavailable) as refusal:
                await migrate.upgrade(make_conninfo(empty_url, user=weak, password="weak"))
            assert refusal.value.key == "database.role_not_granted"
        finally:
            owner.execute(sql.SQL("revoke all on alembic_version from {}").format(role))
            owner.execute(sql.SQL("drop role {}").format(role))


async def test_a_role_that_does_not_own_the_schema_is_told_so(empty_url: str) -> None:
    await migrate.upgrade(empty_url)
    weak = f"{conninfo_to_dict(empty_url)['dbname']}_weak"
    with psycopg.connect(empty_url, autocommit=True) as owner:
        role = sql.Identifier(weak)
        owner.execute(sql.SQL("create role {} login password 'weak'").format(role))
        try:
            with pytest.raises(Unavailable) as refusal:
                await migrate.state(make_conninfo(empty_url, user=weak, password="weak"))
            assert refusal.value.key == "database.not_owner"
        finally:
            owner.execute(sql.SQL("drop role {}").format(role))


def test_the_chain_is_linear_and_each_file_is_named_by_its_number() -> None:
    scripts = list(migrate._scripts().walk_revisions())
    assert len(migrate._scripts().get_heads()) == 1
    for script in scripts:
        assert Path(script.path).name.startswith(f"{script.revision}_")
    numbers = [script.revision for script in reversed(scripts)]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
