from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from exoskull.kit.ids import TraceId
from exoskull.ledger.model import Proximal, Rule
from exoskull.ledger.proximal import WINDOW, measure_proximal
from exoskull.signals.model import Measure, Source

DECIDED = datetime(2026, 3, 2, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def measure(metric: str, value: float, after_h: float) -> Measure:
    return Measure(
        id=UUID(int=1),
        at=DECIDED + after_h * HOUR,
        metric=metric,
        value=value,
        unit="",
        source=Source.API,
        message_id=None,
        trace=TraceId(UUID(int=1)),
    )


def outcome(wanted: Proximal, **seen: Any) -> float | None:
    nothing: dict[str, Any] = {"measures": [], "heard": [], "tasks_done": []}
    return measure_proximal(wanted, DECIDED, **nothing | seen, zone=UTC)


@pytest.mark.parametrize(
    ("after_h", "value"), [(-1, 0.0), (0, 0.0), (0.01, 1.0), (24, 1.0), (24.01, 0.0)]
)
def test_every_rule_looks_at_the_same_24_hours(after_h: float, value: float) -> None:
    at = DECIDED + after_h * HOUR
    assert WINDOW == 24 * HOUR
    assert outcome(Proximal(rule=Rule.HEARD), heard=[at]) == value
    assert outcome(Proximal(rule=Rule.TASK_DONE), tasks_done=[at]) == value
    seen = [measure("mood", 5, after_h)]
    assert outcome(Proximal(rule=Rule.MEASURED, metric="mood"), measures=seen) == value
    assert outcome(Proximal(rule=Rule.HEARD), measures=seen) == value
    reached = Proximal(rule=Rule.AT_LEAST, metric="mood", threshold=5)
    assert outcome(reached, measures=seen) == (1.0 if value else None)


def test_only_the_metric_that_was_meant_counts() -> None:
    seen = [measure("mood", 5, 1)]
    assert outcome(Proximal(rule=Rule.MEASURED, metric="runs"), measures=seen) == 0.0
    assert outcome(Proximal(rule=Rule.TASK_DONE), measures=seen, heard=[DECIDED + HOUR]) == 0.0


def test_the_last_day_of_the_window_reaches_the_threshold_or_not() -> None:
    nights = [measure("sleep_hours", 5, 0.5), measure("sleep_hours", 7, 23.5)]
    for threshold, value in ((7, 1.0), (7.1, 0.0)):
        wanted = Proximal(rule=Rule.AT_LEAST, metric="sleep_hours", threshold=threshold)
        assert outcome(wanted, measures=nights) == value


def test_what_adds_up_stays_under_a_threshold_over_the_whole_window() -> None:
    smoked = [measure("cigarettes", 9, 6), measure("cigarettes", 1, 23)]
    for threshold, value in ((10, 1.0), (9, 0.0)):
        wanted = Proximal(rule=Rule.AT_MOST, metric="cigarettes", threshold=threshold)
        assert outcome(wanted, measures=smoked) == value
    calm = [measure("stress", 8, 6), measure("stress", 3, 23)]
    assert outcome(Proximal(rule=Rule.AT_MOST, metric="stress", threshold=4), measures=calm) == 1.0


@pytest.mark.parametrize("rule", [Rule.AT_LEAST, Rule.AT_MOST])
def test_a_threshold_with_nothing_to_hold_against_it_is_not_measured(rule: Rule) -> None:
    assert outcome(Proximal(rule=rule, metric="mood", threshold=5)) is None
    seen = [measure("mood", 5, 1)]
    assert outcome(Proximal(rule=rule, metric="mood"), measures=seen) is None


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_is_the_same_after_it_was_stored(rule: Rule) -> None:
    wanted = Proximal(rule=rule, metric="mood", threshold=4.5)
    assert Proximal.from_json(wanted.to_json()) == wanted
