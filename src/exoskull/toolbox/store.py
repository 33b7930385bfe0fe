"""SQL of tool servers and of the uses of their tools."""

from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from exoskull.database.transaction import Transaction
from exoskull.toolbox.model import ToolServer, ToolUse, UseState

_SERVER: LiteralString = """id, name, url, has_key, added_at, looked_at, trouble, tools, seen,
    accepted, removed_at"""
_USE: LiteralString = """id, server_id, server, tool, arguments, content_hash, state, reason,
    result, asked_at, begun_at, ended_at, authorization_id, trace"""


async def servers(tx: Transaction) -> list[ToolServer]:
    """The servers in use, by name."""
    return await tx.fetch(
        ToolServer,
        f"""
        select {_SERVER} from tool_servers
         where tenant_id = %(tenant)s and removed_at is null order by name
        """,
        tenant=tx.tenant_id,
    )


async def server(tx: Transaction, name: str) -> ToolServer | None:
    """The server in use of this name, locked until `tx` ends."""
    return await tx.maybe(
        ToolServer,
        f"""
        select {_SERVER} from tool_servers
         where tenant_id = %(tenant)s and name = %(name)s and removed_at is null for update
        """,
        tenant=tx.tenant_id,
        name=name,
    )


async def insert(tx: Transaction, one: ToolServer) -> bool:
    """Add a server; False where one of this name is in use."""
    return bool(
        await tx.execute(
            f"""
            insert into tool_servers (tenant_id, {_SERVER})
            values (%(tenant)s, %(id)s, %(name)s, %(url)s, %(has_key)s, %(added_at)s,
                    %(looked_at)s, null, %(tools)s, %(seen)s, %(accepted)s, null)
            on conflict (tenant_id, name) where removed_at is null do nothing
            """,
            tenant=tx.tenant_id,
            id=one.id,
            name=one.name,
            url=one.url,
            has_key=one.has_key,
            added_at=one.added_at,
            looked_at=one.looked_at,
            tools=Jsonb(one.tools),
            seen=one.seen,
            accepted=one.accepted,
        )
    )


async def save_look(
    tx: Transaction,
    id: UUID,
    *,
    at: datetime,
    tools: list[dict[str, Any]] | None,
    seen: str | None,
    trouble: str | None,
) -> None:
    """Keep what a look at the server brought; tools stay as they were where it failed."""
    await tx.execute(
        """
        update tool_servers
           set looked_at = %(at)s, trouble = %(trouble)s,
               tools = coalesce(%(tools)s, tools), seen = coalesce(%(seen)s, seen)
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=id,
        at=at,
        tools=None if tools is None else Jsonb(tools),
        seen=seen,
        trouble=trouble,
    )


async def accept(tx: Transaction, id: UUID, seen: str) -> bool:
    """Accept the tools as last seen; False where they are others by now."""
    return bool(
        await tx.execute(
            """
            update tool_servers set accepted = seen
             where tenant_id = %(tenant)s and id = %(id)s and seen = %(seen)s
            """,
            tenant=tx.tenant_id,
            id=id,
            seen=seen,
        )
    )


async def remove(tx: Transaction, id: UUID, at: datetime) -> None:
    await tx.execute(
        "update tool_servers set removed_at = %(at)s where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=id,
        at=at,
    )


async def begin(tx: Transaction, use: ToolUse) -> None:
    """Keep a use before it happens."""
    await tx.execute(
        f"""
        insert into tool_uses (tenant_id, {_USE})
        values (%(tenant)s, %(id)s, %(server_id)s, %(server)s, %(tool)s, %(arguments)s, %(hash)s,
                %(state)s, %(reason)s, null, %(asked_at)s, %(begun_at)s, %(ended_at)s,
                %(authorization)s,
                %(trace)s)
        """,
        tenant=tx.tenant_id,
        id=use.id,
        server_id=use.server_id,
        server=use.server,
        tool=use.tool,
        arguments=Jsonb(use.arguments),
        hash=use.content_hash,
        state=use.state,
        reason=use.reason,
        asked_at=use.asked_at,
        begun_at=use.begun_at,
        ended_at=use.ended_at,
        authorization=use.authorization_id,
        trace=use.trace,
    )


async def move(
    tx: Transaction,
    id: UUID,
    *,
    before: UseState,
    to: UseState,
    at: datetime,
    reason: str | None = None,
    result: str | None = None,
    authorization_id: UUID | None = None,
) -> ToolUse | None:
    """Move a use on from the state `before`; None where it is in another."""
    return await tx.maybe(
        ToolUse,
        f"""
        update tool_uses
           set state = %(to)s, reason = %(reason)s, result = %(result)s,
               authorization_id = coalesce(%(authorization)s, authorization_id),
               begun_at = case when %(to)s = 'running' then %(at)s else begun_at end,
               ended_at = case when %(to)s in ('asked', 'running') then null else %(at)s end
         where tenant_id = %(tenant)s and id = %(id)s and state = %(before)s
        returning {_USE}
        """,
        tenant=tx.tenant_id,
        id=id,
        before=before,
        to=to,
        at=at,
        reason=reason,
        result=result,
        authorization=authorization_id,
    )


async def use(tx: Transaction, id: UUID) -> ToolUse | None:
    return await tx.maybe(
        ToolUse,
        f"select {_USE} from tool_uses where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=id,
    )


async def asked_alike(tx: Transaction, content_hash: str) -> ToolUse | None:
    """The newest use of exactly this that waits for the person's word."""
    return await tx.maybe(
        ToolUse,
        f"""
        select {_USE} from tool_uses
         where tenant_id = %(tenant)s and content_hash = %(hash)s and state = 'asked'
         order by asked_at desc, id desc limit 1
        """,
        tenant=tx.tenant_id,
        hash=content_hash,
    )


async def asked(tx: Transaction) -> list[ToolUse]:
    """Uses that wait for the person's word, or have it and have not happened, oldest first."""
    return await tx.fetch(
        ToolUse,
        f"""
        select {_USE} from tool_uses
         where tenant_id = %(tenant)s and state = 'asked' order by asked_at, id
        """,
        tenant=tx.tenant_id,
    )


async def uses(tx: Transaction, *, limit: int, before: UUID | None = None) -> list[ToolUse]:
    """The newest uses, newest first; `before` pages back."""
    return await tx.fetch(
        ToolUse,
        f"""
        select {_USE} from tool_uses
         where tenant_id = %(tenant)s and (%(before)s::uuid is null or id < %(before)s::uuid)
         order by id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )


async def count_uses(tx: Transaction, before: UUID) -> int:
    """How many uses are older than the one called `before`."""
    return await tx.value(
        "select count(*) from tool_uses where tenant_id = %(tenant)s and id < %(before)s",
        tenant=tx.tenant_id,
        before=before,
    )


async def overdue(
    tx: Transaction, *, begun_by: datetime, asked_by: datetime
) -> list[tuple[UUID, UseState]]:
    """Uses that began by `begun_by` and nobody ended, and then those that have waited for the
    person's word since `asked_by` or longer."""
    rows = await tx.dicts(
        """
        select id, state from tool_uses
         where tenant_id = %(tenant)s
           and (state = 'running' and begun_at <= %(begun_by)s
                or state = 'asked' and asked_at <= %(asked_by)s)
         order by state desc, id
        """,
        tenant=tx.tenant_id,
        begun_by=begun_by,
        asked_by=asked_by,
    )
    return [(row["id"], UseState(row["state"])) for row in rows]
