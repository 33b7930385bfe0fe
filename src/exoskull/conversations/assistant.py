"""What a model answers where the built-in reading did not, with the product's own verbs.

The message is kept, done as far as it was understood, and answered before a model is asked; that
answer stands until a better one is whole. Each thing that a verb does is told in the answer in the
same transaction that does it, so that a program which dies leaves nothing untold.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from exoskull.conversations import outside, runs, store
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.calling import Run, call
from exoskull.conversations.leash import Touched
from exoskull.conversations.parts import Parts
from exoskull.conversations.pieces import Acted, Done, Piece, Words
from exoskull.conversations.recall import material, said, said_by_others
from exoskull.conversations.runs import RunState
from exoskull.conversations.speaking import Speech
from exoskull.conversations.tongue import fits
from exoskull.conversations.tools.catalogue import VERBS
from exoskull.conversations.tools.remote import Remote
from exoskull.conversations.tools.verb import Verb
from exoskull.conversations.turn import Turn
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.ids import TenantId
from exoskull.language.model import Language
from exoskull.llm import prompts
from exoskull.llm.model import Called, Declined, Delta, Ended, Talk, Tool
from exoskull.tenants.service import current

TOKENS_MAX = 700
TURNS_MAX = 6
OPEN_FOR = timedelta(minutes=15)
"""So long a model may be at one answer before its program is taken for dead."""


def wants(turn: Turn) -> bool:
    """Whether there is anything left for a model to answer."""
    return turn.answer is not None and bool(turn.left)


async def answer(here: Parts, tenant_id: TenantId, turn: Turn) -> AsyncIterator[Piece]:
    """The pieces of a model's answer; the last one is Done, with the answer as it is stored.

    Without a model, or where it declines, or this message was taken before, the built-in answer
    stands. Never called with a transaction open.
    """
    begun = await _begin(here, tenant_id, turn)
    if begun is None:
        yield Done(turn=turn)
        return
    run = Run(here=here, tenant_id=tenant_id, turn=turn, touched=begun.touched)
    verbs: list[Verb | Remote] = [*VERBS, *begun.remotes]
    talk = replace(begun.talk, tools=[_tool(run, verb) for verb in verbs])
    speech, held = Speech(), ""

    def shown(words: str) -> list[Piece]:
        """The words, after what was done before them, as they will be stored; kept back while they
        seem to be in a language that is not the person's."""
        nonlocal held
        held += words
        if not held or not fits(speech.text, begun.language, turn.message.text):
            return []
        opening = f"{turn.done}\n\n" if turn.done and held == speech.text else ""
        piece, held = Words(text=opening + held), ""
        return [piece]

    ended: Ended | Declined | None = None
    async with aclosing(here.models.converse(tenant_id, talk)) as pieces:  # type: ignore[type-var]
        async for piece in pieces:
            done = bool(run.receipts)
            match piece:
                case Delta():
                    for one in shown(speech.hear(piece.text, receipts=done)):
                        yield one
                case Called():
                    for one in shown(speech.pause(receipts=done)):
                        yield one
                    if done:
                        yield Acted(turn=turn)
                case Ended() | Declined():
                    ended = piece
    if isinstance(ended, Ended):
        for one in shown(speech.close(receipts=bool(run.receipts))):
            yield one
    words = speech.text if isinstance(ended, Ended) else ""
    yield Done(turn=await _end(run, words, ended))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """What a model is asked, without its tools; those of other programs; and what the run has
    touched before it begins."""

    talk: Talk
    remotes: Sequence[Remote]
    touched: Touched
    language: Language


async def _begin(here: Parts, tenant_id: TenantId, turn: Turn) -> _Begun | None:
    """What a model is asked; None where there is no model, or the message was taken before."""
    if turn.answer is None or not await here.models.ready(tenant_id):
        return None
    at, message = here.clock.now(), turn.message
    async with here.database.transaction(tenant_id) as tx:
        await runs.lose(tx, at - OPEN_FOR, at=at)
        if not await runs.begin(tx, message_id=message.id, answer_id=turn.answer.id, at=at):
            return None
        tenant = await current(tx)
        desk = Desk(
            tx=tx,
            tenant=tenant,
            at=at,
            ids=here.ids,
            trace=message.trace,
            message_id=message.id,
            via=message.channel.value,
        )
        others = await said_by_others(desk, turn)
        language, asked = tenant.language, message.text

        def accept(text: str) -> list[str]:
            return [] if fits(text, language, asked) else ["It is in another language."]

        talk = Talk(
            prompt=prompts.load("chat", 1),
            material="\n\n".join(filter(None, [await material(desk, turn), others])),
            said=await said(desk, turn),
            trace=message.trace,
            language=language.value,
            tokens_max=TOKENS_MAX,
            turns_max=TURNS_MAX,
            accept=accept,
        )
        return _Begun(
            talk=talk,
            remotes=await outside.offered(tx, here.shed),
            touched=Touched(untrusted=bool(others)),
            language=language,
        )


def _tool(run: Run, verb: Verb | Remote) -> Tool:
    async def use(arguments: dict[str, Any]) -> str:
        return await call(run, verb, arguments)

    return Tool(
        name=verb.name,
        description=verb.description,
        parameters=dict(verb.parameters),
        run=use,
        private=verb.private,
        untrusted=verb.untrusted,
        outward=verb.outward,
    )


async def _end(run: Run, words: str, ended: Ended | Declined | None) -> Turn:
    """Keep the answer, and say that it is another one than before."""
    here, turn = run.here, run.turn
    assert turn.answer is not None
    at = here.clock.now()
    answered = isinstance(ended, Ended) and bool(words or run.receipts)
    state = RunState.ANSWERED if answered else RunState.DECLINED
    why = ended.why.value if isinstance(ended, Declined) else None if answered else "empty"
    async with here.database.transaction(run.tenant_id) as tx:
        if await runs.end(tx, turn.message.id, state, why=why, at=at):
            text = run.stored(words)
            if text != turn.answer.text:
                await runs.reword(tx, turn.answer.id, text)
                await publish(tx, await _revised(run, tx, at))
        kept = await store.get(tx, turn.answer.id)
    return replace(turn, answer=kept)


async def _revised(run: Run, tx: Transaction, at: datetime) -> Event:
    answer = run.turn.answer
    assert answer is not None
    made = await runs.calls(tx, run.turn.message.id)
    return Event(
        at=at,
        kind="message.revised",
        trace=answer.trace,
        data={
            "id": str(answer.id),
            "channel": answer.channel.value,
            "by": "model",
            "calls": [{"tool": one.tool, "state": one.state.value} for one in made],
        },
    )
