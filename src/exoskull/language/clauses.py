"""A sentence cut into clauses, without cutting through quantities, times or numbers."""

import re
from collections.abc import Sequence

from exoskull.language.model import Language
from exoskull.language.quantities import quantities
from exoskull.language.tokens import Kind, Token
from exoskull.language.verbs import ENGLISH, POLISH
from exoskull.language.wordset import wordset

Clause = tuple[Token, ...]

_POLISH_JOINTS = wordset("i oraz a ale lecz potem nastepnie plus")
_ENGLISH_JOINTS = wordset("and but then plus")
_POLISH_MARKS = wordset(
    "nie w z na sie mi jest za po dla ze od jak czy mnie ja we jutro dzis dzisiaj wczoraj bo "
    "co to ale juz tylko przypomnij dlaczego czemu ile chce musze mam o u jestem bylo byl tak "
    "prosze moj moja dodaj zadanie zeby zebym tydzien rano wieczorem ma sa moge pisz napisz "
    "cofnij dziekuje dzieki jeszcze wiecej mniej cel dziennie codziennie godziny godzin "
    "szklanek szklanki zrobione gotowe pojutrze poniedzialek piatek oraz lub ktory ktora"
)
_ENGLISH_MARKS = wordset(
    "the of and my in at for is a an to me i'm i've it was want with from this that you how "
    "what why when remind tomorrow today yesterday not don't didn't please have had need on "
    "be by per day week every more less than done task add are did so glasses hours "
    "minutes no thanks"
)


_POLISH_LETTERS = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_POLISH_LOOK = re.compile(
    r"cz|sz|rz|dz|szcz|prz|(?:ow|ej|ego|ych|ach|ami|alem|alam|ilem|ilam|ac|ic|nie)$"
)
_ENGLISH_LOOK = re.compile(r"[qvx]|th|wh|oo|ee|ck|sh|gh|ou|ea|'|(?:ing|ed|ly|es|er|ght)$")


def is_polish(tokens: Sequence[Token], text: str, language: Language) -> bool:
    """Whether the words are Polish: by their letters, by common words, by their look; where none
    of these tells, what the person's language says."""
    score = 0.0
    for token in tokens:
        if token.kind is not Kind.WORD:
            continue
        word = token.text
        in_polish = word in _POLISH_MARKS or word in POLISH
        in_english = word in _ENGLISH_MARKS or (word in ENGLISH and word not in _BOTH)
        in_english = in_english or (word == "i" and token is tokens[0])
        if not _POLISH_LETTERS.isdisjoint(text[token.start : token.end]):
            score += 2
        elif in_polish != in_english:
            score += 1 if in_polish else -1
        elif not in_polish:
            score += 0.3 * bool(_POLISH_LOOK.search(word)) - 0.3 * bool(_ENGLISH_LOOK.search(word))
    if score == 0:
        return language is Language.PL
    return score > 0


_BOTH = wordset("do go was hit stop start log my a i to no")


def clauses(tokens: Sequence[Token], polish: bool) -> list[Clause]:
    """The clauses of a sentence: parted by commas, dashes between spaces, and joining words."""
    joints = _POLISH_JOINTS if polish else _ENGLISH_JOINTS
    inside = {i for quantity in quantities(tokens) for i in range(quantity.start + 1, quantity.end)}
    found: list[Clause] = []
    begin = 0
    for i, token in enumerate(tokens):
        if i in inside:
            continue
        mark = token.kind is Kind.MARK and (
            token.text in (",", "(", ")", "\u2022", "|")
            or (token.text == "-" and _spaced(tokens, i))
        )
        joint = token.text in joints and i > begin and not _between_units(tokens, i)
        if mark or joint:
            if i > begin:
                found.append(tuple(tokens[begin:i]))
            begin = i + 1 if mark or token.text in ("i", "oraz", "and", "plus", "a") else i
    if begin < len(tokens):
        found.append(tuple(tokens[begin:]))
    return [clause for clause in found if any(t.kind is not Kind.MARK for t in clause)]


def _spaced(tokens: Sequence[Token], i: int) -> bool:
    before = i == 0 or tokens[i - 1].end < tokens[i].start
    after = i + 1 >= len(tokens) or tokens[i + 1].start > tokens[i].end
    return before and after


def _between_units(tokens: Sequence[Token], i: int) -> bool:
    """`kawa i herbata` parts, `rano i wieczorem` does not."""
    if i + 1 >= len(tokens):
        return True
    parts = ("rano", "wieczorem", "morning", "evening", "noc", "night", "pol", "half")
    return tokens[i - 1].text in parts and tokens[i + 1].text in parts
