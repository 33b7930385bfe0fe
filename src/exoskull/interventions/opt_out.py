"""A person told the provider to stop: their word counts here as if they had told us."""

from dataclasses import replace
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.interventions.model import Intervention
from exoskull.scheduling.service import move_attention
from exoskull.tenants import service as tenants


async def opt_out(tx: Transaction, refused: Intervention, *, at: datetime) -> None:
    """Write no more on the channel of `refused`, till the person turns it on again."""
    tenant = await tenants.current(tx)
    left = tuple(channel for channel in tenant.channels if channel is not refused.channel)
    if left != tenant.channels:
        changed = replace(tenant, channels=left)
        await tenants.change(tx, changed, at=at, trace=refused.trace)
        await move_attention(tx, "settings", at)
