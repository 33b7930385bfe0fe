"""What pages of apps draw and take back: fields, calendars, sparklines, spans of charts."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.apps.build import build
from exoskull.apps.model import App, AppSource, AppState, Column, ColumnType, Risk, Smoke
from exoskull.apps.periods import Bucket, Span
from exoskull.apps.values import parse_value
from exoskull.apps.web_charts import HEAT_WEEKS, SPARK_DAYS, SPARK_HEIGHT, first_of, heat, spark
from exoskull.apps.web_form import form_of_app, one_tap, values_given
from exoskull.apps.web_words import plain_number
from exoskull.kit.ids import TraceId

TODAY = date(2026, 3, 4)
NUMBER = Column(key="n1", name="n", label="n", type=ColumnType.NUMBER)


def app(family: str, language: str = "en") -> App:
    return App(
        id=UUID(int=1),
        spec=build(family, None, [], language),
        state=AppState.ACTIVE,
        source=AppSource.USER_REQUEST,
        risk=Risk.LOW,
        smoke=Smoke(passed=True),
        mentions=0,
        evidence=(),
        confidence=1.0,
        created_at=datetime(2026, 3, 1, tzinfo=UTC),
        activated_at=None,
        ended_at=None,
        trace=TraceId(UUID(int=2)),
    )


def day(ago: int, value: float | None, entries: int = 1) -> Bucket:
    start = TODAY - timedelta(days=ago)
    return Bucket(start=start, value=value, entries=entries, days=1, low=value, high=value)


@given(
    st.floats(-1e6, 1e6).map(lambda value: round(value, 6)) | st.integers(-(10**9), 10**9),
    st.sampled_from(["pl", "en"]),
)
def test_a_number_in_a_field_comes_back_the_same(value: float, language: str) -> None:
    assert parse_value(NUMBER, plain_number(value, language)) == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("family", ["hydration", "sleep", "mood", "spending", "weight", "meals"])
def test_what_a_fresh_form_shows_is_what_one_tap_adds(family: str, language: str) -> None:
    one = app(family, language)
    form = form_of_app(one, language)
    given_back = values_given(one.spec, {field.name: field.value for field in form.fields})
    told = {name: value for name, value in given_back.items() if value}
    assert bool(told) == (one_tap(one) is not None)


def test_the_calendar_ends_today_and_its_colours_follow_the_values() -> None:
    found = [day(0, 8), day(1, 2), day(2, 5), day(3, None)]
    made = heat(app("hydration"), found, "en", TODAY)
    by_day = {one.on: one for _, days in made.rows for one in days if one}
    assert max(by_day) == TODAY
    assert len(by_day) == 7 * (HEAT_WEEKS - 1) + TODAY.weekday() + 1
    levels = [by_day[TODAY - timedelta(days=ago)].level for ago in range(5)]
    assert levels == [4, 1, 3, 1, 0]
    assert by_day[TODAY].said == "4 March: 8 glasses"
    assert by_day[TODAY - timedelta(days=4)].said == "28 February: nothing"
    assert sum(weeks for _, weeks in made.months) == HEAT_WEEKS


@given(st.lists(st.tuples(st.integers(0, 40), st.floats(0, 1e6)), max_size=40))
def test_a_sparkline_stays_in_its_box(values: list[tuple[int, float]]) -> None:
    for family in ("hydration", "weight"):
        made = spark(app(family), [day(ago, value) for ago, value in dict(values).items()], TODAY)
        if made is None:
            assert all(ago >= SPARK_DAYS for ago, _ in values)
            continue
        for bar in made.bars:
            assert 0 <= bar.y <= bar.y + bar.height <= SPARK_HEIGHT + 0.2
        for point in made.line.split():
            assert 0 <= float(point.split(",")[1]) <= SPARK_HEIGHT


@pytest.mark.parametrize(
    ("span", "first"),
    [("day", date(2026, 2, 3)), ("week", date(2025, 9, 8)), ("month", date(2025, 4, 1))],
)
def test_a_chart_begins_as_many_spans_back_as_it_says(span: Span, first: date) -> None:
    assert first_of(TODAY, span) == first


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_twelve_months_begin_with_the_next_month_of_the_last_year(today: date) -> None:
    first = first_of(today, "month")
    assert first.day == 1
    assert (today.year - first.year) * 12 + today.month - first.month == 11
