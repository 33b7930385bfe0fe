"""`exoskull simulate`: the whole system with people who react to it."""

from collections.abc import Coroutine, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console as Terminal
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from exoskull.commands.console import Call, dumps
from exoskull.database import migrate
from exoskull.database.pool import Database
from exoskull.database.throwaway import throwaway
from exoskull.kit.errors import InvalidInput, Unavailable
from exoskull.simulation.citizen import Citizen
from exoskull.simulation.people import Resident, load_people, settle_in
from exoskull.simulation.replay import records
from exoskull.simulation.report import Report, report
from exoskull.simulation.simulate import Progress as Moved
from exoskull.simulation.simulate import begins_at, simulate
from exoskull.simulation.summary import FACTORS, Summary

LIMITS = {"people": (1, 1000), "days": (1, 730), "seed": (0, 2**31)}
OWN_PEOPLE = 20


def run(call: Call) -> Coroutine[Any, Any, int]:
    """Simulate; whatever is wrong with the people stops it, with their name and the field."""
    args = call.args
    people = args.people if args.people is not None else 1 if args.persons else OWN_PEOPLE
    for option, value in (("people", people), ("days", args.days), ("seed", args.seed)):
        low, high = LIMITS[option]
        if not low <= value <= high:
            raise InvalidInput(
                "simulate.out_of_range", field=f"--{option}", value=value, low=low, high=high
            )
    make = load_people(args.persons) if args.persons else Citizen
    _check_writable(args.out)
    residents = settle_in(people, args.seed, make)
    return _run(call, residents)


async def _run(call: Call, residents: list[Resident]) -> int:
    args = call.args
    begin = begins_at(residents)
    async with throwaway() as urls:
        await migrate.upgrade(urls.owner)
        async with await Database.open(urls.owner, size=2) as database:
            with lived(begin, begin + timedelta(days=args.days)) as moved:
                done = await simulate(
                    database, residents, days=args.days, seed=args.seed, progress=moved
                )
            told = await report(done, residents, begin=begin, days=args.days, seed=args.seed)
            files = _files(args.out)
            if path := files.get("records"):
                lines = [dumps(record.to_json()) + "\n" async for record in records(done)]
                _write(path, lines)
    if path := files.get("curve"):
        _write(path, [told.curve()])
    written = {name: str(path) for name, path in files.items()}
    call.console.document(told.to_json() | {"written": written}, _lines(told, written))
    return 0


def _files(out: str | None) -> dict[str, Path]:
    if out is None:
        return {}
    if out.endswith(".svg"):
        return {"curve": Path(out)}
    return {"records": Path(out), "curve": Path(out + ".svg")}


def _check_writable(out: str | None) -> None:
    """Find out before the work, not after it."""
    for path in _files(out).values():
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise InvalidInput("file.not_written", field="--out", path=str(path))


def _write(path: Path, lines: Iterable[str]) -> None:
    """The lines into a file: whole, or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Unavailable("file.not_written", field="--out", path=str(path)) from error


@contextmanager
def lived(begin: datetime, end: datetime) -> Iterator[Moved | None]:
    """A bar on a terminal's standard error; nothing elsewhere."""
    terminal = Terminal(stderr=True)
    if not terminal.is_terminal:
        yield None
        return
    whole = (end - begin).total_seconds()
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=terminal, transient=True) as bar:
        task = bar.add_task("simulate", total=whole)

        def moved(at: datetime) -> None:
            gone = at - begin
            bar.update(task, completed=gone.total_seconds(), description=f"day {gone.days + 1}")

        yield moved


def _lines(told: Report, written: dict[str, str]) -> Iterator[str]:
    """The report, for a person at a terminal."""
    header = ("person", *FACTORS, "P(send)", "decisions", "sent", "saved", "other")
    rows = [header, *(_row(one) for one in told.people)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    yield f"{len(told.people)} people, {told.days} days, seed {told.seed}"
    yield ""
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    yield "Believed best, and in brackets the truth where it is another. saved: decisions to send"
    yield "nothing. other: briefings, reflections and reminders. P(send): mean of the last week."
    document = told.to_json()
    if document["believed_right"]:
        right = ", ".join(
            f"{factor} {one['right']} of {one['of']}"
            for factor, one in document["believed_right"].items()
        )
        yield f"Believed rightly: {right}"
    yield ""
    yield "week  decisions  reward  oracle  never  effectiveness"
    for week in document["weeks"]:
        yield (
            f"{week['week']:>4}  {week['decisions']:>9}  {week['reward']:>6.2f}  "
            f"{_number(week['oracle']):>6}  {_number(week['never']):>5}  "
            f"{_number(week['effectiveness']):>13}"
        )
    yield ""
    yield f"Sent {document['sent']}, saved {document['saved']} of {document['decisions']} decisions"
    for name, path in written.items():
        yield f"{name.capitalize()}: {path}"


def _row(one: Summary) -> tuple[str, ...]:
    shown = []
    for factor in FACTORS:
        believed, truth = one.believed.get(factor, "-"), one.truth.get(factor)
        shown.append(believed if truth in (None, believed) else f"{believed} ({truth})")
    counts = (one.decisions, one.sent, one.saved, one.other)
    return (one.person, *shown, _number(one.p_send), *map(str, counts))


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
