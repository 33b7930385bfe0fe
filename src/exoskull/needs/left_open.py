"""What the built-in reading left open, asked of a model: one question for a whole conversation.

A model only says which needs a message speaks of. How sure a need is, and when it is built, is
counted by the same rules as ever.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from exoskull.kit.ids import TenantId, TraceId
from exoskull.language import read
from exoskull.language.fold import clean, fold
from exoskull.language.model import Language, NotUnderstood, Remark
from exoskull.llm.gateway import Models
from exoskull.llm.model import Answered, Ask, Feature
from exoskull.llm.prompts import load
from exoskull.needs.detect import MENTION_MIN
from exoskull.needs.model import Family, Heard, SpeechAct
from exoskull.needs.tally import Said

WORDS_MIN = 3
"""Words of a message that a model is asked about."""
MESSAGES_MAX = 20
"""Messages of one question, the newest."""
LETTERS_MAX = 600
"""Characters of a message that a model is shown."""
PROBABILITY_MAX = 0.9
"""A mention that only a model heard is never surer than this."""
NEEDS_MAX = 8


class Spoken(StrEnum):
    """What a model may take a message to do; closing a need is left to the built-in reading."""

    COMPLAINT = "complaint"
    WISH = "wish"
    REQUEST = "request"
    SKILL = "skill"


class FoundNeed(BaseModel):
    """A need that a model heard, with the messages that it cites."""

    model_config = ConfigDict(extra="forbid")

    messages: list[str] = Field(min_length=1, max_length=MESSAGES_MAX)
    family: Family
    label: str = Field(default="", max_length=60)
    act: Spoken
    confidence: float = Field(ge=0, le=1)


class FoundNeeds(BaseModel):
    """Every need that a model heard; usually none."""

    model_config = ConfigDict(extra="forbid")

    needs: list[FoundNeed] = Field(max_length=NEEDS_MAX)


def left_open(said: Sequence[Said], language: Language, zone: tzinfo, now: datetime) -> list[Said]:
    """Of what was said, what the built-in reading neither heard a need in nor took for anything
    else (a measure, a goal, an answer): at most twenty messages, the newest, oldest first."""
    found = [one for one in said if not one.heard and _is_open(one.text, language, now, zone)]
    return found[-MESSAGES_MAX:]


def _is_open(text: str, language: Language, at: datetime, zone: tzinfo) -> bool:
    if len(text.split()) < WORDS_MIN:
        return False
    acts = read(text, language=language, at=at.astimezone(zone))
    return all(isinstance(act, NotUnderstood | Remark) for act in acts)


async def hear_more(
    models: Models,
    tenant_id: TenantId,
    said: Sequence[Said],
    *,
    language: Language,
    zone: tzinfo,
    at: datetime,
    trace: TraceId,
) -> list[Said]:
    """`said`, with the needs that a model heard in what was left open; as it was where nothing was,
    or no model answers. Never called with a transaction open."""
    asked = left_open(said, language, zone, at)
    if not asked or not await models.ready(tenant_id):
        return list(said)
    answer = await models.ask(tenant_id, question(asked, language, trace))
    if not isinstance(answer, Answered):
        return list(said)
    heard = taken(asked, answer.value)
    return [
        replace(one, heard=heard[one.message], by=answer.prompt) if one.message in heard else one
        for one in said
    ]


def question(asked: Sequence[Said], language: Language, trace: TraceId) -> Ask[FoundNeeds]:
    """What a model is asked: the messages by number, their words as data."""
    lines = [f"[m{n}] {_shown(one.text)}" for n, one in enumerate(asked, start=1)]
    return Ask(
        feature=Feature.NEEDS,
        prompt=load("needs", 1),
        material="\n".join(lines),
        output=FoundNeeds,
        trace=trace,
        language=language.value,
        tokens_max=500,
        accept=lambda found: faults(asked, found),
    )


def _shown(text: str) -> str:
    return " ".join(clean(text).split())[:LETTERS_MAX]


def faults(asked: Sequence[Said], found: FoundNeeds) -> list[str]:
    """What is wrong with an answer: messages that do not exist, labels that nobody wrote."""
    known = _numbered(asked)
    wrong: list[str] = []
    for place, need in enumerate(found.needs):
        strange = [one for one in need.messages if one not in known]
        wrong += [f"needs.{place}: there is no message {one[:12]}." for one in strange]
        if strange or need.family is not Family.OPEN:
            continue
        if not _label(need, known):
            wrong.append(f"needs.{place}: the label does not stand in a message that it cites.")
    return wrong


def taken(asked: Sequence[Said], found: FoundNeeds) -> dict[str, list[Heard]]:
    """By message id, what a model heard in it and was sure enough of."""
    known = _numbered(asked)
    heard: dict[str, list[Heard]] = {}
    for need in found.needs:
        if need.confidence < MENTION_MIN:
            continue
        one = Heard(
            family=need.family,
            label=_label(need, known) if need.family is Family.OPEN else "",
            act=SpeechAct(need.act.value),
            probability=round(min(need.confidence, PROBABILITY_MAX), 4),
        )
        for number in dict.fromkeys(need.messages):
            if number in known and (one.family is not Family.OPEN or one.label):
                heard.setdefault(known[number].message, []).append(one)
    return heard


def _numbered(asked: Sequence[Said]) -> dict[str, Said]:
    return {f"m{n}": one for n, one in enumerate(asked, start=1)}


def _label(need: FoundNeed, known: dict[str, Said]) -> str:
    """The label, where it stands in a message that is cited; "" where it does not."""
    label = " ".join(clean(need.label).lower().split())
    texts = [fold(_shown(known[one].text)) for one in need.messages if one in known]
    folded = fold(label)
    stands = any(f" {folded} " in f" {_words(text)} " for text in texts)
    return label if folded and len(folded.split()) <= 6 and stands else ""


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() or c in "-'" else " " for c in text).split())
