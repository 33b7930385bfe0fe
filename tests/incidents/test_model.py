"""When failures are an incident. Pure."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.incidents.model import IN_A_ROW, Cause, Kind, Try, streaks

AT = datetime(2026, 3, 2, tzinfo=UTC)


def ended(pattern: str, subject: str = "morning-briefing") -> list[Try]:
    """A try a day, the oldest first: `x` failed, `o` worked."""
    return [
        Try(
            kind=Kind.JOB,
            subject=subject,
            at=AT + timedelta(days=day),
            worked=mark == "o",
            reason=None if mark == "o" else f"reason_{day}",
        )
        for day, mark in enumerate(pattern)
    ]


@pytest.mark.parametrize(
    ("pattern", "count", "is_incident"),
    [("o", 0, False), ("xx", 2, False), ("xxx", 3, True), ("xxo", 0, False), ("oxxx", 3, True)],
)
def test_three_failures_in_a_row_are_an_incident(pattern: str, count: int, is_incident: bool):
    [streak] = streaks(ended(pattern)).values()
    assert (streak.count, streak.is_incident) == (count, is_incident)


def test_a_streak_says_since_when_and_the_newest_reason():
    [streak] = streaks(ended("oxxx")).values()
    assert streak.since == AT + timedelta(days=1)
    assert streak.reason == "reason_3"


def test_each_cause_stands_for_itself():
    found = streaks([*ended("xxx"), *ended("xo", "retention")])
    assert {cause.subject: streak.count for cause, streak in found.items()} == {
        "morning-briefing": 3,
        "retention": 0,
    }


@given(st.text("xo", min_size=1, max_size=20), st.randoms())
def test_the_order_in_which_tries_are_read_does_not_matter(pattern: str, random):
    tries = ended(pattern)
    shuffled = random.sample(tries, len(tries))
    cause = Cause(kind=Kind.JOB, subject="morning-briefing")
    streak = streaks(shuffled)[cause]
    assert streak == streaks(tries)[cause]
    assert streak.count == len(pattern) - len(pattern.rstrip("x"))
    assert streak.is_incident == pattern.endswith("x" * IN_A_ROW)
