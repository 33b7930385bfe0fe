"""A summary in words: honest about what is not known, and safe to show."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mape.made import goal
from summaries.test_model import facts

from exoskull.goals.pace import Trajectory, assess
from exoskull.i18n.catalogue import LANGUAGES
from exoskull.language.model import Direction, Period
from exoskull.summaries import chart
from exoskull.summaries.compose import compose
from exoskull.summaries.model import Bar, GoalPart, MetricPart, SummaryKind

MONDAY = date(2026, 3, 2)
NASTY = '</title><script>alert("x")</script><a href=https://evil.example>tu</a> & "cudzysłów"'


class Tags(HTMLParser):
    """What a browser would make of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def part(title: str = "Run", values: tuple[float | None, ...] = (1.0,), **fields: Any) -> GoalPart:
    one = goal(title=title, **fields)
    now = datetime(2026, 3, 8, 23, 59).astimezone()
    return GoalPart(
        goal=one,
        progress=assess(one, [], now),
        bars=tuple(
            Bar(first=MONDAY + timedelta(days=n), last=MONDAY + timedelta(days=n), value=value)
            for n, value in enumerate(values)
        ),
        met_days=0,
        measured_days=0,
        all_days=7,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(SummaryKind))
def test_what_a_person_wrote_is_escaped_and_brings_no_tag_and_no_link(
    kind: SummaryKind, language: str
) -> None:
    told = facts(goals=[part(NASTY)], done=[NASTY], learned=[NASTY], changed=[NASTY], sent=1)
    written = compose(kind, told, language)
    page = Tags(written.html)
    assert page.open == []
    assert page.links == []
    assert not {"script", "a", "img", "form"} & set(page.seen)
    assert page.seen.count("title") == 1
    assert "&lt;script&gt;" in written.html


def test_a_day_without_an_entry_is_said_to_have_none_and_is_not_zero() -> None:
    written = compose(SummaryKind.WEEKLY, facts(goals=[part(values=(2.0, None, 0.0))]), "en")
    lines = written.text.splitlines()
    assert any(line.split() == ["Mon", "█" * 16, "2", "runs"] for line in lines)
    assert any(line.split() == ["Tue", "nothing", "logged"] for line in lines)
    assert any(line.split() == ["Wed", "0", "runs"] for line in lines)
    assert "<caption" in written.html
    assert '<th scope="row"' in written.html


def test_a_goal_without_data_is_said_to_have_none() -> None:
    written = compose(SummaryKind.WEEKLY, facts(goals=[part(values=())]), "en")
    assert '"Run": nothing logged, so nobody knows how it went.' in written.text


def test_means_of_few_days_are_not_compared_and_sums_are() -> None:
    sleep = MetricPart(
        metric="sleep_hours", unit="h", adds_up=False, value=7.5, days=2, before=6.0, days_before=7
    )
    runs = MetricPart(
        metric="runs", unit="", adds_up=True, value=3.0, days=3, before=1.0, days_before=1
    )
    written = compose(SummaryKind.WEEKLY, facts(metrics=[sleep, runs]), "en")
    assert "not enough data to compare" in written.text
    assert "3 runs; the week before: 1 run." in written.text


def test_a_daily_goal_counts_its_days() -> None:
    one = part(period=Period.DAY, direction=Direction.AT_LEAST, metric="water_glasses", target=8.0)
    counted = GoalPart(
        goal=one.goal, progress=one.progress, bars=(), met_days=4, measured_days=6, all_days=7
    )
    text = compose(SummaryKind.WEEKLY, facts(goals=[counted]), "pl").text
    assert "cel dnia spełniony w 4 z 7 dni. Bez wpisu: 1 dzień." in text


@pytest.mark.parametrize(
    ("weeks", "told"),
    [
        ([Trajectory.COMPLETED], "cel tygodnia spełniony w 1 z 1 tygodnia."),
        (
            [Trajectory.COMPLETED, Trajectory.OFF_TRACK, Trajectory.ON_TRACK, Trajectory.NO_DATA],
            "cel tygodnia spełniony w 2 z 4 tygodni. Bez wpisu: 1 tydzień.",
        ),
    ],
)
def test_a_month_counts_the_weeks_of_a_goal_by_the_week(weeks: list[Trajectory], told: str) -> None:
    one = replace(part(), weeks=tuple(weeks))
    assert told in compose(SummaryKind.MONTHLY, facts(goals=[one]), "pl").text


def test_a_summary_with_nothing_learned_says_there_is_not_enough_data() -> None:
    assert "Za mało danych" in compose(SummaryKind.MONTHLY, facts(sent=1), "pl").text


@given(st.lists(st.none() | st.floats(-1e6, 1e6), max_size=7))
def test_a_bar_is_a_share_of_the_longest(values: list[float | None]) -> None:
    found = chart.shares(values)
    assert [one is None for one in found] == [value is None for value in values]
    assert all(one is None or 0.0 <= one <= 1.0 for one in found)
    drawn = chart.Chart(
        title="t",
        strokes=[chart.Stroke(label="l", share=share, shown="s") for share in found],
    )
    assert Tags(str(chart.as_html(drawn))).open == []
    assert len(chart.as_text(drawn)) == len(values) + 1
