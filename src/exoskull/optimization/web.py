"""The journal: what was noticed, what is tried, how it is measured, what came of it."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from exoskull.i18n import percent
from exoskull.optimization import service
from exoskull.optimization.model import Tally, Trial, TrialState
from exoskull.optimization.sentences import Story, observed, story
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Two shares side by side. `width`: of a bar, 0 to 100."""

    before: Tally
    within: Tally
    share: str
    share_within: str
    width: int
    width_within: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A trial as the page shows it; `bars` once there is something to compare."""

    trial: Trial
    story: Story
    bars: Bars | None
    is_standing: bool


@router.get("/journal")
async def journal(visit: PageVisit, before: UUID | None = None) -> Response:
    """The page of the journal; `before` pages back through the trials."""
    trials = await service.journal(visit.tx, limit=SHOWN, before=before)
    count = partial(service.count_before, visit.tx)
    noticed = await service.noticed(visit.tx, at=visit.at) if before is None else []
    return visit.door.pages.response(
        "optimization/journal.html",
        visit.voice,
        rest=await rest_of(trials, SHOWN, came_from=before, count=count),
        entries=[_entry(one, visit) for one in trials],
        noticed=[observed(one, visit.language) for one in noticed],
    )


@router.post("/journal/{trial_id}/revert")
async def revert(visit: PageVisit, trial_id: UUID) -> Response:
    """Take back what a trial changed."""
    await service.revert(visit.tx, trial_id, at=visit.at, ids=visit.ids, language=visit.language)
    return RedirectResponse(f"/journal#trial-{trial_id}", 303)


def _entry(trial: Trial, visit: Visit) -> Entry:
    ended = None if trial.ended_at is None else visit.voice.when(trial.ended_at)
    return Entry(
        trial=trial,
        story=story(trial, visit.language, ends=visit.voice.when(trial.ends_at), ended=ended),
        bars=_bars(trial, visit.language),
        is_standing=trial.state is not TrialState.REVERTED,
    )


def _bars(trial: Trial, language: str) -> Bars | None:
    if trial.within is None:
        return None
    before, within = trial.measured_by.before, Tally(**trial.within)
    return Bars(
        before=before,
        within=within,
        share=percent(before.share, language),
        share_within=percent(within.share, language),
        width=round(100 * before.share),
        width_within=round(100 * within.share),
    )
