"""A tape is read and checked whole before anything happens."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.kit.errors import InvalidInput
from exoskull.simulation.tape import LINE_MAX, parse_tape

EXAMPLES = Path(__file__).parents[2] / "examples/tapes"
TENANT = {
    "at": "2026-03-02T08:00:00+01:00",
    "tenant": "anna",
    "kind": "tenant",
    "language": "pl",
    "timezone": "Europe/Warsaw",
}


def line(kind: str, **fields: Any) -> str:
    head = {"at": "2026-03-02T09:00:00+01:00", "tenant": "anna", "kind": kind}
    return json.dumps({**head, **fields})


def refused(*lines: str | bytes) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        parse_tape([json.dumps(TENANT), *lines])
    assert caught.value.key == "tape.malformed"
    return caught.value


MESSAGE = {"text": "cześć"}
GOAL = {"title": "Biegać", "metric": "runs", "target": 3, "period": "week"}


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_example_is_a_tape(path: Path) -> None:
    assert parse_tape(path.read_bytes().splitlines())[0].kind == "tenant"


@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [
        ("message", {}, "text"),
        ("message", {"text": 7}, "text"),
        ("message", {"text": "  "}, "text"),
        ("message", {"text": "ż" * 8193}, "text"),
        ("message", MESSAGE | {"channel": "pigeon"}, "channel"),
        ("message", MESSAGE | {"from": 5}, "from"),
        ("message", MESSAGE | {"from": "a\x00b"}, "from"),
        ("message", MESSAGE | {"from": "\ud800"}, "from"),
        ("message", MESSAGE | {"extra": 1}, "extra"),
        ("measure", {"metric": "sleep_hours"}, "value"),
        ("measure", {"metric": "Sleep", "value": 1}, "metric"),
        ("measure", {"metric": "sleep_hours", "value": "7"}, "value"),
        ("measure", {"metric": "sleep_hours", "value": True}, "value"),
        ("measure", {"metric": "sleep_hours", "value": 1e13}, "value"),
        ("measure", {"metric": "sleep_hours", "value": 1, "unit": 3}, "unit"),
        ("goal", GOAL | {"title": ""}, "title"),
        ("goal", GOAL | {"target": "many"}, "target"),
        ("goal", GOAL | {"period": "fortnight"}, "period"),
        ("goal", GOAL | {"direction": "sideways"}, "direction"),
        ("goal", GOAL | {"direction": "reach"}, "period"),
        ("goal", {"title": "x", "metric": "m", "target": 1, "by": "soon"}, "by"),
        ("goal", GOAL | {"baseline": []}, "baseline"),
        ("grant", {"pattern": "send_sms", "effect": "deny"}, "pattern"),
        ("grant", {"pattern": 3, "effect": "deny"}, "pattern"),
        ("grant", {"pattern": "send_sms:goal", "effect": "maybe"}, "effect"),
        ("grant", {"pattern": "a:b", "effect": "allow", "daily_limit": "8"}, "daily_limit"),
        ("grant", {"pattern": "a:b", "effect": "allow", "daily_limit": -1}, "daily_limit"),
        ("grant", {"pattern": "a:b", "effect": "deny", "daily_limit": 1}, "daily_limit"),
        ("grant", {"pattern": "a:b", "effect": "allow", "expires_at": "x"}, "expires_at"),
        (
            "grant",
            {"pattern": "a:b", "effect": "allow", "expires_at": "2026-03-01T00:00:00+00:00"},
            "expires_at",
        ),
        ("reply", {"text": "ok"}, "to"),
        ("reply", {"to": "first", "text": "ok"}, "to"),
        ("approve", {"what": "oldest", "decision": "perhaps"}, "decision"),
        ("approve", {"what": "best", "decision": "yes"}, "what"),
        ("task_done", {"which": 1}, "which"),
        ("entry", {"app": "woda", "values": 3}, "values"),
        ("entry", {"app": 1, "values": {}}, "app"),
        ("entry", {"app": "woda", "values": {"a\x00": 1}}, "values"),
        ("settings", {"timezone": "Mars/Olympus"}, "timezone"),
        ("settings", {"phone": "12"}, "phone"),
        ("settings", {"email": "nobody"}, "email"),
        ("settings", {"quiet_from": "25:00"}, "quiet_from"),
        ("settings", {"paused_until": "2030-01-01"}, "paused_until"),
        ("settings", {"channels": "sms"}, "channels"),
        ("end", {"why": "x"}, "why"),
        ("dance", {}, "kind"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_field(
    kind: str, fields: dict[str, Any], field: str
) -> None:
    error = refused(line("message", **MESSAGE), line(kind, **fields))
    assert (error.params["line"], error.field) == (3, field)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"timezone": "Europe/Warszawa"}, "timezone"),
        ({"timezone": None}, "timezone"),
        ({"language": "de"}, "language"),
        ({"phone": "call me"}, "phone"),
        ({"email": "x@"}, "email"),
        ({"tenant": ""}, "name"),
        ({"tenant": "a\ud800"}, "tenant"),
        ({"tenant": 5}, "tenant"),
        ({"at": "2026-03-02T08:00:00"}, "at"),
        ({"at": "yesterday"}, "at"),
        ({"at": "0001-01-01T00:00:00+01:00"}, "at"),
        ({"shoe": 43}, "shoe"),
    ],
)
def test_a_bad_tenant_line_is_named_by_its_field(change: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_tape([json.dumps(TENANT | change)])
    assert (caught.value.params["line"], caught.value.field) == (1, field)


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b'{"at": NaN}',
        b'{"value": Infinity}',
        b'{"at": "x", "at": "y"}',
        b"[" * 20_000,
        b'{"n": ' + b"9" * 5000 + b"}",
        b'{"text": "' + b"a" * LINE_MAX + b'"}',
        '{"text": "' + "ż" * (LINE_MAX // 2) + '"}',
    ],
    ids=range(11),
)
def test_what_is_no_line_of_json_is_refused_as_a_line(raw: str | bytes) -> None:
    error = refused(raw)
    assert (error.params["line"], error.field) == (2, "line")
    assert len(str(error)) < 300


def test_lines_out_of_order_are_refused() -> None:
    early = json.dumps(
        {**json.loads(line("message", **MESSAGE)), "at": "2026-03-02T07:00:00+01:00"}
    )
    assert refused(early).field == "at"


def test_order_is_of_instants_and_not_of_wall_clocks() -> None:
    east = json.dumps({**json.loads(line("end")), "at": "2026-03-02T02:30:00-05:00"})
    assert len(parse_tape([json.dumps(TENANT), east])) == 2


def test_a_line_of_nobody_and_a_tenant_twice_are_refused() -> None:
    nobody = json.dumps({**json.loads(line("end")), "tenant": "bob"})
    assert refused(nobody).field == "tenant"
    assert refused(json.dumps(TENANT)).field == "tenant"
    assert refused(json.dumps(TENANT | {"tenant": " anna "})).field == "tenant"


def test_an_empty_tape_is_one_and_blank_lines_are_passed_over() -> None:
    assert parse_tape([]) == []
    assert parse_tape([b"\n", b"  \n"]) == []


def test_text_that_cannot_be_stored_may_stand_in_what_is_said() -> None:
    tape = parse_tape([json.dumps(TENANT), line("message", text="a\x00\ud800")])
    assert len(tape) == 2


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=4),
    ),
    st.sampled_from(["message", "measure", "goal", "grant", "reply", "approve", "settings", "x"]),
)
def test_whatever_json_comes_is_a_tape_or_malformed(value: Any, kind: str) -> None:
    fields = value if isinstance(value, dict) else {"text": value, "metric": value, "value": value}
    raw = json.dumps({**TENANT, **fields, "kind": kind, "at": TENANT["at"], "tenant": "anna"})
    refusals = []
    try:
        parse_tape([json.dumps(TENANT), raw])
    except InvalidInput as error:
        refusals.append((error.key, error.params["line"]))
    assert set(refusals) <= {("tape.malformed", 2)}
