"""Runs made of slots, and the events of runs that ended. Pure."""

from dataclasses import replace
from datetime import datetime

from exoskull.feed.model import Event
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.scheduling.model import Ended, Job, Run, Slot, State
from exoskull.scheduling.settle import Due, Missed


def due_run(tenant_id: TenantId, job: Job, due: Due, ids: Ids, *, lease_until: datetime) -> Run:
    """A run of the slot, to be enqueued (again, where it is being so now) at `lease_until`."""
    run = fresh_run(tenant_id, job, due.slot, ids, due_at=due.slot.at, lease_until=lease_until)
    if due.coalesced is None:
        return run
    span = due.coalesced
    return replace(run, detail={"coalesced": span.count, "from": span.first, "to": span.last})


def fresh_run(
    tenant_id: TenantId, job: Job, slot: Slot, ids: Ids, *, due_at: datetime, lease_until: datetime
) -> Run:
    """A run of the slot that may begin at `due_at`."""
    return Run(
        tenant_id=tenant_id,
        id=ids.new(),
        job=job.name,
        slot=slot.slot,
        local=slot.local,
        trace=TraceId(ids.new()),
        due_at=due_at,
        state=State.DUE,
        lease_until=lease_until,
    )


def missed_run(tenant_id: TenantId, job: Job, missed: Missed, ids: Ids, *, at: datetime) -> Run:
    """The record of a slot that does not run, ended at `at`."""
    slot = missed.slot
    run = fresh_run(tenant_id, job, slot, ids, due_at=slot.at, lease_until=at)
    return end(run, Ended(state=State.MISSED, reason=missed.reason), at)


def end(run: Run, ended: Ended, at: datetime) -> Run:
    """The run as it stands once it has ended so."""
    return replace(
        run,
        state=ended.state,
        lease_until=None,
        reason=ended.reason,
        detail={**run.detail, **ended.detail},
        finished_at=at,
    )


def ended_event(run: Run) -> Event:
    """`slot.ran`, `slot.skipped`, `slot.failed` or `slot.missed`, of a run that has ended."""
    if run.finished_at is None:
        raise ValueError(f"run {run.id} is {run.state}")
    return Event(
        at=run.finished_at,
        kind=f"slot.{run.state.value}",
        trace=run.trace,
        data={
            "job": run.job,
            "slot": run.slot,
            "local": run.local,
            "utc": run.slot_at.isoformat(),
            "reason": run.reason,
        },
    )
