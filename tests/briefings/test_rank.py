"""Which goals want something done today, and how much of it there is room for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from mape.made import NOW, goal, knowledge, measure, task, tenant

from exoskull.briefings import rank
from exoskull.briefings.alike import is_alike
from exoskull.briefings.channel import wanted
from exoskull.channels.model import ChannelName
from exoskull.goals.pace import Trajectory
from exoskull.kit.ids import TraceId
from exoskull.language.model import Period
from exoskull.ledger.model import Correction, Preference
from exoskull.mape.monitor import monitor

MORNING = datetime(2026, 3, 26, 6, 30, tzinfo=UTC)
"""A Thursday, 7:30 in Warsaw."""
EMAIL, SMS, IN_APP = ChannelName.EMAIL, ChannelName.SMS, ChannelName.IN_APP


def seen(*goals: Any, measures: Any = (), tasks: Any = (), at: datetime = MORNING) -> Any:
    return monitor(knowledge(goals=goals, measures=measures, open_tasks=tasks), at)


def test_the_worst_goal_comes_first_and_one_without_data_last() -> None:
    slow = goal(title="slow", metric="runs", target=7.0)
    late = goal(title="late", metric="walks", target=14.0)
    unknown = goal(title="unknown", metric="swims")
    had = [measure("runs", 2.0, 2, now=MORNING), measure("walks", 1.0, 2, now=MORNING)]
    found = rank.behind(seen(unknown, slow, late, measures=had))
    assert [one.goal.title for one in found] == ["late", "slow", "unknown"]
    assert found[-1].progress.trajectory is Trajectory.NO_DATA


def test_goals_as_bad_as_each_other_take_turns() -> None:
    goals = [goal(title=str(n), metric=f"thing_{n}") for n in range(7)]
    served = [
        {one.goal.title for one in rank.worst(rank.behind(seen(*goals, at=MORNING + day)))}
        for day in (timedelta(days=n) for n in range(7))
    ]
    assert all(len(today) == rank.ACTIONS_A_DAY for today in served)
    for title in map(str, range(7)):
        assert sum(title in today for today in served) == 5


def test_a_goal_of_the_day_is_judged_by_yesterday_as_it_ended() -> None:
    water = goal(metric="water_glasses", target=8.0, period=Period.DAY)
    enough = [measure("water_glasses", 8.0, 0.5, now=MORNING)]
    few = [measure("water_glasses", 3.0, 0.5, now=MORNING)]
    assert rank.behind(seen(water, measures=enough)) == []
    assert [one.goal for one in rank.behind(seen(water, measures=few))] == [water]


def test_nothing_is_asked_on_the_day_a_goal_was_set() -> None:
    assert rank.behind(seen(goal(created_at=MORNING - timedelta(hours=1)))) == []


@given(st.integers(1, 5), st.data())
def test_every_goal_has_a_share_and_the_day_five_at_most(count: int, data: st.DataObject) -> None:
    left, given_out = rank.ACTIONS_A_DAY, []
    for n in range(count):
        share = rank.share(left, count - n)
        assert 1 <= share <= rank.ACTIONS_A_GOAL
        taken = data.draw(st.integers(1, share))
        given_out.append(taken)
        left -= taken
    assert sum(given_out) <= rank.ACTIONS_A_DAY


def test_a_full_list_and_a_late_hour_leave_less_time() -> None:
    own = [task(due_on=MORNING.date()), task(due_on=MORNING.date())]
    assert rank.free_minutes(seen(), tenant()) == 60
    assert rank.free_minutes(seen(tasks=own), tenant()) == 30
    assert rank.free_minutes(seen(at=MORNING + timedelta(days=2)), tenant()) > 60
    late = seen(at=MORNING + timedelta(hours=14))
    assert rank.free_minutes(late, tenant()) == rank.FREE_LEAST_MIN


@given(st.integers(0, 20), st.integers(0, 47))
def test_there_are_always_some_minutes_and_never_more_than_the_weekends(
    own: int, half_hours: int
) -> None:
    at = MORNING + timedelta(minutes=30 * half_hours)
    shown = seen(tasks=[task(due_on=at.date())] * own, at=at)
    assert rank.FREE_LEAST_MIN <= rank.free_minutes(shown, tenant()) <= rank.FREE_WEEKEND_MIN


def test_titles_are_alike_whatever_their_endings_order_and_diacritics() -> None:
    assert is_alike("Kupić buty do biegania", "do biegania kupic BUTY")
    assert not is_alike("Kupić buty do biegania", "Kupić chleb")
    assert not is_alike("", "")


def wish(level: str, said: str) -> Correction:
    return Correction(
        id=goal().id,
        factor="channel",
        level=level,
        wish=said,
        created_at=NOW,
        trace=TraceId(goal().id),
    )


def learned(level: str, here: float, other: float) -> Preference:
    return Preference(
        id=goal().id,
        factor="channel",
        level=level,
        spoken=True,
        statement={"expected": here, "expected_other": other},
        learned_at=NOW,
        trace=TraceId(goal().id),
    )


def test_the_persons_word_comes_before_what_was_learned_and_that_before_mail() -> None:
    known = knowledge()
    assert list(wanted(known)) == [EMAIL, IN_APP]
    by_sms = replace(known, preferences=[learned("sms", 0.8, 0.3)])
    assert list(wanted(by_sms)) == [SMS, EMAIL, IN_APP]
    not_mail = replace(known, preferences=[learned("email", 0.1, 0.6)])
    assert list(wanted(not_mail)) == [IN_APP, EMAIL]
    both = replace(by_sms, corrections=[wish("in_app", "prefer"), wish("sms", "avoid")])
    assert list(wanted(both)) == [IN_APP, EMAIL]


def test_who_ruled_out_everything_still_has_the_page() -> None:
    no = [wish("email", "avoid"), wish("in_app", "avoid"), wish("sms", "avoid")]
    assert list(wanted(replace(knowledge(), corrections=no))) == [IN_APP]
