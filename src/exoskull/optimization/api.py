"""The journal of trials over HTTP, and the person's hand on it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from exoskull.levers.model import LeverName
from exoskull.optimization import service
from exoskull.optimization.model import MeasureKind, Problem, Tally, Trial, TrialState, Verdict
from exoskull.optimization.sentences import observed, story
from exoskull.tenants.visit import ApiVisit, Visit
from exoskull.web.api import Limit

router = APIRouter(tags=["optimization"])


class TallyOut(BaseModel):
    """So many hits in n."""

    hits: int
    n: int


class MeasureOut(BaseModel):
    """What is counted, fixed before the trial began. `before` was counted since `since`; below
    `n_min` nothing is concluded; the change may be worse by `-margin` where that is negative."""

    kind: MeasureKind
    subject: str
    since: datetime
    before: TallyOut
    n_min: int
    margin: float


class TrialOut(BaseModel):
    """One trial. `value` is the lever's value in it, `before` the lever it replaced, the rollback;
    `within` was counted in the trial. `text`: noticed, tried, expected, measured, result."""

    id: UUID
    state: TrialState
    verdict: Verdict | None
    problem: Problem
    subject: str
    facts: dict[str, Any]
    evidence: list[str]
    lever: LeverName
    lever_subject: str
    value: dict[str, Any]
    before: dict[str, Any] | None
    measure: MeasureOut
    within: TallyOut | None
    p_better: float | None
    started_at: datetime
    ends_at: datetime
    extended: bool
    ended_at: datetime | None
    trace: UUID
    text: list[str]


class ObservationOut(BaseModel):
    """Something that could go better now; `severity` 0 to 1."""

    problem: Problem
    subject: str
    severity: float
    facts: dict[str, Any]
    evidence: list[str]
    text: str


class JournalOut(BaseModel):
    """`noticed`: what could go better now, the most severe first."""

    items: list[TrialOut]
    noticed: list[ObservationOut]


@router.get("/journal")
async def journal(visit: ApiVisit, limit: Limit = 50) -> JournalOut:
    """The trials, the newest first, and what is noticed now."""
    trials = await service.journal(visit.tx, limit=limit)
    noticed = await service.noticed(visit.tx, at=visit.at)
    return JournalOut(
        items=[_out(one, visit) for one in trials],
        noticed=[
            ObservationOut(
                problem=one.problem,
                subject=one.subject,
                severity=round(one.severity, 4),
                facts=dict(one.facts),
                evidence=list(one.evidence),
                text=observed(one, visit.language),
            )
            for one in noticed
        ],
    )


@router.post("/journal/{trial_id}/revert")
async def revert(visit: ApiVisit, trial_id: UUID) -> TrialOut:
    """Take back what a trial changed, now; it is not tried again about the same problem."""
    ended = await service.revert(
        visit.tx, trial_id, at=visit.at, ids=visit.ids, language=visit.language
    )
    return _out(ended, visit)


def _out(trial: Trial, visit: Visit) -> TrialOut:
    ended = None if trial.ended_at is None else visit.voice.when(trial.ended_at)
    told = story(trial, visit.language, ends=visit.voice.when(trial.ends_at), ended=ended)
    fields = {name: getattr(trial, name) for name in TrialOut.model_fields if name != "text"}
    within = None if trial.within is None else TallyOut(**trial.within)
    measure = trial.measured_by
    shown = MeasureOut(
        kind=measure.kind,
        subject=measure.subject,
        since=measure.since,
        before=_tally(measure.before),
        n_min=measure.n_min,
        margin=measure.margin,
    )
    text = [told.noticed, told.tried, told.hypothesis, told.measured, told.outcome]
    return TrialOut(**{**fields, "within": within, "measure": shown, "text": text})


def _tally(tally: Tally) -> TallyOut:
    return TallyOut(hits=tally.hits, n=tally.n)
