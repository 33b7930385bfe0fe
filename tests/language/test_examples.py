"""Whole messages, as people write them, and the acts they ask for."""

import unicodedata
from collections.abc import Callable, Iterable

import pytest
from language import notation

from exoskull.language import read
from exoskull.language.model import Language

TABLES = ("examples", "heldout", "heldout_b", "heldout_c", "heldout_d")


def stripped(text: str) -> str:
    """`text` as typed on a keyboard without Polish letters."""
    plain = text.translate(str.maketrans("łŁ", "lL"))
    return "".join(
        unicodedata.normalize("NFD", char)[0] if char.isalpha() else char for char in plain
    )


def misread(
    rows: Iterable[tuple[str, str]],
    languages: Iterable[Language],
    typed: Callable[[str], str] = str,
    *,
    titles: bool = True,
) -> list[str]:
    """The rows whose message, `typed` so, is not read as the row says."""
    wrong: list[str] = []
    for text, expected in rows:
        for language in languages:
            acts = read(typed(text), language=language, at=notation.NOW)
            if not notation.agrees(expected, acts, titles=titles):
                wrong.append(f"{typed(text)!r}: want {expected}, got {notation.shown(acts)}")
    return wrong


def test_the_tables_are_as_large_as_they_must_be():
    assert len(notation.table("examples.txt")) >= 250
    assert sum(len(notation.table(f"{name}.txt")) for name in TABLES[1:]) >= 80


@pytest.mark.parametrize("name", TABLES)
def test_every_message_is_read_as_meant_whatever_the_tenants_language(name):
    assert misread(notation.table(f"{name}.txt"), Language) == []


@pytest.mark.parametrize("name", TABLES)
def test_every_message_without_diacritics_is_read_the_same(name):
    rows = [row for row in notation.table(f"{name}.txt") if stripped(row[0]) != row[0]]
    assert rows
    assert misread(rows, [Language.PL], stripped, titles=False) == []


@pytest.mark.parametrize("name", TABLES)
def test_every_message_in_capitals_is_read_the_same(name):
    rows = notation.table(f"{name}.txt")
    assert misread(rows, [Language.PL], str.upper, titles=False) == []
