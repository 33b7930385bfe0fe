"""One call of a verb by an agent: a transaction of its own, through the gate, kept with its end.

An agent is not the person: where no rule speaks of a verb, or one says "ask", the person is asked
in the thread, and the call waits for their yes to exactly these arguments.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import jsonschema

from exoskull.conversations import runs, service
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.gating import SUBJECT, described
from exoskull.conversations.leash import content_hash
from exoskull.conversations.model import Via
from exoskull.conversations.parts import Parts
from exoskull.conversations.runs import CallState, RunState, ToolCall
from exoskull.conversations.tools.catalogue import VERBS
from exoskull.conversations.tools.verb import QUOTE, Verb
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.grants import service as grants
from exoskull.grants.model import Action, Authorization, Effect
from exoskull.interventions import approvals
from exoskull.kit.errors import InvalidInput, NotFound, Refused
from exoskull.kit.ids import TenantId, TraceId
from exoskull.tenants.service import current

NEEDS_A_MESSAGE = frozenset({"remember"})
"""Verbs that rest on what the person said in a message; an agent has none to show."""

OFFERED: Mapping[str, Verb] = {one.name: one for one in VERBS if one.name not in NEEDS_A_MESSAGE}

NOTHING = "There is nothing."


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What came of a call, as the agent is told it."""

    state: CallState
    told: str


def parameters(verb: Verb) -> dict[str, Any]:
    """JSON Schema of the arguments an agent gives: without a quote of the person's message."""
    schema = verb.parameters
    schema["properties"] = {k: v for k, v in schema["properties"].items() if k != QUOTE}
    schema["required"] = [name for name in schema["required"] if name != QUOTE]
    return schema


def checked(name: str, arguments: Mapping[str, Any]) -> tuple[Verb, dict[str, Any]]:
    """The verb and its arguments.

    Raises:
        NotFound: `mcp.no_verb`.
        InvalidInput: `mcp.wrong_arguments`, naming the argument.
    """
    verb = OFFERED.get(name)
    if verb is None:
        raise NotFound("mcp.no_verb", field="name", name=name[:64], known=", ".join(OFFERED))
    given = dict(arguments)
    found = next(jsonschema.Draft202012Validator(parameters(verb)).iter_errors(given), None)
    if found is not None:
        where = ".".join(str(part) for part in found.absolute_path) or name
        raise InvalidInput("mcp.wrong_arguments", field=where, what=found.message[:200])
    return verb, given


async def call(
    parts: Parts, tenant_id: TenantId, name: str, arguments: Mapping[str, Any]
) -> Called:
    """Do what the agent asks for, if the gate lets it.

    Raises:
        ExoSkullError: it cannot be done; nothing was changed.
        Refused: `mcp.denied`: a rule forbids it.
    """
    verb, given = checked(name, arguments)
    async with parts.database.transaction(tenant_id) as tx:
        desk = Desk(
            tx=tx,
            tenant=await current(tx),
            at=parts.clock.now(),
            ids=parts.ids,
            trace=TraceId(parts.ids.new()),
            message_id=parts.ids.new(),
            via=Via.API.value,
        )
        await runs.begin(tx, message_id=desk.message_id, answer_id=desk.message_id, at=desk.at)
        done = await _done(desk, verb, given)
        await runs.insert_call(tx, done)
        await runs.end(tx, desk.message_id, RunState.ANSWERED, why=None, at=desk.at)
        if not verb.looks:
            await publish(tx, _event(done))
        if done.state is CallState.REFUSED:
            denied = Refused("mcp.denied", field="name", action=verb.action)
        else:
            denied = None
    if denied is not None:
        raise denied
    return Called(state=done.state, told=done.told)


async def _done(desk: Desk, verb: Verb, given: dict[str, Any]) -> ToolCall:
    made = ToolCall(
        id=desk.ids.new(),
        message_id=desk.message_id,
        tool=verb.name,
        arguments=given,
        content_hash=content_hash(verb.name, given),
        state=CallState.DONE,
        told="",
        receipts=[],
        at=desk.at,
        answered_at=None,
        trace=desk.trace,
    )
    says = await _gate(desk, verb)
    if says is Effect.DENY:
        return replace(made, state=CallState.REFUSED, told=f"Not done: {verb.action} is denied.")
    if says is Effect.ASK:
        _, code = await approvals.ask(
            desk.tx,
            subject_kind=SUBJECT,
            subject_id=made.id,
            content_hash=made.content_hash,
            at=desk.at,
            ids=desk.ids,
        )
        asked = desk.say("mcp-asked", what=described(desk, verb, given), code=code)
        await service.say(desk.tx, asked, via=Via.API, at=desk.at, ids=desk.ids, trace=desk.trace)
        told = desk.say("mcp-waits")  # without the code: an agent does not answer for the person
        return replace(made, state=CallState.HELD, told=told)
    lines = await verb.act(desk, given)
    return replace(made, told="\n".join(lines) or NOTHING, receipts=[] if verb.looks else lines)


async def _gate(desk: Desk, verb: Verb) -> Effect:
    if verb.action is None:
        return Effect.ALLOW
    permitted = await grants.authorize(
        desk.tx,
        Action.parse(verb.action),
        at=desk.at,
        local_date=desk.now.date(),
        ids=desk.ids,
    )
    if isinstance(permitted, Authorization):
        await grants.commit(desk.tx, permitted.id)
        return Effect.ALLOW
    return permitted.effect


def _event(call: ToolCall) -> Event:
    data = {"id": str(call.id), "tool": call.tool, "state": call.state.value}
    return Event(at=call.at, kind="agent.called", trace=call.trace, data=data)
