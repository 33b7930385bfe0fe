"""Whole messages, as people write them, and the acts they ask for."""

import importlib.util
import unicodedata
from pathlib import Path

import pytest

from exoskull.language import read
from exoskull.language.model import Language

_spec = importlib.util.spec_from_file_location("notation", Path(__file__).parent / "notation.py")
assert _spec is not None
assert _spec.loader is not None
notation = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(notation)

TABLES = ("examples", "heldout", "heldout_b", "heldout_c", "heldout_d")
ROWS = [(text, acts) for name in TABLES for text, acts in notation.table(f"{name}.txt")]


def stripped(text: str) -> str:
    """`text` as typed on a keyboard without Polish letters."""
    plain = text.translate(str.maketrans("łŁ", "lL"))
    return "".join(
        unicodedata.normalize("NFD", char)[0] if char.isalpha() else char for char in plain
    )


def test_the_tables_are_as_large_as_they_must_be():
    assert len(notation.table("examples.txt")) >= 250
    assert sum(len(notation.table(f"{name}.txt")) for name in TABLES[1:]) >= 80


@pytest.mark.parametrize(("text", "acts"), ROWS)
@pytest.mark.parametrize("language", list(Language))
def test_message_is_read_as_its_writer_meant_it(text, acts, language):
    found = read(text, language=language, at=notation.NOW)
    assert notation.agrees(acts, found), notation.shown(found)


@pytest.mark.parametrize(("text", "acts"), [row for row in ROWS if stripped(row[0]) != row[0]])
def test_message_without_diacritics_is_read_the_same(text, acts):
    found = read(stripped(text), language=Language.PL, at=notation.NOW)
    assert notation.agrees(acts, found, titles=False), notation.shown(found)


@pytest.mark.parametrize(("text", "acts"), notation.table("examples.txt"))
def test_message_in_capitals_is_read_the_same(text, acts):
    found = read(text.upper(), language=Language.PL, at=notation.NOW)
    assert notation.agrees(acts, found, titles=False), notation.shown(found)
