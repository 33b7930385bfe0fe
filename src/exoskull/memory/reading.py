"""What a message says to the memory itself: keep this, what do you know, forget that. Pure.

Taken only where the message says nothing else: what is remembered was asked for in so many words.
"""

import re
from dataclasses import dataclass

from exoskull.language.fold import clean, fold, own_lines
from exoskull.memory.model import FactKind

_REMEMBER = re.compile(
    r"(?:(?:prosze|please)[, ]+)?"
    r"(?:zapamietaj(?:cie)?(?: sobie| prosze)?|pamietaj(?: prosze)?"
    r"|remember|keep in mind|make a note)"
    r"(?:[,:]? ?(?:ze|that)\b|:)[, ]*(?P<fact>\S.*)"
)
_KNOWN = re.compile(
    r"(?:(?:a|and)[, ]+)?(?:co (?:ty )?(?:o mnie (?:wiesz|pamietasz)|(?:wiesz|pamietasz) o mnie)"
    r"|co masz o mnie zapisane|what do you (?:know|remember) about me)[ ?!.]*"
)
_FORGET = re.compile(
    r"(?:(?:prosze|please)[, ]+)?"
    r"(?:zapomnij(?: prosze)?(?: o(?: tym[, ]+ze)?|[,:]? ze)|forget(?: about| that))"
    r" +(?P<words>\S.*?)[ .!]*"
)
_THAT = frozenset({"tym", "to", "it", "this", "that", "mnie", "me", "everything", "wszystkim"})
"""What names no fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """Remember this. `text`: the fact in the person's own letters."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """What do you know about me?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """Forget what speaks of `words`; "": what, was not said."""

    words: str


Wish = Keep | Tell | Forget


def wish_in(message: str) -> Wish | None:
    """What the message asks of the memory, None where it asks nothing of it, or more besides."""
    lines = own_lines(clean(message))
    if len(lines) != 1:
        return None
    line = lines[0]
    said = fold(line).lower()
    if found := _REMEMBER.fullmatch(said):
        return Keep(text=line[found.start("fact") :].strip())
    if _KNOWN.fullmatch(said):
        return Tell()
    if found := _FORGET.fullmatch(said):
        words = line[found.start("words") : found.end("words")].strip()
        return Forget(words="" if fold(words).lower() in _THAT else words)
    return None


_KINDS = (
    (FactKind.NAME, r"mam na imie|nazywam sie|my name is|call me|mow mi"),
    (FactKind.FOOD, r"nie jem|nie pije|jem tylko|wegan|wegetarian|gluten|lakto|diet|don'?t eat"
        r"|vegan|vegetarian"),
    (FactKind.HEALTH, r"alergi|uczulen|uczulon|choruj|lek(?:i|ow|arz)|cukrzyc|cisnieni|dentyst"
        r"|allerg|asthma|diabet|medic|doctor|dentist|blood pressure"),
    (FactKind.PEOPLE, r"(?:moj|moja|moi|my) (?:maz|zon|syn|cork|dzie|mam|tat|brat|siostr|partner"
        r"|psiak|pies|kot|szef|husband|wife|son|daughter|kid|mum|mom|dad|brother|sister|dog|cat"
        r"|boss)"),
    (FactKind.DATE, r"urodzin|rocznic|imieniny|birthday|anniversary"),
    (FactKind.WORK, r"pracuj|prac[aey]\b|\bi work\b|my job"),
    (FactKind.HOME, r"mieszkam|\bi live\b|my address"),
    (FactKind.LIKING, r"lubie|wole|uwielbiam|nie znosze|\bi (?:like|love|hate|prefer)\b"),
    (FactKind.HABIT, r"zawsze|zwykle|codziennie|co (?:rano|wieczor)|usually|always"
        r"|every (?:day|morn|even)"),
)  # fmt: skip


def kind_of(text: str) -> FactKind:
    """What a fact is about, by its words."""
    said = fold(text).lower()
    for kind, words in _KINDS:
        if re.search(words, said):
            return kind
    return FactKind.OTHER
