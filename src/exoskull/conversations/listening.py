"""What the person wrote and nobody has listened to yet: for what looks at a conversation once it
has gone quiet."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.conversations import store
from exoskull.conversations.model import Message
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId

QUIET_FOR = timedelta(minutes=10)
"""So long after the person's last message a conversation is over."""


async def quiet_conversations(tx: Transaction, at: datetime, limit: int) -> list[TenantId]:
    """Tenants whose conversation is over and not listened to, the longest waiting first: the
    source of post-conversation.

    In a transaction of the installation. It costs by the messages that wait, and nothing where
    nobody wrote.
    """
    return await store.quiet_tenants(tx, at - QUIET_FOR, limit)


async def unheard(tx: Transaction, at: datetime) -> list[Message]:
    """The person's messages that wait, oldest first; none as long as the conversation goes on."""
    waiting = await store.unheard(tx)
    if waiting and waiting[-1].at > at - QUIET_FOR:
        return []
    return waiting


async def take_heard(tx: Transaction, messages: Sequence[UUID]) -> set[UUID]:
    """Mark `messages` as listened to; returns those that nobody had taken before."""
    return await store.take_heard(tx, messages)


async def texts(tx: Transaction, messages: Sequence[UUID]) -> dict[UUID, str]:
    """The words of the messages that are still there."""
    return await store.texts(tx, messages)
