"""Tasks that are done."""

from collections.abc import Sequence

from exoskull.language.model import FinishTask
from exoskull.language.titles import title_of
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.units import UNITS
from exoskull.language.wordset import wordset

_FINISH: Phrases[str] = phrases(
    (
        "title",
        "zrobione | gotowe | zalatwione | ukonczone | odhacz | odfajkuj | skresl | skonczone |"
        " zakonczone | wykonane | odhaczone | done | finished | completed | check off | tick off"
        " | cross off | mark off | i finished | i've finished | i completed | i'm done with |"
        " done with | i did | i've done | just finished | just did | all done | i am done with |"
        " finished with | complete | mark | oznacz | mark as done | i've completed | i just"
        " finished | i just did | just completed | zrobilam | zrobilem | skonczylam | skonczylem"
        " | zalatwilam | zalatwilem | ukonczylam | ukonczylem | wykonalam | wykonalem | juz"
        " zrobilam | juz zrobilem | ogarnelam | ogarnalem | everything done | wszystko zrobione |"
        " zakoncz zadanie | odhacz zadanie | zamknij zadanie | zrobilam juz | zrobilem juz |"
        " zrobilam dzis | i have finished | i have done | got done | task done | zadanie zrobione"
        " | zadanie wykonane | done and dusted | check | zrobiona | zrobiony | mark task |"
        " complete task | finish task | finish | close task | close",
    ),
)
DONE_WORDS = wordset(
    "zrobione zrobiona zrobiony zrobiono gotowe gotowy gotowa zalatwione zalatwiona zalatwiony"
    " ukonczone skonczone done finished completed wykonane odhaczone ogarniete zakonczone wykonana"
    " ready odebrane"
)
"""What says behind its name that a thing is done."""
TICKS = wordset("odhacz odfajkuj skresl mark check tick oznacz done zrobione gotowe finished cross")
"""What says before its name, in whatever form, that a task is done or to be ticked off."""
_EVERYTHING = wordset("wszystko wszystkie everything all")
_DID = wordset("zrobilam zrobilem did finished skonczylam skonczylem odhacz completed")
_AROUND = wordset(
    "ok no juz hej to task zadanie jako as off is are jest sa has have been was zostalo zostaly"
    " i've i a the my just yay mam i'm already : - , zadania tasks super dzis dzisiaj today na"
    " please prosze now teraz finally wreszcie also tez"
)
_BEFORE_TITLE = wordset("the my zadanie task tez also juz already as jako with : - to")
_BEHIND_TITLE = wordset("is are jest sa juz mam already as jako off .")
_NAMELESS = wordset("to tego go ja je ich it that this them")
_NOT = wordset("nie not didn't haven't")
_LONGEST = 14
"""Tokens of a title; what is longer tells a story."""


def read_finished(clause: Sequence[Token], text: str) -> FinishTask | None:
    """`zrobione`, `zrobiłam pranie`, `done: dishes`, `pranie zrobione`; None for anything else."""
    words = {token.text for token in clause if token.kind is Kind.WORD}
    if not words or words & _NOT:
        return None
    said = DONE_WORDS | _DID
    if words & _EVERYTHING and words & said and words <= _EVERYTHING | said | _AROUND:
        return FinishTask(title=None, every=True)
    if words & DONE_WORDS and words <= DONE_WORDS | _AROUND:
        return FinishTask(title=None)
    found = _FINISH.first(clause)
    if found is not None and _fits(clause[: found[1]], _AROUND):
        return _named_behind(clause, found[1], found[2], text)
    if clause[-1].text in DONE_WORDS and len(clause) <= _LONGEST:
        return _titled(clause[:-1], text)
    return None


def _named_behind(clause: Sequence[Token], start: int, end: int, text: str) -> FinishTask | None:
    rest = clause[end:]
    marking = clause[start].text in ("mark", "oznacz")
    if marking and not any(token.text in DONE_WORDS for token in rest):
        return None
    while rest and rest[-1].text in DONE_WORDS:
        rest = rest[:-1]
    if _fits(rest, _NAMELESS):
        return FinishTask(title=None)
    if rest[0].text in _NAMELESS:
        return None
    return _titled(rest, text)


def _titled(tokens: Sequence[Token], text: str) -> FinishTask | None:
    """The task named by `tokens`; None where they name nothing, only numbers and units."""
    while tokens and tokens[-1].text in _BEHIND_TITLE:
        tokens = tokens[:-1]
    named = any(
        token.kind is Kind.WORD and token.text not in UNITS and token.text not in _AROUND
        for token in tokens
    )
    title = title_of(text, tokens, leading=_BEFORE_TITLE)
    if not named or not title or len(tokens) > _LONGEST:
        return None
    return FinishTask(title=title)


def _fits(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    return all(token.kind is Kind.MARK or token.text in words for token in tokens)
