"""YAML that can only say what JSON can."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exoskull.skills.plain_yaml import NotPlain, read

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)
"""A key of YAML takes at most 1,024 characters on its line, and JSON writes some as twelve."""
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(TEXT.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_json_is_read_as_it_was(value: Any) -> None:
    assert read(json.dumps(value)).value == value


@given(JSON)
def test_what_a_yaml_writer_writes_is_read_as_it_was(value: Any) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=False)
    if any(mark in text for mark in ("&id", "...", "!!")):
        return
    assert read(text).value == value


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = read(text).value
    except NotPlain:
        return
    json.dumps(value, allow_nan=False).encode()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"), ("on", "on"), ("1:30", "1:30"), ("2026-03-02", "2026-03-02"),
        ("2026-03-02T08:00:00+01:00", "2026-03-02T08:00:00+01:00"), ("0o17", 15), ("0x1F", 31),
        ("017", 17), ("1_000", "1_000"), ("+1", 1), ("-1.5e3", -1500.0), (".5", 0.5), ("~", None),
        ("'1'", "1"), ("", None), ("a: |\n  b\n  c\n", {"a": "b\nc\n"}), ("[a, [b]]", ["a", ["b"]]),
    ],
)  # fmt: skip
def test_plain_scalars_mean_what_yaml_1_2_says(text: str, value: Any) -> None:
    assert read(text).value == value


@pytest.mark.parametrize(("levels", "fits"), [(20, True), (21, False)])
def test_there_are_at_most_20_levels(levels: int, fits: bool) -> None:
    text = "[" * levels + "]" * levels
    if fits:
        assert read(text).value
    else:
        with pytest.raises(NotPlain) as refused:
            read(text)
        assert refused.value.problem.key == "yaml.too_deep"


def test_keys_and_entries_of_lists_have_their_lines() -> None:
    lines = read("a: 1\nb:\n  - x\n  - y: 1\n    z: [1, 2]\nc: [3]\n").lines
    assert lines == {("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 4, ("c",): 6, ("c", 0): 6}


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\na: 2", "key_twice", 2), ("a: {b: 1, b: 2}", "key_twice", 1),
        ("a: &x 1", "anchor", 1), ("- *x", "alias", 1), ("a: !x 1", "tag", 1),
        ("<<: {}", "merge", 1), ("1: a", "key_not_text", 1), ("a: .inf", "number", 1),
        ("a:\n b: 9007199254740992", "number", 2), ("a: 1e400", "number", 1),
        ('"\\ud800"', "surrogate", 1), ("a\n---\nb", "second_document", 2), ("a: [", "invalid", 1),
    ],
)  # fmt: skip
def test_what_json_has_not_is_refused_with_its_line(text: str, key: str, line: int) -> None:
    with pytest.raises(NotPlain) as refused:
        read(text)
    assert (refused.value.problem.key, refused.value.problem.line) == (f"yaml.{key}", line)
