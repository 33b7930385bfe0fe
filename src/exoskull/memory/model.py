"""A fact about a person, in their words or in a model's, with its source."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from exoskull.channels.text import untrusted
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.kit.text import storable

TEXT_MAX = 300
FACTS_MAX = 500
"""Facts that a person has at once."""

QUOTE_LEAST = 3
_BLANK = re.compile(r"\s+")


class FactKind(StrEnum):
    """What a fact is about."""

    NAME = "name"
    PEOPLE = "people"
    HEALTH = "health"
    FOOD = "food"
    WORK = "work"
    HOME = "home"
    DATE = "date"
    HABIT = "habit"
    LIKING = "liking"
    OTHER = "other"


class MadeBy(StrEnum):
    """Whose word it is. MODEL: read by a model out of a message, whose words are the quote."""

    PERSON = "person"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that is remembered. `message_id`, `quote`: where it was said and in which words.
    `superseded_by`: the newer fact in its place; `confidence`: 1 where the person said so."""

    id: UUID
    text: str
    kind: FactKind
    made_by: MadeBy
    message_id: UUID | None
    quote: str | None
    confidence: float
    at: datetime
    superseded_by: UUID | None
    deleted_at: datetime | None
    trace: TraceId

    @property
    def is_current(self) -> bool:
        return self.superseded_by is None and self.deleted_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """A fact to be kept. A model's has a message and a quote."""

    text: str
    kind: FactKind = FactKind.OTHER
    made_by: MadeBy = MadeBy.PERSON
    message_id: UUID | None = None
    quote: str | None = None
    confidence: float = 1.0


def parse_fact(value: object) -> str:
    """A fact's text on one line, without links.

    Raises:
        InvalidInput: `memory.empty`, or `memory.too_long` over 300 characters.
    """
    text = untrusted(storable(value), limit=TEXT_MAX + 1).strip() if isinstance(value, str) else ""
    if not text:
        raise InvalidInput("memory.empty", field="text")
    if len(text) > TEXT_MAX:
        raise InvalidInput("memory.too_long", field="text", limit=TEXT_MAX)
    return text


def parse_kind(value: object) -> FactKind:
    """The kind that `value` names; raises InvalidInput (`memory.invalid_kind`)."""
    try:
        return FactKind(str(value))
    except ValueError as error:
        raise InvalidInput("memory.invalid_kind", field="kind", value=str(value)[:40]) from error


def same_words(text: str) -> str:
    """`text` as it is compared: case, diacritic composition and white space make no difference."""
    return _BLANK.sub(" ", unicodedata.normalize("NFC", text)).strip().casefold()


def says(message: str, quote: str) -> bool:
    """Whether the words of `quote` stand in `message`, one after another."""
    wanted = same_words(quote)
    return len(wanted) >= QUOTE_LEAST and wanted in same_words(message)
