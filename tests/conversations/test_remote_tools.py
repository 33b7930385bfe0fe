"""What a stranger's tool says of itself is cut to what is known and harmless."""

import json

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from exoskull.conversations.tools.remote import OFFERED_MOST, closed, remotes

KEYWORDS = ["type", "properties", "required", "items", "enum", "$ref", "pattern", "format",
            "description", "minimum", "maxLength", "anyOf", "additionalProperties"]  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=12)
ANY = st.recursive(
    LEAVES | st.sampled_from(["object", "array", "string", "http://evil.example/schema"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYWORDS) | st.text(max_size=6), inner, max_size=6)
    ),
    max_leaves=30,
)
SCHEMAS = st.dictionaries(st.sampled_from(KEYWORDS), ANY, max_size=8)


def keywords(value: object, *, names: bool = False) -> set[str]:
    """The words of a schema, without the names of its fields."""
    if not isinstance(value, dict):
        return set()
    found = set() if names else set(value)
    for key, inner in value.items():
        found |= keywords(inner, names=key == "properties" and not names)
    return found


@given(SCHEMAS)
def test_a_closed_schema_is_one_and_fetches_and_matches_nothing(schema: dict) -> None:
    made = closed({**schema, "type": "object"})
    assert made is not None
    jsonschema.Draft202012Validator.check_schema(made)
    assert not keywords(made) & {"$ref", "pattern", "format", "anyOf"}
    list(jsonschema.Draft202012Validator(made).iter_errors({"a": 1}))
    json.dumps(made)


def test_what_is_no_object_is_not_offered() -> None:
    assert closed({"type": "string"}) is None
    assert closed({}) is None


def test_names_are_a_models_and_few_and_descriptions_hold_no_link() -> None:
    schema = {"type": "object", "properties": {"a b": {}, "city": {"type": "string"}}}
    words = "Best. See https://evil.example/now"
    given = [("srv", f"T{n}", f"t.{n}", words, schema) for n in range(40)]
    found = remotes([*given, given[0]])
    assert len(found) == OFFERED_MOST
    assert found[0].name == "srv__t-0"
    assert "evil" not in found[0].description
    assert list(found[0].parameters["properties"]) == ["city"]
    assert found[0].untrusted
    assert found[0].outward
