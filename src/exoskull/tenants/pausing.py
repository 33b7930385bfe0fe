"""The pause switch, by the person's own hand."""

from dataclasses import replace
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TraceId
from exoskull.scheduling.service import move_attention
from exoskull.tenants import service
from exoskull.tenants.model import Tenant


def end_of_today(tenant: Tenant, at: datetime) -> datetime:
    """The instant at which the person's next day begins."""
    return tenant.day_end(at)


async def pause(tx: Transaction, until: datetime | None, *, at: datetime, trace: TraceId) -> Tenant:
    """Send nothing until `until`; None ends a pause."""
    before = await service.hold(tx)
    changed = replace(before, paused_until=until)
    await service.change(tx, changed, at=at, trace=trace)
    await move_attention(tx, "pause", at)
    return changed
