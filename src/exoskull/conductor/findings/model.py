"""A finding, and what becomes of the known ones when a question is asked again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from exoskull.kit.ids import TraceId

GONE_FROM = 0.1
"""A known fact is given up where the same question now has a larger p than this; between what is
told and this, it stays as it was."""

SAME_CHANGE_DAYS = 14
"""Two changes of one metric not farther apart are the same change."""


class FindingKind(StrEnum):
    """What a finding says: a weekday differs, a level changed, two metrics go together; a reading
    looks wrong; a goal's strategy mostly fails."""

    WEEKDAY = "weekday"
    CHANGE = "change"
    RELATION = "relation"
    IMPOSSIBLE = "impossible"
    UNIT_SLIP = "unit_slip"
    DUPLICATE = "duplicate"
    WEAK_STRATEGY = "weak_strategy"


FLAWS = frozenset({FindingKind.IMPOSSIBLE, FindingKind.UNIT_SLIP, FindingKind.DUPLICATE})
"""Kinds that are of one reading."""

CORRECTABLE = FLAWS | {FindingKind.WEAK_STRATEGY}
"""Kinds that come with something to accept."""


class FindingState(StrEnum):
    """CURRENT: it holds. RETIRED: it does not hold any more. DISMISSED: the person does not want
    it. CORRECTED: the person had the reading corrected."""

    CURRENT = "current"
    RETIRED = "retired"
    DISMISSED = "dismissed"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an analysis says now. `key` names the question, one answer each; `claim` the answer, so
    far as another one would be news. `statement` is plain JSON with every number; `evidence` are
    ids of rows."""

    kind: FindingKind
    key: str
    claim: str
    metric: str
    other_metric: str | None
    statement: dict[str, Any]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fact as it is kept. `statement["claim"]` is its claim. `reason` says why it was ended;
    `work_run_id` which piece of work found it, or confirmed it last."""

    id: UUID
    kind: FindingKind
    key: str
    metric: str
    other_metric: str | None
    state: FindingState
    statement: dict[str, Any]
    evidence: list[str]
    found_at: datetime
    confirmed_at: datetime
    ended_at: datetime | None
    reason: str | None
    work_run_id: UUID
    trace: TraceId

    @property
    def claim(self) -> str:
        return self.statement["claim"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A known fact that does not hold any more, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What an analysis changes: facts to tell, to confirm with new numbers, and to give up."""

    told: tuple[Found, ...]
    confirmed: tuple[tuple[Finding, Found], ...]
    retired: tuple[Retired, ...]


def compare(
    found: Sequence[Found],
    asked: Mapping[str, float],
    known: Iterable[Finding],
    dismissed: Iterable[Finding],
) -> News:
    """What is news in `found`.

    Args:
        found: what the analysis would say, one for each key at most.
        asked: by key, the p of every question that was asked, those without an answer too.
        known: current facts.
        dismissed: what the person did not want told; the same claim is not told again.
    """
    answers = {one.key: one for one in found}
    kept = {one.key: one for one in known}
    unwanted = [(one.key, one.kind, one.claim) for one in dismissed]
    told, confirmed, retired = [], [], []
    for key, one in answers.items():
        old = kept.get(key)
        if any(key == k and is_same(kind, claim, one.claim) for k, kind, claim in unwanted):
            continue
        if old is not None and is_same(old.kind, old.claim, one.claim):
            confirmed.append((old, one))
            continue
        if old is not None:
            retired.append(Retired(finding=old, reason="replaced"))
        told.append(one)
    for key, p in asked.items():
        if key in kept and key not in answers and p > GONE_FROM:
            retired.append(Retired(finding=kept[key], reason="not_seen_again"))
    return News(told=tuple(told), confirmed=tuple(confirmed), retired=tuple(retired))


def is_same(kind: FindingKind, one: str, other: str) -> bool:
    """Whether two claims under one key say the same; a change may have moved by some days."""
    if kind is not FindingKind.CHANGE:
        return one == other
    day, _, way = one.partition(" ")
    other_day, _, other_way = other.partition(" ")
    apart = abs((date.fromisoformat(day) - date.fromisoformat(other_day)).days)
    return way == other_way and apart <= SAME_CHANGE_DAYS


def way(difference: float) -> str:
    """Up or down, as claims say it."""
    return "up" if difference > 0 else "down"
