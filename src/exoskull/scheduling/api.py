"""The schedule over HTTP: the slots to come, and what became of those that came."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime

from exoskull.scheduling import service
from exoskull.scheduling.catalogue import find_job
from exoskull.scheduling.model import DropAfter, Run, State
from exoskull.scheduling.service import Coming
from exoskull.scheduling.words import about, because, catch_up_name, how_often, job_name, when_late
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import Limit, Listed, Out

router = APIRouter(tags=["runs"])


class RunOut(Out):
    """`slot` names it: a local date, or the UTC instant of a cycle. `why` tells `reason`."""

    id: UUID
    job: str
    name: str
    slot: str
    local: datetime
    utc: datetime
    state: State
    reason: str | None
    why: str | None
    attempt: int
    started_at: datetime | None
    finished_at: datetime | None
    detail: dict[str, Any]
    trace: UUID


class CatchUpOut(Out):
    """What becomes of slots that came while nobody worked.

    `rule`: `coalesce` (one run for all of them), `run_late` (each is done) or `drop_after`
    (missed once it is `late_minutes` late).
    """

    rule: str
    late_minutes: int | None
    text: str


class NextSlotOut(Out):
    slot: str
    local: datetime
    utc: datetime


class JobOut(Out):
    """A job of the catalogue that serves this person, with its next slot."""

    job: str
    name: str
    about: str
    when: str
    catch_up: CatchUpOut
    next: NextSlotOut


@router.get("/runs")
async def runs(
    visit: ApiVisit,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
    job: Annotated[list[str] | None, Query(max_length=50)] = None,
    state: Annotated[list[State] | None, Query(max_length=6)] = None,
    before: UUID | None = None,
    limit: Limit = 50,
) -> Listed[RunOut]:
    """What became of the slots, newest first; `before` (the `next` of a page) pages back.

    A quarter of an hour in which there was nothing to look at has no run.
    """
    wanted = None if job is None else [find_job(name).name for name in job]
    found = await service.latest_runs(
        visit.tx, since=since, until=until, jobs=wanted, states=state, before=before, limit=limit
    )
    return Listed(
        items=[_run(run, visit.language) for run in found],
        next=str(found[-1].id) if len(found) == limit else None,
    )


@router.get("/schedule")
async def schedule(visit: ApiVisit) -> Listed[JobOut]:
    """Everything that happens by the clock, with its next slot, soonest first."""
    found = await service.coming(visit.tx, visit.tenant, at=visit.at)
    return Listed(items=[_job(one, visit.language) for one in found])


def _run(run: Run, language: str) -> RunOut:
    return RunOut(
        id=run.id,
        job=run.job,
        name=job_name(run.job, language),
        slot=run.slot,
        local=datetime.fromisoformat(run.local),
        utc=run.slot_at,
        state=run.state,
        reason=run.reason,
        why=because(run.reason, language),
        attempt=run.attempt,
        started_at=run.started_at,
        finished_at=run.finished_at,
        detail=run.detail,
        trace=run.trace,
    )


def _job(one: Coming, language: str) -> JobOut:
    rule = one.job.catch_up
    late = int(rule.late.total_seconds() // 60) if isinstance(rule, DropAfter) else None
    return JobOut(
        job=one.job.name,
        name=job_name(one.job.name, language),
        about=about(one.job.name, language),
        when=how_often(one.job, one.wall_at, language),
        catch_up=CatchUpOut(
            rule=catch_up_name(rule), late_minutes=late, text=when_late(rule, language)
        ),
        next=NextSlotOut(
            slot=one.slot.slot,
            local=datetime.fromisoformat(one.slot.local),
            utc=one.slot.at,
        ),
    )
