"""A tape replayed in a database of its own, as its records."""

import asyncio
import itertools
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from exoskull.commands.console import dumps
from exoskull.database.pool import Database
from exoskull.simulation.replay import records, replay
from exoskull.simulation.tape import Line, parse_tape
from exoskull.simulation.world import MakeModels

TAPES = Path(__file__).parents[2] / "examples/tapes"

_numbers = itertools.count()


def replayed(
    server_url: str,
    template: str,
    tape: Path | list[Line],
    *,
    seed: int = 1,
    until: datetime | None = None,
    models: MakeModels | None = None,
) -> list[str]:
    """The records, each a line of JSON as `replay --json` prints it."""
    lines = tape if isinstance(tape, list) else parse_tape(tape.read_bytes().splitlines())
    name = f"exoskull_replay_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(
            sql.SQL("create database {} template {} strategy file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        try:
            before, _, after = server_url.partition("?")
            url = f"{before.rsplit('/', 1)[0]}/{name}?{after}"
            return asyncio.run(_replay(url, lines, seed, until, models))
        finally:
            server.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


async def _replay(
    url: str,
    lines: list[Line],
    seed: int,
    until: datetime | None,
    models: MakeModels | None,
) -> list[str]:
    async with await Database.open(url, size=2) as database:
        done = await replay(database, lines, seed=seed, until=until, models=models)
        return [dumps(record.to_json()) async for record in records(done)]


def parsed(lines: list[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines]
