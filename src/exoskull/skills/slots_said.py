"""Particulars that a question itself names: who takes turns and how often, what is saved since
when."""

import re
from typing import Any

from exoskull.language.when import find_when
from exoskull.skills.sentence import Sentence

NAMES_MAX = 12

_NAME = r"(?:[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_][\w'’-]{0,30}|\bja\b|\bme\b)"
_AND = r"(?:\s*,\s*(?:i|oraz|czy|albo|lub|and|or)?\s*|\s+(?:i|oraz|czy|albo|lub|and|or)\s+)"
_NAMES = re.compile(rf"{_NAME}(?:{_AND}{_NAME})+")
_JOINS = re.compile(_AND)
_ASKING = frozenset({"Czyja", "Kto", "Kogo", "Czy", "Whose", "Who", "Is"})
_CASE = re.compile(r"\bmiedzy\b|\bpomiedzy\b")
"""Words behind which Polish names stand in a form that is not theirs."""

_TURN = re.compile(
    r"\bczyja (?:jest )?(?:teraz |dzis |dzisiaj )?kolej(?:ka)?(?: teraz| dzis)?(?: na)? ?(\w*)"
    r"|\bwhose turn(?: is it| it is)?(?: now| today)?(?: to| for)? ?(?:the |do )?(\w*)"
)
_EVERY = (
    (re.compile(r"\bco (\d{1,2}) dni|\bevery (\d{1,2}) days"), None),
    (re.compile(r"\bco drugi dzien|\bevery (?:other|second) day"), 2),
    (re.compile(r"\bcodzien|\bkazdego dnia|\bdzis|\bdaily|\bevery day|\btoday"), 1),
    (re.compile(r"\bco dwa tygodnie|\bevery (?:other|two) weeks?"), 14),
    (re.compile(r"\bco tydzien|\bw tym tygodniu|\bweekly|\bthis week|\bevery week"), 7),
)
_A_DAY = re.compile(
    r"(\d{1,9}(?:[.,]\d{1,2})?)\s*(?:zl|zlotych|zlote|pln|eur|euro|usd|dollars?|pounds?|[$€£])?\s*"
    r"(?:dziennie|na dzien|kazdego dnia|a day|per day|each day|every day|daily)"
)
_SMALL = frozenset({"miedzy", "pomiedzy", "co", "w", "jest", "between", "of", "every", "this"})
_AGAIN = re.compile(
    r"(?i)\bpowtór(?:ki|kach|kami|ek)\b(?: z| ze)?[: ]+(.{2,80})"
    r"|\bspaced repetition (?:of|for)[: ]+(.{2,80})"
)
_SINCE = frozenset({"od", "odkad", "since", "from"})


def subject(said: Sentence) -> str | None:
    """What is to be gone over again and again until it stays; None where nothing is."""
    found = _AGAIN.search(said.plain)
    label = (found.group(1) or found.group(2)).strip(' .!?"„”') if found else ""
    return label or None


def chore(said: Sentence) -> str | None:
    """What the turns are about, a word or ""; None where no turns are asked about."""
    found = _TURN.search(said.folded)
    if found is None:
        return None
    word = next((one for one in found.groups() if one), "")
    if word in _SMALL:
        return ""
    return "" if word.title() in {name.title() for name in _listed(said)} else word


def turns(said: Sentence) -> dict[str, Any]:
    """`names`, in their order, and `every` how many days; each only where it is said."""
    found: dict[str, Any] = {}
    names = _listed(said)
    if len(names) >= 2 and not (said.polish and _CASE.search(said.folded)):
        found["names"] = names[:NAMES_MAX]
    for pattern, days in _EVERY:
        if (match := pattern.search(said.folded)) is not None:
            number = days or int(next(one for one in match.groups() if one))
            if number >= 1:
                found["every"] = number
            break
    return found


def _listed(said: Sentence) -> list[str]:
    best: list[str] = []
    for match in _NAMES.finditer(said.plain):
        names = [one.strip() for one in _JOINS.split(match.group()) if one.strip()]
        kept = list(dict.fromkeys(one for one in names if one not in _ASKING))
        best = max(best, kept, key=len)
    return best


def savings(said: Sentence) -> dict[str, Any]:
    """`start`, the day since which, and `a_day`, how much; each only where it is said."""
    found: dict[str, Any] = {}
    if (match := _A_DAY.search(said.folded)) is not None:
        found["a_day"] = float(match.group(1).replace(",", "."))
    if any(one.text in _SINCE for one in said.tokens):
        kept = [one for one in said.tokens if one.text not in _SINCE]
        when = find_when(kept, said.at, polish=said.polish, past=True)
        on = when.day.day if when.day is not None else None
        if on is not None and on <= said.at.date():
            found["start"] = on.isoformat()
    return found
