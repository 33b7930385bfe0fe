from collections.abc import AsyncIterator

import psycopg
import pytest
from acceptance.life import Life, born
from psycopg import sql

from exoskull.database.pool import Database


@pytest.fixture
async def anna(database: Database) -> Life:
    """It is Monday, 8 in the morning in Warsaw."""
    return await born(database, language="en")


@pytest.fixture
async def second(database_url: str, template_database: str) -> AsyncIterator[Database]:
    """Another fresh database, for a life to be held against."""
    before, mark, after = database_url.partition("?")
    base, _, name = before.rpartition("/")
    with psycopg.connect(database_url, autocommit=True) as server:
        twin = sql.Identifier(f"{name}_twin")
        server.execute(
            sql.SQL("create database {} template {} strategy file_copy").format(
                twin, sql.Identifier(template_database)
            )
        )
        async with await Database.open(f"{base}/{name}_twin{mark}{after}") as opened:
            yield opened
        server.execute(sql.SQL("drop database {} with (force)").format(twin))
