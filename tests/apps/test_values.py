"""Values: what each column takes and refuses, out and in again."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.apps.entry_store import DayRow
from exoskull.apps.exchange import from_csv, to_csv
from exoskull.apps.links import cells_for, measures_of
from exoskull.apps.model import Column, ColumnType, Entry, Rule
from exoskull.apps.parse import LETTER, parse_spec
from exoskull.apps.periods import buckets, filled, start_of, streak
from exoskull.apps.samples import bad, good
from exoskull.apps.values import InvalidEntry, named, parse_change, parse_entry, parse_value
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId

EVERY = parse_spec(
    {
        "name": "Every kind",
        "columns": [
            {"label": "whole", "type": "integer"},
            {"label": "number", "type": "number"},
            {"label": "yes", "type": "boolean"},
            {"label": "words", "type": "text"},
            {"label": "one of", "type": "choice", "options": ["a", "Żółć", "c d"]},
            {"label": "day", "type": "date"},
            {"label": "hour", "type": "time"},
            {"label": "span", "type": "duration"},
            {"label": "score", "type": "rating", "low": 1, "high": 5},
            {"label": "sum", "type": "money", "unit": "PLN"},
        ],
    }
)
AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


def column(kind: str, **more: Any) -> Column:
    made = ColumnType(kind)
    return Column(key=f"{LETTER[made]}1", name="x", label="X", type=made, **more)


@pytest.mark.parametrize("one", EVERY.columns, ids=lambda one: one.type.value)
def test_every_type_takes_what_is_good_and_refuses_what_is_bad(one: Column) -> None:
    assert parse_value(one, good(one)) is not None
    with pytest.raises(InvalidInput) as caught:
        parse_value(one, bad(one))
    assert caught.value.field == one.name


@pytest.mark.parametrize(
    ("kind", "given", "kept"),
    [
        ("integer", "7", 7),
        ("number", "2,5", 2.5),
        ("money", "12,50", 12.5),
        ("duration", "1:30", 90.0),
        ("duration", "1 h 20 min", 80.0),
        ("duration", "45", 45.0),
        ("boolean", "tak", True),
        ("boolean", "no", False),
        ("time", "7:05", "07:05"),
        ("date", "2026-03-02", "2026-03-02"),
    ],
)
def test_text_of_a_form_is_read(kind: str, given: str, kept: Any) -> None:
    assert parse_value(column(kind, unit="PLN"), given) == kept


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", 1.5),
        ("integer", True),
        ("number", float("nan")),
        ("number", float("inf")),
        ("money", 1.005),
        ("text", 5),
        ("choice", "d"),
        ("date", "2026-02-30"),
        ("time", "24:00"),
        ("number", 10**13),
    ],
)
def test_what_is_almost_right_is_refused(kind: str, value: Any) -> None:
    with pytest.raises(InvalidInput):
        parse_value(column(kind, options=("a", "b")), value)


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "whole": st.integers(-(10**12), 10**12),
        "number": st.floats(-1e9, 1e9).map(lambda x: round(x, 6)),
        "yes": st.booleans(),
        "words": st.text(
            st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]),
            min_size=1,
            max_size=50,
        ),
        "one_of": st.sampled_from(["a", "Żółć", "c d"]),
        "day": st.dates(date(1900, 1, 1)).map(str),
        "hour": st.times().map(lambda one: f"{one:%H:%M}"),
        "span": st.integers(0, 10_000).map(float),
        "score": st.integers(1, 5),
        "sum": st.integers(0, 10**9).map(lambda cents: cents / 100),
    },
)


@given(VALUES)
def test_what_goes_out_as_csv_comes_in_the_same(values: dict[str, Any]) -> None:
    if not values:
        with pytest.raises(InvalidEntry, match=r"entry\.empty"):
            parse_entry(EVERY, values)
        return
    cells = parse_entry(EVERY, values)
    entry = Entry(
        id=UUID(int=1),
        app_id=UUID(int=2),
        at=AT,
        local_date=AT.date(),
        cells=cells,
        source="api",
        idempotency_key=None,
        message_id=None,
        created_at=AT,
        changed_at=AT,
        undone_at=None,
        trace=TraceId(UUID(int=3)),
    )
    read = from_csv(EVERY, to_csv(EVERY, [entry], UTC), at=AT, zone=UTC)
    if set(cells) == {"t1"} and not cells["t1"]:
        return  # a row of nothing but an empty text says nothing
    assert read.problems == ()
    (row,) = read.rows
    expected = {key: value for key, value in cells.items() if value != ""}
    assert (row.at, row.cells) == (AT, expected)


def test_a_change_empties_what_is_null_and_keeps_the_rest() -> None:
    cells = parse_entry(EVERY, {"whole": 1, "words": "a", "score": 3})
    after = parse_change(EVERY, cells, {"words": None, "whole": 2})
    assert named(EVERY, after)["whole"] == 2
    assert named(EVERY, after)["words"] is None
    assert named(EVERY, after)["score"] == 3


@given(st.integers(0, 60), st.sampled_from([1.0, 1 / 250, 0.45359237, 2.0]))
def test_a_measure_that_became_an_entry_measures_the_same(value: int, factor: float) -> None:
    spec = parse_spec(
        {
            "name": "Water",
            "columns": [{"label": "amount", "type": "number"}],
            "metrics": [{"metric": "water_glasses", "column": "amount", "factor": factor}],
        }
    )
    cells = cells_for(spec, spec.metrics[0], value)
    assert cells is not None
    (told,) = measures_of(spec, cells)
    assert told.value == pytest.approx(value, abs=1e-4)


def row(on: date, *, total: float, values: int = 1, last: float = 0.0) -> DayRow:
    return DayRow(on=on, entries=values, values=values, total=total, low=0, high=total, last=last)


@given(
    st.lists(
        st.tuples(st.dates(date(2025, 1, 1), date(2026, 1, 1)), st.integers(0, 9)), max_size=60
    )
)
def test_weeks_and_months_add_up_to_what_the_days_do(found: list[tuple[date, int]]) -> None:
    days = [row(on, total=value) for on, value in dict(found).items()]
    for span in ("day", "week", "month"):
        made = buckets(days, span, Rule.SUM)
        assert sum(one.value or 0 for one in made) == sum(day.total or 0 for day in days)
        assert [one.start for one in made] == sorted({start_of(day.on, span) for day in days})


def test_a_mean_is_over_values_and_not_over_days() -> None:
    days = [row(date(2026, 3, 2), total=10, values=1), row(date(2026, 3, 3), total=8, values=4)]
    (week,) = buckets(days, "week", Rule.MEAN)
    assert week.value == 3.6


def test_a_chart_has_every_span_also_over_the_end_of_a_year() -> None:
    made = filled([], date(2025, 12, 29), date(2026, 2, 1), "month")
    assert [one.start for one in made] == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert len(filled([], date(2026, 3, 1), date(2026, 3, 31), "day")) == 31


def test_a_streak_does_not_break_before_the_day_is_over() -> None:
    today = date(2026, 3, 5)
    before = [today - timedelta(days=n) for n in (1, 2, 3, 5)]
    assert streak(before, today) == 3
    assert streak([*before, today], today) == 4
    assert streak([], today) == 0
