"""The schema of an input."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.skills.schema import faults, mismatches, same

LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
ANY = st.recursive(
    LEAF, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12
)


def fits(value: Any, schema: Any) -> bool:
    assert faults(schema) == []
    return not list(mismatches(value, schema))


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": "integer"}, [1, 3.0, -(10**400)], [True, 1.5, "1", None, float("nan")]),
        ({"type": "number"}, [1, 1.5], [True, "1", float("inf")]),
        ({"type": ["string", "null"]}, ["a", None], [1, []]),
        ({"type": "boolean"}, [True, False], [0, 1, "true"]),
        ({"enum": [1, "a", None, {"b": [1]}]}, [1, 1.0, "a", None, {"b": [1.0]}], [True, 2, {}]),
        ({"minimum": 1, "maximum": 2}, [1, 1.5, 2, "any"], [0.999, 3]),
        ({"minLength": 1, "maxLength": 2}, ["a", "ąę", 5], ["", "abc"]),
        ({"minItems": 1, "maxItems": 2, "items": {"type": "integer"}}, [[1], [1, 2]], [[], ["a"]]),
        ({"items": False}, [[]], [[1]]),
        ({"properties": {"a": True, "b": False}}, [{"a": 1}, {}], [{"b": 1}]),
        ({"required": ["a"]}, [{"a": None}, 1], [{}, {"b": 1}]),
        ({"properties": {"a": {}}, "additionalProperties": False}, [{"a": 1}], [{"b": 1}]),
        ({"additionalProperties": {"type": "string"}}, [{"a": "b"}], [{"a": 1}]),
        ({"title": "a", "description": "b", "default": 1, "type": "integer"}, [1], ["a"]),
    ],
)
def test_each_keyword_means_what_json_schema_says(
    schema: Any, good: list[Any], bad: list[Any]
) -> None:
    assert all(fits(one, schema) for one in good)
    assert not any(fits(one, schema) for one in bad)


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"}, {"pattern": "a"}, {"oneOf": []}, {"type": "text"}, {"type": []},
        {"properties": []}, {"properties": {"a": 1}}, {"required": "a"}, {"required": ["a", "a"]},
        {"items": []}, {"enum": []}, {"minimum": "1"}, {"minimum": True}, {"minLength": -1},
        {"maxItems": 1.5}, {"title": 1}, {"type": "integer", "default": "a"}, True, [], None,
        {"items": {"properties": {"a": {"format": "date"}}}},
    ],
)  # fmt: skip
def test_anything_else_is_a_fault(schema: Any) -> None:
    assert faults(schema)


@given(ANY)
def test_any_schema_is_good_or_has_faults(schema: Any) -> None:
    if not faults(schema):
        list(mismatches(schema, schema))


@given(ANY)
def test_a_value_is_the_same_as_itself_unless_it_holds_nan(value: Any) -> None:
    assert same(value, value) or "nan" in repr(value)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (1, 1.0, True), (1, True, False), (0, False, False), (None, False, False),
        (1.0, 1.0 + 1e-10, True), (1.0, 1.0 + 1e-8, False), ([1], [1, 2], False),
        ({"a": 1}, {"a": 1.0}, True), ({"a": 1}, {"b": 1}, False), ("1", 1, False), ([], {}, False),
    ],
)  # fmt: skip
def test_numbers_are_the_same_to_1e_9(one: Any, other: Any, alike: bool) -> None:
    assert same(one, other, within=1e-9) is alike
