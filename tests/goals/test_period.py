from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from goals.given import WARSAW, at, goal, stand
from hypothesis import given
from hypothesis import strategies as st

from exoskull.goals.period import day_end, day_fraction, last_whole_day, period_bounds, whole_days
from exoskull.goals.progress import Trajectory
from exoskull.language.model import Direction, Period
from exoskull.tenants.weeks import WeekStart

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
ZONES = ["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]


@pytest.mark.parametrize(
    ("today", "starts", "first", "end"),
    [
        (date(2026, 3, 1), WeekStart.MONDAY, date(2026, 2, 23), date(2026, 3, 2)),
        (date(2026, 3, 2), WeekStart.MONDAY, date(2026, 3, 2), date(2026, 3, 9)),
        (date(2026, 12, 31), WeekStart.MONDAY, date(2026, 12, 28), date(2027, 1, 4)),
        (date(2026, 3, 1), WeekStart.SUNDAY, date(2026, 3, 1), date(2026, 3, 8)),
        (date(2026, 3, 7), WeekStart.SUNDAY, date(2026, 3, 1), date(2026, 3, 8)),
        (date(2026, 12, 31), WeekStart.SUNDAY, date(2026, 12, 27), date(2027, 1, 3)),
    ],
)
def test_weeks_begin_on_monday_or_on_sunday(
    today: date, starts: WeekStart, first: date, end: date
) -> None:
    assert period_bounds(Period.WEEK, today, starts) == (first, end)


@given(DAYS, st.sampled_from(Period), st.sampled_from(WeekStart))
def test_periods_partition_the_calendar(day: date, period: Period, starts: WeekStart) -> None:
    first, end = period_bounds(period, day, starts)
    assert first <= day < end
    assert period_bounds(period, first, starts) == (first, end)
    assert period_bounds(period, end - timedelta(days=1), starts) == (first, end)
    assert period_bounds(period, end, starts)[0] == end
    if period is Period.WEEK:
        assert (first.strftime("%A").lower(), (end - first).days) == (starts.value, 7)
    if period is Period.MONTH:
        assert (first.day, end.day, (end - first).days in range(28, 32)) == (1, 1, True)


@given(DAYS, st.times(), st.sampled_from(ZONES), st.integers(0, 1))
def test_a_day_of_any_length_goes_from_nothing_to_all(
    day: date, wall: time, zone: str, fold: int
) -> None:
    tz = ZoneInfo(zone)
    now = datetime.combine(day, wall, tzinfo=tz).replace(fold=fold)
    assert 0 <= day_fraction(now) <= 1
    assert day_fraction(datetime.combine(day, time(0), tzinfo=tz)) == 0
    end = day_end(day, tz)
    assert day_fraction(end) == 1
    assert (whole_days(day, end), last_whole_day(end)) == (1, day)
    noon = datetime.combine(day, time(12), tzinfo=tz)
    assert day_fraction(noon) == pytest.approx(0.5)
    assert (whole_days(day, noon), last_whole_day(noon)) == (0, day - timedelta(days=1))


@given(
    st.sampled_from(Period),
    st.integers(0, 400),
    st.integers(0, 45),
    st.just(0.0) | st.floats(1e-6, 1000),
    st.sampled_from(["runs", "run_km", "mood"]),
    st.sampled_from([Direction.AT_LEAST, Direction.AT_MOST]),
    st.sampled_from(WeekStart),
)
def test_a_period_asks_for_a_part_of_its_target_and_never_for_more(
    period: Period,
    begun: int,
    after: int,
    target: float,
    metric: str,
    direction: Direction,
    starts: WeekStart,
) -> None:
    created = datetime(2026, 1, 1, 9, tzinfo=WARSAW) + timedelta(days=begun)
    now = created + timedelta(days=after)
    one = goal(metric, target, period, direction, created=created, week_starts=starts)
    found = stand(one, {}, now)
    assert 0 < found.share <= 1
    assert min(target, 0) <= found.target <= target + 1e-9
    if target > 0:
        assert found.target > 0
    if period_bounds(period, now.date(), starts)[0] >= created.date():
        assert (found.share, found.target) == (1, target)
    assert found.days_left is not None
    assert found.days_left >= 1


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("period", Period)
def test_the_day_of_a_clock_change_counts_as_one(day: date, period: Period) -> None:
    one = goal("pages_read", 70, period)
    noon = datetime.combine(day, time(12), tzinfo=WARSAW)
    end = day_end(day, WARSAW)
    first, after = period_bounds(period, day)
    due = {Period.DAY: 35.0}.get(period, 70 * (day - first).days / (after - first).days)
    assert stand(one, {day.isoformat()[5:]: 1}, noon).expected == pytest.approx(due)
    whole = 70 * ((day - first).days + 1) / (after - first).days
    assert stand(one, {day.isoformat()[5:]: 1}, end).expected == pytest.approx(whole)


def test_a_rhythm_with_a_last_day_asks_for_its_share_of_the_last_period() -> None:
    one = goal("pages_read", 70, Period.WEEK, by=date(2026, 3, 11))  # a Wednesday
    found = stand(one, {"9": 10, "10": 10}, day_end(date(2026, 3, 10), WARSAW))
    assert (found.target, found.days_left) == (30, 2)
    assert found.expected == pytest.approx(20)
    assert found.trajectory is Trajectory.ON_TRACK


def test_an_american_week_has_its_sunday_first() -> None:
    values = {"1": 1, "2": 1, "4": 1}  # Sunday, Monday, Wednesday
    assert stand(goal(), values, at(5)).have == 2
    sunday = goal(week_starts=WeekStart.SUNDAY)
    assert stand(sunday, values, at(5)).trajectory is Trajectory.COMPLETED
    assert stand(sunday, values, at(7)).since == date(2026, 3, 1)
