"""The arguments of host functions."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.sandbox.pool import BadArgument
from exoskull.skills.arguments import bind

METRIC = st.from_regex(r"[a-z][a-z0-9_]{0,63}", fullmatch=True)


@given(METRIC, st.integers(1, 3660))
def test_by_position_and_by_name_are_the_same(metric: str, days: int) -> None:
    wanted = {"metric": metric, "days": days}
    assert bind("measures", (metric, days), {}) == wanted
    assert bind("measures", (metric,), {"days": days}) == wanted
    assert bind("measures", (), {"days": days, "metric": metric}) == wanted


@given(st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12), st.text("ab/%° ", max_size=20))
def test_a_value_in_its_range_is_recorded_as_it_is(value: float, unit: str) -> None:
    bound = bind("record", ("water_l", value, unit), {})
    assert bound == {"metric": "water_l", "value": value, "unit": unit}
    assert type(bound["value"]) is type(value)


@pytest.mark.parametrize(
    ("name", "given_", "named"),
    [
        ("measures", ("a",), {}), ("measures", ("a", 1, 2), {}),
        ("measures", ("a", 1), {"days": 1}),
        ("measures", ("a", 1), {"tenant": "b"}), ("measures", ("a", True), {}),
        ("measures", ("a", 1.0), {}), ("measures", (1, 1), {}), ("measures", ((), 1), {}),
        ("tasks", (None,), {}), ("goals", (1,), {}), ("now", (), {"at": 1}), ("today", (1,), {}),
        ("record", ("a", "1", "l"), {}), ("record", ("a", True, "l"), {}),
        ("record", ("a", 1, None), {}), ("create_task", ("a",), {}), ("create_task", (1, None), {}),
        ("create_task", ("a", 20260302), {}), ("notify", (), {}), ("notify", (None,), {}),
    ],
)  # fmt: skip
def test_another_shape_is_a_type_error(name: str, given_: tuple[Any, ...], named: Any) -> None:
    with pytest.raises(BadArgument) as refused:
        bind(name, given_, named)
    assert refused.value.name == "TypeError"


@pytest.mark.parametrize(
    ("name", "given_"),
    [
        ("measures", ("", 1)), ("measures", ("A", 1)), ("measures", ("1a", 1)),
        ("measures", ("a-b", 1)), ("measures", ("a" * 65, 1)), ("measures", ("a\n", 1)),
        ("measures", ("ą", 1)), ("measures", ("a", 0)), ("measures", ("a", 3661)),
        ("tasks", ("closed",)), ("record", ("a", math.nan, "")), ("record", ("a", math.inf, "")),
        ("record", ("a", 1.1e12, "")), ("record", ("a", -(10**12) - 1, "")),
        ("record", ("a", 10**13, "")), ("record", ("a", 1, "u" * 21)), ("record", ("a", 1, "\0")),
        ("create_task", ("", None)), ("create_task", ("a" * 201, None)),
        ("create_task", ("a", "2026-02-30")), ("create_task", ("a", "2026-3-2")),
        ("create_task", ("a", "20260302")), ("create_task", ("a", "")),
        ("create_task", ("a", "2026-03-02T08:00")), ("create_task", ("a", "٢٠٢٦-٠٣-٠٢")),
        ("create_task", ("see www.a.b", None)), ("notify", ("",)), ("notify", ("a" * 501,)),
        ("notify", ("http:a",)), ("notify", ("HTTPS://a",)), ("notify", ("WWW.a",)),
        ("notify", ("ｗｗｗ．a",)), ("notify", ("a@b.c",)), ("notify", ("a\nb",)),
        ("notify", ("a\tb",)), ("notify", ("a\x7fb",)), ("notify", ("a\u200bb",)),
        ("notify", ("a\u2066b",)), ("notify", ("a\ufeffb",)), ("notify", ("a\U000e0041b",)),
    ],
)  # fmt: skip
def test_a_value_outside_its_range_is_a_value_error(name: str, given_: tuple[Any, ...]) -> None:
    with pytest.raises(BadArgument) as refused:
        bind(name, given_, {})
    assert refused.value.name == "ValueError"


@pytest.mark.parametrize(
    ("name", "given_"),
    [
        ("record", ("a", 1e12, "")), ("record", ("a", -(10**12), "u" * 20)),
        ("create_task", ("a" * 200, "2028-02-29")), ("create_task", ("ł", None)),
        ("notify", ("ą" * 500,)), ("notify", ("<b>50% & 3 @ 4</b>",)), ("notify", ("❤️ 😀",)),
        ("tasks", ("all",)), ("measures", ("a" * 64, 3660)), ("goals", ()),
    ],
)  # fmt: skip
def test_the_last_value_of_a_range_is_in_it(name: str, given_: tuple[Any, ...]) -> None:
    assert tuple(bind(name, given_, {}).values()) == given_
