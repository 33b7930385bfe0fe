"""`exoskull eval [NAME]`: what the built-in reasoner, or a model, makes of cases with answers."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from rich.console import Console as Terminal
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from exoskull.commands.console import Call
from exoskull.commands.simulate import lived
from exoskull.database import migrate
from exoskull.database.pool import Database
from exoskull.database.throwaway import throwaway
from exoskull.evaluation import cases, report, run, typical
from exoskull.evaluation.counted import Used, require_answers
from exoskull.evaluation.model import Evaluation, Result
from exoskull.evaluation.typical import Daily
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.llm.choice import Choice
from exoskull.llm.installed import choices_from, models_from
from exoskull.llm.prices import read_prices
from exoskull.settings import MODEL_PROVIDERS, Settings, is_model
from exoskull.simulation.demo import DAYS

ALL = "all"
LANGUAGE = "en"
"""Of the typical person."""


def evaluate(call: Call) -> Coroutine[Any, Any, int]:
    """Run the evaluations; a name, a model or a file that is none stops it before anything."""
    name = call.args.name or ALL
    if name != ALL and name not in run.EVALUATIONS:
        known = ", ".join((ALL, *run.EVALUATIONS))
        raise InvalidInput("evaluation.unknown", field="NAME", name=name[:64], known=known)
    settings = _settings(call)
    if settings.model is not None:
        choices_from(settings, os.environ)  # a key that is missing is told now
    page = _page(call.args.write)
    if page is not None and name != ALL:
        raise InvalidInput("evaluation.not_all", field="--write")
    return _evaluate(call, settings, run.chosen(name), page)


def _settings(call: Call) -> Settings:
    """The settings with the model that is examined, alone and without caps: it has a life of its
    own, in a database of its own."""
    model = call.args.model
    if model is not None and not is_model(model):
        known = ", ".join(MODEL_PROVIDERS)
        raise InvalidInput("settings.invalid_model", field="--model", value=model[:64], known=known)
    settings = replace(
        call.settings,
        model=model,
        model_fallbacks=(),
        ai_day_cents=None,
        ai_month_cents=None,
        ai_day_tokens=None,
        ai_month_tokens=None,
        ai_all_day_tokens=None,
    )
    if model and model.startswith("openai-compatible:") and not settings.model_url:
        raise InvalidInput("settings.model_without_url", field="EXOSKULL_MODEL_URL")
    return settings


def _page(path: str | None) -> Path | None:
    if path is None:
        return None
    if not Path(path).is_file():
        raise NotFound("file.not_found", field="--write", path=path)
    return Path(path)


async def _evaluate(
    call: Call, settings: Settings, chosen: Sequence[Evaluation], page: Path | None
) -> int:
    model = settings.model
    results = await _results(settings, chosen, model)
    if model is not None:
        require_answers(_used(results).values(), model=model)
    whole = len(chosen) == len(run.EVALUATIONS)
    wanted = page is not None or (model is not None and whole)
    daily = await _typical_day(settings, results) if wanted else None
    if page is not None and daily is not None:
        await asyncio.to_thread(_write, page, results, daily)
    call.console.document(report.to_json(results, daily), report.lines(results, daily))
    return 0


def _write(page: Path, results: Sequence[Result], daily: Sequence[Daily]) -> None:
    before = page.read_text(encoding="utf-8")
    page.write_text(report.filled(before, results, daily), encoding="utf-8")


async def _results(
    settings: Settings, chosen: Sequence[Evaluation], model: str | None
) -> list[Result]:
    make = (lambda *where: models_from(settings, *where)) if model is not None else None
    landlock = settings.sandbox_without_landlock
    found = []
    async with throwaway() as urls:
        await migrate.upgrade(urls.owner)
        async with (
            await Database.open(urls.owner, size=2) as database,
            run.hall(database, make, without_landlock=landlock) as who,
        ):
            for one in chosen:
                with _progress(one.name, len(cases.load(one.name))) as moved:
                    name = model or run.BUILT_IN
                    found.append(await run.examine(who, one, model=name, moved=moved))
    return found


def _used(results: Sequence[Result]) -> dict[str, Used]:
    return {name: used for one in results for name, used in one.used.items()}


async def _typical_day(settings: Settings, results: Sequence[Result]) -> list[Daily]:
    choice = None
    if settings.model is not None:
        choice = replace(Choice.parse(settings.model), url=settings.model_url)
    end = typical.BEGIN + timedelta(days=DAYS)
    async with throwaway() as urls:
        await migrate.upgrade(urls.owner)
        async with await Database.open(urls.owner, size=2) as database:
            with lived(typical.BEGIN, end) as moved:
                shown = await typical.month(database, LANGUAGE, moved=moved)
    return typical.per_day(
        shown,
        choice=choice,
        prices=read_prices(settings.model_prices),
        measured=_used(results),
    )


@contextmanager
def _progress(name: str, count: int) -> Iterator[Callable[[], None] | None]:
    """A bar on a terminal's standard error; nothing elsewhere."""
    terminal = Terminal(stderr=True)
    if not terminal.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=terminal, transient=True) as bar:
        task = bar.add_task(name, total=count)
        yield lambda: bar.advance(task)
