"""What a message says of each family by its words alone: the speech act, and what speaks against.

Pure rules over clauses. How much each thing weighs is fitted, in `weighing.py`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exoskull.language.wordset import wordset
from exoskull.needs.acts import acts_of, is_fancied, is_given_up, is_habit, is_of_another, says_now
from exoskull.needs.clauses import Clause, Topic, clauses
from exoskull.needs.lexicon import Role, Wants, wants
from exoskull.needs.model import Family, SpeechAct

_WORTH = {Role.STATE: 1.0, Role.TOPIC: 1.0, Role.ACT: 0.9, Role.HINT: 0.4}
"""How surely a phrase of the role names its family."""
_OVER = (
    (Family.PLANTS, (Family.HYDRATION, Family.MEALS, Family.CLEANING)),
    (Family.MEDICATION, (Family.BLOOD_PRESSURE, Family.PAIN, Family.GLUCOSE)),
    (Family.PETS, (Family.MEDICATION, Family.MEALS, Family.EXERCISE, Family.CLEANING)),
    (Family.SWEETS, (Family.MEALS,)),
    (Family.GLUCOSE, (Family.SWEETS, Family.MEALS)),
    (Family.BLOOD_PRESSURE, (Family.PAIN,)),
    (Family.STEPS, (Family.EXERCISE,)),
    (Family.CAFFEINE, (Family.HYDRATION, Family.SLEEP)),
    (Family.ALCOHOL, (Family.HYDRATION, Family.MEALS)),
    (Family.READING, (Family.SMOKING,)),
    (Family.MEDITATION, (Family.STEPS,)),
    (Family.PAIN, (Family.WORK_HOURS,)),
    (Family.STUDY, (Family.WORK_HOURS,)),
    (Family.SCREEN_TIME, (Family.WORK_HOURS,)),
    (Family.CYCLE, (Family.FAMILY_CALLS,)),
)
"""Where both are named, the first is meant: watering plants is not drinking."""
_WET = frozenset({Family.PLANTS})
"""What is watered with what one drinks."""
_GOOD = wordset(
    "dobrze swietnie super dziala wspaniale regularnie zdrowo"
    " well great fine works perfectly nicely"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the words of a message say of one family.

    The acts are in [0, 1], as sure as the words are; `against` names what speaks against it:
    other, told, figurative, question, solved, conditional, errand.
    """

    family: Family
    topic: float
    complaint: float = 0.0
    wish: float = 0.0
    request: float = 0.0
    skill: float = 0.0
    against: frozenset[str] = frozenset()
    said: frozenset[int] = frozenset()
    """Numbers of the sentences that name the family."""
    resolved: float = 0.0
    refused: float = 0.0

    @property
    def act(self) -> SpeechAct:
        """The likeliest of the acts that are mentions; what was asked for outright comes first."""
        if self.skill and self.skill >= self.request:
            return SpeechAct.SKILL
        if self.request >= 0.5:
            return SpeechAct.REQUEST
        return SpeechAct.WISH if self.wish > self.complaint else SpeechAct.COMPLAINT

    @property
    def strength(self) -> float:
        return max(self.complaint, self.wish, self.request, self.skill)


def read_needs(text: str, language: str) -> list[Reading]:
    """What `text` says of every family that it names, those overruled by another left out."""
    parts = clauses(text, language)
    named = _named(parts)
    found: list[Reading] = []
    for family, worth in named.items():
        found.append(_read(family, worth, parts, language))
    return found


def joined(text: str, language: str) -> set[Family]:
    """The families named as equals, side by side: `o wodzie, i o lekach`."""
    found: set[Family] = set()
    before: Topic | None = None
    linked = False
    for part in clauses(text, language):
        places = {topic.start: topic for topic in part.topics if topic.role is not Role.HINT}
        for i, token in enumerate(part.tokens):
            if (topic := places.get(i)) is not None:
                if linked and before is not None and topic.family is not before.family:
                    found |= {topic.family, before.family}
                before, linked = topic, False
            elif token.text in _LINKS:
                linked = True
            elif token.text not in _BETWEEN:
                before = None
    return found


_LINKS = wordset("i oraz and or ani nor a , &")


_BETWEEN = wordset("o my moje moich moj swoje swoich the both z na do")


def frame(text: str, language: str) -> Reading:
    """The acts and what speaks against them, whatever the message is about: for a family that
    only its meaning names."""
    return _read(Family.OPEN, 0.0, clauses(text, language), language)


def _named(parts: Sequence[Clause]) -> dict[Family, float]:
    named: dict[Family, float] = {}
    for part in parts:
        for topic in part.topics:
            if _beside_the_point(topic, part):
                continue
            named[topic.family] = max(named.get(topic.family, 0.0), _WORTH[topic.role])
    for stronger, weaker in _OVER:
        if named.get(stronger, 0) >= 0.9:
            for family in weaker:
                if family is not Family.HYDRATION or named.get(family, 0) < 1 or stronger in _WET:
                    named.pop(family, None)
    for family in (Family.FAMILY_CALLS, Family.WORK_HOURS, Family.STEPS):
        if family in named and not _both_named(family, parts):
            del named[family]
    return named


def _beside_the_point(topic: Topic, part: Clause) -> bool:
    """Whether a topic is only the one who is spoken of, a person as subject; or playing is done on
    an instrument, not on a screen."""
    if topic.family is Family.SLEEP and part.tokens[topic.start].text in _DREAMS:
        return True
    if topic.family is Family.SCREEN_TIME:
        behind = [token.text for token in part.tokens[topic.end : topic.end + 2]]
        if behind[:1] == ["na"] and not set(behind[1:]) & _SCREENS:
            return any(
                word is not None and {"gra", "grac", "granie"} & word.lemmas
                for word in part.words[topic.start : topic.end]
            )
    return topic.family is Family.FAMILY_CALLS and topic.role is Role.TOPIC and part.others


_DREAMS = wordset("sny snow snom snami snach")
"""`Sen` in the plural is what one sees in it."""
_SCREENS = wordset(
    "telefonie komputerze kompie konsoli playstation xboxie tablecie laptopie komorce"
)


def _both_named(family: Family, parts: Sequence[Clause]) -> bool:
    """Whether a family of everyday words (mother, work, walk) is named by two of its words, or by
    one that means nothing else."""
    sure = wordset(
        "nadgodziny nadgodzin nadgodzinami nadgodzina overtime krokow kroki kroku steps shift"
        " timesheet hours workday godzin godziny godzinach"
    )
    roles: set[Role] = set()
    for part in parts:
        for topic in part.topics:
            if topic.family is family:
                roles.add(topic.role)
                if any(token.text in sure for token in part.tokens):
                    return True
    return {Role.TOPIC, Role.ACT} <= roles or (family is Family.WORK_HOURS and Role.STATE in roles)


def _read(family: Family, worth: float, parts: Sequence[Clause], language: str) -> Reading:
    about = {part.sentence for part in parts if any(t.family is family for t in part.topics)}
    scope = [part for part in parts if part.sentence in about] if about else list(parts)
    own = [part for part in scope if any(t.family is family for t in part.topics)] or scope
    against = set(_against(family, own, scope, parts, language))
    acts: dict[str, float] = dict.fromkeys(_ACTS, 0.0)
    beside = [
        part
        for part in parts
        if part not in scope and not part.topics and any(abs(part.sentence - n) == 1 for n in about)
    ]
    heads = [one for one, then in pairwise(parts) if then in own and _hangs_on(one, then)]
    for part in [*scope, *beside]:
        near = 1.0 if part in own or part in heads else 0.75 if part in scope else 0.6
        for act, value in acts_of(family, part, language, own=part in own):
            acts[act] = max(acts[act], near * value)
    if "question" in against and (acts["skill"] or acts["request"] >= 0.9):
        against.discard("question")
    if acts["refused"] or acts["resolved"]:
        against.add("solved")
    said = frozenset(about)
    return Reading(family=family, topic=worth, against=frozenset(against), said=said, **acts)


def _hangs_on(one: Clause, then: Clause) -> bool:
    """Whether the second clause is what the first is about: `nie pamiętam, czy brałam leki`."""
    return one.sentence == then.sentence and then.tokens[0].text in _ABOUT and not one.topics


_ABOUT = wordset(
    "czy ze zeby zebym ile kiedy jak od co dlaczego skad whether what why if that how when to"
)

_ACTS = ("complaint", "wish", "request", "skill", "resolved", "refused")


def _beyond_errand(family: Family, own: Sequence[Clause]) -> bool:
    """Whether it is complained of beside the errand: `I buy books and never read them`."""
    if wants(family) is Wants.LESS:
        return any(part.has("much") and part.mine for part in own)
    return any(
        part.has("neg", "skip", "forget")
        and not part.has("errand")
        and any(topic.family is family and topic.role is Role.ACT for topic in part.topics)
        for part in own
    )


def _against(
    family: Family,
    own: Sequence[Clause],
    scope: Sequence[Clause],
    parts: Sequence[Clause],
    language: str,
) -> Iterable[str]:
    if all(is_of_another(part, family) for part in own):
        yield "other"
    if any(part.has("told") for part in parts) and family is not Family.OPEN:
        yield "told"
    if any(part.has("figurative") for part in scope):
        yield "figurative"
    if any(part.has("conditional") for part in scope):
        yield "conditional"
    if any(part.has("errand") for part in own) and not _beyond_errand(family, own):
        yield "errand"
    if any(part.asks for part in scope) and not any(
        (part.mine or not part.asks)
        and not part.others
        and not (part.asks and part.second)
        and part.has("forget", "again", "trouble", "much", "ignorance")
        for part in parts
    ):
        yield "question"
    back = any(part.has("neg") and says_now(part) for part in parts)  # "used to, and now never"
    if (
        any(part.has("solved", "bought") for part in parts)
        and not back
        and not any(part.has("want", "track", "ignorance") for part in own)
    ):
        yield "solved"
    if any(token.text in _GOOD for part in scope for token in part.tokens) and not any(
        part.has("want", "more", "neg", "track") for part in scope
    ):
        yield "solved"
    if any(part.has("content") for part in scope):
        yield "solved"
    if wants(family) is Wants.LESS and any(is_given_up(part) for part in own):
        yield "solved"
    if wants(family) is Wants.LESS and any(is_fancied(part) for part in own):
        yield "errand"
    if any(is_habit(part, family) for part in own):
        yield "solved"
