"""Who may execute a run: one worker at a time, for as long as its lease lasts.

A worker that claims a run makes a new attempt at it, and owns it until another does. What it does
for the run it does in transactions that `hold` it, so that a worker thought dead, and replaced,
changes nothing any more.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.kit.errors import Conflict
from exoskull.kit.ids import SYSTEM
from exoskull.scheduling import store
from exoskull.scheduling.model import OPEN, DropAfter, Ended, Job, Reason, Run, State
from exoskull.scheduling.runs import end, ended_event

BACK_OFF = timedelta(seconds=10)
BACK_OFF_MAX = timedelta(minutes=10)


class TakenOver(Conflict):
    """Another worker has begun the run anew; this one must not go on."""


async def claim(
    tx: Transaction,
    run_id: UUID,
    catalogue: Mapping[str, Job],
    *,
    worker: str,
    at: datetime,
    hint: str | None = None,
) -> Run | None:
    """The run, as a new attempt of `worker`'s; None where there is nothing to do.

    That is: it has ended, another is at it, or its job is not in this program's catalogue. A run
    that was begun too often ends here as failed; one not begun in time, by its job's rule, as
    missed.

    Args:
        hint: the run's job, where the caller knows it: then most claims take one round trip.
    """
    if hint is not None and hint in catalogue:
        begun = await _begin_waiting(tx, run_id, catalogue[hint], worker=worker, at=at)
        if begun is not None:
            return begun
    run = await store.lock_run(tx, run_id)
    if run is None or run.state not in OPEN or run.job not in catalogue:
        return None
    if run.state is State.RUNNING and run.lease_until is not None and run.lease_until > at:
        return None
    job = catalogue[run.job]
    if run.attempt >= job.attempts:
        reason = run.reason or Reason.ATTEMPTS_EXHAUSTED
        await finish(tx, run, Ended(state=State.FAILED, reason=reason), at=at)
        return None
    if _is_too_late(run, job, at):
        await finish(tx, run, Ended(state=State.MISSED, reason=Reason.TOO_LATE), at=at)
        return None
    return await store.begin_run(tx, run.id, worker=worker, at=at, lease_until=at + job.lease)


async def _begin_waiting(
    tx: Transaction, run_id: UUID, job: Job, *, worker: str, at: datetime
) -> Run | None:
    """The run, begun, where it plainly waits for that; else None, and `claim` looks closer."""
    late = job.catch_up.late if isinstance(job.catch_up, DropAfter) else None
    return await store.begin_due_run(
        tx,
        run_id,
        job=job.name,
        attempts=job.attempts,
        due_since=None if late is None else at - late,
        worker=worker,
        at=at,
        lease_until=at + job.lease,
    )


async def hold(tx: Transaction, run: Run) -> None:
    """Make sure that the run is still this worker's, and stays so until `tx` ends.

    For the beginning of every transaction that a job writes in.

    Raises:
        TakenOver: `run.taken_over`.
    """
    if not await store.owns(tx, run):
        raise TakenOver("run.taken_over", run=run.id)


async def finish(tx: Transaction, run: Run, ended: Ended, *, at: datetime) -> bool:
    """End the run and tell its tenant's feed; False, and nothing done, where it is another's.

    A handler whose effect must happen once may do both in one transaction; ending the run again
    then does nothing.
    """
    over = end(run, ended, at)
    if not await store.save_run(tx, over):
        return False
    if run.tenant_id != SYSTEM:
        await publish(tx, ended_event(over))
    return True


async def extend(tx: Transaction, run: Run, job: Job, *, at: datetime) -> bool:
    """Keep the run for a lease more from `at`; False where it is another's."""
    return await store.extend(tx, run, at + job.lease)


async def put_off(tx: Transaction, run: Run, job: Job, *, reason: str, at: datetime) -> State:
    """After an error: have the run begun again after a while, or fail it after the last attempt."""
    if run.attempt >= job.attempts:
        await finish(tx, run, Ended(state=State.FAILED, reason=reason), at=at)
        return State.FAILED
    wait = min(BACK_OFF * 2 ** (run.attempt - 1), BACK_OFF_MAX)
    await store.save_run(tx, _waiting(run, at + wait, reason))
    return State.DUE


async def hand_back(tx: Transaction, run: Run, *, at: datetime) -> None:
    """Leave the run to another worker, at once."""
    await store.save_run(tx, _waiting(run, at, run.reason))


def _waiting(run: Run, until: datetime, reason: str | None) -> Run:
    return replace(run, state=State.DUE, lease_until=until, worker=None, reason=reason)


def _is_too_late(run: Run, job: Job, at: datetime) -> bool:
    match job.catch_up:
        case DropAfter(late=late):
            return run.attempt == 0 and at - run.slot_at > late
        case _:
            return False
