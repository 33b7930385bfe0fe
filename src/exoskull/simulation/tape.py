"""A tape: what a person did, line by line, read and checked before anything happens."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exoskull.conversations.model import Via, parse_text
from exoskull.goals.model import parse_goal
from exoskull.grants.model import ActionPattern, Effect, Terms
from exoskull.i18n import error_text
from exoskull.kit.errors import ExoSkullError, InvalidInput
from exoskull.kit.text import as_kept, storable
from exoskull.signals.model import parse_metric, parse_value
from exoskull.tenants.parse import parse_language, parse_name, parse_setting, parse_timezone

KINDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "tenant": (
        frozenset({"language", "timezone"}),
        frozenset(
            {
                "email",
                "phone",
                "name",
                "channels",
                "quiet_from",
                "quiet_until",
                "morning_at",
                "evening_at",
                "ai_budget_cents",
                "week_starts",
            }
        ),
    ),
    "message": (frozenset({"text"}), frozenset({"channel", "from"})),
    "measure": (frozenset({"metric", "value"}), frozenset({"unit"})),
    "goal": (
        frozenset({"title", "metric", "target"}),
        frozenset({"direction", "period", "by", "baseline", "unit", "streak", "milestone"}),
    ),
    "grant": (
        frozenset({"pattern", "effect"}),
        frozenset({"daily_limit", "daily_spend_limit_cents", "expires_at"}),
    ),
    "reply": (frozenset({"to", "text"}), frozenset({"channel", "from"})),
    "approve": (frozenset({"what", "decision"}), frozenset()),
    "task_done": (frozenset({"which"}), frozenset()),
    "entry": (frozenset({"app", "values"}), frozenset()),
    "settings": (frozenset(), frozenset()),
    "end": (frozenset(), frozenset()),
}
"""For each kind, the fields it needs and those it may have. `settings` takes any setting."""

COMMON = frozenset({"at", "tenant", "kind"})
REMARKS = frozenset({"comment", "id", "note"})
"""Fields that any line may have, for the reader of the tape."""

LINE_MAX = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a tape: at `at` (aware) the tenant called `tenant` did `kind`."""

    number: int
    at: datetime
    tenant: str
    kind: str
    fields: dict[str, Any]


def parse_tape(lines: Iterable[str | bytes]) -> list[Line]:
    """The tape in `lines`, oldest first; blank lines are passed over.

    Raises:
        InvalidInput: `tape.malformed`, with the number of the first bad line and its field.
    """
    tape: list[Line] = []
    known: set[str] = set()
    for number, raw in enumerate(lines, start=1):
        line = _decode(raw, number)
        if not line.strip():
            continue
        tape.append(parse_line(_load(line, number), number=number, known=known))
        if len(tape) > 1 and tape[-1].at < tape[-2].at:
            raise _bad(number, "at", "earlier than the line before")
    return tape


def _decode(raw: str | bytes, number: int) -> str:
    size = len(raw) if isinstance(raw, bytes) else len(raw.encode("utf-8", "surrogatepass"))
    if size > LINE_MAX:
        raise _bad(number, "line", f"longer than {LINE_MAX // 1024} KiB")
    if isinstance(raw, str):
        return raw
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _bad(number, "line", "not UTF-8") from error


def _load(line: str, number: int) -> dict[str, Any]:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise _bad(number, "line", "a field twice")
        return found

    def refuse(constant: str) -> Any:
        raise _bad(number, "line", f"{constant} is not JSON")

    try:
        loaded = json.loads(line, object_pairs_hook=once, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise _bad(number, "line", "not JSON") from error
    if not isinstance(loaded, dict):
        raise _bad(number, "line", "not a JSON object")
    return loaded


def parse_line(data: dict[str, Any], *, number: int, known: set[str]) -> Line:
    """One line, checked; `known` gathers the tenants that the tape has made so far."""
    for field in sorted(COMMON):
        if not isinstance(data.get(field), str):
            raise _bad(number, field, "missing, or not text")
    kind, name = data["kind"], data["tenant"]
    if kind not in KINDS:
        raise _bad(number, "kind", f"unknown kind {kind[:40]!r}")
    at = _instant(data["at"], number)
    fields = {key: value for key, value in data.items() if key not in COMMON | REMARKS}
    needed, allowed = KINDS[kind]
    for field, value in fields.items():
        if field not in _MENDED and not _is_storable(value):
            raise _bad(number, field[:40], "holds what cannot be stored: NUL, or half a character")
    for field in sorted(needed - fields.keys()):
        raise _bad(number, field, "missing")
    if kind not in ("settings",):
        for field in sorted(fields.keys() - needed - allowed):
            raise _bad(number, field[:40], f"unknown field of a {kind} line")
    if kind == "tenant":
        _new_tenant(name, number, known)
    elif name not in known:
        raise _bad(number, "tenant", f"{name[:40]!r} has no tenant line before this one")
    try:
        _check(kind, fields, name, at)
    except InvalidInput as error:
        raise _bad(number, error.field or kind, _told(error)) from error
    return Line(number=number, at=at, tenant=name, kind=kind, fields=fields)


_MENDED = frozenset({"text", "title"})
"""Fields whose text is taken in as it is, what cannot be stored being replaced."""


def _is_storable(value: Any) -> bool:
    """Whether every text in `value`, keys included, can be kept as it is."""
    match value:
        case str():
            return as_kept(value) == value
        case dict():
            return all(_is_storable(key) and _is_storable(part) for key, part in value.items())
        case list():
            return all(map(_is_storable, value))
        case _:
            return True


def _new_tenant(name: str, number: int, known: set[str]) -> None:
    if not _is_storable(name):
        raise _bad(number, "tenant", "holds what cannot be stored: NUL, or half a character")
    if _as_named(name) in {_as_named(other) for other in known}:
        raise _bad(number, "tenant", f"{name[:40]!r} has a tenant line already")
    known.add(name)


def _as_named(name: str) -> str:
    """What two names that stand for one tenant share."""
    return storable(name).strip()


def _told(error: ExoSkullError) -> str:
    return " ".join(error_text(error, "en").split())


def _bad(number: int, field: str, reason: str) -> InvalidInput:
    return InvalidInput("tape.malformed", field=field, line=number, reason=reason)


def _instant(value: str, number: int) -> datetime:
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise _bad(number, "at", "not an ISO 8601 instant") from error
    if at.tzinfo is None:
        raise _bad(number, "at", "has no offset from UTC")
    if not 1970 <= at.year <= 9000:
        raise _bad(number, "at", "out of range")
    return at


def _check(kind: str, fields: dict[str, Any], name: str, at: datetime) -> None:
    match kind:
        case "tenant":
            parse_name(name)
            parse_language(fields["language"])
            parse_timezone(fields["timezone"])
            for setting in sorted(fields.keys() - {"language", "timezone"}):
                parse_setting(setting, fields[setting])
        case "message" | "reply":
            parse_text(fields["text"])
            _optional_text(fields, "from")
            _one_of(fields.get("channel", "web"), "channel", [via.value for via in Via])
            if kind == "reply":
                _one_of(fields["to"], "to", ["last"])
        case "measure":
            parse_metric(fields["metric"])
            parse_value(fields["value"])
            _optional_text(fields, "unit")
        case "goal":
            parse_goal(**fields)
        case "grant":
            parse_terms(fields, at=at)
        case "approve":
            _one_of(fields["what"], "what", ["oldest", "newest", "all"])
            _one_of(fields["decision"], "decision", ["yes", "no"])
        case "task_done":
            _text(fields, "which")
        case "entry":
            _text(fields, "app")
            if not isinstance(fields["values"], dict):
                raise InvalidInput("entry.invalid_values", field="values")
        case "settings":
            for setting, value in fields.items():
                parse_setting(setting, value)


def parse_terms(fields: dict[str, Any], *, at: datetime) -> Terms:
    """The rule of a grant line that is done at `at`.

    Raises:
        InvalidInput: naming the field: a bad pattern, effect or limit, or an expiry that is no
            instant, or has passed.
    """
    limits: dict[str, int | None] = {}
    for field in ("daily_limit", "daily_spend_limit_cents"):
        limits[field] = value = fields.get(field)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise InvalidInput("field.not_whole", field=field, value=str(value)[:20])
    expires_at = None
    if fields.get("expires_at") is not None:
        shown = _text(fields, "expires_at")
        try:
            expires_at = datetime.fromisoformat(shown)
        except ValueError as error:
            raise InvalidInput("field.not_instant", field="expires_at", value=shown[:40]) from error
        if expires_at.tzinfo is None:
            raise InvalidInput("field.not_instant", field="expires_at", value=shown[:40])
        if expires_at <= at:
            raise InvalidInput("grant.expired_already", field="expires_at", value=expires_at)
    return Terms(
        pattern=ActionPattern.parse(_text(fields, "pattern")),
        effect=Effect.parse(_text(fields, "effect")),
        expires_at=expires_at,
        **limits,
    )


def _text(fields: dict[str, Any], field: str) -> str:
    value = fields[field]
    if not isinstance(value, str):
        raise InvalidInput("field.not_text", field=field)
    return value


def _optional_text(fields: dict[str, Any], field: str) -> None:
    if fields.get(field) is not None:
        _text(fields, field)


def _one_of(value: object, field: str, options: list[str]) -> None:
    if value not in options:
        raise InvalidInput(
            "field.not_one_of", field=field, value=str(value)[:40], options=", ".join(options)
        )
