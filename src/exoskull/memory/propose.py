"""Facts that a model reads out of what the person wrote: one question for a whole conversation.

Each has to repeat the person's own words, which are looked for in the message; what is not there
is not remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from exoskull.kit.ids import TraceId
from exoskull.language import read
from exoskull.language.fold import clean, own_lines
from exoskull.language.model import Language, NotUnderstood, Remark
from exoskull.llm.model import Ask, Feature
from exoskull.llm.prompts import load
from exoskull.memory.model import Fact, FactKind, MadeBy, NewFact, says
from exoskull.memory.reading import wish_in

WORDS_MIN = 3
MESSAGES_MAX = 20
LETTERS_MAX = 600
KNOWN_MAX = 60
CONFIDENCE_MIN = 0.6
CONFIDENCE_MAX = 0.9
"""What only a model read is never surer than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A message of the person's."""

    id: UUID
    text: str
    at: datetime
    trace: TraceId


class FoundFact(BaseModel):
    """A fact that a model read, with the words it is read from."""

    model_config = ConfigDict(extra="forbid")

    message: str = Field(max_length=8)
    quote: str = Field(min_length=3, max_length=300)
    fact: str = Field(min_length=3, max_length=200)
    kind: FactKind
    confidence: float = Field(ge=0, le=1)


class FoundFacts(BaseModel):
    """Every lasting fact that a model read; usually none."""

    model_config = ConfigDict(extra="forbid")

    facts: list[FoundFact] = Field(max_length=6)


def left_open(told: Sequence[Told], language: Language) -> list[Told]:
    """The messages in which the built-in reading found nothing to do, and which are long enough to
    tell something; the newest twenty, oldest first."""
    return [one for one in told if _is_open(one, language)][-MESSAGES_MAX:]


def _is_open(one: Told, language: Language) -> bool:
    text = own_text(one.text)
    if len(text.split()) < WORDS_MIN or wish_in(one.text) is not None:
        return False
    return all(
        isinstance(act, NotUnderstood | Remark) for act in read(text, language=language, at=one.at)
    )


def own_text(message: str) -> str:
    """The person's own words of a message: what they quoted or forwarded is left out."""
    return " ".join(own_lines(clean(message)))[:LETTERS_MAX]


def question(
    told: Sequence[Told], known: Sequence[Fact], language: Language, trace: TraceId
) -> Ask[FoundFacts]:
    """What a model is asked: the messages by number, and what is known already."""
    lines = [f"[m{n}] {own_text(one.text)}" for n, one in enumerate(told, start=1)]
    if known:
        lines += ["", "Known already:", *(f"- {one.text}" for one in known[:KNOWN_MAX])]
    return Ask(
        feature=Feature.MEMORY,
        prompt=load("memory", 1),
        material="\n".join(lines),
        output=FoundFacts,
        trace=trace,
        language=language.value,
        tokens_max=500,
        accept=lambda found: faults(told, found),
    )


def faults(told: Sequence[Told], found: FoundFacts) -> list[str]:
    """What is wrong with an answer: messages that do not exist, words that nobody wrote."""
    by_name = _numbered(told)
    wrong: list[str] = []
    for place, one in enumerate(found.facts):
        message = by_name.get(one.message)
        if message is None:
            wrong.append(f"facts.{place}: there is no message {one.message}.")
        elif not says(own_text(message.text), one.quote):
            wrong.append(f"facts.{place}: the quote does not stand in {one.message}.")
    return wrong


def taken(told: Sequence[Told], found: FoundFacts) -> list[tuple[NewFact, Told]]:
    """The facts that are sure enough, each with its message; the quote is checked once more."""
    by_name = _numbered(told)
    kept: list[tuple[NewFact, Told]] = []
    for one in found.facts:
        message = by_name.get(one.message)
        if message is None or one.confidence < CONFIDENCE_MIN:
            continue
        if not says(own_text(message.text), one.quote):
            continue
        new = NewFact(
            text=one.fact,
            kind=one.kind,
            made_by=MadeBy.MODEL,
            message_id=message.id,
            quote=one.quote.strip(),
            confidence=min(one.confidence, CONFIDENCE_MAX),
        )
        kept.append((new, message))
    return kept


def _numbered(told: Sequence[Told]) -> dict[str, Told]:
    return {f"m{n}": one for n, one in enumerate(told, start=1)}
