"""Which approach comes next, and what is for today: rules, on any history and any day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from strategies.slipping import MONDAY, a_goal, behind

from exoskull.goals.pace import Trajectory, assess
from exoskull.kit.ids import TraceId
from exoskull.language.metrics import METRICS
from exoskull.language.model import Direction
from exoskull.strategies.catalogue import BY_KEY, CATALOGUE
from exoskull.strategies.choose import (
    Yesterday,
    candidates,
    choose,
    failed_in_a_row,
    heading,
    todays,
)
from exoskull.strategies.evidence import Evidence, Tally, evidence_of
from exoskull.strategies.model import (
    Approach,
    ApproachKind,
    Category,
    Day,
    Reason,
    Strategy,
    Verdict,
)

NOTHING_KNOWN = Evidence()
GOAL = a_goal()
KINDS = st.dictionaries(
    st.sampled_from(ApproachKind),
    st.builds(Tally, done=st.integers(0, 40), failed=st.integers(0, 40)),
)
APPROACHES = st.sampled_from(CATALOGUE)
DATES = st.dates(date(2026, 1, 1), date(2027, 12, 31))
GOALS = st.builds(
    lambda number, metric, direction: a_goal(number, metric=metric, direction=direction),
    st.integers(1, 10**9),
    st.sampled_from(sorted(METRICS)),
    st.sampled_from(["at_least", "at_most"]),
)


def trial(approach: Approach, number: int = 1, **parts: object) -> Strategy:
    made = Strategy(
        id=UUID(int=number),
        goal_id=GOAL.id,
        trial=number,
        approach=approach.key,
        kind=approach.kind,
        reason=Reason.FIRST,
        started_on=MONDAY,
        ended_on=None,
        ended_because=None,
        days_done=0,
        days_failed=0,
        failed_in_a_row=0,
        chosen_at=datetime(2026, 3, 2, tzinfo=UTC),
        trace=TraceId(UUID(int=1)),
    )
    return replace(made, **parts)


@given(goal=GOALS, kinds=KINDS, trials=st.integers(1, 25))
def test_the_next_approach_differs_in_kind_and_untried_kinds_come_first(
    goal, kinds, trials
) -> None:
    able = candidates(goal, CATALOGUE)
    evidence = Evidence(kinds=kinds)
    tried: list[Strategy] = []
    for number in range(1, trials + 1):
        chosen = choose(goal, able, evidence, tried, today=MONDAY)
        assert chosen in able
        if tried:
            assert chosen.kind is not tried[-1].kind
        untried = {one.kind for one in able} - {one.kind for one in tried}
        assert chosen.kind in untried or not untried
        tried.append(trial(chosen, number, days_failed=3))


@given(goal=GOALS, kinds=KINDS)
def test_the_choice_is_the_same_for_the_same_goal_and_history(goal, kinds) -> None:
    able = candidates(goal, CATALOGUE)
    evidence = Evidence(kinds=kinds)
    once = choose(goal, able, evidence, [], today=MONDAY)
    assert choose(goal, list(reversed(able)), evidence, [], today=MONDAY) == once


def test_goals_do_not_all_begin_alike() -> None:
    goals = [a_goal(n, metric="sleep_hours", target=8, period="day") for n in range(1, 40)]
    first = {
        choose(one, candidates(one, CATALOGUE), NOTHING_KNOWN, [], today=MONDAY).key
        for one in goals
    }
    assert len(first) >= 3


def test_with_nothing_known_an_approach_of_the_goals_own_metric_comes_first() -> None:
    water = a_goal(metric="water_glasses", target=8, period="day")
    chosen = choose(water, candidates(water, CATALOGUE), NOTHING_KNOWN, [], today=MONDAY)
    assert chosen.metrics == {"water_glasses"}


def test_what_the_person_did_before_outweighs_how_near_an_approach_is() -> None:
    kinds = {ApproachKind.SOCIAL: Tally(done=9, failed=1)}
    able = candidates(GOAL, CATALOGUE)
    chosen = choose(GOAL, able, Evidence(kinds=kinds), [], today=MONDAY)
    assert chosen.kind is ApproachKind.SOCIAL


def test_once_all_kinds_were_tried_the_best_by_evidence_comes_back_but_not_the_last() -> None:
    able = candidates(GOAL, CATALOGUE)
    of_kind = {one.kind: one for one in able}
    tried = [trial(one, n, days_failed=3) for n, one in enumerate(of_kind.values(), 1)]
    best = tried[2]
    tried[2] = replace(best, days_done=30)
    chosen = choose(GOAL, able, evidence_of(tried), tried, today=MONDAY)
    assert chosen.key == best.approach
    tried.append(trial(chosen, 99, days_failed=3, days_done=0))
    again = choose(GOAL, able, evidence_of(tried), tried, today=MONDAY)
    assert again.kind is not best.kind


def test_few_days_say_little_and_many_say_much() -> None:
    assert Tally().mean() == 0.5
    assert Tally(done=1).mean() == 0.6
    assert round(Tally(done=36, failed=4).mean(), 3) == 0.864


def test_a_new_approach_is_believed_to_be_as_good_as_its_kind() -> None:
    evidence = evidence_of([trial(BY_KEY["habits_tiny"], days_done=16)])
    assert evidence.mean(BY_KEY["sleep_quarter"]) == 0.9
    assert evidence.mean(BY_KEY["sleep_diary"]) == 0.5
    assert round(evidence.mean(BY_KEY["habits_tiny"]), 2) == 0.98


@given(
    approach=APPROACHES,
    today=DATES,
    most=st.integers(0, 9),
    free=st.none() | st.integers(0, 120),
    done=st.sampled_from([None, True, False]),
    trajectory=st.sampled_from(Trajectory),
    yesterdays=st.integers(0, 3),
)
def test_todays_actions_are_few_fit_the_weekday_and_the_time(
    approach, today, most, free, done, trajectory, yesterdays
) -> None:
    yesterday = Yesterday(
        steps=frozenset(step.key for step in approach.steps[:yesterdays]), done=done
    )
    found = todays(
        trial(approach),
        GOAL,
        behind(GOAL, trajectory),
        today=today,
        yesterday=yesterday,
        free_minutes=free,
        most=most,
        language="pl",
    )
    assert (1 if most else 0) <= len(found) <= min(most, 3)
    steps = {step.key: step for step in approach.steps}
    assert len({one.step for one in found}) == len(found)
    assert all(steps[one.step].fits(today.weekday()) for one in found)
    if free is not None and len(found) > 1:
        assert sum(one.minutes for one in found) <= free


def test_after_a_failed_day_there_is_one_action_and_it_is_another_short_one() -> None:
    approach = BY_KEY["sleep_rise"]
    yesterday = Yesterday(steps=frozenset({"alarm"}), done=False)
    found = todays(
        trial(approach),
        GOAL,
        behind(GOAL),
        today=MONDAY,
        yesterday=yesterday,
        language="en",
    )
    assert [one.step for one in found] == ["lights_out"]


def test_after_a_day_done_there_is_one_more() -> None:
    counts = [
        len(
            todays(
                trial(BY_KEY["sleep_rise"]),
                GOAL,
                behind(GOAL, trajectory),
                today=MONDAY,
                yesterday=Yesterday(done=done),
                language="pl",
            )
        )
        for trajectory, done in [
            (Trajectory.AT_RISK, None),
            (Trajectory.OFF_TRACK, None),
            (Trajectory.AT_RISK, True),
            (Trajectory.OFF_TRACK, True),
        ]
    ]
    assert counts == [1, 2, 2, 3]


def test_a_title_carries_the_goals_own_share_of_today() -> None:
    goal = a_goal(metric="pushups", target=100, period="week")
    progress = replace(behind(goal), missing=80.0, days_left=4)
    found = todays(
        trial(BY_KEY["fitness_sets"]), goal, progress, today=MONDAY, language="pl", most=1
    )
    assert found[0].title == "Podziel na trzy krótkie serie: 20 pompek"


def test_where_there_is_no_share_of_today_the_title_does_without() -> None:
    goal = a_goal(metric="savings_pln", target=5000, period=None)
    progress = assess(goal, [], datetime(2026, 3, 4, 8, tzinfo=UTC))
    found = todays(
        trial(BY_KEY["finance_pay_yourself"]), goal, progress, today=MONDAY, language="pl", most=1
    )
    assert found[0].title == "Przelej dziś na oszczędności choć małą kwotę"


def days(verdicts: str, gap: int = 1) -> list[Day]:
    names = {"d": Verdict.DONE, "f": Verdict.FAILED, "u": Verdict.UNKNOWN, "n": Verdict.NO_ACTIONS}
    return [
        Day(
            on_date=MONDAY + timedelta(days=n * gap),
            strategy_id=UUID(int=1),
            steps=("x",),
            verdict=names.get(letter),
        )
        for n, letter in enumerate(verdicts)
    ]


def test_failed_days_in_a_row_are_counted_back_from_the_last() -> None:
    counted = {said: failed_in_a_row(days(said)) for said in ("", "f", "dff", "ffd", "fnuf", "ff ")}
    assert counted == {"": 0, "f": 1, "dff": 2, "ffd": 0, "fnuf": 2, "ff ": 2}


def test_failures_far_apart_are_no_row() -> None:
    assert failed_in_a_row(days("fff", gap=7)) == 3
    assert failed_in_a_row(days("fff", gap=8)) == 1


@given(verdicts=st.text("dfun", max_size=30))
def test_the_row_is_never_longer_than_the_failed_days_since_one_was_done(verdicts: str) -> None:
    since = verdicts.rpartition("d")[2].count("f")
    assert failed_in_a_row(days(verdicts)) <= since


def test_where_a_goal_heads() -> None:
    assert heading(GOAL) is Direction.AT_LEAST
    assert heading(a_goal(direction="at_most")) is Direction.AT_MOST
    down = a_goal(metric="weight_kg", target=70, period=None, baseline=80)
    assert heading(down) is Direction.AT_MOST
    assert heading(a_goal(metric="books_read", target=12, period=None)) is Direction.AT_LEAST
    once = a_goal(metric="licence", target=1, period=None, by="2026-06-01", milestone=True)
    assert heading(once) is Direction.AT_LEAST


def test_approaches_are_of_the_goals_category_or_of_any_habit() -> None:
    found = {one.category for one in candidates(GOAL, CATALOGUE)}
    assert found == {Category.FITNESS, Category.HABITS}
