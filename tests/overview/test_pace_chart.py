"""The chart of a goal: what it shows of each kind, and that nothing leaves its box."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from exoskull.goals.model import Goal, GoalState
from exoskull.goals.pace import assess
from exoskull.kit.ids import TraceId
from exoskull.language.model import Direction, Period
from exoskull.overview.pace_chart import HEIGHT, WIDTH, PaceChart, pace_chart
from exoskull.signals.daily import Day

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
TODAY = NOW.date()


def goal(metric: str, target: float, unit: str = "", **given: object) -> Goal:
    fields: dict[str, object] = {
        "direction": Direction.AT_LEAST,
        "period": Period.WEEK,
        "by_date": None,
        "baseline": None,
    }
    return Goal(
        id=UUID(int=1),
        title="A goal",
        metric=metric,
        unit=unit,
        target=target,
        state=GoalState.ACTIVE,
        created_at=NOW - timedelta(days=30),
        trace=TraceId(UUID(int=2)),
        **(fields | given),  # pyright: ignore[reportArgumentType]
    )


def drawn(of: Goal, values: dict[date, float]) -> PaceChart | None:
    days = [Day(on=on, value=value, measures=(), unit=of.unit) for on, value in values.items()]
    progress = assess(of, days, NOW)
    created = of.created_at.date()
    return pace_chart(of, progress, days, today=TODAY, created=created)


def test_a_goal_of_a_week_adds_up_against_an_even_pace() -> None:
    monday = date(2026, 3, 2)
    chart = drawn(goal("runs", 7, "run"), {monday: 1.0, monday + timedelta(days=2): 1.0})
    assert chart is not None
    assert chart.plan
    assert [(row.day, row.have, row.plan) for row in chart.rows] == [
        (date(2026, 3, 5), 2.0, 4.0),
        (date(2026, 3, 4), 2.0, 3.0),
        (date(2026, 3, 3), 1.0, 2.0),
        (monday, 1.0, 1.0),
    ]


def test_a_goal_of_a_day_has_a_bar_for_each_measured_day() -> None:
    of = goal("sleep_hours", 7, "h", period=Period.DAY)
    chart = drawn(of, {TODAY - timedelta(days=back): 6.0 for back in (0, 1, 3, 30)})
    assert chart is not None
    assert len(chart.bars) == 3
    assert chart.rows[2].have is None


def test_a_goal_to_reach_shows_where_it_leads() -> None:
    of = goal("pages_read", 600, "page", direction=Direction.REACH, period=None, baseline=0.0)
    chart = drawn(of, {TODAY - timedelta(days=back): 10.0 + back % 3 for back in range(1, 25)})
    assert chart is not None
    assert chart.ahead
    assert chart.band


def test_without_a_measure_there_is_no_chart() -> None:
    assert drawn(goal("runs", 3, "run"), {}) is None


@given(
    st.dictionaries(st.integers(0, 29), st.floats(-1e6, 1e6), min_size=1),
    st.sampled_from(["week", "day", "reach"]),
    st.floats(0.1, 1e6),
)
def test_nothing_leaves_the_box(values: dict[int, float], kind: str, target: float) -> None:
    if kind == "reach":
        by = TODAY + timedelta(days=10)
        of = goal("weight_kg", target, "kg", direction=Direction.REACH, period=None, by_date=by)
    else:
        of = goal("water_glasses", target, "glass", period=Period(kind))
    chart = drawn(
        of, {TODAY - timedelta(days=back): values[back] for back in sorted(values, reverse=True)}
    )
    if chart is None:
        return
    points = f"{chart.have} {chart.plan} {chart.band} {chart.ahead}".split()
    for x, y in (map(float, point.split(",")) for point in points):
        assert 0 <= x <= WIDTH
        assert -HEIGHT <= y <= 2 * HEIGHT
    assert all(bar.height >= 0 and bar.width > 0 for bar in chart.bars)
