"""Which facts matter to what is being said. Pure."""

from collections.abc import Collection, Sequence

from exoskull.language.fold import clean, fold
from exoskull.language.tokens import Kind, tokenize
from exoskull.language.wordset import wordset
from exoskull.memory.model import Fact, FactKind

ALWAYS = (FactKind.NAME, FactKind.HEALTH, FactKind.FOOD)
"""Kinds that matter to whatever is said: a mistake about them hurts."""

_PASSED_OVER = wordset(
    "moj moja moje moim moich mnie mam jest jestem sie nie lub oraz czyli tego jego that this the"
    " and with have has not are was for about mine your you who what"
)


def meaning(text: str) -> frozenset[str]:
    """The words of `text` that carry its meaning, folded."""
    words = (token.text for token in tokenize(clean(text)[:2000]) if token.kind is Kind.WORD)
    folded = (fold(word).lower() for word in words)
    return frozenset(word for word in folded if len(word) > 2 and word not in _PASSED_OVER)


def is_form_of(one: str, other: str) -> bool:
    """Whether two folded words look like forms of one: "dentysta", "dentyscie"."""
    least = max(3, -(-3 * min(len(one), len(other)) // 4))
    return one[:least] == other[:least] and abs(len(one) - len(other)) <= 4


def shared(wanted: Collection[str], text: str) -> int:
    """How many of the words `wanted` stand in `text`, in any form."""
    there = meaning(text)
    return sum(any(is_form_of(word, other) for other in there) for word in wanted)


def about(facts: Sequence[Fact], words: str) -> list[Fact]:
    """The facts that speak of all that `words` name; none where they name nothing."""
    wanted = meaning(words)
    return [one for one in facts if wanted and shared(wanted, one.text) == len(wanted)]


def ranked(facts: Sequence[Fact], said: str, *, characters: int) -> list[Fact]:
    """The facts for what is `said`, as many as there is room for: those that share its words first,
    then those that always matter, then the newest.

    Args:
        characters: how long their texts may be together.
    """
    wanted = meaning(said)
    order = sorted(
        facts,
        key=lambda one: (
            shared(wanted, one.text),
            one.kind in ALWAYS,
            one.at,
            one.id,
        ),
        reverse=True,
    )
    kept: list[Fact] = []
    for one in order:
        characters -= len(one.text)
        if characters < 0:
            break
        kept.append(one)
    return kept
