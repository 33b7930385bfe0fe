from typing import Any

import pytest

from exoskull.kit.errors import InvalidInput
from exoskull.signals.model import parse_metric, parse_unit, parse_value


@pytest.mark.parametrize("good", ["a", "sleep_hours", "x" * 64, "km2"])
def test_a_metrics_name_is_plain(good: str) -> None:
    assert parse_metric(good) == good


@pytest.mark.parametrize("bad", ["", "Sen", "2km", "a-b", "x" * 65, "sen\n", None, 5, ["a"]])
def test_any_other_name_is_refused(bad: Any) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_metric(bad)
    assert (raised.value.key, raised.value.field) == ("measure.invalid_metric", "metric")


@pytest.mark.parametrize("good", [0, -3, 7.5, 1e12, -1e12])
def test_a_value_is_a_finite_number_of_bounded_size(good: float) -> None:
    assert parse_value(good) == good


@pytest.mark.parametrize(
    "bad", [float("nan"), float("inf"), -float("inf"), 1.1e12, 10**400, "5", True, None, [1]]
)
def test_any_other_value_is_refused(bad: Any) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_value(bad, field="target")
    assert (raised.value.key, raised.value.field) == ("measure.invalid_value", "target")


def test_a_unit_is_one_short_clean_line() -> None:
    assert parse_unit(" km\x00\n ") == "km"
    assert len(parse_unit("k" * 50)) == 20
    with pytest.raises(InvalidInput):
        parse_unit(3)
