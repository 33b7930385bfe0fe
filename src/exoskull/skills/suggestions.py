"""Ideas for skills: where they come from, and how each is kept once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from exoskull.apps.service import SkillIdea
from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.kit.ids import Ids, TraceId
from exoskull.language.model import Language
from exoskull.skills import records, store
from exoskull.skills.asking import Asked, wanted
from exoskull.skills.catalogue import CATALOGUE
from exoskull.skills.generate import SlotMissing, about, slots_of
from exoskull.skills.owned import (
    KEEPS_FOR,
    STANDING,
    Result,
    Suggestion,
    SuggestionSource,
    SuggestionStatus,
)
from exoskull.skills.particulars import particulars
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

AGAIN_AFTER = timedelta(days=60)
"""How long after it was processed the same may be suggested again."""

TRIES_MAX = 3
"""So often, and never again."""

ASKED_OFTEN = 3
ASKED_WITHIN = timedelta(days=60)
OF_QUESTION = 0.9
"""The confidence that the same question, asked three times, is worth a skill."""

LABEL_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """What may become a suggestion. `key`: what it is the same as another by; `label`: for the
    person, where no template says it better."""

    key: str
    source: SuggestionSource
    label: str
    confidence: float
    template: str | None = None
    slots: Mapping[str, Any] = field(default_factory=dict)
    evidence: Sequence[UUID] = ()


async def suggest(
    tx: Transaction, idea: Idea, *, at: datetime, ids: Ids, trace: TraceId | None = None
) -> Suggestion | None:
    """Keep an idea; None where a skill stands for it, or it was processed not long ago and nothing
    that it lacked then is known now.

    One that waits already takes the new particulars and evidence, and the higher confidence.
    """
    if any(one.answers == idea.key for one in await store.in_states(tx, STANDING)):
        return None
    earlier = await store.suggestions_of(tx, idea.key)
    if earlier and earlier[0].status is SuggestionStatus.PENDING:
        return await _add_to(tx, earlier[0], idea)
    tried = [one for one in earlier if one.processed_at is not None]
    if len(tried) >= TRIES_MAX or any(
        one.processed_at and one.processed_at > at - AGAIN_AFTER
        for one in tried
        if not (one.result is Result.LACKING and one.detail in idea.slots)
    ):
        return None
    tenant = await current(tx)
    made = Suggestion(
        id=ids.new(),
        key=idea.key[:300],
        source=idea.source,
        label=await _label(tx, tenant, idea, at),
        template=idea.template,
        slots=dict(idea.slots),
        confidence=idea.confidence,
        evidence=tuple(dict.fromkeys(idea.evidence)),
        status=SuggestionStatus.PENDING,
        result=None,
        detail=None,
        skill_id=None,
        created_at=at,
        expires_at=at + KEEPS_FOR,
        processed_at=None,
        trace=trace or TraceId(ids.new()),
    )
    if not await store.add_suggestion(tx, made):
        return None  # another transaction was quicker
    await publish(tx, records.suggested(made, at))
    return made


async def _add_to(tx: Transaction, waiting: Suggestion, idea: Idea) -> Suggestion:
    more = replace(
        waiting,
        slots={**waiting.slots, **idea.slots},
        evidence=tuple(dict.fromkeys((*waiting.evidence, *idea.evidence))),
        confidence=max(waiting.confidence, idea.confidence),
    )
    if more != waiting:
        await store.save_suggestion(tx, more)
    return more


async def _label(tx: Transaction, tenant: Tenant, idea: Idea, at: datetime) -> str:
    template = CATALOGUE.get(idea.template or "")
    if template is not None:
        known = await particulars(tx, tenant, template, idea.slots, at=at)
        try:
            slots = slots_of(template, known)
            return about(template.name, slots, tenant.language.value)[:LABEL_MAX]
        except SlotMissing:
            pass  # the person's own words will do
    return untrusted(" ".join(idea.label.split()))[:LABEL_MAX] or idea.key[:LABEL_MAX]


async def note_question(
    tx: Transaction,
    asked: Asked,
    text: str,
    *,
    message_id: UUID,
    at: datetime,
    ids: Ids,
) -> Suggestion | None:
    """Count a question that nothing answers yet; the third within 60 days is a suggestion."""
    await store.add_question(tx, asked.key, message_id, at, asked.slots)
    times = await store.questions(tx, asked.key, at - ASKED_WITHIN)
    if len(times) < ASKED_OFTEN:
        return None
    said: dict[str, Any] = {}
    for _, slots in times:
        said |= slots  # what one question left out, another may have named
    idea = Idea(
        key=asked.key,
        source=SuggestionSource.QUESTION,
        label=text,
        confidence=OF_QUESTION,
        template=asked.template,
        slots=said,
        evidence=[message for message, _ in times],
    )
    return await suggest(tx, idea, at=at, ids=ids)


async def from_words(
    tx: Transaction,
    words: Sequence[str],
    *,
    name: str,
    source: SuggestionSource,
    confidence: float,
    evidence: Sequence[UUID],
    at: datetime,
    ids: Ids,
    trace: TraceId,
) -> Suggestion | None:
    """Suggest what the person's own words ask for.

    Args:
        words: messages, the newest last; only data.
        name: what they are about: the key, where no template fits.
    """
    tenant = await current(tx)
    said = wanted(list(reversed(words)), tenant.local(at), polish=tenant.language is Language.PL)
    idea = Idea(
        key=said.key if said else f"need:{name}",
        source=source,
        label=words[-1] if words else name,
        confidence=confidence,
        template=said.template if said else None,
        slots=said.slots if said else {},
        evidence=evidence,
    )
    return await suggest(tx, idea, at=at, ids=ids, trace=trace)


async def from_app(tx: Transaction, idea: SkillIdea, *, ids: Ids) -> None:
    """Suggest what a tracker cannot do."""
    await from_words(
        tx,
        idea.words or (idea.name,),
        name=idea.name,
        source=SuggestionSource.APP,
        confidence=idea.confidence,
        evidence=idea.evidence,
        at=idea.at,
        ids=ids,
        trace=idea.trace,
    )


OF_GOAL, OF_GOAL_AGAIN = 0.7, 0.85
"""The confidence of a goal without means that was found now, and at an earlier weekly look."""


async def from_goal(
    tx: Transaction,
    *,
    goal_id: UUID,
    metric: str,
    found_at: datetime,
    at: datetime,
    ids: Ids,
    trace: TraceId,
) -> Suggestion | None:
    """Suggest that a goal without means gets a word when nothing happens for it."""
    idea = Idea(
        key=f"when-silent:days=3,metric={metric}",
        source=SuggestionSource.GOAL,
        label=metric,
        confidence=OF_GOAL_AGAIN if found_at <= at - timedelta(days=6) else OF_GOAL,
        template="when-silent",
        slots={"metric": metric, "days": 3},
        evidence=(goal_id,),
    )
    return await suggest(tx, idea, at=at, ids=ids, trace=trace)


async def from_noise(
    tx: Transaction,
    *,
    metric: str,
    evidence: Sequence[UUID],
    at: datetime,
    ids: Ids,
) -> Suggestion | None:
    """Suggest a mean over a week for a metric of which the Ralph loop noticed that it comes and
    goes."""
    idea = Idea(
        key=f"moving-average:metric={metric}",
        source=SuggestionSource.RALPH,
        label=metric,
        confidence=0.75,
        template="moving-average",
        slots={"metric": metric},
        evidence=evidence,
    )
    return await suggest(tx, idea, at=at, ids=ids)


async def from_pattern(
    tx: Transaction,
    *,
    title: str,
    weekday: int,
    evidence: Sequence[UUID],
    at: datetime,
    ids: Ids,
) -> Suggestion | None:
    """Suggest that a task which the person makes week after week comes by itself.

    Args:
        weekday: 0 is Monday.
    """
    idea = Idea(
        key=f"recurring-task:{weekday}:{' '.join(title.lower().split())}"[:300],
        source=SuggestionSource.PATTERN,
        label=title,
        confidence=min(0.95, 0.55 + 0.1 * len(evidence)),
        template="recurring-task",
        slots={"label": title, "weekday": weekday},
        evidence=evidence,
    )
    return await suggest(tx, idea, at=at, ids=ids)
