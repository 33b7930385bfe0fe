"""The rows of the last weeks, gathered for a look."""

from datetime import datetime, timedelta

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.ledger import preferences
from exoskull.levers import service as levers
from exoskull.levers.model import is_demoted
from exoskull.optimization import store
from exoskull.optimization.seen import Seen
from exoskull.signals import service as signals
from exoskull.signals.daily import by_day
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

LOOKS_BACK = timedelta(days=60)


async def gather(
    tx: Transaction, *, at: datetime, reachable: frozenset[ChannelName] | None = None
) -> Seen:
    """What there is to observe and to measure by at `at`.

    Args:
        reachable: the channels that the installation can use; None: any that the person has.
    """
    tenant = await current(tx)
    since = at - LOOKS_BACK
    measures = await signals.since(tx, since)
    metrics = sorted({one.metric for one in measures})
    pulled = await levers.current(tx)
    ways = {
        channel.value
        for channel in tenant.channels
        if _reaches(tenant, channel)
        and (reachable is None or channel in reachable)
        and not is_demoted(pulled, channel.value, at)
    }
    return Seen(
        at=at,
        tenant=tenant,
        tries=await store.tries(tx, since),
        deliveries=await store.deliveries(tx, since),
        looked=await store.looked(tx, since, tenant.zone),
        found=await store.found(tx, since),
        days={metric: by_day(measures, metric, tenant.zone) for metric in metrics},
        goals=await goals.active(tx),
        gaps=await store.open_gaps(tx),
        levers=pulled,
        corrections=await preferences.corrections(tx),
        ways=frozenset(ways),
    )


def _reaches(tenant: Tenant, channel: ChannelName) -> bool:
    return channel is ChannelName.IN_APP or tenant.address(channel) is not None
