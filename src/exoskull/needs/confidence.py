"""How sure a need is, from its mentions: the probability that it will last.

A person may say a thing once and never again; who has a lasting need says it on several days, or
asks for it outright. The log-odds grow with each further mention, less with each on the same day,
and more with a request. A mention counts as much as it is likely to be one. The numbers were set on
made-up people of the tuning half (tests/needs/tapes.py), within the claims of
tests/needs/test_confidence.py; the reliability curve stands in docs/explanation/needs.md.
"""

from collections.abc import Sequence
from math import exp

from exoskull.needs.model import Kind, Mention, SpeechAct

BUILD_CONFIDENCE = 0.85
BUILD_MENTIONS = 3
"""A need is built above this confidence with so many mentions."""

CONFIDENCE_MAX = 0.99
"""Nobody is read with more certainty than this."""

_BASE = -2.4
_BY_ACT = {
    SpeechAct.COMPLAINT: 1.25,
    SpeechAct.WISH: 1.25,
    SpeechAct.REQUEST: 1.5,
    SpeechAct.SKILL: 1.5,
}
_SAME_DAY = (1.0, 0.6, 0.6, 0.2)
"""What the first, second, third and each further mention of one day is worth."""
_DAY = 0.5
"""For each distinct day behind the first, up to five."""
_BACK = 0.7
"""For coming back to it: three mentions or more, and not all of one day."""
_ASKED = 1.6
"""For having asked outright."""
_DAYS_MAX = 5
_MENTIONS_MAX = 8
"""Mentions that count, those worth most: who says it ten times in a day says it once."""


def confidence(mentions: Sequence[Mention]) -> float:
    """The probability, below 1, that the need of these mentions lasts; 0 without any."""
    if not mentions:
        return 0.0
    seen: dict[str, int] = {}
    worth: list[float] = []
    asked = 0.0
    for mention in mentions:
        before = seen.get(mention.day, 0)
        share = _SAME_DAY[min(before, len(_SAME_DAY) - 1)]
        worth.append(share * _BY_ACT[mention.act] * _surely(mention.probability))
        seen[mention.day] = before + 1
        if mention.act in (SpeechAct.REQUEST, SpeechAct.SKILL):
            asked = max(asked, _surely(mention.probability))
    odds = _BASE + sum(sorted(worth, reverse=True)[:_MENTIONS_MAX])
    odds += _DAY * (min(_DAYS_MAX, len(seen)) - 1) + _ASKED * asked
    if len(mentions) >= BUILD_MENTIONS and len(seen) > 1:
        odds += _BACK * min(1.0, sum(_surely(one.probability) for one in mentions) / 3)
    return min(CONFIDENCE_MAX, round(1 / (1 + exp(-odds)), 4))


def _surely(probability: float) -> float:
    """How much a mention counts: nothing at one half, nearly all from four in five on."""
    return max(0.0, min(1.0, (probability - 0.5) / 0.3))


def kind_of(mentions: Sequence[Mention]) -> Kind:
    """A skill where that is what was asked for, and nobody asked for a tracker."""
    acts = {mention.act for mention in mentions}
    asked = SpeechAct.SKILL in acts and SpeechAct.REQUEST not in acts
    return Kind.SKILL if asked else Kind.TRACKER
