"""What calls itself a goal: wishes, limits, and amounts for every period."""

from collections.abc import Sequence

from exoskull.language.calendar_words import PERIODS
from exoskull.language.clauses import Clause
from exoskull.language.fillers import FILLERS
from exoskull.language.model import Direction
from exoskull.language.quantities import quantities
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.topics import NOUNS, TOPICS
from exoskull.language.units import UNITS
from exoskull.language.verbs import Tense, verb_at
from exoskull.language.wordset import wordset

WANT: Phrases[bool] = phrases(
    (
        True,
        "chce | chcialabym | chcialbym | zamierzam | planuje | postanowilam | postanowilem | moim"
        " celem jest | moj cel to | cel | moj cel | nowy cel | dodaj cel | ustaw cel | celem jest"
        " | mam zamiar | mam cel | ustal cel | chcemy | postanawiam | mam w planach | marze zeby"
        " | marze o tym zeby | chce zaczac | chcialabym zaczac | chcialbym zaczac | stawiam sobie"
        " za cel | podejmuje wyzwanie | i want to | i want | i'd like to | i would like to | i"
        " wanna | my goal is to | my goal is | my goal | goal | new goal | add goal | add a goal"
        " | set a goal | set goal | i plan to | i'm going to | i am going to | i aim to | i"
        " intend to | i'm aiming for | i'm aiming to | i'm trying to | i hope to | want to | the"
        " goal is to | my aim is to | my target is | target | i've decided to | i decided to | i"
        " want to start | i'd like | help me | pomoz mi | set a goal to | set me a goal to | goal"
        " is to | i wish to | i'm planning to | aim | my target is to | i will try to | sprobuje"
        " | postaram sie | i resolve to",
    ),
)
LIMITS: Phrases[Direction] = phrases(
    (
        Direction.AT_MOST,
        "max | maks | maksymalnie | najwyzej | co najwyzej | nie wiecej niz | mniej niz | ponizej"
        " | no more than | not more than | at most | less than | under | below | up to | fewer"
        " than | maximum | maximum of | a maximum of | nie dluzej niz | limit to | ograniczyc do"
        " | limit | ograniczyc sie do | zmniejszyc do | zejsc do | cut down to | reduce to | keep"
        " it under | nie przekraczac | stay under | keep under | tylko | only | nie wiecej jak |"
        " zmiescic sie w | ograniczenie do | cut to | down to | not exceed | najdluzej | or less"
        " | or fewer | lub mniej",
    ),
    (
        Direction.AT_LEAST,
        "min | co najmniej | przynajmniej | minimum | nie mniej niz | at least | no less than"
        " | not less than | no fewer than | more than | wiecej niz | ponad | or more | lub wiecej"
        " | minimum of | a minimum of | conajmniej | powyzej | over",
    ),
)
"""Words that say whether an amount is the most or the least."""
MORE_THAN: Phrases[bool] = phrases((True, "wiecej niz | more than | dluzej niz | over | ponad"))
"""Behind "I don't want", these make an amount the most."""
CHANGE = wordset(
    "wiecej mniej czesciej rzadziej regularnie lepiej zdrowiej zdrowo schudnac zrzucic rzucic "
    "przestac ograniczyc zaczac wysypiac zadbac dbac forma forme formy kondycja kondycje "
    "kondycji nauczyc oszczedzac przytyc codziennie more less better regularly healthier lose "
    "quit stop reduce start improve fitter fit fewer healthy gain save consistently shape "
    "learn weight poprawic ruszac wczesniej earlier odzywiac odstawic habit nawyk"
)
"""Words that make a wish one for change, and so a goal, if a vague one."""
FRAME = wordset(
    "zeby aby to jest bedzie sie i a and the of w na do przez sobie moj moim nowy o za my is "
    "that start zaczac bym zebym just po prostu also tez : , - jeszcze really bardzo want "
    "chce would like najlepiej ideally preferably okolo about around rowniez ok"
)
"""Words that hold a wish together and name nothing."""
_HABITS = wordset(
    "pic biegac spac sypiac spacerowac chodzic wazyc palic wydawac oszczedzac czytac medytowac"
    " cwiczyc trenowac uczyc plywac brac jesc jezdzic pracowac schudnac drink run sleep walk weigh"
    " smoke spend save read meditate exercise train study swim cycle eat lose"
)


def wants(clause: Clause) -> int:
    """The index behind `chcę`, `my goal is to`, at the start of the clause; 0 without it."""
    found = WANT.at(clause, 0)
    return found[1] if found else 0


def looks_like_goal(clause: Sequence[Token], polish: bool) -> bool:
    """Whether a clause without `chcę` names an amount for every period, or a limit, as a goal
    does: `max 2 kawy dziennie`, `8 szklanek wody dziennie`, `sleep at least 7 hours a night`."""
    amounts = quantities(clause)
    if not amounts:
        return False
    often = limited = infinitive = False
    i = 0
    while i < len(clause):
        word = clause[i].text
        phrase = PERIODS.at(clause, i) or LIMITS.at(clause, i)
        if phrase:
            often = often or PERIODS.at(clause, i) is not None
            limited = limited or LIMITS.at(clause, i) is not None
            i = phrase[1]
            continue
        verb = verb_at(word, polish)
        if verb is not None and verb.tense is Tense.INFINITIVE and not (verb.english and polish):
            infinitive = True
        elif (
            (verb is not None and word not in NOUNS and word != "read" and word not in FILLERS)
            or word in _NOT_WANTED
            or (i < amounts[0].start and not _expected(clause[i]))
        ):
            return False
        i += 1
    by = any(token.text in ("do", "by", "until") for token in clause)
    return often or (limited and often) or (infinitive and by)


_NOT_WANTED = wordset("nie not don't should powinnam powinienem")


def _expected(token: Token) -> bool:
    """Whether a word may stand before the amount of an unspoken goal."""
    if token.kind is not Kind.WORD or token.text in NOUNS or token.text in FILLERS:
        return True
    return token.text in FRAME or token.text in UNITS


def is_habit(body: Clause, polish: bool) -> bool:
    """Whether what must be done is a way of living (pić, sleep), not one deed (wypić, kupić)."""
    for token in body[:3]:
        verb = verb_at(token.text, polish)
        if verb is not None and verb.topic in TOPICS:
            return token.text in _HABITS
    return False
