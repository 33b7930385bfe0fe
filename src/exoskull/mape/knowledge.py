"""Knowledge: what a cycle reads before it thinks."""

from datetime import datetime, timedelta

from exoskull.channels.model import ChannelName
from exoskull.conversations import service as conversations
from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.grants import service as grants
from exoskull.interventions import service as interventions
from exoskull.kit.ids import Ids
from exoskull.learning import Arm, Design, Evidence, Posterior, posterior, shipped_prior
from exoskull.ledger import service as ledger
from exoskull.mape.model import Knowledge
from exoskull.mape.plan import FRAMINGS, HOURS
from exoskull.outcomes import service as outcomes
from exoskull.signals import service as signals
from exoskull.tasks import service as tasks
from exoskull.tenants.service import current

MEASURES_FOR = timedelta(days=60)
REMEMBERS_FOR = timedelta(days=30)

DESIGN = Design.of(
    Arm(channel=channel.value, hour=hour, framing=framing)
    for channel in ChannelName
    for hour in HOURS
    for framing in FRAMINGS
)
"""The arms of the installation; a person's possible ones are a subset."""


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
    return Knowledge(
        tenant=tenant,
        measures=await signals.since(tx, at - MEASURES_FOR),
        goals=await goals.active(tx),
        open_tasks=await tasks.open_tasks(tx),
        done_tasks=await tasks.done_since(tx, at - timedelta(days=7)),
        last_inbound=last_inbound[1] if last_inbound else None,
        last_inbound_id=last_inbound[0] if last_inbound else None,
        interventions=await interventions.since(tx, at - REMEMBERS_FOR),
        outcomes=await outcomes.since(tx, at - REMEMBERS_FOR),
        decisions=await ledger.since(tx, today - timedelta(days=400)),
        posterior=await load_posterior(tx),
        rules=await grants.rules(tx, at=at, ids=ids),
        usage=await grants.usage(tx, today),
        reachable=reachable,
    )


async def load_posterior(tx: Transaction) -> Posterior:
    """What is believed of this person: the shipped prior, and their evidence if any."""
    state = await ledger.posterior_state(tx)
    if state is None:
        return untaught()
    return Posterior.from_json(state["posterior"])


def untaught() -> Posterior:
    """What is believed of somebody nothing is known of."""
    return _UNTAUGHT


_UNTAUGHT = posterior(shipped_prior(DESIGN), Evidence.none(DESIGN))
