"""Asking models before a cycle decides: what the situation is, and which options they would take.

Read in a transaction, asked with none open. A model that has no answer leaves everything to the
built-in rules; what it was shown is not shown to it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from exoskull.conversations import service as conversations
from exoskull.conversations.model import Message, Via, Way
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId
from exoskull.llm.model import Answered, Ask, Feature
from exoskull.llm.prompts import load
from exoskull.mape import material, reading, store, thoughts_store
from exoskull.mape.analyze import analyze
from exoskull.mape.knowledge import load_knowledge
from exoskull.mape.loop import Loop
from exoskull.mape.model import (
    NO_THOUGHT,
    Context,
    Cycle,
    Knowledge,
    Proposal,
    Reading,
    Symptom,
    SymptomKind,
    Thought,
)
from exoskull.mape.monitor import monitor
from exoskull.mape.news import heard_since, is_news, seen
from exoskull.mape.options import open_options
from exoskull.mape.plan import may_be_decided
from exoskull.mape.reading import OptionsProposed, SituationRead

SIGNS_HOLD = timedelta(hours=24)
"""How long what was noticed is worth a decision."""

MESSAGES = 40
"""Newest lines of the thread that are looked at; the person's own among them."""

SITUATION = load("situation", 1)
OPTIONS = load("options", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What is there to ask about. `news`: rows that were not read before; `heard`: the person was,
    since the last decision."""

    known: Knowledge
    context: Context
    said: Sequence[Message]
    symptoms: Sequence[Symptom]
    news: bool
    heard: bool


async def think(loop: Loop, tenant_id: TenantId, cycle: Cycle) -> Thought:
    """What models have to say for this cycle: of the situation where there is news, of the options
    where there is, or the person was heard of since the last decision. Nothing, at no cost, where
    there is no model or neither is so. Called with no transaction open."""
    if not await loop.models.ready(tenant_id):
        return NO_THOUGHT
    async with loop.database.transaction(tenant_id) as tx:
        look = await _look(tx, loop, cycle)
    if look is None or not (look.news or look.heard):
        return NO_THOUGHT
    if not look.news:
        return await _propose(loop, tenant_id, cycle, look, NO_THOUGHT)
    read = await _read(loop, tenant_id, cycle, look)
    thought = Thought(news=True, reading=read)
    if read.situation is None:
        return thought  # of a model that had no answer just now nothing more is asked
    symptoms = reading.merged(look.symptoms, reading.noticed(read, look.context))
    return await _propose(loop, tenant_id, cycle, replace(look, symptoms=symptoms), thought)


async def _look(tx: Transaction, loop: Loop, cycle: Cycle) -> _Look | None:
    """None where the cycle was done before."""
    if await store.is_done(tx, cycle):
        return None
    known = await load_knowledge(tx, at=cycle.at, ids=loop.ids, reachable=loop.reachable)
    context = monitor(known, cycle.at)
    said = await own_words(tx)
    lately = await thoughts_store.last_reading(tx, since=cycle.at - SIGNS_HOLD)
    return _Look(
        known=known,
        context=context,
        said=said,
        symptoms=reading.merged(analyze(context), reading.noticed(lately, context)),
        news=is_news(known, said, await thoughts_store.seen(tx)),
        heard=heard_since(context, last_decision(known)),
    )


def last_decision(known: Knowledge) -> datetime | None:
    """When something was last drawn."""
    return max((one.at for one in known.decisions), default=None)


async def own_words(tx: Transaction) -> list[Message]:
    """What the person said themselves of late, oldest first."""
    thread = await conversations.thread(tx, limit=MESSAGES)
    return [
        one
        for one in thread
        if one.direction is Way.IN and one.sender is None and one.channel is not Via.NOTICE
    ]


async def _read(loop: Loop, tenant_id: TenantId, cycle: Cycle, look: _Look) -> Reading:
    shown = material.of_situation(look.known, look.context, look.said, analyze(look.context))
    answer = await loop.models.ask(
        tenant_id,
        Ask(
            feature=Feature.SITUATION,
            prompt=SITUATION,
            material=shown.text,
            output=SituationRead,
            trace=cycle.trace,
            language=look.known.tenant.language.value,
            tokens_max=500,
            accept=reading.check_situation(shown, cycle.at),
        ),
    )
    nothing = Reading(at=cycle.at, seen=seen(look.known, look.said))
    if not isinstance(answer, Answered):
        return nothing
    return replace(
        nothing,
        situation=answer.value.situation,
        evidence=shown.ids(answer.value.evidence),
        signs=reading.signs_of(answer.value, shown),
        prompt=answer.prompt,
        model=answer.spent.model,
        micros=answer.spent.micros,
    )


async def _propose(
    loop: Loop, tenant_id: TenantId, cycle: Cycle, look: _Look, thought: Thought
) -> Thought:
    """The proposals, where there is something to decide now and more than one way to do it."""
    known = look.known
    open_ = [
        one
        for one in may_be_decided(look.symptoms, look.context, known)
        if len(open_options(one.kind, known)) > 1
    ]
    if not open_:
        return thought
    shown = material.of_options(known, look.context, look.said, open_)

    def options(key: str) -> Sequence[str]:
        return open_options(SymptomKind(key.partition(":")[0]), known)

    answer = await loop.models.ask(
        tenant_id,
        Ask(
            feature=Feature.OPTIONS,
            prompt=OPTIONS,
            material=shown.text,
            output=OptionsProposed,
            trace=cycle.trace,
            language=known.tenant.language.value,
            tokens_max=400,
            accept=reading.check_options(shown, options, known.tenant.language),
        ),
    )
    if not isinstance(answer, Answered):
        return thought
    proposals: list[Proposal] = reading.proposals_of(answer.value, shown, answer.prompt)
    return replace(
        thought, proposals=proposals, model=answer.spent.model, micros=answer.spent.micros
    )
