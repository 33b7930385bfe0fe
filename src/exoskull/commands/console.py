"""What every command shares: its output, and its way to the installation."""

import json
import sys
from argparse import Namespace
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from exoskull.kit.errors import InvalidInput
from exoskull.kit.plain import plain
from exoskull.settings import Settings

if TYPE_CHECKING:
    from exoskull.composition.assembling import Installation


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """Standard output: one JSON document, JSON Lines, or text for a person."""

    as_json: bool

    def document(self, document: Any, lines: Iterable[str]) -> None:
        """One result: `document` with --json, else `lines`."""
        if self.as_json:
            sys.stdout.write(dumps(document) + "\n")
        else:
            for line in lines:
                sys.stdout.write(line + "\n")

    def rows(self, rows: Iterable[Any]) -> None:
        """JSON Lines, with or without --json."""
        for row in rows:
            sys.stdout.write(dumps(row) + "\n")


def dumps(document: Any) -> str:
    """Strict JSON on one line."""
    return json.dumps(plain(document), ensure_ascii=False, allow_nan=False)


def instant(text: str, *, field: str) -> datetime:
    """The instant that an argument names, ISO 8601 with an offset; raises InvalidInput."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("field.not_instant", field=field, value=text[:40]) from error
    if at.tzinfo is None:
        raise InvalidInput("field.not_instant", field=field, value=text[:40])
    return at


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One run of a command: its arguments, settings and output."""

    args: Namespace
    settings: Settings
    console: Console


@asynccontextmanager
async def opened(
    settings: Settings, *, size: int = 4, upgrade: bool = False
) -> AsyncIterator["Installation"]:
    """The installation, its database up, and at the newest schema where it is our own.

    Args:
        size: connections at most.
        upgrade: bring an external database to the newest schema too.

    Raises:
        Unavailable: the database cannot be had, or an external one is not migrated.
    """
    from exoskull.budgets.service import caps_from
    from exoskull.channels.registry import adapters_from
    from exoskull.composition.assembling import assemble
    from exoskull.database import migrate
    from exoskull.database.connect import database_url
    from exoskull.database.pool import Database
    from exoskull.kit.clock import SystemClock
    from exoskull.kit.errors import Unavailable
    from exoskull.kit.ids import SystemIds
    from exoskull.kit.keyfile import installation_key
    from exoskull.llm.installed import models_from
    from exoskull.llm.own import Vault
    from exoskull.retention.model import Keep
    from exoskull.sandbox.seal import Seal
    from exoskull.web.serving import address

    async with database_url(settings) as url:
        if upgrade or settings.database_url is None:
            await migrate.upgrade(url)
        elif await migrate.state(url) is not migrate.Schema.CURRENT:
            raise Unavailable("database.not_migrated")
        async with await Database.open(url, size=size) as database:
            clock = SystemClock()
            ids = SystemIds(clock)
            here = assemble(
                database,
                clock=clock,
                ids=ids,
                adapters=adapters_from(settings),
                keep=Keep(runs_days=settings.keep_runs_days, traces_days=settings.keep_traces_days),
                web_url=address(settings),
                background=settings.background_work,
                caps=caps_from(settings),
                sandbox_without_landlock=settings.sandbox_without_landlock,
                seal=Seal(partial(installation_key, settings.home, settings.secret_key)),
                models=models_from(settings, database, clock, ids),
                vault=Vault(home=settings.home, key=settings.secret_key),
                tool_hosts=settings.tool_hosts,
            )
            try:
                yield here
            finally:
                await here.sandbox.close()
                await here.models.close()
