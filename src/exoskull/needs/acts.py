"""The speech acts of one clause towards a family: complaint, wish, request, or settled."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from exoskull.language.wordset import wordset
from exoskull.needs.clauses import Clause, Topic
from exoskull.needs.lexicon import Role, Wants, wants
from exoskull.needs.model import Family

_SEEN = wordset(
    "wiedziec zobaczyc zrozumiec widziec sprawdzic wiedziala wiedzial"
    " see know understand find figure"
)
_RECURS = wordset(
    "every each daily codziennie co kazdy kazda kazdego przypominaj przypominajcie przypominal"
    " przypominala przypominac niedziele niedziela nudge"
)
_ONCE = wordset("jutro pojutrze dzis dzisiaj tomorrow today tonight wieczorem")


def acts_of(
    family: Family, part: Clause, language: str, *, own: bool
) -> Iterable[tuple[str, float]]:
    """The acts of one clause towards `family`, each with how sure the words are."""
    if is_of_another(part, family):
        return
    topics = [topic for topic in part.topics if topic.family is family]
    wanted = wants(family)
    negated = _negated(part)
    tool = part.has("tool")
    if negated("want") and wanted is not Wants.LESS:
        yield ("refused" if tool else "resolved"), 0.9 if own else 0.3
        return
    if tool and (negated("make") or negated("want")):
        yield "refused", 0.9
        return
    yield from _complaints(part, topics, wanted, negated)
    yield from _wishes(part, topics, wanted, negated)
    if part.has("track") and (part.has("want", "make", "told") or part.second or _bid(part)):
        yield "request", 0.5 if part.has("solved") else 1.0
    elif part.has("track") and _infinitive(part):
        yield "request", 0.7
    if _new_tool(part) and (part.has("make", "want") or part.second):
        yield "request", 1.0
    recurring = any(token.text in _RECURS for token in part.tokens)
    once = any(token.text in _ONCE for token in part.tokens)
    if part.has("remind") and (recurring or not once):
        yield "skill", 1.0 if recurring else 0.7
    if part.has("compute"):
        yield "skill", 1.0
    settled = part.has("solved", "bought") and not part.has("want", "track")
    if settled or (wanted is Wants.LESS and is_given_up(part)):
        yield "resolved", 0.8
    elif is_habit(part, family) or part.has("content"):
        yield "resolved", 0.6


def says_now(part: Clause) -> bool:
    """Whether it tells of the present: `now`."""
    return any(token.text in ("now", "teraz") for token in part.tokens)


def is_fancied(part: Clause) -> bool:
    """Whether it is only fancied: `I'd like a glass of wine`."""
    more = ("less", "much", "again", "track", "ignorance", "tool", "compute", "remind", "trouble")
    return part.has("want") and not part.has(*more) and not _sees(part)


def _sees(part: Clause) -> bool:
    return any(
        token.text in _SEEN or (word is not None and word.lemmas & _SEEN)
        for token, word in zip(part.tokens, part.words, strict=True)
    )


_STEADY = wordset(
    "regularnie systematycznie codziennie zawsze regularly always daily every usually sobote"
)


def is_habit(part: Clause, family: Family) -> bool:
    """Whether it is done, and steadily: `ćwiczę regularnie`, `I always take my meds`."""
    if not part.mine or not any(token.text in _STEADY for token in part.tokens):
        return False
    if wants(family) is not Wants.MORE:
        return False
    trouble = ("want", "neg", "forget", "skip", "little", "trouble", "track", "remind", "compute")
    return not part.has(*trouble, "make", "less", "ignorance")


def _new_tool(part: Clause) -> bool:
    """Whether a tool is named that is not there yet: `a tracker`, not `this spreadsheet`."""
    return any(
        cue.start == 0 or part.tokens[cue.start - 1].text not in _THIS for cue in part.all("tool")
    )


_THIS = wordset("this that the these those his her our your ten ta te tej tego tym tamta tamten")


def _bid(part: Clause) -> bool:
    """`kazał mi zapisywać`, `wants me to log`, `help me keep track`."""
    words = {token.text for token in part.tokens}
    return bool(words & wordset("kazal kazala kaze zalecil zalecila asked told help pomoz let"))


def _infinitive(part: Clause) -> bool:
    """Whether the clause begins with its verb: `keep track of my X`, `śledzić X`."""
    track = part.all("track")
    return bool(track) and track[0].start <= 1 and not part.mine


def is_of_another(part: Clause, family: Family) -> bool:
    """Whether the clause is not of the writer; what an animal does is of its keeper's pets only."""
    return part.others or (part.animal and family is not Family.PETS)


def _negated(part: Clause) -> Callable[[str], bool]:
    """A test of whether every cue of a name has a no just before it."""
    noes = [cue.start for cue in part.all("neg")]

    def test(name: str) -> bool:
        cues = part.all(name)
        return bool(cues) and all(any(0 < cue.start - no <= 2 for no in noes) for cue in cues)

    return test


def _complaints(
    part: Clause, topics: Sequence[Topic], wanted: Wants, negated: Callable[[str], bool]
) -> Iterable[tuple[str, float]]:
    if _said_to_another(part) or _not_there(part, topics):
        return
    noes = [cue.start for cue in part.all("neg")]
    state = [topic for topic in topics if topic.role is Role.STATE]
    if any(not any(0 < one.start - no <= 2 for no in noes) for one in state):
        yield "complaint", 0.9
    done = wanted is not Wants.LESS or part.has("track")
    if part.has("forget") and not negated("forget") and done and not _errand_forgotten(part):
        yield "complaint", 1.0
    if part.has("ignorance"):
        yield "complaint", 0.9
    if part.has("skip") and not negated("skip") and wanted is not Wants.LESS:
        yield "complaint", 0.9
    if part.has("much") and not _denied(part, "much", 4) and wanted is not Wants.MORE:
        yield "complaint", 0.9
    if part.has("little") and wanted is Wants.MORE:
        yield "complaint", 0.8
    if part.has("trouble") and not _harmless(part, noes):
        yield "complaint", 0.7
    acted = any(topic.role in (Role.ACT, Role.TOPIC) for topic in topics)
    none = not part.topics and any(token.text in _NONE for token in part.tokens)
    if (
        noes
        and (acted or none)
        and wanted is Wants.MORE
        and not part.has("want", "forget", "trouble")
        and not part.animal
    ):
        yield "complaint", 0.7
    if noes and part.has("track") and not part.has("want"):
        yield "complaint", 0.8
    did = part.mine or any(topic.role is not Role.TOPIC for topic in topics)
    watched = wanted is Wants.RECORD or (wanted is Wants.LESS and (did or _counted(part)))
    if part.has("again") and acted and watched:
        yield "complaint", 0.6
    if is_given_up(part) and wanted is Wants.MORE and acted:
        yield "complaint", 0.8
    if part.has("again") and noes and acted and not part.animal:
        yield "complaint", 0.9


def _errand_forgotten(part: Clause) -> bool:
    """Whether what was forgotten is to be done once: `I forgot to return the book`."""
    return any(
        0 < errand.start - cue.start <= 3
        for cue in part.all("forget")
        for errand in part.all("errand")
    )


def _said_to_another(part: Clause) -> bool:
    """Whether a Polish clause is said to the reader: `nie śpij`."""
    return (
        part.second
        and not part.mine
        and any(word is not None and word.signs == {"2"} for word in part.words)
    )


def _not_there(part: Clause, topics: Sequence[Topic]) -> bool:
    """Whether only a thing is not to be had: `nie ma wody w kranie`, `there's no water`."""
    if part.mine or any(topic.role is not Role.TOPIC for topic in topics):
        return False
    words = [token.text for token in part.tokens]
    pairs = list(pairwise(words))
    return ("nie", "ma") in pairs or any(
        one in ("there's", "theres", "there") and other in ("no", "isn't", "is", "was")
        for one, other in pairs
    )


def _denied(part: Clause, name: str, reach: int) -> bool:
    """Whether a no stands within `reach` words before every cue of the name."""
    noes = [cue.start for cue in part.all("neg")]
    return all(any(0 < cue.start - no <= reach for no in noes) for cue in part.all(name))


_NONE = wordset("any none never zaden zadnej zadna zadnych ani wcale")
"""`bought three novels and haven't started any`."""


def _counted(part: Clause) -> bool:
    """`kolejna kawa`, `another coffee`, `fifth espresso`; or a bare noun: `coffee again`."""
    return len(part.tokens) <= 3 or any(token.text in _ORDINALS for token in part.tokens)


_ORDINALS = wordset(
    "kolejna kolejny kolejne nastepna trzecia trzeci czwarta czwarty piata piaty szosta szosty"
    " another third fourth fifth sixth"
)


def is_given_up(part: Clause) -> bool:
    """`rzuciłam`, `stopped`: left off, in the past."""
    return any(token.text in _LEFT_OFF for token in part.tokens) and not part.has("want", "again")


_LEFT_OFF = wordset(
    "rzucilam rzucilem przestalam przestalem odstawilam odstawilem stopped gave ditched"
)


def _harmless(part: Clause, noes: Sequence[int]) -> bool:
    """`nie mam problemu`, `no trouble`: a no before a noun of trouble."""
    for cue in part.all("trouble"):
        single = cue.end - cue.start == 1
        if not (single and any(0 < cue.start - no <= 3 for no in noes)):
            return False
    return True


def _comes_over(part: Clause) -> bool:
    """Whether a want only comes over one: `chce mi się spać`; not: `nie chce mi się ćwiczyć`."""
    words = {token.text for token in part.tokens}
    return {"mi", "sie"} <= words and bool(words & {"chce", "chcialo"}) and "nie" not in words


def _wishes(
    part: Clause, topics: Sequence[Topic], wanted: Wants, negated: Callable[[str], bool]
) -> Iterable[tuple[str, float]]:
    if not part.has("want"):
        if part.has("less") and wanted is Wants.LESS and not part.has("solved") and part.mine:
            yield "wish", 0.4
        return
    if _comes_over(part):
        return
    if negated("want"):
        if wanted is Wants.LESS and any(topic.role is Role.ACT for topic in topics):
            yield "wish", 0.6
        return
    act = any(topic.role is Role.ACT for topic in topics)
    seen = _sees(part)
    if wanted is Wants.LESS:
        if part.has("less") or seen:
            yield "wish", 1.0
    elif wanted is Wants.RECORD:
        yield "wish", 0.9 if seen or part.has("less", "track", "more") else 0.3
    else:
        yield "wish", 1.0 if part.has("more") else 0.8 if act else 0.4
