"""Bringing a database to the program's schema."""

import asyncio
import threading
import time
from enum import StrEnum
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from psycopg import sql
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from exoskull.database.pool import APP_ROLE
from exoskull.database.trouble import unavailable
from exoskull.kit.errors import Unavailable

_OLDEST_SERVER = 160000  # a role's membership without inheritance
_ROLE_TRIES = 10
_ALEMBIC = threading.Lock()  # its `context` and `op` belong to the whole process


class Schema(StrEnum):
    """How a database's schema stands to the program's."""

    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"
    AHEAD = "ahead"


async def upgrade(url: str) -> None:
    """Bring the database to the newest schema, all or nothing; on a current one, do nothing.

    Args:
        url: libpq URL of the owner: it needs CREATEROLE, or an `exoskull_app` that it may grant.

    Raises:
        Unavailable: `database.unreachable`, `.too_old`, `.too_new`, `.role_not_granted`,
            `.not_owner`, `.server_disk_full`.
    """
    await asyncio.to_thread(_upgrade, url)


async def state(url: str) -> Schema:
    """How the schema behind `url` stands to the program's; raises as `upgrade` does."""
    return await asyncio.to_thread(_state, url)


def heads() -> str:
    """The newest revision of the program."""
    head = _scripts().get_current_head()
    if head is None:
        raise RuntimeError("the program has no migrations")
    return head


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _connect(url: str) -> psycopg.Connection[tuple[object, ...]]:
    try:
        return psycopg.connect(url, connect_timeout=10)
    except psycopg.OperationalError as error:
        raise unavailable(error) from error


def _state(url: str) -> Schema:
    with _connect(url) as connection:
        row = connection.execute("select to_regclass('public.alembic_version')").fetchone()
        if row is None or row[0] is None:
            return Schema.EMPTY
        try:
            found = connection.execute("select version_num from alembic_version").fetchone()
        except psycopg.errors.InsufficientPrivilege as error:
            raise unavailable(error) from error
    if found is None:
        return Schema.EMPTY
    known = [script.revision for script in _scripts().walk_revisions()]  # newest first
    if found[0] not in known:
        return Schema.AHEAD
    return Schema.CURRENT if found[0] == known[0] else Schema.BEHIND


def _upgrade(url: str) -> None:
    with _connect(url) as connection:
        if connection.info.server_version < _OLDEST_SERVER:
            version = connection.info.parameter_status("server_version")
            raise Unavailable("database.too_old", version=version)
    if _state(url) is Schema.AHEAD:
        raise Unavailable("database.too_new")
    _ensure_app_role(url)
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: _connect(url), poolclass=NullPool
    )
    config = _config()
    try:
        with _ALEMBIC, engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except DBAPIError as error:
        if isinstance(error.orig, psycopg.OperationalError | psycopg.errors.InsufficientPrivilege):
            raise unavailable(error.orig) from error
        raise


def _ensure_app_role(url: str) -> None:
    """Make the role that the pool runs as, and let the owner become it.

    Roles belong to the whole server: another database's migration may do the same right now,
    and Postgres then fails one of the two.
    """
    role = sql.Identifier(APP_ROLE)
    for tries_left in reversed(range(_ROLE_TRIES)):
        try:
            with _connect(url) as connection:
                if not _exists(connection):
                    connection.execute(
                        sql.SQL("create role {} nologin nosuperuser nobypassrls").format(role)
                    )
                if not _can_become(connection):
                    connection.execute(
                        sql.SQL("grant {} to current_user with inherit false, set true").format(
                            role
                        )
                    )
                connection.execute(sql.SQL("grant usage on schema public to {}").format(role))
            return
        except psycopg.errors.InsufficientPrivilege as error:
            raise Unavailable("database.role_not_granted", role=APP_ROLE) from error
        except (
            psycopg.errors.UniqueViolation,
            psycopg.errors.DuplicateObject,
            psycopg.errors.InternalError_,
        ):
            if not tries_left:
                raise
            time.sleep(0.05)


def _exists(connection: psycopg.Connection[tuple[object, ...]]) -> bool:
    found = connection.execute("select 1 from pg_roles where rolname = %s", (APP_ROLE,))
    return found.fetchone() is not None


def _can_become(connection: psycopg.Connection[tuple[object, ...]]) -> bool:
    found = connection.execute("select pg_has_role(current_user, %s, 'SET')", (APP_ROLE,))
    row = found.fetchone()
    return bool(row and row[0])
