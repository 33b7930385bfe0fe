"""A lever: one reversible setting of how permitted acts are done, and what each one means.

This is all that the Ralph loop can change. None of them widens what may be done: permissions,
limits and source are not among them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class LeverName(StrEnum):
    """What each does, its `subject`, and its `value`.

    RETIRE_OPTION: an option is not chosen. `kind:option`, {}.
    PREFER_OPTION: of a kind, this option is chosen. `kind`, {"option"}.
    PLAIN_WORDING: a kind is written about briefly and directly. `kind`, {}.
    LENGTHEN_COOLDOWN: a kind rests longer between decisions. `kind`, {"days"}.
    RAISE_THRESHOLD: a symptom counts from a higher severity on. `kind:subject`, {"severity"}.
    DEMOTE_CHANNEL: a channel is not used until an instant. Its name, {"until"}, ISO 8601.
    """

    RETIRE_OPTION = "retire_option"
    PREFER_OPTION = "prefer_option"
    PLAIN_WORDING = "plain_wording"
    LENGTHEN_COOLDOWN = "lengthen_cooldown"
    RAISE_THRESHOLD = "raise_threshold"
    DEMOTE_CHANNEL = "demote_channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A lever as it is pulled. `trial_id`: what pulled it."""

    id: UUID
    name: LeverName
    subject: str
    value: dict[str, Any]
    trial_id: UUID
    set_at: datetime


def retired_options(levers: Sequence[Lever], kind: str) -> frozenset[str]:
    """The options that are not chosen for `kind`."""
    subjects = (one.subject for one in _named(levers, LeverName.RETIRE_OPTION))
    pairs = (subject.partition(":") for subject in subjects)
    return frozenset(option for of, _, option in pairs if of == kind)


def preferred_option(levers: Sequence[Lever], kind: str) -> str | None:
    """The option that is chosen for `kind`, or None."""
    found = _value(levers, LeverName.PREFER_OPTION, kind, "option")
    return None if found is None else str(found)


def is_plain(levers: Sequence[Lever], kind: str) -> bool:
    """Whether `kind` is written about briefly and directly."""
    return any(one.subject == kind for one in _named(levers, LeverName.PLAIN_WORDING))


def cooldown_days(levers: Sequence[Lever], kind: str) -> int:
    """The local days that `kind` rests between decisions; 0 where nothing says."""
    return int(_value(levers, LeverName.LENGTHEN_COOLDOWN, kind, "days") or 0)


def severity_floor(levers: Sequence[Lever], symptom_key: str) -> float:
    """The severity from which on a symptom (`kind:subject`) counts, 0 to 1; 0: always."""
    return float(_value(levers, LeverName.RAISE_THRESHOLD, symptom_key, "severity") or 0.0)


def is_demoted(levers: Sequence[Lever], channel: str, at: datetime) -> bool:
    """Whether `channel` is not used at `at`."""
    until = _value(levers, LeverName.DEMOTE_CHANNEL, channel, "until")
    return until is not None and at < datetime.fromisoformat(str(until))


def _named(levers: Sequence[Lever], name: LeverName) -> Iterator[Lever]:
    return (one for one in levers if one.name is name)


def _value(levers: Sequence[Lever], name: LeverName, subject: str, field: str) -> Any:
    found = (one.value.get(field) for one in _named(levers, name) if one.subject == subject)
    return next(found, None)
