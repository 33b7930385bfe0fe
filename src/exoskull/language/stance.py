"""Whether a clause states what the writer did, or only denies, asks, wishes, plans or tells of
others. What is not stated is never logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exoskull.language.calendar_words import PERIODS, WEEKDAYS
from exoskull.language.tokens import Kind, Token
from exoskull.language.topics import NOUNS
from exoskull.language.verbs import OTHER, Tense, Verb, verb_at
from exoskull.language.wordset import wordset


class Status(StrEnum):
    MINE = "mine"
    """Stated by the writer of themselves, with a verb."""
    BARE = "bare"
    """No verb: "7 szklanek", "mood: 3"."""
    NEGATED = "negated"
    WISHED = "wished"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    OTHERS = "others"
    HABIT = "habit"
    UNRELATED = "unrelated"
    """A verb whose numbers are no measure: bought, gained."""


STATED = frozenset({Status.MINE, Status.BARE})


@dataclass(frozen=True, slots=True)
class Stance:
    """`topic`: that of the clause's own verb, "" for one that goes with any, None without one."""

    status: Status
    topic: str | None
    verb: int | None = None
    """Index of the verb that decided."""


_NOT = wordset(
    "nie not never nigdy didn't don't doesn't haven't hasn't hadn't wasn't isn't couldn't can't"
    " cannot without bez zapomnialam zapomnialem zapominam forgot forget ani nor none nothing nic"
    " neither skipped missed failed zaden zadnej zadnych pominelam pominalem didnt dont havent cant"
    " wasnt zamiast instead unable nope"
)
_WISH = wordset(
    "chce chcialabym chcialbym chcialam chcialem chcielibysmy zamierzam planuje marze marzy"
    " postanowilam postanowilem want wants wanted wanna wish hope hoping supposed meant plan"
    " planning planned gonna intend trying try should must ought need musze powinnam powinienem"
    " trzeba warto moge mozna cel celem goal goals aim target wolalabym wolalbym mialam_zamiar"
    " probuje sprobuje pragne chcemy musimy would i'd wolno dream lubie love like powinno nalezy"
    " potrzebuje zalecane recommended lekarz doctor podobno"
)
_FUTURE = wordset(
    "bede will i'll we'll won't shall jutro pojutrze tomorrow bedzie going zaraz wkrotce"
)
_CONDITIONAL = wordset(
    "gdyby gdybym jesli jezeli jakbym jakby if unless chyba_ze byloby ilekroc whenever oby moze"
    " maybe perhaps pewnie probably"
)
_HABIT = wordset(
    "zwykle zazwyczaj zawsze przewaznie czesto normalnie srednio usually always normally often"
    " average typically generally rzadko codziennie"
)
_LACK = wordset(
    "brakuje brakowalo zostalo zostaly zostala left remaining missing brak braklo short"
)
_PEOPLE = wordset(
    "maz meza mezowi zona zony zonie mama mamy mamie tata taty tacie syn syna synek corka corki"
    " brat brata siostra siostry kolega kolegi kolezanka kolezanki dziecko dziecka dzieci szef"
    " szefa babcia babci dziadek dziadka ona oni jego jej ich pies psa kot kota chlopak chlopaka"
    " dziewczyna dziewczyny partner partnera partnerka partnerki tesciowa ojciec ojca matka matki"
    " przyjaciel przyjaciolka sasiad sasiadka ktos husband wife mum mom dad father mother son"
    " daughter brother sister friend boss kid kids child he she they his her their him baby dog"
    " cat colleague neighbour neighbor boyfriend girlfriend someone everybody everyone people"
    " grandma grandpa roommate"
)
_WITH = wordset("z ze dla od u with for from przy obok for to do bez razem and i")
_SUBJECTS = wordset("i we i've we've ive i'm im ja my sam sama")
_SKIP = wordset(
    "just only already finally also even really barely then still actually today yesterday have"
    " has 've had about so far tonight now this morning evening afternoon night last earlier"
    " later again yay woohoo hey hi yes wow on at pm am hooray dzis dzisiaj wczoraj rano totally"
    " successfully proudly apparently in total the"
)
CONTRAST = wordset("tylko ale lecz dopiero only but just raczej jednak instead zamiast actually")
"""Words that open the true half of "not 7 hours, only 5"."""
_NOUN_LIKE = wordset(
    "run walk sleep work study swim ride bike jog hike read running walking sleeping"
    " swimming cycling biking reading studying training exercise jogging hiking"
)
_STATES = wordset("waze czuje mam")
_POLISH_TOO = wordset("do go was hit")
"""English verbs that are other words in Polish."""
_BEFORE_A_VERB = wordset("to i we you will can should must")
_BEFORE_A_SUBJECT = wordset("and but then also so plus")
_ALMOST = wordset("prawie almost nearly omal")
_LIKED = wordset("like love lubie plan try goal cel")
"""Words of wishing that beside a past verb are none: "felt like 7/10"."""
_SPANS = wordset("tygodniu miesiacu roku week month year")
"""A sum over these is no measure of one day."""


def stance(tokens: Sequence[Token], polish: bool, before: Stance | None = None) -> Stance:
    """The stance of a clause; without a verb of its own it goes on with that of `before`."""
    own = _verb(tokens, polish)
    status = _blocked(tokens, polish, own)
    if own is not None:
        verb, index = own
        topic = None if verb.topic == OTHER else verb.topic
        return Stance(status or _told(tokens, verb, index, polish), topic, index)
    if status is not None:
        return Stance(status, None)
    if of_others(tokens):
        return Stance(Status.OTHERS, None)
    if before is None:
        return Stance(Status.BARE, None)
    if before.status is Status.NEGATED and tokens and tokens[0].text in CONTRAST:
        return Stance(Status.BARE, before.topic)
    if before.status in STATED:
        return Stance(before.status if before.topic else Status.BARE, before.topic)
    return Stance(before.status, before.topic)


def _verb(tokens: Sequence[Token], polish: bool) -> tuple[Verb, int] | None:
    """The verb that tells: a finite one before an infinitive, one with a topic before one
    without."""
    best: tuple[int, Verb, int] | None = None
    for i, token in enumerate(tokens):
        if token.kind is not Kind.WORD:
            continue
        verb = verb_at(token.text, polish)
        if verb is None or _is_noun_here(tokens, i, verb, polish):
            continue
        if token.text == "worked" and i + 1 < len(tokens) and tokens[i + 1].text == "out":
            verb = Verb("exercise", Tense.PAST, 0, english=True)
        if token.text == "ran" and _figurative(tokens, i + 1):
            verb = Verb(OTHER, Tense.PAST, 0, english=True)
        rank = 0 if verb.tense is Tense.INFINITIVE else 2
        if verb.topic not in ("", OTHER):
            rank += 1
        if best is None or rank > best[0]:
            best = (rank, verb, i)
    if best is None:
        return None
    return best[1], best[2]


def _figurative(tokens: Sequence[Token], i: int) -> bool:
    """Whether what follows `ran` makes it another verb: out of milk, into a friend, a meeting."""
    if i >= len(tokens):
        return False
    if tokens[i].text in ("a", "the", "my", "an", "some"):
        return not any(
            token.kind is Kind.NUMBER or token.text in ("marathon", "race", "half")
            for token in tokens[i:]
        )
    return tokens[i].text in _RAN_OTHERWISE


_RAN_OTHERWISE = wordset(
    "out into away late errands over across low short through off up tests it them"
)


def _is_noun_here(tokens: Sequence[Token], i: int, verb: Verb, polish: bool) -> bool:
    """Whether a word that may be a verb is a noun: `sleep 7 h`, `a 30-minute run`."""
    word = tokens[i].text
    if verb.english and polish and word not in NOUNS:
        return word in _POLISH_TOO
    if not verb.english or verb.tense is not Tense.INFINITIVE or word not in _NOUN_LIKE:
        return False
    return i == 0 or tokens[i - 1].text not in _BEFORE_A_VERB


def _blocked(tokens: Sequence[Token], polish: bool, own: tuple[Verb, int] | None) -> Status | None:
    """What keeps the clause from being a statement of fact, by its small words."""
    past = own is not None and own[0].tense is Tense.PAST
    for i, token in enumerate(tokens):
        word = token.text
        behind = tokens[i + 1].text if i + 1 < len(tokens) else ""
        if word in _NOT and not _harmless_not(tokens, i):
            return Status.NEGATED
        if word == "no" and not polish and behind:
            return Status.NEGATED
        if word in _ALMOST and own is not None and own[1] == i + 1:
            return Status.NEGATED
        if word in _CONDITIONAL:
            return Status.CONDITIONAL
        if word in _LACK or (word in _WISH and not (past and word in _LIKED)):
            return Status.WISHED
        if word in _FUTURE and not past:
            return Status.FUTURE
        if word in _HABIT or (word in ("tym", "this") and behind in _SPANS):
            return Status.HABIT
        if PERIODS.at(tokens, i) and not past:
            return Status.HABIT
    return None


def _harmless_not(tokens: Sequence[Token], i: int) -> bool:
    """`nie tylko`, `nie więcej niż`, `not only`, `bez cukru`: no denial of the act."""
    word = tokens[i].text
    behind = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if word in ("nie", "not"):
        return behind in ("tylko", "only", "wiecej", "mniej", "bad", "liczac", "najgorzej")
    if word in ("bez", "without", "zamiast", "instead"):
        return i > 0
    return word == "nothing" and behind == "but"


def _told(tokens: Sequence[Token], verb: Verb, index: int, polish: bool) -> Status:
    if verb.topic == OTHER:
        return Status.UNRELATED
    if verb.tense is Tense.CONDITIONAL:
        return Status.CONDITIONAL
    if verb.tense is Tense.FUTURE:
        return Status.FUTURE
    if verb.tense is Tense.INFINITIVE:
        return Status.WISHED
    if verb.tense is Tense.PRESENT:
        word = tokens[index].text
        return Status.MINE if verb.person == 1 and word in _STATES else Status.HABIT
    if verb.english:
        return _english_subject(tokens, index)
    if verb.person != 1:
        return Status.OTHERS
    return Status.MINE


def _english_subject(tokens: Sequence[Token], verb: int) -> Status:
    """MINE where the subject of the verb is I, we, or left out."""
    for token in reversed(tokens[:verb]):
        if token.text == "to":
            return Status.WISHED
        if token.kind is not Kind.WORD or token.text in _BEFORE_A_SUBJECT:
            return Status.MINE
        if token.text in _SUBJECTS:
            return Status.MINE
        if token.text not in _SKIP and token.text not in WEEKDAYS:
            return Status.OTHERS
    return Status.MINE


def of_others(tokens: Sequence[Token]) -> bool:
    """Whether somebody else is named, not as company ("z mężem")."""
    return any(
        token.text in _PEOPLE
        and not (i and tokens[i - 1].text in _WITH)
        and not (i > 1 and tokens[i - 2].text in ("with", "z", "dla", "for"))
        for i, token in enumerate(tokens)
    )
