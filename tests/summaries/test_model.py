"""Which days a summary is of, and when it is worth sending."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.channels.model import ChannelName
from exoskull.goals.period import period_bounds
from exoskull.language.model import Period
from exoskull.summaries.model import (
    Facts,
    Message,
    MetricPart,
    SummaryKind,
    is_worth_sending,
    span_of,
)
from exoskull.tenants.weeks import WeekStart

SENT = Message(
    at=datetime(2026, 3, 8, 9, 0, tzinfo=UTC), channel=ChannelName.SMS, text="Run?", answered=True
)
DAYS = st.dates(date(2026, 1, 1), date(2031, 12, 31))
RUNS = MetricPart(
    metric="runs", unit="", adds_up=True, value=3.0, days=3, before=None, days_before=0
)


def facts(**fields: Any) -> Facts:
    made: dict[str, Any] = {
        "span": span_of(SummaryKind.WEEKLY, date(2026, 3, 9)),
        "goals": (),
        "metrics": (),
        "done": (),
        "done_before": 0,
        "sent": 0,
        "answered": 0,
        "held": 0,
        "learned": (),
        "changed": (),
    }
    return Facts(**made | fields)


@given(DAYS)
def test_spans_follow_each_other_without_gap_or_overlap(day: date) -> None:
    for kind in SummaryKind:
        span = span_of(kind, day)
        assert span.before < span.first < span.end
        assert span.days[0] == span.first
        assert span.days[-1] == span.last
    month = span_of(SummaryKind.MONTHLY, day)
    assert month.first.day == month.end.day == month.before.day == 1
    assert span_of(SummaryKind.MONTHLY, month.first).end == month.first
    assert span_of(SummaryKind.DAILY, day).days == [day]


@given(DAYS, st.sampled_from(WeekStart))
def test_a_week_is_the_persons_own_last_whole_one(day: date, starts: WeekStart) -> None:
    week = span_of(SummaryKind.WEEKLY, day, starts)
    assert (week.first, week.end) == period_bounds(Period.WEEK, week.last, starts)
    assert week.end <= day < week.end + timedelta(days=7)
    assert span_of(SummaryKind.WEEKLY, week.first, starts).end == week.first


def test_monday_tells_of_the_week_to_sunday_or_to_saturday() -> None:
    monday = date(2026, 3, 9)
    assert span_of(SummaryKind.WEEKLY, monday, WeekStart.MONDAY).last == date(2026, 3, 8)
    assert span_of(SummaryKind.WEEKLY, monday, WeekStart.SUNDAY).last == date(2026, 3, 7)


def test_a_month_is_the_calendars_own() -> None:
    span = span_of(SummaryKind.MONTHLY, date(2028, 3, 1))
    assert (span.first, span.last, span.before) == (
        date(2028, 2, 1),
        date(2028, 2, 29),
        date(2028, 1, 1),
    )
    assert span.days_before == 31


@pytest.mark.parametrize("kind", list(SummaryKind))
def test_nothing_done_measured_sent_or_learned_is_nothing_to_say(kind: SummaryKind) -> None:
    assert not is_worth_sending(kind, facts())


def test_a_day_tells_what_the_loop_did_and_leaves_the_rest_to_the_reflection() -> None:
    assert not is_worth_sending(SummaryKind.DAILY, facts(metrics=[RUNS], done=["buy tickets"]))
    assert not is_worth_sending(SummaryKind.DAILY, facts(sent=1))  # a reminder, asked for
    assert is_worth_sending(SummaryKind.DAILY, facts(sent=1, messages=[SENT]))
    assert is_worth_sending(SummaryKind.DAILY, facts(learned=["you like SMS"]))
    assert is_worth_sending(SummaryKind.DAILY, facts(held=1))


def test_a_week_with_a_measure_is_worth_a_mail() -> None:
    assert is_worth_sending(SummaryKind.WEEKLY, facts(metrics=[RUNS]))
