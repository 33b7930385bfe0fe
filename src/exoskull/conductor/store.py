"""SQL of background work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.conductor.model import WorkRun
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId

_RUN: LiteralString = """id, item, state, attempt, worth, started_at, lease_until, finished_at,
    result, reason, reservation_id, cost_micros, trace"""

CHOOSING = 3_141_592
"""The advisory lock under which one program at a time chooses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A tenant with something new, and what it had of the last week's work."""

    tenant_id: TenantId
    served: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InHand:
    """A piece that somebody began and has not ended."""

    tenant_id: TenantId
    id: UUID
    item: str
    lease_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _MetricDays:
    metric: str
    days: int


async def waiting(tx: Transaction, at: datetime, limit: int) -> list[Waiting]:
    """Tenants that may have work, whose turn it is first; in a transaction of the installation.

    It costs as much as there are such, however many tenants have nothing new.
    """
    return await tx.fetch(
        Waiting,
        "select tenant_id, served, last_at from system_work_wanted(%(at)s, %(limit)s)",
        at=at,
        limit=limit,
    )


async def in_hand(tx: Transaction) -> list[InHand]:
    """Every piece in hand over all tenants, the oldest lease first."""
    return await tx.fetch(
        InHand, "select tenant_id, id, item, lease_until from system_work_running()"
    )


async def lock_choosing(tx: Transaction) -> None:
    """Be the only one to choose until the transaction ends."""
    await tx.execute("select pg_advisory_xact_lock(%(key)s)", key=CHOOSING)


@asynccontextmanager
async def on_behalf_of(tx: Transaction, tenant_id: TenantId) -> AsyncIterator[Transaction]:
    """The same database transaction, seeing the rows of `tenant_id` until the block ends."""
    scope = "select set_config('exoskull.tenant_id', %(tenant)s, true)"
    await tx.execute(scope, tenant=str(tenant_id))
    yield Transaction(tx.connection, tenant_id)
    await tx.execute(scope, tenant=str(tx.tenant_id))


async def begin(tx: Transaction, run: WorkRun, *, after: WorkRun | None) -> bool:
    """Add the run; False where the tenant has a piece in hand already, or somebody did the item
    since the run `after`, by which this one was chosen."""
    touched = await tx.execute(
        f"""
        insert into work_runs (tenant_id, {_RUN})
        select %(tenant)s, %(id)s, %(item)s, 'running', %(attempt)s, %(worth)s, %(started_at)s,
               %(lease_until)s, null, %(result)s, null, %(reservation_id)s, 0, %(trace)s
         where not exists (
                   select 1 from work_runs o
                    where o.tenant_id = %(tenant)s and o.item = %(item)s
                      and (%(after_id)s::uuid is null
                           or (o.started_at, o.id) > (%(after_at)s, %(after_id)s::uuid)))
            on conflict (tenant_id) where state = 'running' do nothing
        """,
        tenant=tx.tenant_id,
        id=run.id,
        item=run.item,
        attempt=run.attempt,
        worth=run.worth,
        started_at=run.started_at,
        lease_until=run.lease_until,
        result=run.result,
        reservation_id=run.reservation_id,
        trace=run.trace,
        after_id=after.id if after else None,
        after_at=after.started_at if after else None,
    )
    return touched == 1


async def take_up(
    tx: Transaction, run_id: UUID, *, at: datetime, lease_until: datetime
) -> WorkRun | None:
    """The abandoned run, as one attempt more; None where it ended or is somebody's."""
    return await tx.maybe(
        WorkRun,
        f"""
        update work_runs set attempt = attempt + 1, lease_until = %(lease_until)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'running'
           and lease_until <= %(at)s
        returning {_RUN}
        """,
        tenant=tx.tenant_id,
        id=run_id,
        at=at,
        lease_until=lease_until,
    )


async def owns(tx: Transaction, run: WorkRun) -> bool:
    """Whether nobody took the run up after `run.attempt`; holds it until the transaction ends."""
    return bool(
        await tx.value(
            """
            select true from work_runs
             where tenant_id = %(tenant)s and id = %(id)s and attempt = %(attempt)s
               and state = 'running' for no key update
            """,
            tenant=tx.tenant_id,
            id=run.id,
            attempt=run.attempt,
        )
    )


async def end(
    tx: Transaction,
    run: WorkRun,
    *,
    state: str,
    result: dict[str, Any],
    reason: str | None,
    cost_micros: int,
    at: datetime,
) -> bool:
    """End the run; False where another attempt owns it."""
    touched = await tx.execute(
        """
        update work_runs
           set state = %(state)s, lease_until = null, finished_at = %(at)s, result = %(result)s,
               reason = %(reason)s, cost_micros = %(cost)s
         where tenant_id = %(tenant)s and id = %(id)s and attempt = %(attempt)s
           and state = 'running'
        """,
        tenant=tx.tenant_id,
        id=run.id,
        attempt=run.attempt,
        state=state,
        at=at,
        result=result,
        reason=reason,
        cost=cost_micros,
    )
    return touched == 1


async def newest(tx: Transaction) -> dict[str, WorkRun]:
    """The tenant's newest ended run of each item, by item."""
    found = await tx.fetch(
        WorkRun,
        f"""
        select distinct on (item) {_RUN} from work_runs
         where tenant_id = %(tenant)s and state <> 'running'
         order by item, started_at desc, id desc
        """,
        tenant=tx.tenant_id,
    )
    return {run.item: run for run in found}


async def runs(tx: Transaction, *, limit: int) -> list[WorkRun]:
    """The tenant's newest runs, newest first."""
    return await tx.fetch(
        WorkRun,
        f"""
        select {_RUN} from work_runs where tenant_id = %(tenant)s
         order by started_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        limit=limit,
    )


async def news(tx: Transaction) -> int:
    """How many measures came in since the tenant was last found to need nothing."""
    found = await tx.value(
        "select news from work_wanted where tenant_id = %(tenant)s", tenant=tx.tenant_id
    )
    return found or 0


async def rest(tx: Transaction, *, seen: int, until: datetime) -> None:
    """Leave the tenant alone until then; of its news, `seen` have been looked at."""
    await tx.execute(
        """
        update work_wanted set news = greatest(0, news - %(seen)s), due_at = %(until)s
         where tenant_id = %(tenant)s
        """,
        tenant=tx.tenant_id,
        seen=seen,
        until=until,
    )


async def metric_days(tx: Transaction) -> dict[str, int]:
    """On how many days, of UTC, each metric was measured; those taken back left out."""
    found = await tx.fetch(
        _MetricDays,
        """
        select metric, count(distinct (at at time zone 'UTC')::date)::int as days from measures
         where tenant_id = %(tenant)s and undone_at is null
         group by metric order by metric
        """,
        tenant=tx.tenant_id,
    )
    return {row.metric: row.days for row in found}
