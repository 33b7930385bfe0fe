"""The parts of a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skills.files import NOTHING, front, skill

from exoskull.skills.layout import Layout, decode, split
from exoskull.skills.model import FILE_MAX, Problem


def test_the_parts_are_found_with_their_lines() -> None:
    layout = split("---\nname: a\n---\n\nProse.\n\n```python\nx = 1\n```\n\nMore.\n")
    assert isinstance(layout, Layout)
    assert (layout.frontmatter, layout.frontmatter_line) == ("name: a", 2)
    assert (layout.code, layout.code_line) == ("x = 1", 8)
    assert layout.prose == "Prose.\n\n\nMore."


def test_line_ends_of_windows_are_line_ends() -> None:
    text = decode(skill().replace(b"\n", b"\r\n"))
    assert text == skill().decode()


@pytest.mark.parametrize(("size", "fits"), [(FILE_MAX, True), (FILE_MAX + 1, False)])
def test_a_file_has_at_most_64_kib(size: int, fits: bool) -> None:
    data = skill().ljust(size, b"a")
    assert isinstance(decode(data), str) is fits


@pytest.mark.parametrize("text", ["zażółć gęślą jaźń", "\t", "😀", "\u2028", "\u061c", "\u00ad"])
def test_text_that_is_seen_or_not_on_the_list_is_allowed(text: str) -> None:
    assert isinstance(decode(text.encode()), str)


UNSEEN = [
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
    *range(0xE0000, 0xE0080),
]


@given(st.sampled_from(UNSEEN), st.text("ab\n", max_size=9))
def test_every_character_that_is_not_seen_is_refused_with_its_line(code: int, before: str) -> None:
    found = decode((before + chr(code)).encode())
    assert isinstance(found, Problem)
    assert (found.key, found.line) == ("file.invisible", before.count("\n") + 1)


@given(st.binary(max_size=200))
def test_any_bytes_are_parts_or_a_problem(data: bytes) -> None:
    text = decode(data)
    assert isinstance(text, Problem) or isinstance(split(text), Layout | Problem)


@pytest.mark.parametrize("end", ["``` ", " ```", "````", "   ```", "```\t"])
def test_what_markdown_takes_for_the_end_may_not_stand_inside_the_code(end: str) -> None:
    found = split(f'---\n{front()}---\n```python\nx = """\n{end}\n"""\n```\n')
    assert isinstance(found, Problem)
    assert found.key == "code.like_an_end"


def test_a_fence_inside_a_line_of_code_is_code() -> None:
    layout = split(f"---\n{front()}---\n```python\nx = '```'\n    # ```\n{NOTHING}```\n")
    assert isinstance(layout, Layout)
