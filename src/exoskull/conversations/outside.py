"""Tools of other programs in the chat: proposed by a model, allowed by the person, then used."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from exoskull.channels.text import untrusted
from exoskull.conversations import service
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.model import Message
from exoskull.conversations.parts import Parts
from exoskull.conversations.runs import CallState, ToolCall
from exoskull.conversations.tools.remote import Remote, remotes
from exoskull.conversations.turn import Turn
from exoskull.conversations.unlinked import unlinked
from exoskull.database.transaction import Transaction
from exoskull.i18n import error_text, text
from exoskull.kit.errors import ExoSkullError
from exoskull.kit.ids import TenantId
from exoskull.tenants.service import current
from exoskull.toolbox import asking
from exoskull.toolbox.model import UseState
from exoskull.toolbox.shed import Shed

SENDER = "tool:"
"""Before a server's name, the sender of what its tools said: nobody takes it for ours."""

SHOWN_MOST = 1500
"""Characters of a tool's answer in the thread; the whole stands on the page of tools."""

ARGUMENTS_SHOWN = 600


async def offered(tx: Transaction, shed: Shed | None) -> list[Remote]:
    """The tools of other programs that a model may propose to use."""
    if shed is None:
        return []
    return remotes(
        (server.name, tool.name, tool.scope, tool.description, tool.parameters)
        for server, tool in await asking.usable(tx, shed)
    )


async def proposed(
    desk: Desk, shed: Shed, remote: Remote, made: ToolCall, arguments: dict[str, Any]
) -> ToolCall:
    """The call, kept as a question to the person with every argument in it.

    Raises:
        ExoSkullError: it cannot be proposed; nothing was changed.
    """
    used = await asking.propose(
        shed, desk.tx, remote.server, remote.tool, arguments, by="chat", trace=desk.trace
    )
    shown = json.dumps(dict(used.use.arguments), ensure_ascii=False)[1:-1]
    given = untrusted(shown, limit=ARGUMENTS_SHOWN)
    about = {"tool": used.use.tool, "server": used.use.server, "given": given}
    if used.use.state is UseState.REFUSED:
        line = desk.say("chat-tool-refused", **about)
        return replace(made, state=CallState.REFUSED, told=line, receipts=[line])
    if used.code is None:
        line = desk.say("chat-tool-waits", **about)
    else:
        line = desk.say("chat-tool-asked", code=used.code, **about)
    return replace(made, state=CallState.HELD, receipts=[line])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What became of a use of a tool of `server`, in words."""

    text: str
    server: str


async def carried_out(here: Parts, tenant_id: TenantId, turn: Turn) -> Turn:
    """The turn with what became of the uses that it allowed, each done once and told by a message
    of its own. Never called with a transaction open."""
    if here.shed is None or not turn.allowed or turn.answer is None:
        return turn
    told = [await _happened(here, here.shed, tenant_id, one) for one in turn.allowed]
    async with here.database.transaction(tenant_id) as tx:
        kept = [
            await service.say(
                tx,
                one.text,
                via=turn.answer.channel,
                at=here.clock.now(),
                ids=here.ids,
                trace=turn.message.trace,
                sender=f"{SENDER}{one.server}",
            )
            for one in told
            if one is not None
        ]
    whole = "\n\n".join([turn.answer.text, *(one.text for one in kept)])
    return replace(turn, answer=replace(turn.answer, text=whole))


async def _happened(here: Parts, shed: Shed, tenant_id: TenantId, use_id: UUID) -> _Told | None:
    async with here.database.transaction(tenant_id) as tx:
        language = (await current(tx)).language.value
        waiting = [one for one in await asking.approved(tx) if one.id == use_id]
    if not waiting:
        return None
    (use,) = waiting
    about = {"tool": use.tool, "server": use.server}
    say = partial(text, language)
    try:
        done = await asking.happen(shed, tenant_id, use, by="chat")
    except ExoSkullError as error:
        why = error_text(error, language)
        return _Told(text=say("chat-tool-not-done", why=why, **about), server=use.server)
    match done.state:
        case UseState.DONE:
            said = unlinked(done.result or "", ()).strip()[:SHOWN_MOST]
            told = say("chat-tool-said", said=said, **about)
        case UseState.UNKNOWN:
            told = say("chat-tool-unknown", **about)
        case UseState.FAILED:
            told = say("chat-tool-failed", **about)
        case _:
            told = say("chat-tool-forbidden", **about)
    return _Told(text=told, server=use.server)


def said_by_tools(messages: Sequence[Message]) -> list[Message]:
    """Those of `messages` that are what a tool of another program answered."""
    return [one for one in messages if (one.sender or "").startswith(SENDER)]
