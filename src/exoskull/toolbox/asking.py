"""Uses that somebody else proposes: the person says yes to exactly this first, whatever rules say;
then it happens, once."""

from collections.abc import Mapping
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants import service as grants
from exoskull.grants.decide import decide
from exoskull.grants.model import Effect
from exoskull.interventions import approvals
from exoskull.kit.ids import TenantId, TraceId
from exoskull.scheduling.service import move_attention
from exoskull.tenants.service import current
from exoskull.toolbox import service, store
from exoskull.toolbox.model import RemoteTool, ToolServer, ToolUse, UseState, content_hash
from exoskull.toolbox.service import SUBJECT
from exoskull.toolbox.shed import Shed, Used


async def usable(tx: Transaction, shed: Shed) -> list[tuple[ToolServer, RemoteTool]]:
    """The tools that a rule lets be used, if only after a yes, by server and as they come."""
    servers = [one for one in await store.servers(tx) if not one.has_changed]
    if not servers:
        return []
    at = shed.clock.now()
    rules = await grants.rules(tx, at=at, ids=shed.ids)
    usage = await grants.usage(tx, (await current(tx)).local_date(at))
    return [
        (server, tool)
        for server in servers
        for tool in server.offers
        if decide(server.action(tool), rules, usage, at).effect is not Effect.DENY
    ]


async def propose(
    shed: Shed,
    tx: Transaction,
    server: str,
    tool: str,
    arguments: Mapping[str, Any],
    *,
    by: str,
    trace: TraceId,
) -> Used:
    """Ask the person whether the tool may do exactly this; nothing happens yet.

    The same once more, while it waits, is not asked anew: then there is no `code`.

    Raises:
        NotFound, InvalidInput, Conflict: as for a use.
    """
    at = shed.clock.now()
    found, offered, given = await service.offered(tx, server, tool, arguments)
    exactly = content_hash(found.id, offered.name, given)
    waiting = await store.asked_alike(tx, exactly)
    if waiting is not None:
        return Used(use=waiting)
    rules = await grants.rules(tx, at=at, ids=shed.ids)
    usage = await grants.usage(tx, (await current(tx)).local_date(at))
    decision = decide(found.action(offered), rules, usage, at)
    denied = decision.effect is Effect.DENY
    fresh = ToolUse(
        id=shed.ids.new(),
        server_id=found.id,
        server=found.name,
        tool=offered.name,
        arguments=given,
        content_hash=exactly,
        state=UseState.REFUSED if denied else UseState.ASKED,
        reason=decision.reason.value if denied else "proposed",
        result=None,
        asked_at=at,
        begun_at=None,
        ended_at=at if denied else None,
        authorization_id=None,
        trace=trace,
    )
    await store.begin(tx, fresh)
    action = str(found.action(offered))
    await publish(tx, service.event(fresh, fresh.state.value, at, by=by, action=action))
    if denied:
        return Used(use=fresh)
    await move_attention(tx, f"tool:{fresh.id}", at + approvals.LIFETIME)
    _, code = await approvals.ask(
        tx,
        subject_kind=SUBJECT,
        subject_id=fresh.id,
        content_hash=exactly,
        at=at,
        ids=shed.ids,
    )
    return Used(use=fresh, code=code)


async def approved(tx: Transaction) -> list[ToolUse]:
    """Uses that the person said yes to, and that have not happened yet, oldest first."""
    waiting = await store.asked(tx)
    return [one for one in waiting if await approvals.is_approved(tx, one.id, one.content_hash)]


async def happen(shed: Shed, tenant_id: TenantId, use: ToolUse, *, by: str) -> ToolUse:
    """What becomes of a use that the person said yes to. No transaction is open.

    Raises:
        NotFound, Conflict: the server is gone, or its tools are others by now.
    """
    done = await service.use(
        shed, tenant_id, use.server, use.tool, use.arguments, by=by, trace=use.trace
    )
    return done.use
