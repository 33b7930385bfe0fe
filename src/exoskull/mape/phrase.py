"""Having a model phrase what was drawn: words round the facts, checked, else the built-in ones.

The message stands planned with its built-in words before anybody is asked. A model's words take
their place while it waits, and hold only as long as the facts they were made of.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from exoskull.channels.model import ChannelName
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.interventions import service as interventions
from exoskull.interventions.claim import Wording
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import TenantId, TraceId
from exoskull.kit.plain import plain
from exoskull.llm.model import Answered, Ask, Feature
from exoskull.llm.prompts import load
from exoskull.mape import thoughts_store
from exoskull.mape.loop import Loop
from exoskull.mape.model import Cycle, Decided, Symptom
from exoskull.mape.phrased import LENGTH_MAX, faults
from exoskull.mape.thoughts_store import Words
from exoskull.mape.wording import arguments
from exoskull.tenants.model import Tenant

PHRASING = load("phrasing", 1)

LENGTHS = {ChannelName.SMS: 140, ChannelName.IN_APP: 240, ChannelName.EMAIL: LENGTH_MAX}
"""Characters that a model is given room for."""


class Phrased(BaseModel):
    """The message, in one line of plain words."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unworded:
    """A message that is planned with its built-in words, and the decision behind it."""

    made: Intervention
    decided: Decided


async def phrase(
    loop: Loop, tenant: Tenant, tenant_id: TenantId, cycle: Cycle, planned: Sequence[Unworded]
) -> None:
    """Ask for words for each of `planned`. Called with no transaction open."""
    for one in planned:
        words = await _words(loop, tenant, tenant_id, cycle, one)
        if words is None:
            continue
        async with loop.database.transaction(tenant_id) as tx:
            reworded = await interventions.reword(tx, one.made.id, words.text)
            if reworded is None:
                continue  # it was taken back, or has left
            await thoughts_store.insert_words(tx, "message", one.made.id, words)
            data = {
                "id": str(one.made.id),
                "channel": one.made.channel.value,
                "framing": one.made.framing,
                "text": reworded.text,
                "was": one.made.text,
                "prompt": words.prompt,
                "model": words.model,
                "cost_micros": words.micros,
            }
            event = Event(at=cycle.at, kind="intervention.phrased", trace=one.made.trace, data=data)
            await publish(tx, event)


async def _words(
    loop: Loop, tenant: Tenant, tenant_id: TenantId, cycle: Cycle, one: Unworded
) -> Words | None:
    made, symptom = one.made, one.decided.symptom
    answer = await loop.models.ask(
        tenant_id,
        asking(
            symptom,
            tenant,
            option=made.option,
            framing=made.framing,
            channel=made.channel,
            built_in=made.text,
            idea=one.decided.idea,
            trace=made.trace,
        ),
    )
    if not isinstance(answer, Answered):
        return None
    return Words(
        at=cycle.at,
        facts=digest(symptom, made.option, made.framing, tenant),
        text=answer.value.text,
        prompt=answer.prompt,
        model=answer.spent.model,
        micros=answer.spent.micros,
    )


def asking(
    symptom: Symptom,
    tenant: Tenant,
    *,
    option: str,
    framing: str,
    channel: ChannelName,
    built_in: str,
    idea: str | None,
    trace: TraceId,
) -> Ask[Phrased]:
    """What a model is asked for a message about `symptom`, and what is found fault with."""
    facts = said_by_facts(symptom, built_in, idea, tenant)
    length = LENGTHS.get(channel, LENGTH_MAX)
    lines = [
        f"Kind: {symptom.kind.value}",
        f"Option: {option}",
        f"Tone: {framing}",
        f"At most {length} characters",
        f"Built-in wording: {built_in}",
    ]
    if idea:
        lines.append(f"Idea to put in: {idea}")
    return Ask(
        feature=Feature.PHRASING,
        prompt=PHRASING,
        material="\n".join(lines),
        output=Phrased,
        trace=trace,
        language=tenant.language.value,
        tokens_max=250,
        accept=lambda answer: faults(
            answer.text, facts, tenant.language, channel=channel, longest=length
        ),
    )


def said_by_facts(symptom: Symptom, built_in: str, idea: str | None, tenant: Tenant) -> list[str]:
    """All that a phrased message may say: the built-in words, what they were told, and the idea
    that was drawn."""
    told = [str(value) for value in arguments(symptom, tenant).values() if value is not None]
    return [built_in, *told, tenant.name, *([] if idea is None else [idea])]


def digest(symptom: Symptom, option: str, framing: str, tenant: Tenant) -> bytes:
    """What the words of a message rest on, as SHA-256."""
    facts = [symptom.key, plain(dict(symptom.facts)), option, framing, tenant.language.value]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).digest()


def reworded(
    words: Words | None, symptom: Symptom, planned: Intervention, now: Wording, tenant: Tenant
) -> Wording:
    """The wording to send: a model's where its facts are those of now, else `now`."""
    if words is None or words.facts != digest(symptom, planned.option, planned.framing, tenant):
        return now
    return Wording(subject=now.subject, text=words.text, reason=now.reason)
