"""One call of a verb by a model: a transaction of its own, through the gate, with a receipt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from exoskull.conversations import runs
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.gating import SUBJECT, described, gate
from exoskull.conversations.leash import Touched, content_hash, holds_pasted, needs_yes, parted
from exoskull.conversations.outside import proposed
from exoskull.conversations.parts import Parts
from exoskull.conversations.runs import CallState, ToolCall
from exoskull.conversations.tools.remote import Remote
from exoskull.conversations.tools.verb import QUOTE, Verb
from exoskull.conversations.turn import Turn
from exoskull.database.transaction import Transaction
from exoskull.grants.model import Effect
from exoskull.interventions import approvals
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TenantId
from exoskull.memory.model import says
from exoskull.tenants.service import current

CALLS_MOST = 12
"""Of one answer; a model that goes on is told to stop."""

ASKED = "Not done: the person was asked and has to say yes first. Go on without it."
AGAIN = "Done before, in this very answer; not done again. It said then: "
TOO_MANY = "Not done: that were enough calls for one answer. Answer now."
OVER = "Not done: this answer is over."
NOTHING = "There is nothing."


@dataclass(slots=True, kw_only=True)
class Run:
    """A model at work on one message. Mutable: what it touched and what was really done grow."""

    here: Parts
    tenant_id: TenantId
    turn: Turn
    touched: Touched = field(default_factory=Touched)
    receipts: list[str] = field(default_factory=list)
    calls: int = 0

    def __post_init__(self) -> None:
        if holds_pasted(self.turn.message.text):
            self.touched = Touched(untrusted=True)

    def stored(self, words: str = "") -> str:
        """The answer as it is kept: what was done before the model came, its words, and what its
        calls did; the built-in answer where there is neither."""
        assert self.turn.answer is not None
        if not words and not self.receipts:
            return self.turn.answer.text
        told = "\n".join(dict.fromkeys(self.receipts))
        return "\n\n".join(part for part in (self.turn.done, words.strip(), told) if part)


async def call(run: Run, verb: Verb | Remote, arguments: dict[str, Any]) -> str:
    """Do what the model asks for, once; returns what it is told.

    Raises:
        ExoSkullError: it cannot be done; nothing was changed. The model is told so.
    """
    async with run.here.database.transaction(run.tenant_id) as tx:
        if not await runs.lock(tx, run.turn.message.id):
            return OVER
        wanted = content_hash(verb.name, arguments)
        before = await runs.calls(tx, run.turn.message.id)
        if earlier := next((one for one in before if one.content_hash == wanted), None):
            return AGAIN + earlier.told
        if len(before) >= CALLS_MOST:
            return TOO_MANY
        desk = await _desk(run, tx)
        made = _made(desk, verb.name, arguments)
        if isinstance(verb, Remote):
            assert run.here.shed is not None, "tools of others are offered only where there is one"
            done = await proposed(desk, run.here.shed, verb, made, arguments)
            done = replace(done, told=done.told or ASKED)
        else:
            _check_quote(run, verb, arguments)
            done = await _done(run, desk, verb, made)
        await runs.insert_call(tx, done)
        if done.receipts:
            run.receipts += done.receipts
            assert run.turn.answer is not None
            await runs.reword(tx, run.turn.answer.id, run.stored())
    if done.state is CallState.DONE:
        run.touched = run.touched.with_(verb)
    return done.told


async def _desk(run: Run, tx: Transaction) -> Desk:
    message = run.turn.message
    return Desk(
        tx=tx,
        tenant=await current(tx),
        at=run.here.clock.now(),
        ids=run.here.ids,
        trace=message.trace,
        message_id=message.id,
        via=message.channel.value,
    )


def _check_quote(run: Run, verb: Verb, arguments: Mapping[str, Any]) -> None:
    """What the person is taken at their word for must be their word: of this message, and not of
    what they pasted."""
    if verb.quoted and not says(parted(run.turn.message.text).own, str(arguments[QUOTE])):
        raise InvalidInput("chat.not_said", field=QUOTE)


def _made(desk: Desk, tool: str, arguments: dict[str, Any]) -> ToolCall:
    """The call, before anything became of it."""
    return ToolCall(
        id=desk.ids.new(),
        message_id=desk.message_id,
        tool=tool,
        arguments=arguments,
        content_hash=content_hash(tool, arguments),
        state=CallState.DONE,
        told="",
        receipts=[],
        at=desk.at,
        answered_at=None,
        trace=desk.trace,
    )


async def _done(run: Run, desk: Desk, verb: Verb, made: ToolCall) -> ToolCall:
    """The call, with what became of it."""
    arguments = made.arguments
    says_gate = await gate(desk, verb)
    if says_gate is Effect.DENY:
        line = desk.say("chat-refused", what=described(desk, verb, arguments))
        return replace(made, state=CallState.REFUSED, told=line, receipts=[line])
    if says_gate is Effect.ASK or needs_yes(run.touched, verb):
        _, code = await approvals.ask(
            desk.tx,
            subject_kind=SUBJECT,
            subject_id=made.id,
            content_hash=made.content_hash,
            at=desk.at,
            ids=desk.ids,
        )
        line = desk.say("chat-held", what=described(desk, verb, arguments), code=code)
        return replace(made, state=CallState.HELD, told=ASKED, receipts=[line])
    lines = await verb.act(desk, arguments)
    told = "\n".join(lines) or NOTHING
    return replace(made, told=told, receipts=[] if verb.looks else lines)
