"""The page of the schedule: what comes, what became of what came, and what keeps failing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from exoskull.i18n import happened
from exoskull.incidents import service as incidents
from exoskull.incidents.model import Incident
from exoskull.incidents.wording import told
from exoskull.scheduling import service
from exoskull.scheduling.accounts import Quiet, quiet_slots
from exoskull.scheduling.model import Reason, Run, State
from exoskull.scheduling.service import Coming
from exoskull.scheduling.words import about, because, how_often, job_name, when_late
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.pages import Voice
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

SHOWN = 40
QUIET_FOR = timedelta(hours=24)
INCIDENTS_SHOWN = 5
_BAD = frozenset({State.FAILED, State.MISSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingRow:
    """A job and its next slot, in words."""

    job: str
    name: str
    about: str
    often: str
    late: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRow:
    """What became of a slot, in words. `coalesced`: of how many slots it is the one run."""

    name: str
    at: datetime
    state: State
    is_bad: bool
    why: str | None
    coalesced: int
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDay:
    """The slots of one local day, newest first."""

    day: date
    rows: Sequence[PastRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietRow:
    """How many slots of a job passed without anything to look at."""

    name: str
    count: int
    busy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleRow:
    """An incident, in words."""

    is_open: bool
    sentence: str
    at: datetime


@router.get("/schedule")
async def schedule(visit: PageVisit, before: UUID | None = None) -> Response:
    """The page; `before` pages back through what was."""
    runs = await service.latest_runs(visit.tx, before=before, limit=SHOWN)
    coming = await service.coming(visit.tx, visit.tenant, at=visit.at)
    trouble = await incidents.latest(visit.tx, limit=INCIDENTS_SHOWN)
    return visit.door.pages.response(
        "scheduling/schedule.html",
        visit.voice,
        coming=[_coming(one, visit.language) for one in coming],
        days=_by_day(runs, visit.voice),
        quiet=await _quiet(visit) if before is None else [],
        trouble=[_trouble(one, visit) for one in trouble],
        rest=await rest_of(
            runs, SHOWN, came_from=before, count=partial(service.count_runs, visit.tx)
        ),
        is_first=before is None,
    )


def _coming(one: Coming, language: str) -> ComingRow:
    return ComingRow(
        job=one.job.name,
        name=job_name(one.job.name, language),
        about=about(one.job.name, language),
        often=how_often(one.job, one.wall_at, language),
        late=when_late(one.job.catch_up, language),
        at=one.slot.at,
    )


def _by_day(runs: Sequence[Run], voice: Voice) -> list[PastDay]:
    days: dict[date, list[PastRow]] = {}
    for run in runs:
        day = run.slot_at.astimezone(voice.zone).date()
        days.setdefault(day, []).append(_past(run, voice.language))
    return [PastDay(day=day, rows=rows) for day, rows in days.items()]


def _past(run: Run, language: str) -> PastRow:
    return PastRow(
        name=job_name(run.job, language),
        at=run.slot_at,
        state=run.state,
        is_bad=run.state in _BAD,
        why=because(run.reason, language),
        coalesced=int(run.detail.get("coalesced", 1)),
        attempts=run.attempt,
    )


async def _quiet(visit: Visit) -> list[QuietRow]:
    """The quiet slots of the last day, counted by job; their own rows are the installation's."""
    found = await quiet_slots(
        visit.door.database,
        visit.tenant.tenant_id,
        timezone=visit.tenant.timezone,
        since=max(visit.tenant.created_at, visit.at - QUIET_FOR),
        until=visit.at,
    )
    by_job: dict[str, list[Quiet]] = {}
    for slot in found:
        by_job.setdefault(slot.job, []).append(slot)
    return [
        QuietRow(
            name=job_name(job, visit.language),
            count=sum(slot.coalesced for slot in slots),
            busy=sum(slot.reason is Reason.STILL_RUNNING for slot in slots),
        )
        for job, slots in by_job.items()
    ]


def _trouble(one: Incident, visit: Visit) -> TroubleRow:
    if one.closed_at is None:
        return TroubleRow(is_open=True, sentence=told(one, visit.tenant), at=one.since)
    data = {"cause": one.kind.value, one.kind.value: one.subject}
    sentence = happened("incident.closed", data, visit.language, visit.tenant.zone)
    return TroubleRow(is_open=False, sentence=sentence, at=one.closed_at)
