"""Which slots have come due, what becomes of each, and when the next one is. Pure.

A tenant who travels keeps one slot for each local calendar date, by these rules:

- A date that has had its slot gets no other, also where the person lives it again (flying west).
- A date that is over in the new zone before its hour came in the old one is missed
  (`zone_changed`).
- A date that the person never lived (flying east over the date line) has no slot.
- A date whose hour has passed already on arrival came due at that hour: the job's rule for
  catching up says whether it runs now or is missed.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import takewhile

from exoskull.kit.ids import TenantId
from exoskull.scheduling.model import (
    Coalesce,
    Cycle,
    DropAfter,
    Job,
    Reason,
    RunLate,
    Schedule,
    Slot,
)
from exoskull.scheduling.slots import local_date, next_slot, slots_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalesced:
    """How many slots one run stands for, from the first to the last of them."""

    count: int
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A slot that runs now."""

    slot: Slot
    coalesced: Coalesced | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A slot that does not run any more."""

    slot: Slot
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What becomes of the slots until now, and the schedule from now on."""

    schedule: Schedule
    due: tuple[Due, ...] = ()
    missed: tuple[Missed, ...] = ()


def begin(
    tenant_id: TenantId, job: Job, *, timezone: str, wall_at: time | None, at: datetime
) -> Schedule:
    """The schedule of a job that is new to the tenant: its first slot is later than `at`."""
    first = next_slot(job.rule, timezone, wall_at, at)
    return Schedule(
        tenant_id=tenant_id,
        job=job.name,
        timezone=timezone,
        wall_at=wall_at,
        since=at,
        last_slot=None,
        next_slot=first.slot,
        next_at=first.at,
    )


def settle(job: Job, schedule: Schedule, at: datetime) -> Settled:
    """Every slot up to `at` accounted for, by the job's rule for catching up."""
    due, missed, last, upcoming = _until(
        job, schedule.timezone, schedule.wall_at, schedule.next_slot, at
    )
    settled = replace(
        schedule,
        last_slot=last or schedule.last_slot,
        next_slot=upcoming.slot,
        next_at=upcoming.at,
    )
    return Settled(schedule=settled, due=due, missed=missed)


@lru_cache(maxsize=4096)  # at one instant, all of a zone with the same hours are alike
def _until(
    job: Job, zone: str, wall: time | None, first: str, at: datetime
) -> tuple[tuple[Due, ...], tuple[Missed, ...], str | None, Slot]:
    """What runs, what is missed, the last of both, and the first slot later than `at`."""
    overdue: list[Slot] = []
    slots = slots_from(job.rule, zone, wall, first)
    upcoming = next(slots)
    while upcoming.at <= at:
        overdue.append(upcoming)
        upcoming = next(slots)
    due, missed = _caught_up(job, overdue, at)
    return due, missed, overdue[-1].slot if overdue else None, upcoming


def resettle(
    job: Job, before: Schedule, *, timezone: str, wall_at: time | None, at: datetime
) -> Settled:
    """As `settle`, and from `at` on with another zone or wall time."""
    settled = settle(job, before, at)
    new = replace(settled.schedule, timezone=timezone, wall_at=wall_at)
    if isinstance(job.rule, Cycle):
        upcoming = next_slot(job.rule, timezone, None, at)
        return replace(settled, schedule=_standing_at(new, upcoming))
    today = local_date(timezone, at)
    lost = _cut_short(job, settled.schedule, today, at)
    last = lost[-1].slot.slot if lost else new.last_slot
    first = max(today, date.fromisoformat(last) + timedelta(days=1)) if last else today
    slots = slots_from(job.rule, timezone, wall_at, first.isoformat())
    upcoming = next(slot for slot in slots if slot.at > before.since)
    return replace(
        settled,
        schedule=_standing_at(replace(new, last_slot=last), upcoming),
        missed=(*settled.missed, *lost),
    )


def _standing_at(schedule: Schedule, upcoming: Slot) -> Schedule:
    return replace(schedule, next_slot=upcoming.slot, next_at=upcoming.at)


def _caught_up(
    job: Job, overdue: list[Slot], at: datetime
) -> tuple[tuple[Due, ...], tuple[Missed, ...]]:
    match job.catch_up:
        case RunLate():
            return tuple(Due(slot=slot) for slot in overdue), ()
        case DropAfter(late=late):
            due = tuple(Due(slot=slot) for slot in overdue if at - slot.at <= late)
            dropped = overdue[: len(overdue) - len(due)]
            return due, tuple(Missed(slot=slot, reason=Reason.TOO_LATE) for slot in dropped)
        case Coalesce():
            if len(overdue) < 2:
                return tuple(Due(slot=slot) for slot in overdue), ()
            span = Coalesced(count=len(overdue), first=overdue[0].slot, last=overdue[-1].slot)
            return (Due(slot=overdue[-1], coalesced=span),), ()


def _cut_short(job: Job, old: Schedule, today: date, at: datetime) -> tuple[Missed, ...]:
    """The slots of dates that had begun in the old zone and are over in the new, where it is
    `today`; their hour never came."""
    begun = local_date(old.timezone, at)

    def is_over(slot: Slot) -> bool:
        day = date.fromisoformat(slot.slot)
        return day <= begun and day < today

    slots = slots_from(job.rule, old.timezone, old.wall_at, old.next_slot)
    return tuple(
        Missed(slot=slot, reason=Reason.ZONE_CHANGED) for slot in takewhile(is_over, slots)
    )
