"""The loop itself: at most one trial at a time, begun, measured, kept or put back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.levers import service as levers
from exoskull.levers.model import Lever, LeverName
from exoskull.optimization import store
from exoskull.optimization.approaches import failing_approaches
from exoskull.optimization.compare import judge
from exoskull.optimization.gather import gather
from exoskull.optimization.measure import count
from exoskull.optimization.model import (
    TRIAL_LASTS,
    MeasureKind,
    Observation,
    Trial,
    TrialState,
    Verdict,
)
from exoskull.optimization.observe import observe
from exoskull.optimization.propose import Proposal, choose
from exoskull.optimization.seen import Seen
from exoskull.optimization.sentences import changed_approach, headline

LOOK_EVERY = timedelta(hours=20)
"""How long after a look the next may be: with the day's full cycle, one a day."""

Observer = Callable[[Transaction, datetime], Awaitable[Sequence[Observation]]]
"""What is noticed of the tenant of the transaction, beside what `observe` reads."""

OWN: Sequence[Observer] = (failing_approaches,)


class Reach(Protocol):
    """What is needed of the loop's means: which channels the installation can use, and ids."""

    @property
    def reachable(self) -> frozenset[ChannelName]: ...
    @property
    def ids(self) -> Ids: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Improved:
    """What was done: a trial begun, or one that ended."""

    trial: Trial


async def is_due(tx: Transaction, at: datetime) -> bool:
    """Whether there is a trial to measure, or a look to take: one indexed query."""
    known = await store.due(tx)
    if known.ends_at is not None:
        return known.ends_at <= at
    return known.next_at is None or known.next_at <= at


async def improve(
    tx: Transaction, reach: Reach, *, at: datetime, observers: Sequence[Observer] = ()
) -> Improved | None:
    """Measure the trial whose time is over, or begin one where something is worth trying; None
    where nothing was to be done.

    Does nothing where it was done before, so that a run begun anew repeats nothing.

    Args:
        observers: those of other features.
    """
    known = await store.due(tx)
    if known.trial_id is not None:
        if known.ends_at is None or known.ends_at > at:
            return None
        return await _measure(tx, reach, known.trial_id, at)
    if known.next_at is not None and known.next_at > at:
        return None
    await store.look_again_at(tx, at + LOOK_EVERY)
    seen = await gather(tx, at=at, reachable=reach.reachable)
    if seen.tenant.is_paused(at):
        return None
    noticed = [*observe(seen), *await _told(tx, observers, at)]
    if not noticed:
        return None
    proposal = choose(noticed, await store.trials(tx), seen)
    return None if proposal is None else await _begin(tx, proposal, seen, reach.ids)


async def _told(
    tx: Transaction, observers: Sequence[Observer], at: datetime
) -> Sequence[Observation]:
    return [one for observer in (*OWN, *observers) for one in await observer(tx, at)]


async def noticed(
    tx: Transaction, *, at: datetime, observers: Sequence[Observer] = ()
) -> list[Observation]:
    """What could go better now, the most severe first, whether or not anything is tried."""
    found = [*observe(await gather(tx, at=at)), *await _told(tx, observers, at)]
    return sorted(found, key=lambda one: (-one.severity, one.key))


async def journal(tx: Transaction, *, limit: int, before: UUID | None = None) -> list[Trial]:
    """The newest trials, newest first; `before` pages back."""
    return await store.newest(tx, limit, before=before)


async def count_before(tx: Transaction, before: UUID) -> int:
    """How many trials begun before the one called `before`."""
    return await store.count_before(tx, before)


async def _begin(tx: Transaction, proposal: Proposal, seen: Seen, ids: Ids) -> Improved:
    observation, step, at = proposal.observation, proposal.step, seen.at
    trial_id = ids.new()
    replaced = await levers.pull(
        tx,
        Lever(
            id=ids.new(),
            name=step.lever,
            subject=step.subject,
            value=step.value,
            trial_id=trial_id,
            set_at=at,
        ),
    )
    trial = Trial(
        id=trial_id,
        problem=observation.problem,
        subject=observation.subject,
        facts=dict(observation.facts),
        evidence=list(observation.evidence),
        lever=step.lever,
        lever_subject=step.subject,
        value=step.value,
        before=None if replaced is None else _as_json(replaced),
        measure=proposal.measure.to_json(),
        state=TrialState.RUNNING,
        verdict=None,
        within=None,
        p_better=None,
        started_at=at,
        ends_at=at + TRIAL_LASTS,
        extended=False,
        ended_at=None,
        trace=TraceId(ids.new()),
    )
    await store.insert(tx, trial)
    language = seen.tenant.language.value
    if proposal.instead_of is not None:
        await publish(tx, _changed(proposal, trial, language, at))
    await publish(tx, _event(trial, language, at))
    return Improved(trial=trial)


async def _measure(tx: Transaction, reach: Reach, trial_id: UUID, at: datetime) -> Improved | None:
    trial = await store.lock(tx, trial_id)
    if trial is None or trial.state is not TrialState.RUNNING:
        return None
    seen = await gather(tx, at=at, reachable=reach.reachable)
    measure = trial.measured_by
    within = count(measure.kind, measure.subject, seen, trial.started_at, trial.ends_at)
    gone = measure.kind is MeasureKind.GOAL_DAYS and measure.subject not in {
        str(goal.id) for goal in seen.goals
    }
    verdict, better = (Verdict.GONE, None) if gone else judge(measure, within)
    if verdict is Verdict.INCONCLUSIVE and not trial.extended:
        longer = replace(trial, ends_at=trial.ends_at + TRIAL_LASTS, extended=True)
        await store.save(tx, longer)
        return None
    ended = replace(
        trial, within={"hits": within.hits, "n": within.n}, p_better=better, verdict=verdict
    )
    await store.look_again_at(tx, at + LOOK_EVERY)
    return Improved(trial=await _end(tx, ended, at, reach.ids, seen.tenant.language.value))


async def revert(
    tx: Transaction, trial_id: UUID, *, at: datetime, ids: Ids, language: str
) -> Trial:
    """Take back, by the person's hand, what a trial changed, while it runs or after it was kept.

    Raises:
        NotFound: `trial.not_found`.
        Conflict: `trial.already_reverted`; `trial.superseded`: a later trial changed it again.
    """
    trial = await store.lock(tx, trial_id)
    if trial is None:
        raise NotFound("trial.not_found")
    if trial.state is TrialState.REVERTED:
        raise Conflict("trial.already_reverted")
    return await _end(tx, replace(trial, verdict=Verdict.BY_PERSON), at, ids, language)


async def _end(tx: Transaction, trial: Trial, at: datetime, ids: Ids, language: str) -> Trial:
    """End the trial by its verdict: kept as it is, or with the lever back as it was."""
    kept = trial.verdict is Verdict.BETTER
    if not kept:
        before = None if trial.before is None else _from_json(trial.before)
        done = await levers.put_back(
            tx,
            trial.lever,
            trial.lever_subject,
            trial_id=trial.id,
            before=before,
            at=at,
            ids=ids,
        )
        if not done and trial.verdict is Verdict.BY_PERSON:
            raise Conflict("trial.superseded")
    state = TrialState.KEPT if kept else TrialState.REVERTED
    ended = replace(trial, state=state, ended_at=at)
    await store.save(tx, ended)
    await publish(tx, _event(ended, language, at))
    return ended


_TOLD_AS = {
    TrialState.RUNNING: "trial.started",
    TrialState.KEPT: "trial.kept",
    TrialState.REVERTED: "trial.reverted",
}


def _event(trial: Trial, language: str, at: datetime) -> Event:
    """What the feed is told of a trial that has begun, or has ended."""
    data: dict[str, Any] = {
        "id": str(trial.id),
        "problem": trial.problem.value,
        "subject": trial.subject,
        "lever": trial.lever.value,
        "lever_subject": trial.lever_subject,
        "value": trial.value,
        "before": trial.before,
        "measure": trial.measure,
        "ends_at": trial.ends_at.isoformat(),
        "verdict": None if trial.verdict is None else trial.verdict.value,
        "within": trial.within,
        "p_better": trial.p_better,
        "evidence": trial.evidence,
        "statement": headline(trial, language),
    }
    return Event(at=at, kind=_TOLD_AS[trial.state], trace=trial.trace, data=data)


def _changed(proposal: Proposal, trial: Trial, language: str, at: datetime) -> Event:
    assert proposal.instead_of is not None
    data = {
        "id": str(trial.id),
        "problem": trial.problem.value,
        "subject": trial.subject,
        "from": proposal.instead_of.value,
        "to": trial.lever.value,
        "failures": proposal.failures,
        "statement": changed_approach(trial, proposal.instead_of, proposal.failures, language),
    }
    return Event(at=at, kind="trial.changed_approach", trace=trial.trace, data=data)


def _as_json(lever: Lever) -> dict[str, Any]:
    return {
        "id": str(lever.id),
        "name": lever.name.value,
        "subject": lever.subject,
        "value": lever.value,
        "trial_id": str(lever.trial_id),
        "set_at": lever.set_at.isoformat(),
    }


def _from_json(data: Mapping[str, Any]) -> Lever:
    return Lever(
        id=UUID(data["id"]),
        name=LeverName(data["name"]),
        subject=data["subject"],
        value=data["value"],
        trial_id=UUID(data["trial_id"]),
        set_at=datetime.fromisoformat(data["set_at"]),
    )
