"""What no reader took: nothing, where it is filler; a remark; or what was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from exoskull.language.clauses import Clause
from exoskull.language.context import Context
from exoskull.language.fillers import FILLERS
from exoskull.language.model import NotUnderstood, Remark
from exoskull.language.titles import LONGEST_SAID, shortened, words_of
from exoskull.language.tokens import Kind, Token
from exoskull.language.topics import NOUNS, TOPICS
from exoskull.language.verbs import verb_at
from exoskull.language.when import find_when
from exoskull.language.wordset import wordset


@dataclass(frozen=True, slots=True)
class Loose:
    """A clause that no reader took. `told`: it speaks of measures, but states none of its
    writer's own ("mąż wypił 2 piwa")."""

    clause: Clause
    told: bool
    claimed: bool = False
    """It states a number of a known topic that could not be read: the writer believes it kept."""
    parts: int = 1
    """How many clauses these are, where a call took several."""


_OF_ME = wordset(
    "mnie mi mna moj moja moje moim jestem mam boli bola czuje nie i my me i'm i've i'd am im jest"
    " bylo byla sa bylem bylam zle dobrze tired zmeczona zmeczony we our nasz nam nas"
)


def leftover(loose: Sequence[Loose], ctx: Context, beside: bool) -> Remark | NotUnderstood | None:
    """What to say of clauses that stand together; None for filler.

    Args:
        beside: whether the sentence held anything else; then a word or two more are let be.
    """
    tokens = [token for part in loose for token in part.clause]
    when = find_when(tokens, ctx.at, polish=ctx.polish, past=True)
    content = [
        token
        for i, token in enumerate(tokens)
        if token.kind is not Kind.MARK
        and not when.covers(i)
        and token.text not in FILLERS
        and token.text not in ("nie", "yes", "no")
    ]
    said = shortened(words_of(ctx.text, tokens), LONGEST_SAID)
    if not content:
        wordless = all(token.kind is Kind.MARK for token in tokens)
        return None if beside or when or wordless else NotUnderstood(text=said)
    ordered = any(_is_order(part.clause) for part in loose)
    if ctx.asks or ordered or any(part.claimed for part in loose):
        return NotUnderstood(text=said)
    plain = all(token.kind is Kind.WORD for token in content)
    personal = _is_personal(tokens, ctx.polish)
    if beside and plain and not personal and len(content) <= 2:
        return None
    if all(part.told for part in loose) or personal or (beside and plain and len(content) <= 8):
        return Remark(text=said, metric=_about(tokens, ctx.polish))
    return NotUnderstood(text=said)


def _is_order(clause: Clause) -> bool:
    """Whether something is asked to be done: it must not be passed over as a remark."""
    words = [t.text for t in clause if t.kind is Kind.WORD and t.text not in _POLITE]
    return bool(words) and words[0] in _ORDERS


_POLITE = wordset("prosze please can could you hej hey ok a i and no to mozesz czy")
_ORDERS = wordset(
    "zadzwon napisz wyslij zamow wylacz wlacz przeloz przesun otworz pokaz kup znajdz sprawdz"
    " zapamietaj ustaw zmien usun dodaj polacz powiedz zrob pomoz odwolaj zaplanuj umow zapisz"
    " podaj wymysl policz opowiedz przypomnij zapytaj zarezerwuj call send book order turn open"
    " show find check change delete play text email schedule move buy tell give make create write"
    " set remember calculate explain translate search cancel add remind"
)


def _is_personal(tokens: Sequence[Token], polish: bool) -> bool:
    """Whether somebody's doing, or oneself, is told of."""
    if len(tokens) < 2:
        return False
    for token in tokens:
        verb = verb_at(token.text, polish)
        if verb is not None and (verb.person or verb.english):
            return True
        if token.text in _OF_ME and not (token.text == "i" and polish):
            return True
    return False


def _about(tokens: Sequence[Token], polish: bool) -> str | None:
    """The main metric of the first topic named."""
    for token in tokens:
        if token.text in NOUNS:
            return TOPICS[NOUNS[token.text][0]].main
    for token in tokens:
        verb = verb_at(token.text, polish)
        if verb and verb.topic in TOPICS:
            return TOPICS[verb.topic].main or None
    return None
