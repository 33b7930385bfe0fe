"""Incidents, their causes, and the pure rule of when there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from uuid import UUID

from exoskull.kit.ids import TraceId

IN_A_ROW = 3
"""So many failures one after the other, with nothing that worked between, are an incident."""

TOLD_AGAIN_AFTER = timedelta(hours=24)
"""The same cause that fails again sooner is recorded, and not told to the person once more."""


class Kind(StrEnum):
    """What a cause is a cause of: a job's runs, a channel's deliveries, a zone nobody knows."""

    JOB = "job"
    CHANNEL = "channel"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cause:
    """What fails. `subject`: the job's name, the channel's, or the time zone's."""

    kind: Kind
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One run or delivery that has ended; `reason` where it failed."""

    kind: Kind
    subject: str
    at: datetime
    worked: bool
    reason: str | None

    @property
    def cause(self) -> Cause:
        return Cause(kind=self.kind, subject=self.subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """The failures since a cause last worked. `since`: the first of them; `reason`: the newest's.

    `count` 0: its newest try worked, at `since`.
    """

    cause: Cause
    count: int
    since: datetime
    reason: str | None = None

    @property
    def is_incident(self) -> bool:
        return self.count >= IN_A_ROW


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A cause that keeps failing, or did: `closed_at` None while it does.

    `count`: the failures in a row when it was noticed. `notice_id`: the intervention that tells
    the person, None where they are not told.
    """

    id: UUID
    kind: Kind
    subject: str
    since: datetime
    count: int
    reason: str | None
    opened_at: datetime
    closed_at: datetime | None
    notice_id: UUID | None
    trace: TraceId

    @property
    def cause(self) -> Cause:
        return Cause(kind=self.kind, subject=self.subject)


def streaks(tries: Iterable[Try]) -> dict[Cause, Streak]:
    """For each cause, how it stands by its newest tries; in the order of causes."""
    by_cause: dict[Cause, list[Try]] = {}
    for one in tries:
        by_cause.setdefault(one.cause, []).append(one)
    return {cause: _streak(cause, by_cause[cause]) for cause in sorted(by_cause)}


def _streak(cause: Cause, tries: list[Try]) -> Streak:
    newest_first = sorted(tries, key=lambda one: one.at, reverse=True)
    failed = list(takewhile(lambda one: not one.worked, newest_first))
    if not failed:
        return Streak(cause=cause, count=0, since=newest_first[0].at)
    return Streak(cause=cause, count=len(failed), since=failed[-1].at, reason=failed[0].reason)
