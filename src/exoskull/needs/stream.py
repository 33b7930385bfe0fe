"""Needs of a stream of messages, without a database: what `needs detect` prints."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exoskull.kit.errors import InvalidInput
from exoskull.language.model import Language
from exoskull.needs import tally
from exoskull.needs.detect import detect, language_of
from exoskull.needs.model import Standing
from exoskull.needs.tally import Said

LINE_MAX = 64 * 1024
"""Bytes of one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message of the stream. `at` is aware; a day is one of its own offset."""

    id: str
    at: datetime
    text: str


def parse(lines: Iterable[bytes]) -> list[Line]:
    """The messages, in their order; blank lines are passed over, more fields are let be.

    Raises:
        InvalidInput: `needs.malformed_line`, with the line's number, its field and the reason.
    """
    found: list[Line] = []
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            found.append(_line(_load(raw, number), number))
    return found


def _load(raw: bytes, number: int) -> dict[str, Any]:
    if len(raw) > LINE_MAX:
        raise _bad(number, "line", f"longer than {LINE_MAX // 1024} KiB")
    try:
        loaded = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _bad(number, "line", "not JSON in UTF-8") from error
    if not isinstance(loaded, dict):
        raise _bad(number, "line", "not a JSON object")
    return loaded


def _line(data: dict[str, Any], number: int) -> Line:
    for field in ("id", "at", "text"):
        if field not in data:
            raise _bad(number, field, "missing")
    named = _text(data["id"], number, "id", numbers=True)
    if not named.strip():
        raise _bad(number, "id", "empty")
    _text(data["at"], number, "at")
    text = _text(data["text"], number, "text")
    try:
        at = datetime.fromisoformat(data["at"])
        at.astimezone()
    except (ValueError, OverflowError) as error:
        raise _bad(number, "at", "not an instant, e.g. 2026-03-02T08:00:00+01:00") from error
    if at.tzinfo is None:
        raise _bad(number, "at", "without an offset, e.g. 2026-03-02T08:00:00+01:00")
    return Line(id=named, at=at, text=text)


def _text(value: Any, number: int, field: str, *, numbers: bool = False) -> str:
    if numbers and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise _bad(number, field, "not text")
    return value


def _bad(number: int, field: str, reason: str) -> InvalidInput:
    return InvalidInput("needs.malformed_line", field=field, line=number, reason=reason)


def run(
    lines: Sequence[Line], language: Language | None = None, default: Language = Language.PL
) -> Iterator[dict[str, Any]]:
    """`{"id","need","kind","confidence"}` for each message with a need, then for each need
    `{"need","kind","mentions","days","confidence","state"}`.

    Args:
        language: what all messages are in; None: each is told by its words.
        default: for a message whose words do not tell.
    """
    standings: list[Standing] = []
    before: dict[str, list[Said]] = {}
    for line in lines:
        spoken = language or language_of(line.text, default)
        default = spoken  # a short message is in the language of the one before
        said = Said(message=line.id, at=line.at, text=line.text, heard=())
        keys = (f"id {line.id}", " ".join(line.text.split()).casefold())
        if any(tally.same_delivery(said, one) for key in keys for one in before.get(key, ())):
            continue
        for key in keys:
            before.setdefault(key, []).append(said)
        heard = detect(line.text, spoken)
        said = Said(message=line.id, at=line.at, text=line.text, heard=heard)
        assert line.at.tzinfo is not None
        changes = tally.take(standings, said, line.at.tzinfo)
        standings = tally.applied(standings, changes)
        for change in changes:
            if change.act not in tally.CLOSING:
                after = change.after
                yield {
                    "id": line.id,
                    "need": after.need,
                    "kind": after.kind.value,
                    "confidence": after.confidence,
                }
    for one in standings:
        yield {
            "need": one.need,
            "kind": one.kind.value,
            "mentions": len(one.mentions),
            "days": one.days,
            "confidence": one.confidence,
            "state": one.state.value,
        }
