from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.kit.ids import TraceId
from exoskull.language.metrics import METRICS, Daily
from exoskull.signals.daily import adds_up, baseline, by_day, unreadable
from exoskull.signals.model import Measure, Source

WARSAW = ZoneInfo("Europe/Warsaw")


def measure(metric: str, value: float, at: datetime, number: int = 0) -> Measure:
    return Measure(
        id=UUID(int=number),
        at=at,
        metric=metric,
        value=value,
        unit="",
        source=Source.API,
        message_id=None,
        trace=TraceId(UUID(int=1)),
    )


@pytest.mark.parametrize(
    ("metric", "value"), [("water_glasses", 9), ("mood", 3), ("weight_kg", 4), ("knitting", 9)]
)
def test_a_day_is_the_sum_the_mean_or_the_last_as_the_metric_asks(
    metric: str, value: float
) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    given_ = [measure(metric, each, noon + timedelta(hours=n)) for n, each in enumerate([2, 3, 4])]
    (day,) = by_day(reversed(given_), metric, WARSAW)
    assert day.value == value
    assert adds_up(metric) == (value == 9)


def test_a_day_is_the_persons_own_calendar_day() -> None:
    late = measure("runs", 1, datetime(2026, 3, 2, 22, 30, tzinfo=UTC))  # 23:30, then 0:30
    early = measure("runs", 1, datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
    found = by_day([late, early], "runs", WARSAW)
    assert [day.on for day in found] == [date(2026, 3, 2), date(2026, 3, 3)]
    assert [day.on for day in by_day([late, early], "runs", UTC)] == [date(2026, 3, 2)]


def test_the_hour_that_comes_twice_is_one_day() -> None:
    hours = [datetime(2026, 10, 24, 21, 30, tzinfo=UTC) + timedelta(hours=n) for n in range(26)]
    found = by_day([measure("runs", 1, at) for at in hours], "runs", WARSAW)
    assert [(day.on.day, day.value) for day in found] == [(24, 1), (25, 25)]


def test_days_without_a_measure_are_absent() -> None:
    ats = [datetime(2026, 3, day, 12, tzinfo=UTC) for day in (2, 5)]
    assert len(by_day([measure("runs", 1, at) for at in ats], "runs", WARSAW)) == 2
    assert by_day([measure("runs", 1, ats[0])], "mood", WARSAW) == []


def test_fewer_than_seven_days_are_no_baseline() -> None:
    ats = [datetime(2026, 3, day, 12, tzinfo=UTC) for day in range(1, 8)]
    days = by_day([measure("mood", n, at) for n, at in enumerate(ats)], "mood", WARSAW)
    assert baseline(days[:6]) is None
    own = baseline(days)
    assert own is not None
    assert (own.mean, own.deviation, own.days) == (3.0, 2.0, 7)


@given(
    st.lists(
        st.tuples(
            st.floats(0, 100),
            st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),
        )
    ),
    st.sampled_from(["water_glasses", "mood", "weight_kg"]),
)
def test_every_measure_is_in_exactly_one_day_and_days_are_in_order(
    raw: list[tuple[float, datetime]], metric: str
) -> None:
    measures = [measure(metric, value, at, number) for number, (value, at) in enumerate(raw)]
    days = by_day(measures, metric, WARSAW)
    assert sorted(one.id for day in days for one in day.measures) == [one.id for one in measures]
    assert [day.on for day in days] == sorted({day.on for day in days})
    for day in days:
        values = [one.value for one in day.measures]
        if METRICS[metric].daily is Daily.SUM:
            assert day.value == pytest.approx(sum(values))
        else:
            assert min(values) - 1e-9 <= day.value <= max(values) + 1e-9


@pytest.mark.parametrize(
    ("metric", "measured", "value", "unit"),
    [
        ("run_km", [(5000, "m"), (1, "mi"), (2, "km"), (1, "")], 9.609344, "km"),
        ("water_glasses", [(500, "ml"), (1, "szklanka"), (0.25, "l")], 4, "glass"),
        ("sleep_hours", [(450, "min")], 7.5, "h"),
        ("weight_kg", [(80, "kg"), (165, "lb")], 74.84274105, "kg"),
        ("gitara", [(0.5, "h"), (15, "min")], 0.75, "h"),
        ("runs", [(1, "bieg"), (2, "razy")], 3, "run"),
    ],
)
def test_a_day_adds_up_in_one_unit(
    metric: str, measured: list[tuple[float, str]], value: float, unit: str
) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    given_ = [
        replace(measure(metric, one, noon + timedelta(minutes=n), n), unit=word)
        for n, (one, word) in enumerate(measured)
    ]
    (day,) = by_day(given_, metric, WARSAW)
    assert (day.value, day.unit) == (pytest.approx(value), unit)
    assert unreadable(given_, metric) == []


def test_a_measure_in_a_unit_of_something_else_is_named_and_not_added() -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    good, odd = measure("run_km", 5, noon, 1), replace(measure("run_km", 5, noon, 2), unit="kg")
    (day,) = by_day([good, odd], "run_km", WARSAW)
    assert (day.value, day.measures) == (5, (good,))
    assert unreadable([good, odd], "run_km") == [odd]
    assert by_day([odd], "run_km", WARSAW) == []
