"""`exoskull replay TAPE`: the whole system over a recorded tape."""

import os
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console as Terminal
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from exoskull.commands.console import Call, dumps, instant
from exoskull.database import migrate
from exoskull.database.connect import database_url
from exoskull.database.pool import Database
from exoskull.database.throwaway import throwaway
from exoskull.kit.clock import Clock
from exoskull.kit.errors import InvalidInput, NotFound, Unavailable
from exoskull.kit.ids import Ids, SeededIds
from exoskull.llm.gateway import Models
from exoskull.llm.installed import choices_from, models_from
from exoskull.settings import MODEL_PROVIDERS, Settings, is_model
from exoskull.simulation.replay import Record, Replayed, records, replay
from exoskull.simulation.tape import Line, parse_tape
from exoskull.simulation.world import MakeModels
from exoskull.tenants import service as tenants
from exoskull.tracing.story import tell

QUIET = ("cycle.completed", "slot.ran", "slot.skipped", "decision.final", "grant.changed")
"""Kinds that a story leaves out; the records have them."""


def run(call: Call) -> Coroutine[Any, Any, int]:
    """Replay the tape; a malformed line stops it before anything happens."""
    home = call.args.home
    models = None if call.args.model is None else _models(call, call.args.model)
    tape = _read(call.args.tape)
    return _run(call, tape, None if home is None else Path(home).absolute(), models)


def _models(call: Call, name: str) -> MakeModels:
    """The model of that name, or, where it is empty, the one that is set.

    Raises:
        InvalidInput: `replay.no_model`, `settings.invalid_model`, or what it lacks.
    """
    model = name or call.settings.model
    if model is None:
        raise InvalidInput("replay.no_model", field="--model")
    if not is_model(model):
        known = ", ".join(MODEL_PROVIDERS)
        raise InvalidInput("settings.invalid_model", field="--model", value=name[:64], known=known)
    settings = replace(call.settings, model=model)
    choices_from(settings, os.environ)  # a key that is missing is told before anything happens

    def make(database: Database, clock: Clock, ids: Ids) -> Models:
        # Ids of its own: what a model costs moves no other id, and so no draw.
        return models_from(settings, database, clock, SeededIds(clock, call.args.seed + MODELS))

    return make


MODELS = 1 << 32
"""Between the seed of a world and that of its models."""


async def _run(call: Call, tape: list[Line], home: Path | None, models: MakeModels | None) -> int:
    args = call.args
    until = instant(args.until, field="--until") if args.until else None
    if args.out:
        _write(args.out, None)
    async with _database(call, home) as database:
        with _progress(tape, until) as moved:
            done = await replay(
                database, tape, seed=args.seed, until=until, progress=moved, models=models
            )
        if args.out:
            _write(args.out, [record async for record in records(done)])
        elif call.console.as_json:
            async for record in records(done):
                sys.stdout.write(dumps(record.to_json()) + "\n")
        if not call.console.as_json:
            await _story(done, wrote=args.out, with_model=models is not None)
    return 0


def _read(path: str) -> list[Line]:
    try:
        with Path(path).open("rb") as file:
            return parse_tape(file)
    except FileNotFoundError as error:
        raise NotFound("file.not_found", field="TAPE", path=path) from error
    except (OSError, ValueError) as error:
        raise InvalidInput("file.unreadable", field="TAPE", path=path) from error


@asynccontextmanager
async def _database(call: Call, home: Path | None) -> AsyncIterator[Database]:
    """A throw-away database; or, with --home, the installation's own, kept for `trace`."""
    if home is None:
        async with throwaway() as urls:
            await migrate.upgrade(urls.owner)
            async with await Database.open(urls.owner, size=2) as database:
                yield database
        return
    settings: Settings = replace(call.settings, home=home, database_url=None)
    async with database_url(settings) as url:
        await migrate.upgrade(url)
        async with await Database.open(url, size=2) as database:
            if await tenants.everyone(database):
                raise InvalidInput("replay.home_in_use", field="--home", path=str(home))
            yield database


@contextmanager
def _progress(tape: list[Line], until: datetime | None) -> Iterator[Any]:
    """A bar on a terminal's standard error; nothing elsewhere."""
    terminal = Terminal(stderr=True)
    if not terminal.is_terminal or not tape:
        yield None
        return
    first, last = tape[0].at, until or tape[-1].at
    whole = max(1.0, (last - first).total_seconds())
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=terminal, transient=True) as bar:
        task = bar.add_task("replay", total=whole)

        def moved(at: datetime) -> None:
            day = at.astimezone(first.tzinfo).date()
            bar.update(task, completed=(at - first).total_seconds(), description=f"{day}")

        yield moved


def _write(path: str, told: list[Record] | None) -> None:
    """The records into a file: whole, or not at all; None: only see whether it can be written."""
    target = Path(path)
    part = Path(f"{path}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(path)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(dumps(record.to_json()) + "\n" for record in told or ())
        if told is None:
            part.unlink()
        else:
            part.replace(target)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL, or no name
        with suppress(OSError, ValueError):
            part.unlink(missing_ok=True)
        raise Unavailable("file.not_written", field="--out", path=path) from error


async def _story(done: Replayed, *, wrote: str | None, with_model: bool) -> None:
    known = {}
    database = done.world.installation.database
    for name, tenant_id in done.tenants.items():
        async with database.transaction(tenant_id) as tx:
            known[name] = await tenants.current(tx)
    counts: dict[str, int] = {}
    cents = 0.0
    zones = {name: tenant.timezone for name, tenant in known.items()}
    async for record in records(done):
        event, name = record.event, record.tenant
        counts[event.kind] = counts.get(event.kind, 0) + 1
        if event.kind == "budget.settled":
            cents += event.data.get("cents", 0.0)
        if event.kind in ("tenant.created", "settings.changed"):
            zones[name] = event.data.get("timezone", zones[name])  # the clock they had then
        if event.kind not in QUIET:
            told = tell(event, language=known[name].language.value, timezone=zones[name])
            sys.stdout.write(f"{name}  {told}\n")
    sent = counts.get("intervention.sent", 0)
    sys.stdout.write(
        f"\n{sum(counts.values())} records, {counts.get('decision.made', 0)} decisions, "
        f"{sent} sent, {counts.get('outcome.recorded', 0)} outcomes.\n"
    )
    if with_model:
        sys.stdout.write(
            f"Model: {counts.get('budget.settled', 0)} calls, {cents:.2f} cents. "
            f"Situations read: {counts.get('situation.read', 0)}. "
            f"Messages phrased: {counts.get('intervention.phrased', 0)}. "
            f"Kinds of questions without an answer: {counts.get('model.declined', 0)}.\n"
        )
    if wrote:
        sys.stdout.write(f"Records: {wrote}\n")
