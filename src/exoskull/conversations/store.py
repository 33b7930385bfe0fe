"""SQL of messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.conversations.model import Message
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId

_COLUMNS: LiteralString = "id, at, direction, channel, sender, text, origin_id, in_reply_to, trace"


async def insert(tx: Transaction, message: Message) -> bool:
    """Add a message; False where one of the same origin is there already."""
    touched = await tx.execute(
        f"""
        insert into messages (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(at)s, %(direction)s, %(channel)s, %(sender)s, %(text)s,
                %(origin_id)s, %(in_reply_to)s, %(trace)s)
        on conflict (tenant_id, channel, origin_id) do nothing
        """,
        tenant=tx.tenant_id,
        id=message.id,
        at=message.at,
        direction=message.direction,
        channel=message.channel,
        sender=message.sender,
        text=message.text,
        origin_id=message.origin_id,
        in_reply_to=message.in_reply_to,
        trace=message.trace,
    )
    return touched == 1


async def latest(tx: Transaction, *, limit: int, before: datetime | None = None) -> list[Message]:
    """The newest messages, oldest of them first."""
    newest = await tx.fetch(
        Message,
        f"""
        select {_COLUMNS} from messages
         where tenant_id = %(tenant)s and (%(before)s::timestamptz is null or at < %(before)s)
         order by at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        limit=limit,
        before=before,
    )
    return newest[::-1]


async def last_inbound(tx: Transaction) -> tuple[UUID, datetime] | None:
    """The id and time of the last message from the person; a stranger's is none."""
    rows = await tx.dicts(
        """
        select id, at from messages
         where tenant_id = %(tenant)s and direction = 'in' and sender is null
         order by at desc, id desc limit 1
        """,
        tenant=tx.tenant_id,
    )
    return (rows[0]["id"], rows[0]["at"]) if rows else None


async def inbound_since(tx: Transaction, at: datetime) -> list[datetime]:
    """When the person wrote, at or after `at`, oldest first; a stranger's words are left out."""
    rows = await tx.dicts(
        """
        select at from messages
         where tenant_id = %(tenant)s and direction = 'in' and sender is null and at >= %(at)s
         order by at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )
    return [row["at"] for row in rows]


async def get(tx: Transaction, message_id: UUID) -> Message | None:
    return await tx.maybe(
        Message,
        f"select {_COLUMNS} from messages where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=message_id,
    )


async def by_origin(tx: Transaction, channel: str, origin_id: str) -> Message:
    """The message of that origin; raises NotFound."""
    return await tx.one(
        Message,
        f"""
        select {_COLUMNS} from messages
         where tenant_id = %(tenant)s and channel = %(channel)s and origin_id = %(origin)s
        """,
        tenant=tx.tenant_id,
        channel=channel,
        origin=origin_id,
    )


async def mark_unheard(tx: Transaction, message: Message) -> None:
    """Have the message listened to, once the conversation has gone quiet."""
    await tx.execute(
        """
        insert into unheard_messages (tenant_id, message_id, at)
        values (%(tenant)s, %(id)s, %(at)s) on conflict do nothing
        """,
        tenant=tx.tenant_id,
        id=message.id,
        at=message.at,
    )


async def unheard(tx: Transaction) -> list[Message]:
    """The messages that wait to be listened to, oldest first."""
    return await tx.fetch(
        Message,
        """
        select m.id, m.at, m.direction, m.channel, m.sender, m.text, m.origin_id, m.in_reply_to,
               m.trace
          from unheard_messages u
          join messages m on m.tenant_id = u.tenant_id and m.id = u.message_id
         where u.tenant_id = %(tenant)s
         order by m.at, m.id
        """,
        tenant=tx.tenant_id,
    )


async def take_heard(tx: Transaction, messages: Sequence[UUID]) -> set[UUID]:
    """No longer waiting; returns those that were."""
    rows = await tx.dicts(
        """
        delete from unheard_messages
         where tenant_id = %(tenant)s and message_id = any(%(ids)s)
        returning message_id
        """,
        tenant=tx.tenant_id,
        ids=list(messages),
    )
    return {row["message_id"] for row in rows}


async def texts(tx: Transaction, messages: Sequence[UUID]) -> dict[UUID, str]:
    rows = await tx.dicts(
        "select id, text from messages where tenant_id = %(tenant)s and id = any(%(ids)s)",
        tenant=tx.tenant_id,
        ids=list(messages),
    )
    return {row["id"]: row["text"] for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tenant:
    tenant_id: TenantId


async def quiet_tenants(tx: Transaction, since: datetime, limit: int) -> list[TenantId]:
    """Tenants whose newest waiting message is from `since` or before, the longest waiting first."""
    found = await tx.fetch(
        _Tenant,
        "select tenant_id from system_quiet_conversations(%(since)s, %(limit)s)",
        since=since,
        limit=limit,
    )
    return [row.tenant_id for row in found]


async def of_strangers(tx: Transaction, *, since: datetime) -> list[Message]:
    """Mail that strangers sent at or after `since`, oldest first."""
    return await tx.fetch(
        Message,
        f"""
        select {_COLUMNS} from messages
         where tenant_id = %(tenant)s and direction = 'in' and sender is not null
           and channel = 'email' and at >= %(since)s
         order by at, id limit 50
        """,
        tenant=tx.tenant_id,
        since=since,
    )
