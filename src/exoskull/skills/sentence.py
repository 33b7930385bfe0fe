"""A sentence, read as far as a skill needs it: its words, the metrics and the numbers in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.language.fold import clean, fold
from exoskull.language.metrics import METRICS
from exoskull.language.tokens import Kind, Token, tokenize
from exoskull.language.topics import NOUNS, TOPICS
from exoskull.language.units import UNITS, Dimension
from exoskull.language.verbs import verb_at
from exoskull.language.wordset import wordset

LONGEST = 400
"""Characters of a sentence that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What was said at `at`, in the person's zone. `plain`: as it was written; `folded`: without
    diacritics and capitals; `metrics`: those that are named, in their order."""

    plain: str
    folded: str
    tokens: Sequence[Token]
    metrics: tuple[str, ...]
    numbers: tuple[float, ...]
    at: datetime
    polish: bool

    @property
    def metric(self) -> str | None:
        return self.metrics[0] if self.metrics else None

    @property
    def is_monthly(self) -> bool:
        return re.search(r"\bmiesi|\bmonth", self.folded) is not None

    def has(self, pattern: str) -> bool:
        return re.search(pattern, self.folded) is not None

    @property
    def words(self) -> list[str]:
        """Its words, but for those that mean little."""
        words = [one.text for one in self.tokens if one.kind is not Kind.MARK]
        return [word for word in words if word not in _EMPTY]


def sentence(text: str, at: datetime, *, polish: bool) -> Sentence:
    """`text`, read."""
    plain = clean(text)[:LONGEST]
    folded, tokens = fold(plain), tokenize(plain)
    return Sentence(
        plain=plain,
        folded=folded,
        tokens=tokens,
        metrics=_metrics(tokens, polish),
        numbers=tuple(
            float(one.replace(",", ".")) for one in re.findall(r"\d+(?:[.,]\d+)?", folded)
        ),
        at=at,
        polish=polish,
    )


def _metrics(tokens: Sequence[Token], polish: bool) -> tuple[str, ...]:
    """The main metrics that are named, in the order they are."""
    found: list[str] = []
    for token in tokens:
        topic = NOUNS[token.text][0] if token.text in NOUNS else None
        if token.text in UNITS and UNITS[token.text].dimension is Dimension.GLASS:
            topic = "water"
        if topic is None and (verb := verb_at(token.text, polish)) is not None:
            topic = "water" if verb.topic == "drink" else verb.topic
        if topic in TOPICS and (main := TOPICS[topic].main) in METRICS and main not in found:
            found.append(main)
    return tuple(found)


_EMPTY = wordset(
    "i a o w we z ze na do od po to ten ta te tym tej mi mnie moj moja moje sie czy jest sa byl"
    " the of in on at to is are was were do did does my me i'm i a an for and so please prosze"
    " hej hey ok no tell powiedz pokaz show"
)
