"""What a provider says later of a message that it took over."""

from datetime import datetime

from exoskull.channels.model import DeliveryState, StatusUpdate
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants.service import release
from exoskull.interventions import store
from exoskull.interventions.model import Intervention, State
from exoskull.interventions.opt_out import opt_out
from exoskull.interventions.records import event
from exoskull.scheduling.service import move_attention
from exoskull.tenants.service import hold


async def provider_said(
    tx: Transaction, update: StatusUpdate, *, at: datetime
) -> Intervention | None:
    """Take a status call-back in; returns what it changed, if anything.

    A message that was sent and then reported undelivered has failed: its place in the day's limits
    is given back. Call-backs come twice and out of order; only that one step is made, and once.
    """
    if update.state is not DeliveryState.FAILED or update.failure is None:
        return None
    await hold(tx)  # before the message, as every claim does
    sent = await store.by_receipt(tx, update.receipt)
    if sent is None:
        return None
    failed = await store.change(
        tx,
        sent.id,
        from_=State.SENT,
        to=State.FAILED,
        failure=update.failure.reason,
        claimed_at=None,
        local_date=None,
        sent_at=None,
        outcome_due_at=None,  # nobody ignores what never came
    )
    if failed is None:
        return None
    if sent.authorization_id is not None:
        await release(tx, sent.authorization_id)
    await publish(tx, event(failed, "failed", at, why_not=update.failure.reason))
    await move_attention(tx, "delivery", at)
    if update.failure.opted_out:
        await opt_out(tx, failed, at=at)
    return failed
