"""Words, numbers and marks of a text, with where they stand in it; sentences; set phrases."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from exoskull.language.fold import fold
from exoskull.language.wordset import wordset


class Kind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    CLOCK = "clock"
    """18:30"""
    PAIR = "pair"
    """120/80, 4/10, 1/2"""
    DATE = "date"
    """2026-03-05, 5.03.2026, 5.03."""
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; `text` is folded, `start` and `end` are offsets in the cleaned text."""

    kind: Kind
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
    (?P<date>\d{4}-\d\d?-\d\d?(?![\d-]) | \d\d?\.\d\d?\.\d{4}(?!\d) | \d\d?\.\d\d\.(?=\s|$))
  | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
  | (?P<pair>\d{1,4}(?:[.,]\d{1,2})?\s?/\s?\d{1,4}(?![\d/.,]*\d))
  | (?P<number>
        \d{1,3}(?:[ ]\d{3})+(?:[.,]\d+)?(?![\d])
      | \d{1,3}(?:\.\d{3})+,\d+ | \d{1,3}(?:,\d{3})+\.\d+ | \d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?!\d)
      | \d+(?:[.,]\d+)?(?:e[+-]?\d+(?![^\W\d_]))? | [½¼¾] )
  | (?P<word>(?:push|sit|pull|chin|press)-ups? | [^\W\d_]+(?:'[^\W\d_]+)*)
  | (?P<mark>\n|[^\s\w]|_)
    """,
    re.VERBOSE,
)


def tokenize(text: str) -> list[Token]:
    """The tokens of a cleaned text, in order; white space but for line ends is dropped."""
    return [
        Token(Kind(found.lastgroup or "mark"), found.group(), found.start(), found.end())
        for found in _TOKEN.finditer(fold(text))
        if found.lastgroup
    ]


_ABBREVIATIONS = wordset(
    "godz tys maks max min sek ok np tel ul dr mgr inz tzn tj itd itp prof al pl nr str zl gr pon"
    " wt sr czw pt sob nd st rd th mr mrs ms vs etc approx hr hrs mins secs a p m am pm x"
)


LONGEST_SENTENCE = 80
"""Tokens; a longer sentence is read in pieces of so many, so that reading stays linear."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one sentence, without its end mark."""

    tokens: tuple[Token, ...]
    asks: bool


def sentences(tokens: Sequence[Token]) -> list[Sentence]:
    """The sentences: ended by . ! ? ; … or a line end, not by the full stop of an abbreviation."""
    found: list[Sentence] = []
    begin = 0

    def close(end: int, asks: bool) -> None:
        if end > begin:
            found.append(Sentence(tuple(tokens[begin:end]), asks))

    for i, token in enumerate(tokens):
        if i - begin >= LONGEST_SENTENCE:
            close(i, False)
            begin = i
        if token.kind is not Kind.MARK or token.text not in ".!?;…\n":
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text == "." and after is not None and i > begin:
            before = tokens[i - 1]
            glued = after.start == token.end and after.kind in (Kind.WORD, Kind.NUMBER)
            short = before.kind is Kind.WORD and before.text in _ABBREVIATIONS
            if before.end == token.start and (glued or (short and after.text != "\n")):
                continue
        if i == begin and token.text == "?" and found:
            found[-1] = Sentence(found[-1].tokens, True)
        close(i, token.text == "?")
        begin = i + 1
    close(len(tokens), False)
    return found


T = TypeVar("T")


class Phrases(Generic[T]):
    """Set phrases (folded words, space between) and what each means; the longest wins."""

    def __init__(self, table: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in table.items():
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """The meaning of the phrase that starts at `i` and the index behind it."""
        if i >= len(tokens):
            return None
        for words, meaning in self._by_first.get(tokens[i].text, ()):
            end = i + len(words)
            if end <= len(tokens) and all(
                token.text == word for token, word in zip(tokens[i:end], words, strict=True)
            ):
                return meaning, end
        return None

    def first(self, tokens: Sequence[Token]) -> tuple[T, int, int] | None:
        """The leftmost phrase in `tokens`: its meaning, start and end."""
        for i in range(len(tokens)):
            if found := self.at(tokens, i):
                return found[0], i, found[1]
        return None

    def whole(self, tokens: Sequence[Token]) -> T | None:
        """The meaning of the phrase that these tokens are, marks left out."""
        words = [token for token in tokens if token.kind is not Kind.MARK]
        found = self.at(words, 0)
        return found[0] if found and found[1] == len(words) else None


def phrases(*groups: tuple[T, str]) -> Phrases[T]:
    """Phrases from (meaning, "one phrase | another phrase") groups."""
    return Phrases(
        {phrase.strip(): meaning for meaning, text in groups for phrase in text.split("|")}
    )
