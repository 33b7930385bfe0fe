"""What became of every slot, those included that left no row of the tenant's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from whenever import Instant

from exoskull.database.pool import Database
from exoskull.kit.ids import TenantId
from exoskull.scheduling import store, system_store
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.model import Job, Reason, Run, Scope, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A slot of a triage job that passed without a run of the tenant's.

    `reason`: NOTHING_TO_LOOK_AT, or STILL_RUNNING where the run of an earlier slot was not over.
    `coalesced`: how many slots in all the installation's run stood for.
    """

    job: str
    slot: str
    local: str
    at: datetime
    reason: Reason
    coalesced: int = 1

    @property
    def utc(self) -> str:
        return self.at.isoformat()


async def quiet_slots(
    database: Database,
    tenant_id: TenantId,
    *,
    timezone: str,
    since: datetime,
    until: datetime,
    catalogue: Mapping[str, Job] = CATALOGUE,
) -> list[Quiet]:
    """The tenant's quiet slots from `since` until before `until`, oldest first.

    Args:
        timezone: of the tenant, for `local`.
        since: not before the tenant was there.
    """
    async with database.system() as tx:
        batches = await system_store.batches(tx, since, until)
    async with database.transaction(tenant_id) as tx:
        own = await store.runs(tx, since=since - _LOOK_BACK, until=until + _LOOK_BACK, limit=None)
    have = {(run.job, run.slot) for run in own}
    quiet = []
    for batch in batches:
        triage = batch.job in catalogue and catalogue[batch.job].scope is Scope.TRIAGE
        if not triage or batch.state is not State.RAN or (batch.job, batch.slot) in have:
            continue
        local = Instant(batch.due_at).to_tz(timezone).to_fixed_offset().to_stdlib()
        quiet.append(
            Quiet(
                job=batch.job,
                slot=batch.slot,
                local=local.isoformat(),
                at=batch.due_at,
                reason=_reason(batch, own),
                coalesced=batch.detail.get("coalesced", 1),
            )
        )
    return quiet


_LOOK_BACK = timedelta(hours=1)


def _reason(batch: system_store.Batch, own: list[Run]) -> Reason:
    for run in own:
        still = run.finished_at is None or run.finished_at >= batch.due_at
        if run.job == batch.job and run.due_at < batch.due_at and still:
            return Reason.STILL_RUNNING
    return Reason.NOTHING_TO_LOOK_AT
