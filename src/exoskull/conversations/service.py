"""The thread: what comes in, what is answered, and notices put beside it."""

from datetime import datetime
from uuid import UUID

from exoskull.conversations import store
from exoskull.conversations.model import Message, Via, Way
from exoskull.database.transaction import Transaction
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import Ids, TraceId


async def last_inbound(tx: Transaction) -> tuple[UUID, datetime] | None:
    """The id and time of the last message from the person."""
    return await store.last_inbound(tx)


async def inbound_since(tx: Transaction, at: datetime) -> list[datetime]:
    """When the person wrote, at or after `at`, oldest first."""
    return await store.inbound_since(tx, at)


async def thread(
    tx: Transaction, *, limit: int = 50, before: datetime | None = None
) -> list[Message]:
    """The newest messages and notices, oldest of them first."""
    return await store.latest(tx, limit=limit, before=before)


async def post_notice(tx: Transaction, sent: Intervention, at: datetime, *, ids: Ids) -> str:
    """Put an intervention into the thread as a notice; returns the row's id, read back."""
    notice = Message(
        id=ids.new(),
        at=at,
        direction=Way.OUT,
        channel=Via.NOTICE,
        sender=None,
        text=sent.text,
        origin_id=sent.idempotency_key,
        in_reply_to=sent.id,
        trace=sent.trace,
    )
    await store.insert(tx, notice)
    kept = await store.by_origin(tx, Via.NOTICE, sent.idempotency_key)
    return str(kept.id)


async def say(
    tx: Transaction,
    text: str,
    *,
    via: Via,
    at: datetime,
    ids: Ids,
    trace: TraceId,
    sender: str | None = None,
) -> Message:
    """Keep the assistant's answer in the thread. `sender`: whose words it only passes on."""
    answer = Message(
        id=ids.new(),
        at=at,
        direction=Way.OUT,
        channel=via,
        sender=sender,
        text=text,
        origin_id=None,
        in_reply_to=None,
        trace=trace,
    )
    await store.insert(tx, answer)
    return answer
