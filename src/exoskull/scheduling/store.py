"""SQL of the schedule, of runs and of attention, for one tenant."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.scheduling.model import Run, Schedule, State

_SCHEDULE: LiteralString = """tenant_id, job, timezone, wall_at, since, last_slot, next_slot,
    next_at"""
_RUN: LiteralString = """tenant_id, id, job, slot, local, trace, due_at, state, attempt,
    lease_until, worker, reason, detail, started_at, finished_at"""


async def schedules(tx: Transaction, *, lock: bool = True) -> list[Schedule]:
    """Where the tenant stands with each job, held until the transaction ends where `lock`."""
    rows: LiteralString = (
        f"select {_SCHEDULE} from tenant_schedule where tenant_id = %(tenant)s order by job"
    )
    sql: LiteralString = rows + " for update" if lock else rows
    return await tx.fetch(Schedule, sql, tenant=tx.tenant_id)


async def add_schedules(tx: Transaction, rows: Sequence[Schedule]) -> None:
    """Add the schedules; a job that has one already keeps it."""
    await tx.execute_many(
        f"""
        insert into tenant_schedule ({_SCHEDULE})
        values (%(tenant_id)s, %(job)s, %(timezone)s, %(wall_at)s, %(since)s, %(last_slot)s,
                %(next_slot)s, %(next_at)s)
        on conflict (tenant_id, job) do nothing
        """,
        [_params(row) for row in rows],
    )


async def save_schedules(tx: Transaction, rows: Sequence[Schedule]) -> None:
    """Write how the tenant's schedules stand now."""
    await tx.execute_many(
        """
        update tenant_schedule
           set timezone = %(timezone)s, wall_at = %(wall_at)s, last_slot = %(last_slot)s,
               next_slot = %(next_slot)s, next_at = %(next_at)s
         where tenant_id = %(tenant_id)s and job = %(job)s
        """,
        [_params(row) for row in rows],
    )


async def drop_schedules(tx: Transaction, jobs: Sequence[str]) -> None:
    """Forget the tenant's schedule of `jobs`."""
    await tx.execute(
        "delete from tenant_schedule where tenant_id = %(tenant)s and job = any(%(jobs)s)",
        tenant=tx.tenant_id,
        jobs=list(jobs),
    )


async def add_runs(tx: Transaction, runs: Sequence[Run]) -> None:
    """Add the tenant's runs; a slot that has one already keeps it."""
    await tx.execute_many(
        f"""
        insert into runs ({_RUN})
        values (%(tenant_id)s, %(id)s, %(job)s, %(slot)s, %(local)s, %(trace)s, %(due_at)s,
                %(state)s, %(attempt)s, %(lease_until)s, %(worker)s, %(reason)s, %(detail)s,
                %(started_at)s, %(finished_at)s)
        on conflict (tenant_id, job, slot) do nothing
        """,
        [_params(run) for run in runs],
    )


async def lock_run(tx: Transaction, run_id: UUID) -> Run | None:
    """The run, held against other holders until the transaction ends."""
    return await tx.maybe(
        Run,
        f"select {_RUN} from runs where tenant_id = %(tenant)s and id = %(id)s for no key update",
        tenant=tx.tenant_id,
        id=run_id,
    )


async def begin_due_run(
    tx: Transaction,
    run_id: UUID,
    *,
    job: str,
    attempts: int,
    due_since: datetime | None,
    worker: str,
    at: datetime,
    lease_until: datetime,
) -> Run | None:
    """Hand a run of `job` that waits to `worker`, as one attempt more, in one round trip; None
    where it does not wait, had `attempts`, or should have begun before `due_since`."""
    return await tx.maybe(
        Run,
        f"""
        update runs
           set state = 'running', attempt = attempt + 1, worker = %(worker)s,
               lease_until = %(lease_until)s, started_at = coalesce(started_at, %(at)s)
         where tenant_id = %(tenant)s and id = %(id)s and job = %(job)s and state = 'due'
           and attempt < %(attempts)s
           and (attempt > 0 or %(due_since)s::timestamptz is null or due_at >= %(due_since)s)
        returning {_RUN}
        """,
        tenant=tx.tenant_id,
        id=run_id,
        job=job,
        attempts=attempts,
        due_since=due_since,
        worker=worker,
        at=at,
        lease_until=lease_until,
    )


async def begin_run(
    tx: Transaction, run_id: UUID, *, worker: str, at: datetime, lease_until: datetime
) -> Run:
    """Hand the run to `worker`, as one attempt more."""
    return await tx.one(
        Run,
        f"""
        update runs
           set state = 'running', attempt = attempt + 1, worker = %(worker)s,
               lease_until = %(lease_until)s, started_at = coalesce(started_at, %(at)s)
         where tenant_id = %(tenant)s and id = %(id)s
        returning {_RUN}
        """,
        tenant=tx.tenant_id,
        id=run_id,
        worker=worker,
        at=at,
        lease_until=lease_until,
    )


async def owns(tx: Transaction, run: Run) -> bool:
    """Whether nobody began the run anew; holds the row until the transaction ends."""
    return bool(
        await tx.value(
            """
            select true from runs
             where tenant_id = %(tenant)s and id = %(id)s and attempt = %(attempt)s
               and state in ('due', 'running')
               for no key update
            """,
            tenant=tx.tenant_id,
            id=run.id,
            attempt=run.attempt,
        )
    )


async def extend(tx: Transaction, run: Run, lease_until: datetime) -> bool:
    """Keep the run for its worker until then; False where it has gone to another."""
    touched = await tx.execute(
        """
        update runs set state = 'running', worker = %(worker)s, lease_until = %(lease_until)s
         where tenant_id = %(tenant)s and id = %(id)s and attempt = %(attempt)s
           and state in ('due', 'running')
        """,
        tenant=tx.tenant_id,
        id=run.id,
        attempt=run.attempt,
        worker=run.worker,
        lease_until=lease_until,
    )
    return touched == 1


async def save_run(tx: Transaction, run: Run) -> bool:
    """Write the run's state, lease, reason, detail and end; False where another attempt owns it."""
    touched = await tx.execute(
        """
        update runs
           set state = %(state)s, lease_until = %(lease_until)s, worker = %(worker)s,
               reason = %(reason)s, detail = detail || %(detail)s, finished_at = %(finished_at)s
         where tenant_id = %(tenant)s and id = %(id)s and attempt = %(attempt)s
           and state in ('due', 'running')
        """,
        tenant=tx.tenant_id,
        id=run.id,
        attempt=run.attempt,
        state=run.state,
        lease_until=run.lease_until,
        worker=run.worker,
        reason=run.reason,
        detail=run.detail,
        finished_at=run.finished_at,
    )
    return touched == 1


async def runs(
    tx: Transaction,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int | None,
) -> list[Run]:
    """The tenant's runs due from `since` until before `until`, oldest first."""
    return await tx.fetch(
        Run,
        f"""
        select {_RUN} from runs
         where tenant_id = %(tenant)s
           and (%(since)s::timestamptz is null or due_at >= %(since)s)
           and (%(until)s::timestamptz is null or due_at < %(until)s)
         order by due_at, job, id limit %(limit)s
        """,
        tenant=tx.tenant_id,
        since=since,
        until=until,
        limit=limit,
    )


async def latest(
    tx: Transaction,
    *,
    since: datetime | None,
    until: datetime | None,
    jobs: Sequence[str] | None,
    states: Sequence[State] | None,
    before: UUID | None,
    limit: int,
) -> list[Run]:
    """The tenant's runs that fit, newest first; those after the run `before` in that order."""
    return await tx.fetch(
        Run,
        f"""
        select {_RUN} from runs
         where tenant_id = %(tenant)s
           and (%(since)s::timestamptz is null or due_at >= %(since)s)
           and (%(until)s::timestamptz is null or due_at < %(until)s)
           and (%(jobs)s::text[] is null or job = any(%(jobs)s))
           and (%(states)s::text[] is null or state = any(%(states)s))
           and (%(before)s::uuid is null or (due_at, id) < (
                select due_at, id from runs where tenant_id = %(tenant)s and id = %(before)s))
         order by due_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        since=since,
        until=until,
        jobs=None if jobs is None else list(jobs),
        states=None if states is None else [state.value for state in states],
        before=before,
        limit=limit,
    )


async def count_runs(tx: Transaction, before: UUID) -> int:
    """How many runs were due before the one called `before`."""
    return await tx.value(
        """
        select count(*) from runs
         where tenant_id = %(tenant)s and (due_at, id) < (
               select due_at, id from runs where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def move_attention(tx: Transaction, reason: str, due_at: datetime) -> None:
    """Ask for a look at `due_at` or earlier, and remember the latest moment asked for."""
    await tx.execute(
        """
        insert into attention (tenant_id, reason, due_at, latest_at)
        values (%(tenant)s, %(reason)s, %(due_at)s, %(due_at)s)
        on conflict (tenant_id, reason) do update
           set due_at = least(attention.due_at, excluded.due_at),
               latest_at = greatest(attention.latest_at, excluded.latest_at)
        """,
        tenant=tx.tenant_id,
        reason=reason,
        due_at=due_at,
    )


async def clear_attention(tx: Transaction, upto: datetime) -> None:
    """Forget what was due at `upto`; what was asked for later is due then."""
    await tx.execute(
        "delete from attention where tenant_id = %(tenant)s and latest_at <= %(upto)s",
        tenant=tx.tenant_id,
        upto=upto,
    )
    await tx.execute(
        """
        update attention set due_at = latest_at
         where tenant_id = %(tenant)s and due_at <= %(upto)s
        """,
        tenant=tx.tenant_id,
        upto=upto,
    )


def _params(row: Schedule | Run) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}
