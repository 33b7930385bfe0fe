"""What a quantity is a measure of, and its value in that metric."""

from exoskull.language.clauses import Clause
from exoskull.language.fillers import FILLERS
from exoskull.language.quantities import Quantity
from exoskull.language.stance import Stance, Status
from exoskull.language.tokens import Kind
from exoskull.language.topics import COUNTED, NOUNS, TOPICS, Topic
from exoskull.language.units import MONEY, Dimension
from exoskull.language.verbs import verb_at
from exoskull.language.when import When
from exoskull.language.wordset import wordset

TIME_OF = wordset("po przed after before during podczas bez without zamiast instead przy")
"""Behind these a noun tells when, not what: po treningu."""
_EQUALS = wordset(": = - to is jest wynosi wyniosla wyniosl na at was wynosilo sie ok okolo")
FEELING = wordset("czuje czulam czulem feel felt feeling")
_DEFAULTS = {
    Dimension.ENERGY: "food",
    Dimension.PULSE: "heart_rate",
    Dimension.SUGAR: "glucose",
    Dimension.GLASS: "water",
}
"""What a unit is of where nothing says it."""


def value_in(topic: Topic, quantity: Quantity) -> tuple[str, float] | None:
    """The metric of a quantity of `topic`, and its value in that metric's unit; None if none.

    1.000 is a thousand of things counted, money and millilitres, and one of anything else.
    """
    if quantity.dimension in topic.metrics:
        metric, factor = topic.metrics[quantity.dimension]
        value = quantity.value
        many = topic.name in COUNTED or quantity.dimension is not Dimension.NONE
        if quantity.thousands is not None and many:
            value = quantity.thousands
        return metric, value * factor
    if quantity.dimension in (Dimension.TIMES, Dimension.NONE) and topic.session:
        return topic.session, quantity.value
    return None


def topic_of(quantity: Quantity, clause: Clause, position: Stance, when: When) -> Topic | None:
    """What the quantity is a measure of: by the noun beside it, the verb, a noun elsewhere."""
    bare = quantity.dimension is Dimension.NONE
    for name in _candidates(quantity, clause, position, when):
        topic = TOPICS.get(name)
        if topic is None or value_in(topic, quantity) is None:
            continue
        if not bare or _countable(quantity, clause, topic, position):
            return topic
    return None


def _candidates(quantity: Quantity, clause: Clause, position: Stance, when: When) -> list[str]:
    names: list[str] = []
    after = _noun_after(clause, quantity.end)
    if after:
        names.append(after)
    if before := _noun_before(clause, quantity.start):
        names.append(before)
    poured = quantity.dimension in (Dimension.GLASS, Dimension.CUP, Dimension.VOLUME)
    foreign = poured and not after and _other_contents(clause, quantity.end, when)
    if foreign:
        return names
    if position.topic:
        names.append(position.topic)
    names += nouns_of(clause, near=quantity.start)
    if quantity.dimension in _DEFAULTS:
        names.append(_DEFAULTS[quantity.dimension])
    elif any(token.text in FEELING for token in clause):
        names.append("mood")
    elif quantity.dimension in MONEY and position.status is Status.BARE:
        behind = clause[quantity.end].text if quantity.end < len(clause) else ""
        if behind in ("na", "on", "for", "za"):
            names.append("spending")
    return names


def _noun_after(clause: Clause, i: int) -> str | None:
    """The topic of the noun right behind a quantity; `of` and one adjective may stand between."""
    skipped = 0
    while i < len(clause) and skipped < 3:
        word = clause[i].text
        if word in NOUNS:
            return NOUNS[word][0]
        if clause[i].kind is not Kind.WORD or word in TIME_OF:
            return None
        if word not in FILLERS and word != "of":
            skipped += 2
        skipped += 1
        i += 1
    return None


def _noun_before(clause: Clause, i: int) -> str | None:
    j = i - 1
    while j >= 0 and (clause[j].text in _EQUALS or clause[j].text in FILLERS):
        j -= 1
    if j > 0 and clause[j - 1].text in NOUNS and clause[j].text not in NOUNS:
        j -= 1  # an adjective: "puls spoczynkowy 54"
    if j >= 0 and clause[j].text in NOUNS and not (j and clause[j - 1].text in TIME_OF):
        return NOUNS[clause[j].text][0]
    return None


def nouns_of(clause: Clause, near: int) -> list[str]:
    """The topics of the nouns in the clause, the nearest to token `near` first."""
    found = [
        (abs(i - near), NOUNS[token.text][0])
        for i, token in enumerate(clause)
        if token.text in NOUNS and not (i and clause[i - 1].text in TIME_OF)
    ]
    return [name for _, name in sorted(found)]


def _other_contents(clause: Clause, i: int, when: When) -> bool:
    """Whether a glass holds something the reader has no metric for: `szklankę mleka`."""
    if i < len(clause) and clause[i].text == "of":
        i += 1
    if i >= len(clause) or when.covers(i) or clause[i].kind is not Kind.WORD:
        return False
    word = clause[i].text
    return len(word) > 3 and word not in FILLERS and verb_at(word, polish=True) is None


def _countable(quantity: Quantity, clause: Clause, topic: Topic, position: Stance) -> bool:
    """Whether a bare number can be a number of this topic."""
    if _noun_after(clause, quantity.end) == topic.name:
        return topic.name in COUNTED | {"temperature"} or topic.session is not None
    if _noun_before(clause, quantity.start) == topic.name:
        if Dimension.NONE not in topic.metrics:
            return False
        return topic.name != "reading" or clause[quantity.start - 1].text in ":="
    if topic.name == position.topic:
        return topic.name in ("sleep", "weight")
    return topic.name == "mood" and any(token.text in FEELING for token in clause)
