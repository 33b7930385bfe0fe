"""Knowledge: what a cycle reads before it thinks."""

from datetime import datetime, timedelta

from exoskull.channels.model import ChannelName
from exoskull.conversations import service as conversations
from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.grants import service as grants
from exoskull.interventions import service as interventions
from exoskull.kit.ids import Ids
from exoskull.ledger import preferences
from exoskull.ledger import service as ledger
from exoskull.ledger.learn import believed
from exoskull.levers import service as levers
from exoskull.mape.model import Knowledge
from exoskull.outcomes import service as outcomes
from exoskull.tasks import service as tasks
from exoskull.tenants.service import current

MEASURES_FOR = timedelta(days=60)
REMEMBERS_FOR = timedelta(days=30)


async def load_knowledge(
    tx: Transaction, *, at: datetime, ids: Ids, reachable: frozenset[ChannelName]
) -> Knowledge:
    """What is known of the tenant of `tx` at `at`.

    Args:
        reachable: the channels that the installation can use.
    """
    tenant = await current(tx)
    today = tenant.local_date(at)
    last_inbound = await conversations.last_inbound(tx)
    active = await goals.active(tx)
    return Knowledge(
        tenant=tenant,
        measures=await goals.measures(tx, active, since=at - MEASURES_FOR),
        goals=active,
        open_tasks=await tasks.open_tasks(tx),
        done_tasks=await tasks.done_since(tx, at - timedelta(days=7)),
        last_inbound=last_inbound[1] if last_inbound else None,
        last_inbound_id=last_inbound[0] if last_inbound else None,
        interventions=await interventions.since(tx, at - REMEMBERS_FOR),
        outcomes=await outcomes.since(tx, at - REMEMBERS_FOR),
        decisions=await ledger.since(tx, today - timedelta(days=400)),
        posterior=await believed(tx),
        preferences=[one for one in await preferences.current(tx) if one.spoken],
        corrections=await preferences.corrections(tx),
        rules=await grants.rules(tx, at=at, ids=ids),
        usage=await grants.usage(tx, today),
        reachable=reachable,
        levers=await levers.current(tx),
    )
