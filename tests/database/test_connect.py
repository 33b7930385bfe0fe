"""The front door: a server that is named is taken, otherwise the embedded one."""

from pathlib import Path

import psycopg

from exoskull.database.connect import database_url
from exoskull.settings import Settings


async def test_a_server_that_is_named_is_taken_and_nothing_is_started(tmp_path: Path) -> None:
    named = Settings(home=tmp_path / "home", database_url="postgresql://db.example/exoskull")
    async with database_url(named) as url:
        assert url == "postgresql://db.example/exoskull"
    assert not named.home.exists()


async def test_otherwise_the_home_has_a_server_of_its_own(home: Path) -> None:
    async with database_url(Settings(home=home)) as url:
        with psycopg.connect(url) as connection:
            row = connection.execute("select current_user").fetchone()
    assert row == ("exoskull_owner",)
