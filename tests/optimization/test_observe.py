"""What is noticed, and what is not."""

from datetime import date, timedelta

import pytest
from mape.made import NOW, TODAY, goal, nights, tenant
from optimization.made import deliveries, lever, looked, seen, tries

from exoskull.kit.ids import TraceId
from exoskull.levers.model import LeverName
from exoskull.optimization.gaps import without_means
from exoskull.optimization.measure import count
from exoskull.optimization.model import Gap, MeasureKind, Problem, Tally
from exoskull.optimization.observe import observe
from exoskull.signals.daily import by_day


def found(**fields: object) -> set[tuple[Problem, str]]:
    return {(one.problem, one.subject) for one in observe(seen(**fields))}


IGNORED = (Problem.IGNORED_OPTION, "sleep_debt:wind_down")


def test_an_option_that_is_ignored_while_others_work_is_noticed() -> None:
    other = tries(4, 6, option="earlier_bed")
    assert found(tries=[*tries(0, 6), *other]) == {IGNORED}
    assert found(tries=[*tries(1, 6), *other]) == {IGNORED}
    assert found(tries=[*tries(0, 5), *other]) == set()  # too few to say
    assert found(tries=[*tries(2, 6), *other]) == set()  # a third of them worked


def test_with_nothing_to_compare_it_takes_more_to_say_so() -> None:
    assert found(tries=tries(0, 6)) == {IGNORED}
    assert found(tries=tries(1, 6)) == set()
    assert found(tries=[*tries(0, 8), *tries(0, 8, option="earlier_bed")]) == set()


def test_a_retired_option_is_not_noticed_again() -> None:
    retired = lever(LeverName.RETIRE_OPTION, "sleep_debt:wind_down")
    assert found(tries=tries(0, 9), levers=[retired]) == set()


def test_an_observation_names_its_rows() -> None:
    (one,) = observe(seen(tries=tries(0, 30)))
    assert len(one.evidence) == 20
    assert 0 < one.severity <= 1


@pytest.mark.parametrize(
    ("arrived", "fails"),
    [
        ([False] * 3, True),
        ([False] * 2, False),
        ([True, True, False, False, False], True),
        ([True, True, True, True, False, False, False], False),  # most arrive
        ([False, False, False, True], False),  # it works again
    ],
)
def test_a_channel_fails_where_half_of_its_messages_do(arrived: list[bool], fails: bool) -> None:
    assert found(deliveries=deliveries("sms", arrived)) == (
        {(Problem.FAILING_CHANNEL, "sms")} if fails else set()
    )


def test_a_channel_at_rest_is_not_noticed() -> None:
    resting = lever(LeverName.DEMOTE_CHANNEL, "sms", until=(NOW + timedelta(days=1)).isoformat())
    assert found(deliveries=deliveries("sms", [False] * 5), levers=[resting]) == set()


KEY = "sleep_debt:sleep_hours"


def sleeping(values: list[float]) -> dict[str, object]:
    measures = nights({len(values) - n: value for n, value in enumerate(values)})
    return {"days": {"sleep_hours": by_day(measures, "sleep_hours", tenant().zone)}}


def test_a_symptom_that_comes_and_goes_on_wild_numbers_is_noticed() -> None:
    flapping = looked([{KEY} if n % 4 == 0 else set[str]() for n in range(20)])
    wild, calm = [5.0, 9.0] * 10, [7.0, 7.2] * 10
    assert found(looked=flapping, **sleeping(wild)) == {(Problem.NOISY_METRIC, KEY)}
    assert found(looked=flapping, **sleeping(calm)) == set()
    lasting = looked([{KEY} if n > 9 else set[str]() for n in range(20)])
    assert found(looked=lasting, **sleeping(wild)) == set()
    assert found(looked=flapping[:10], **sleeping(wild)) == set()


def test_a_goal_without_means_is_noticed_while_it_is_active() -> None:
    mine = goal()
    gap = Gap(
        id=mine.id, goal_id=mine.id, facts={"goal": "Run"}, found_at=NOW, closed_at=None,
        trace=TraceId(mine.id),
    )  # fmt: skip
    assert found(gaps=[gap], goals=[mine]) == {(Problem.GOAL_WITHOUT_MEANS, str(mine.id))}
    assert found(gaps=[gap]) == set()


def test_a_gap_is_a_week_without_measure_app_and_action() -> None:
    old, young = goal(), goal(created_at=NOW - timedelta(days=6), metric="swims")
    nothing = {"acted_for": (), "served": (), "at": NOW}
    assert without_means([old, young], {}, **nothing).keys() == {old.id}
    days = {"runs": by_day(nights({1: 1.0}, "runs"), "runs", tenant().zone)}
    assert without_means([old], days, **nothing) == {}
    assert without_means([old], {}, **nothing | {"acted_for": {old.id}}) == {}
    assert without_means([old], {}, **nothing | {"served": {"runs"}}) == {}


def test_what_is_measured_is_counted_within_its_span_only() -> None:
    there = seen(
        tries=tries(2, 10),
        deliveries=deliveries("sms", [True, False, True]),
        looked=looked([{KEY}, set(), {"low_mood:mood"}, {KEY}], until=date(2026, 3, 25)),
    )
    week = NOW - timedelta(days=7)
    assert count(MeasureKind.WORKED, "sleep_debt", there, NOW - timedelta(days=30), NOW) == Tally(
        hits=2, n=10
    )
    assert count(MeasureKind.WORKED, "sleep_debt", there, week, NOW) == Tally(hits=0, n=6)
    assert count(MeasureKind.WORKED, "overload", there, week, NOW) == Tally()
    assert count(MeasureKind.DELIVERED, "sms", there, week, NOW) == Tally(hits=2, n=3)
    assert count(MeasureKind.FREE_DAYS, KEY, there, week, NOW) == Tally(hits=2, n=4)
    assert count(MeasureKind.FREE_DAYS, "low_mood", there, week, NOW) == Tally(hits=3, n=4)


def test_days_of_a_goal_are_those_on_which_something_was_done_for_it() -> None:
    mine = goal(created_at=NOW - timedelta(days=10))
    runs = {"runs": by_day(nights({20: 1, 9: 1, 5: 0, 2: 1}, "runs"), "runs", tenant().zone)}
    there = seen(goals=[mine], days=runs)
    month = NOW - timedelta(days=28)
    assert count(MeasureKind.GOAL_DAYS, str(mine.id), there, month, NOW) == Tally(hits=2, n=10)
    assert count(MeasureKind.GOAL_DAYS, "another", there, month, NOW) == Tally()
    assert tenant().local_date(NOW) == TODAY
