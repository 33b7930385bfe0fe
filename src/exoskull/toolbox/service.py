"""Adding servers, and using their tools: gate, call, receipt.

A use is three steps, none of which holds a transaction over the network: permission is taken and
the use kept as running; the call; what came of it. A program that dies between leaves it running,
and `sweep` says that it is not known: nothing is done twice.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.grants import service as grants
from exoskull.grants.decide import Decision
from exoskull.grants.model import Authorization, Effect
from exoskull.interventions import approvals
from exoskull.kit.errors import Conflict, ExoSkullError, InvalidInput, NotFound, Unavailable
from exoskull.kit.ids import TenantId, TraceId
from exoskull.kit.plain import plain
from exoskull.scheduling.service import move_attention
from exoskull.tenants.service import current
from exoskull.toolbox import connect, store
from exoskull.toolbox.model import (
    ARGUMENTS_MAX,
    RemoteTool,
    ToolServer,
    ToolUse,
    UseState,
    content_hash,
    fingerprint,
    parse_name,
    parse_url,
)
from exoskull.toolbox.shed import Shed, Used

SUBJECT = "tool_use"
"""`subject_kind` of a question about the use of a tool."""

SERVERS_MAX = 10
RUNS_FOR = timedelta(minutes=10)
"""How long a use may be running before nobody knows what became of it."""


async def add(
    shed: Shed, tenant_id: TenantId, *, name: str, url: str, key: str | None
) -> ToolServer:
    """Add a server for a person, after a look at it; its tools do nothing before a rule says so.

    Raises:
        InvalidInput: a name, address or tool that cannot be; nothing is kept.
        Unavailable: it does not answer.
        Conflict: `toolbox.name_taken`, `toolbox.too_many_servers`.
    """
    parse_name(name)
    parse_url(url, sorted(shed.hosts))
    tools = await connect.look(url, key)
    at, seen = shed.clock.now(), fingerprint(tools)
    added = ToolServer(
        id=shed.ids.new(),
        name=name,
        url=url,
        has_key=key is not None,
        added_at=at,
        looked_at=at,
        trouble=None,
        tools=[one.to_json() for one in tools],
        seen=seen,
        accepted=seen,
        removed_at=None,
    )
    async with shed.database.transaction(tenant_id) as tx:
        if len(await store.servers(tx)) >= SERVERS_MAX:
            raise Conflict("toolbox.too_many_servers", most=SERVERS_MAX)
        if not await store.insert(tx, added):
            raise Conflict("toolbox.name_taken", field="name", name=name)
        if key is not None:
            await shed.secrets.keep(tx, _secret(added), key)
        await publish(tx, _server_event(added, "added", at, shed))
    return added


async def look_again(shed: Shed, tenant_id: TenantId, name: str) -> ToolServer:
    """Ask a server anew what it offers. Other tools than the accepted ones wait for the person."""
    async with shed.database.transaction(tenant_id) as tx:
        found = await named(tx, name)
        key = await shed.secrets.read(tx, _secret(found))
    try:
        parse_url(found.url, sorted(shed.hosts))
        tools, trouble = await connect.look(found.url, key), None
    except ExoSkullError as error:
        tools, trouble = None, error.key
    at = shed.clock.now()
    async with shed.database.transaction(tenant_id) as tx:
        await store.save_look(
            tx,
            found.id,
            at=at,
            tools=None if tools is None else [one.to_json() for one in tools],
            seen=None if tools is None else fingerprint(tools),
            trouble=trouble,
        )
        after = await named(tx, name)
        if after.has_changed and not found.has_changed:
            await publish(tx, _server_event(after, "changed", at, shed))
    return after


async def accept(shed: Shed, tx: Transaction, name: str, *, seen: str, at: datetime) -> ToolServer:
    """Accept the tools that the person was shown, by the hash `seen`.

    Raises:
        Conflict: `toolbox.changed`: they are others by now.
    """
    found = await named(tx, name)
    if not await store.accept(tx, found.id, seen):
        raise Conflict("toolbox.changed", name=name)
    after = await named(tx, name)
    await publish(tx, _server_event(after, "accepted", at, shed))
    return after


async def remove(shed: Shed, tx: Transaction, name: str, *, at: datetime) -> None:
    """Remove a server with its key; what was done with it stays to be seen."""
    found = await named(tx, name)
    await store.remove(tx, found.id, at)
    await shed.secrets.drop(tx, _secret(found))
    await publish(tx, _server_event(found, "removed", at, shed))


async def named(tx: Transaction, name: str) -> ToolServer:
    """The server in use of this name; raises NotFound (`toolbox.no_server`)."""
    found = await store.server(tx, name)
    if found is None:
        raise NotFound("toolbox.no_server", field="server", server=name[:40])
    return found


async def use(
    shed: Shed,
    tenant_id: TenantId,
    server: str,
    tool: str,
    arguments: Mapping[str, Any],
    *,
    by: str,
    trace: TraceId | None = None,
) -> Used:
    """Use a tool once, if the gate lets it.

    Where a rule says "ask", the use waits for the person's yes to exactly these arguments; the
    same use again, after it, happens.

    Args:
        by: whose hand: `web`, `api`, `chat`.

    Raises:
        NotFound: `toolbox.no_server`, `toolbox.no_tool`.
        InvalidInput: `toolbox.too_long`.
        Conflict: `toolbox.changed`: its tools are others than those that were accepted.
    """
    trace = trace or TraceId(shed.ids.new())
    async with shed.database.transaction(tenant_id) as tx:
        begun, key, url = await _begin(shed, tx, server, tool, arguments, by=by, trace=trace)
    if begun.use.state is not UseState.RUNNING:
        return begun
    running = begun.use
    try:
        parse_url(url, sorted(shed.hosts))
        result = await connect.call(url, key, running.tool, running.arguments)
    except Unavailable as error:
        lost = error.key == "toolbox.no_answer"
        state = UseState.UNKNOWN if lost else UseState.FAILED
        return Used(use=await _end(shed, tenant_id, running, state, reason=error.key))
    except InvalidInput as error:
        failed = await _end(shed, tenant_id, running, UseState.FAILED, reason=error.key)
        return Used(use=failed)
    return Used(use=await _end(shed, tenant_id, running, UseState.DONE, result=result))


async def answer(
    tx: Transaction, question: approvals.Approval, *, yes: bool, by: str, at: datetime
) -> ToolUse:
    """The person's word on a use that waits; at a yes, the same use again happens.

    Raises:
        NotFound: `approval.not_open`.
        Conflict: `approval.changed`.
    """
    asked = await store.use(tx, question.subject_id)
    if asked is None or asked.state is not UseState.ASKED:
        raise NotFound("approval.not_open")
    if asked.content_hash != question.content_hash:
        raise Conflict("approval.changed")
    if await approvals.answer(tx, question.id, yes=yes, by=by, at=at) is None:
        raise NotFound("approval.not_open")
    if yes:
        await publish(tx, event(asked, "approved", at, by=by))
        return asked
    refused = await store.move(
        tx, asked.id, before=UseState.ASKED, to=UseState.REFUSED, at=at, reason="rejected"
    )
    assert refused is not None
    await publish(tx, event(refused, "refused", at, by=by))
    return refused


async def sweep(tx: Transaction, *, at: datetime) -> int:
    """Say of uses that nobody ended that it is not known what became of them; and let go of those
    that nobody answered."""
    found = await store.overdue(tx, begun_by=at - RUNS_FOR, asked_by=at - approvals.LIFETIME)
    for id, before in found:
        to, reason = (
            (UseState.UNKNOWN, "lost")
            if before is UseState.RUNNING
            else (UseState.REFUSED, "expired")
        )
        moved = await store.move(tx, id, before=before, to=to, at=at, reason=reason)
        if moved is not None:
            await publish(tx, event(moved, to.value, at))
    return len(found)


async def _begin(
    shed: Shed,
    tx: Transaction,
    server: str,
    tool: str,
    arguments: Mapping[str, Any],
    *,
    by: str,
    trace: TraceId,
) -> tuple[Used, str | None, str]:
    at = shed.clock.now()
    found, offering, given = await offered(tx, server, tool, arguments)
    exactly = content_hash(found.id, offering.name, given)
    waiting = await store.asked_alike(tx, exactly)
    approved = waiting is not None and await approvals.is_approved(tx, waiting.id, exactly)
    gate = await grants.authorize(
        tx,
        found.action(offering),
        at=at,
        local_date=(await current(tx)).local_date(at),
        ids=shed.ids,
        approved=approved,
    )
    key = await shed.secrets.read(tx, _secret(found))
    if waiting is not None and isinstance(gate, Authorization):
        running = await store.move(
            tx,
            waiting.id,
            before=UseState.ASKED,
            to=UseState.RUNNING,
            at=at,
            authorization_id=gate.id,
        )
        assert running is not None
        await move_attention(tx, f"tool:{running.id}", at + RUNS_FOR)
        return Used(use=running), key, found.url
    if waiting is not None and isinstance(gate, Decision) and gate.effect is Effect.ASK:
        return Used(use=waiting), key, found.url
    fresh = ToolUse(
        id=shed.ids.new(),
        server_id=found.id,
        server=found.name,
        tool=offering.name,
        arguments=given,
        content_hash=exactly,
        state=_first_state(gate),
        reason=gate.reason.value if isinstance(gate, Decision) else None,
        result=None,
        asked_at=at,
        begun_at=at if isinstance(gate, Authorization) else None,
        ended_at=at if _first_state(gate) is UseState.REFUSED else None,
        authorization_id=gate.id if isinstance(gate, Authorization) else None,
        trace=trace,
    )
    await store.begin(tx, fresh)
    if fresh.ended_at is None:
        waits = approvals.LIFETIME if fresh.state is UseState.ASKED else RUNS_FOR
        await move_attention(tx, f"tool:{fresh.id}", at + waits)
    if fresh.state is UseState.RUNNING:
        return Used(use=fresh), key, found.url
    await publish(
        tx, event(fresh, fresh.state.value, at, by=by, action=str(found.action(offering)))
    )
    if fresh.state is UseState.REFUSED:
        return Used(use=fresh), key, found.url
    _, code = await approvals.ask(
        tx,
        subject_kind=SUBJECT,
        subject_id=fresh.id,
        content_hash=exactly,
        at=at,
        ids=shed.ids,
    )
    return Used(use=fresh, code=code), key, found.url


def _first_state(gate: Authorization | Decision) -> UseState:
    if isinstance(gate, Authorization):
        return UseState.RUNNING
    return UseState.ASKED if gate.effect is Effect.ASK else UseState.REFUSED


async def offered(
    tx: Transaction, server: str, tool: str, arguments: Mapping[str, Any]
) -> tuple[ToolServer, RemoteTool, dict[str, Any]]:
    """The server, its tool as the person accepted it, and the arguments as they can be kept.

    Raises:
        NotFound: `toolbox.no_server`, `toolbox.no_tool`.
        InvalidInput: `toolbox.too_long`.
        Conflict: `toolbox.changed`.
    """
    found = await named(tx, server)
    if found.has_changed:
        raise Conflict("toolbox.changed", name=found.name)
    one = found.tool(tool)
    if one is None:
        raise NotFound("toolbox.no_tool", field="tool", tool=tool[:80], server=found.name)
    given = plain(dict(arguments))
    if len(str(given)) > ARGUMENTS_MAX:
        raise InvalidInput("toolbox.too_long", field="arguments", limit=ARGUMENTS_MAX // 1024)
    return found, one, given


async def _end(
    shed: Shed,
    tenant_id: TenantId,
    running: ToolUse,
    state: UseState,
    *,
    reason: str | None = None,
    result: str | None = None,
) -> ToolUse:
    at = shed.clock.now()
    async with shed.database.transaction(tenant_id) as tx:
        ended = await store.move(
            tx, running.id, before=UseState.RUNNING, to=state, at=at, reason=reason, result=result
        )
        if ended is None:  # it took so long that a sweep gave it up
            swept = await store.use(tx, running.id)
            assert swept is not None
            return swept
        if ended.authorization_id is not None:
            if state is UseState.FAILED:
                await grants.release(tx, ended.authorization_id)
            else:
                await grants.commit(tx, ended.authorization_id)
        await publish(tx, event(ended, state.value, at))
        return ended


def _secret(server: ToolServer) -> str:
    return f"tool-server:{server.id}"


def _server_event(one: ToolServer, verb: str, at: datetime, shed: Shed) -> Event:
    data = {
        "id": str(one.id),
        "name": one.name,
        "url": one.url,
        "tools": [tool.name for tool in one.offers],
    }
    return Event(at=at, kind=f"tool_server.{verb}", trace=TraceId(shed.ids.new()), data=data)


def event(use: ToolUse, verb: str, at: datetime, **more: Any) -> Event:
    """What the feed is told of a use."""
    data = {
        "id": str(use.id),
        "server": use.server,
        "tool": use.tool,
        "arguments": use.arguments,
        "reason": use.reason,
        **more,
    }
    return Event(at=at, kind=f"tool.{verb}", trace=use.trace, data=data)
