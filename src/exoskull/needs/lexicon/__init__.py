"""The words that needs are spoken of in, and what kind of word each form in a message is."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from exoskull.language.fold import fold
from exoskull.needs.model import Family


class Wants(StrEnum):
    """Which way a family's complaints go: done too little, done too much, or to be watched."""

    MORE = "more"
    LESS = "less"
    RECORD = "record"


class Role(StrEnum):
    """How a phrase speaks of a family: see families.toml."""

    TOPIC = "topic"
    ACT = "act"
    STATE = "state"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Word:
    """What a form can be: the lemmas it belongs to, and signs of its grammar (see compile)."""

    lemmas: frozenset[str]
    signs: frozenset[str]


Meaning = tuple[Family, Role] | str
"""Of a phrase: a family and the role, or the name of a cue."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words and phrases. `phrases`: by first item, (items, meaning); an item that
    begins with = is an exact folded form, any other a lemma."""

    forms: Mapping[str, Word]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Meaning]]]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of `pl` or `en`, read once from the files beside this one."""
    lemmas: dict[str, set[str]] = {}
    signs: dict[str, set[str]] = {}
    for line in _text("surface.txt").splitlines():
        head, _, forms = line.partition(": ")
        if not head.startswith(language):
            continue
        lemma = head[3:]
        for form in forms.split():
            word, _, sign = form.partition("/")
            lemmas.setdefault(word, set()).add(lemma)
            signs.setdefault(word, set()).update(sign)
    phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for text, meaning in _meanings(language):
        for item in text.split():
            items = _items(item)
            phrases.setdefault(items[0], []).append((items, meaning))
    return Lexicon(
        forms={
            form: Word(frozenset(found), frozenset(signs[form])) for form, found in lemmas.items()
        },
        phrases=phrases,
    )


@cache
def wants(family: Family) -> Wants:
    """Which way the complaints of a family go."""
    entry = tomllib.loads(_text("families.toml")).get(family.value)
    return Wants(entry["wants"]) if entry else Wants.RECORD


def _items(phrase: str) -> tuple[str, ...]:
    parts = phrase.split("_")
    return tuple(("=" + fold(part[1:])) if part[0] == "=" else fold(part) for part in parts)


def _meanings(language: str) -> list[tuple[str, Meaning]]:
    found: list[tuple[str, Meaning]] = []
    for name, entry in tomllib.loads(_text("families.toml")).items():
        found += [(text, (Family(name), Role(role))) for role, text in entry[language].items()]
    for name, entry in tomllib.loads(_text("cues.toml")).items():
        found.append((entry[language], name))
    return found


def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
