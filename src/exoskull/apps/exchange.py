"""An app out and in: CSV and JSON. Pure; the same entries give the same bytes."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from typing import Any

from exoskull.apps.model import App, AppSpec, Entry
from exoskull.apps.parse import spec_json
from exoskull.apps.values import InvalidEntry, named, parse_entry
from exoskull.kit.errors import InvalidInput

AT = "at"
ROWS_MAX = 10_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(spec: AppSpec, entries: Iterable[Entry], zone: tzinfo) -> str:
    """The entries as CSV: `at` with its offset in `zone`, then every column; CRLF line ends.

    Text that a spreadsheet would take for a formula is set off by an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([AT, *(column.name for column in spec.columns)])
    for entry in entries:
        values = [_cell(entry.cells.get(column.key)) for column in spec.columns]
        writer.writerow([entry.at.astimezone(zone).isoformat(), *values])
    return out.getvalue()


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value == int(value):
            return str(int(value))
        case str() if value.startswith(_FORMULA):
            return f"'{value}"
        case _:
            return str(value)


def to_json(app: App, entries: Iterable[Entry]) -> bytes:
    """The app and all that was entered, as UTF-8: what a person takes with them.

    Nothing of its state is in it, so that an app put away and brought back exports the same.
    """
    document = {
        "app": spec_json(app.spec),
        "created_at": app.created_at.isoformat(),
        "source": app.source.value,
        "entries": [
            {
                "id": str(entry.id),
                "at": entry.at.isoformat(),
                "local_date": entry.local_date.isoformat(),
                "values": named(app.spec, entry.cells),
                "source": entry.source,
                "created_at": entry.created_at.isoformat(),
            }
            for entry in entries
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A line of a CSV that can be kept: the moment it is about and its cells."""

    line: int
    at: datetime
    cells: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad:
    """A field of a line that cannot be kept."""

    line: int
    error: InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A CSV, read: all of it can be kept, where there are no `problems`."""

    rows: tuple[Ready, ...]
    problems: tuple[Bad, ...]


def from_csv(spec: AppSpec, text: str, *, at: datetime, zone: tzinfo) -> Read:
    """The lines of a CSV with a header: column names or labels, and `at` where there is one.

    Args:
        at: the moment of lines that name none. A bare date is its noon, in `zone`.

    Raises:
        InvalidInput: `csv.*`: no header, an unknown column, too many lines.
    """
    text = text.removeprefix("\ufeff")
    head = text.split("\n", 1)[0]
    lines = csv.reader(
        io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ","
    )
    header = next(lines, None)
    if not header:
        raise InvalidInput("csv.no_header", field="body")
    names = _names(spec, header)
    rows: list[Ready] = []
    problems: list[Bad] = []
    for fields in lines:
        if not any(field.strip() for field in fields):
            continue
        if len(rows) + len(problems) >= ROWS_MAX:
            raise InvalidInput("csv.too_long", field="body", limit=ROWS_MAX)
        try:
            rows.append(_row(spec, names, fields, lines.line_num, at=at, zone=zone))
        except InvalidEntry as error:
            problems += [Bad(line=lines.line_num, error=one) for one in error.problems]
        except InvalidInput as error:
            problems.append(Bad(line=lines.line_num, error=error))
    return Read(rows=tuple(rows), problems=tuple(problems))


def _names(spec: AppSpec, header: Sequence[str]) -> list[str]:
    by_label = {column.label.lower(): column.name for column in spec.shown}
    by_name = {column.name: column.name for column in spec.shown}
    known = {AT: AT} | by_label | by_name
    names = []
    for cell in header:
        name = known.get(cell.strip().lower())
        if name is None or name in names:
            told = ", ".join([AT, *by_name])
            raise InvalidInput("csv.unknown_column", field="body", name=cell[:40], known=told)
        names.append(name)
    return names


def _row(
    spec: AppSpec,
    names: Sequence[str],
    fields: Sequence[str],
    line: int,
    *,
    at: datetime,
    zone: tzinfo,
) -> Ready:
    if len(fields) > len(names):
        raise InvalidInput("csv.too_many_fields", field="line", limit=len(names))
    given = dict(zip(names, fields, strict=False))
    when = _moment(given.pop(AT, ""), at, zone)
    values = {name: _plain(value) for name, value in given.items()}
    return Ready(line=line, at=when, cells=parse_entry(spec, values))


def _plain(value: str) -> str:
    value = value.strip()
    return value[1:] if value[:1] == "'" and value[1:].startswith(_FORMULA) else value


def _moment(value: str, at: datetime, zone: tzinfo) -> datetime:
    value = value.strip()
    if not value:
        return at
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise InvalidInput("field.not_instant", field=AT, value=value[:40]) from error
    if len(value) == len("2026-03-02"):
        moment = datetime.combine(moment.date(), time(12))
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
