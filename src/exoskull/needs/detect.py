"""Which needs a message is a mention of, and which it closes."""

from exoskull.language.clauses import is_polish
from exoskull.language.fold import clean, own_lines
from exoskull.language.model import Language
from exoskull.language.tokens import sentences, tokenize
from exoskull.needs.candidates import NOUN, SURE, About, candidates
from exoskull.needs.clauses import TOKENS_MAX
from exoskull.needs.meaning import Meant, meaning
from exoskull.needs.model import Family, Heard, SpeechAct
from exoskull.needs.opened import label_of
from exoskull.needs.reading import Reading, frame, read_needs
from exoskull.needs.weighing import probability

MENTION_MIN = 0.7
"""Probability from which a message is a mention."""
TEXT_MAX = 3000
"""Characters that are read."""
LONG_MIN = 200
"""Characters from which on each family is weighed by its own sentences, not by the whole."""
ASKED_MIN = 0.85
"""Probability at least, where a family's tracker was asked for in so many words."""
HEAD_WORDS = 3
"""Words of a label in which a family's word makes it that family's."""


def language_of(text: str, default: Language) -> Language:
    """The language that `text` is written in; `default` where it does not tell."""
    cleaned = clean(text)
    polish = is_polish(tokenize(cleaned)[:200], cleaned, default)
    return Language.PL if polish else Language.EN


def detect(text: str, language: Language) -> list[Heard]:
    """The needs that `text` mentions, the likeliest first, and those that it closes.

    What stands in quoted mail is not read. [] for a message that speaks of none.
    """
    body = "\n".join(own_lines(clean(text)))[:TEXT_MAX]
    if not body.strip():
        return []
    meant = meaning(body)
    about = _about(body, meant) if len(body) >= LONG_MIN else None
    asked = _head(body, language.value)
    weighed = [
        (one, max(ASKED_MIN if _asks_for(one, asked) else 0.0, _likely(one, best, about, meant)))
        for one, best in candidates(body, language.value, meant, about)
    ]
    closed = [heard for one, _ in weighed if (heard := _closing(one)) is not None]
    shut = {heard.family for heard in closed}
    found = [
        Heard(family=one.family, label="", act=one.act, probability=round(share, 4))
        for one, share in weighed
        if share >= MENTION_MIN and one.family not in shut
    ]
    named = any(one.topic >= NOUN for one, _ in weighed)
    if not closed and (opened := _opened(body, language.value, meant, found, named)) is not None:
        return [opened]
    if not closed and not found and (refused := _refusal(body, language.value)) is not None:
        return [refused]
    found.sort(key=lambda heard: (-heard.probability, heard.family.value))
    return found + closed


def _likely(one: Reading, best: bool, about: About | None, meant: Meant | None) -> float:
    return probability(one, about(one) if about else meant, best=best)


def _about(text: str, whole: Meant | None) -> About:
    """What the sentences mean that name a reading's family; of one that only the meaning names,
    what the whole message means."""
    parts = sentences(tokenize(text)[:TOKENS_MAX])
    spans = [(part.tokens[0].start, part.tokens[-1].end) for part in parts]

    def about(one: Reading) -> Meant | None:
        if whole is None or not one.said or len(spans) == 1:
            return whole
        return meaning(" ".join(text[slice(*spans[number])] for number in sorted(one.said)))

    return about


def _closing(reading: Reading) -> Heard | None:
    """The need as closed, where the words say that it was met, or that nothing is wanted."""
    if reading.against & {"other", "told", "figurative", "question", "conditional"}:
        return None
    if reading.topic < SURE:
        return None
    for act, value in (
        (SpeechAct.REFUSED, reading.refused),
        (SpeechAct.RESOLVED, reading.resolved),
    ):
        if value >= 0.5:
            return Heard(family=reading.family, label="", act=act, probability=value)
    return None


def _refusal(text: str, language: str) -> Heard | None:
    """A refusal that names no need: of the one spoken of last."""
    if frame(text, language).refused < 0.5:
        return None
    label = label_of(text, language)
    return Heard(family=Family.OPEN, label=label, act=SpeechAct.REFUSED, probability=0.9)


def _opened(
    text: str, language: str, meant: Meant | None, found: list[Heard], named: bool
) -> Heard | None:
    """What was asked for outright, where no word of it belongs to a family."""
    asked = frame(text, language)
    if asked.act is not SpeechAct.REQUEST or asked.request < 0.7:
        return None
    if asked.against & {"other", "figurative", "question", "conditional"} and asked.request < 1.0:
        return None
    if asked.against & {"other", "figurative", "conditional"}:
        return None
    label = label_of(text, language)
    if not label:
        return None
    if _head(text, language):
        return None  # what is to be tracked belongs to a family
    if any(_surely(meant, heard.family, named) for heard in found):
        return None
    share = 0.8 if meant is None else min(0.95, max(0.65, 0.8 + 0.06 * meant.need))
    return Heard(
        family=Family.OPEN, label=label, act=SpeechAct.REQUEST, probability=round(share, 4)
    )


def _head(text: str, language: str) -> frozenset[Family]:
    """The families that the first words of what is to be tracked name."""
    words = label_of(text, language).split()[:HEAD_WORDS]
    named = read_needs(" ".join(words), language) if words else []
    told = SURE if language == "pl" or "i" in words else NOUN  # "the baby's feeds" is no verb
    return frozenset(one.family for one in named if one.topic >= told)


def _asks_for(reading: Reading, asked: frozenset[Family]) -> bool:
    """Whether a tracker of just this was asked for, and nothing speaks against it."""
    return reading.request >= 1.0 and reading.family in asked and not reading.against


def _surely(meant: Meant | None, family: Family, named: bool) -> bool:
    """Whether the meaning alone says that a request is of the family."""
    return named and meant is not None and meant.share(family) >= 0.5
