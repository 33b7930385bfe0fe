"""Each symptom: found where it is, not found just below, with rows that show it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from mape.made import IDS, NOW, TODAY, context, goal, ids_of, measure, nights, task, tenant

from exoskull.language.model import Direction, Period
from exoskull.mape.analyze import DETECTORS, REMINDER_LATEST, analyze
from exoskull.mape.model import Context, Symptom, SymptomKind
from exoskull.signals.model import Source
from exoskull.tasks.model import TaskState


def only(found: Context, kind: SymptomKind) -> Symptom | None:
    of_kind = [one for one in analyze(found) if one.kind is kind]
    assert len(of_kind) <= 1
    return of_kind[0] if of_kind else None


LONG = {float(ago): 8.0 for ago in range(4, 25)}
"""Three weeks of eight-hour nights, the last three days left out."""


def test_sleep_debt_is_nights_shorter_than_the_persons_own() -> None:
    short = nights(LONG | {1: 6.5, 2: 7.0, 3: 7.0})
    found = only(context(measures=short), SymptomKind.SLEEP_DEBT)
    assert found is not None
    assert found.facts["baseline_h"] == 8.0
    assert found.facts["baseline_days"] == 21
    assert found.facts["debt_h"] == pytest.approx(3.5)
    assert set(found.evidence) == ids_of(short[-3:])


def test_nights_only_a_little_shorter_are_no_debt() -> None:
    assert (
        only(context(measures=nights(LONG | {1: 7.5, 2: 7.3, 3: 7.0})), SymptomKind.SLEEP_DEBT)
        is None
    )


def test_one_short_night_is_no_debt() -> None:
    assert only(context(measures=nights(LONG | {1: 3.0})), SymptomKind.SLEEP_DEBT) is None


def test_without_nights_enough_the_usual_night_stands_in_and_is_named_so() -> None:
    found = only(context(measures=nights({1: 6.0, 2: 6.0})), SymptomKind.SLEEP_DEBT)
    assert found is not None
    assert (found.facts["baseline_h"], found.facts["baseline_days"]) == (7.5, 0)


def test_a_goal_off_pace_shows_its_goal_and_its_measures() -> None:
    run = goal(target=4.0)
    runs = [measure("runs", 1.0, 10), measure("runs", 1.0, 2)]
    found = only(context(goals=[run], measures=runs), SymptomKind.GOAL_OFF_PACE)
    assert found is not None
    assert found.evidence[0] == str(run.id)
    assert set(found.evidence) <= {str(run.id)} | ids_of(runs)
    assert (found.facts["have"], found.facts["target"]) == (1.0, 4.0)


def test_a_goal_on_pace_is_no_symptom() -> None:
    runs = [measure("runs", 1.0, ago) for ago in (0, 1, 2)]
    found = analyze(context(goals=[goal(target=4.0)], measures=runs))
    assert SymptomKind.GOAL_OFF_PACE not in {one.kind for one in found}


@pytest.mark.parametrize(
    ("hour", "lately", "late"), [(10, 8.0, False), (10, 7.0, True), (11, 8.0, True)]
)
def test_a_goal_of_the_day_is_late_from_noon_on_and_earlier_where_it_was_missed_lately(
    hour: int, lately: float, late: bool
) -> None:
    water = goal(metric="water_glasses", target=8.0, period=Period.DAY)
    now = datetime(2026, 3, 26, hour, 30, tzinfo=UTC)  # an hour later in Warsaw
    drunk = [measure("water_glasses", lately, ago, now=now) for ago in range(1, 8)]
    found = only(context(now, goals=[water], measures=drunk), SymptomKind.GOAL_OFF_PACE)
    assert (found is not None) is late


@pytest.mark.parametrize(("days", "silent"), [(1, False), (2, True)])
def test_a_goal_that_nothing_was_measured_for_is_one_without_data(days: int, silent: bool) -> None:
    fresh = goal(created_at=NOW - timedelta(days=days))
    found = only(context(goals=[fresh]), SymptomKind.GOAL_WITHOUT_DATA)
    assert (found is not None) is silent
    assert found is None or found.evidence == (str(fresh.id),)


@pytest.mark.parametrize(("count", "too_many"), [(2, False), (3, True)])
def test_three_overdue_tasks_are_an_overload(count: int, too_many: bool) -> None:
    late = [task(f"late {n}", due_on=TODAY - timedelta(days=1 + n)) for n in range(count)]
    others = [
        task("today", due_on=TODAY),
        task("some day"),
        task("told", due_on=TODAY - timedelta(days=3), remind_at=NOW - timedelta(days=10)),
    ]
    found = only(context(open_tasks=[*late, *others]), SymptomKind.OVERLOAD)
    assert (found is not None) is too_many
    assert found is None or set(found.evidence) == ids_of(late)


def test_a_mood_that_falls_below_the_persons_own_is_low() -> None:
    usual = {float(ago): 7.0 for ago in range(4, 20)}
    low = nights(usual | {1: 4.0, 2: 5.0, 3: 5.5}, "mood")
    found = only(context(measures=low), SymptomKind.LOW_MOOD)
    assert found is not None
    assert set(found.evidence) == ids_of(low[-3:])


@pytest.mark.parametrize("lately", [{1: 6.5, 2: 6.5}, {1: 5.9, 2: 3.0}, {1: 2.0}])
def test_a_mood_as_usual_or_rising_or_told_once_is_not_low(lately: dict[float, float]) -> None:
    usual = {float(ago): 7.0 for ago in range(4, 20)}
    found = only(context(measures=nights(usual | lately, "mood")), SymptomKind.LOW_MOOD)
    assert found is None


@pytest.mark.parametrize(("hours", "silent"), [(71, False), (72, True)])
def test_three_days_without_a_word_are_a_silence(hours: int, silent: bool) -> None:
    word = IDS.new()
    found = only(
        context(last_inbound=NOW - timedelta(hours=hours), last_inbound_id=word),
        SymptomKind.SILENCE,
    )
    assert (found is not None) is silent
    assert found is None or found.evidence == (str(word),)


def test_a_task_done_breaks_the_silence() -> None:
    done = task(state=TaskState.DONE, ended_at=NOW - timedelta(hours=71))
    quiet = {"last_inbound": NOW - timedelta(days=9)}
    assert only(context(done_tasks=[done], **quiet), SymptomKind.SILENCE) is None
    long_ago = task(state=TaskState.DONE, ended_at=NOW - timedelta(days=5))
    found = only(context(done_tasks=[long_ago], **quiet), SymptomKind.SILENCE)
    assert found is not None
    assert (found.evidence, found.facts["days"]) == ((str(long_ago.id),), 5)


def test_a_measure_breaks_the_silence_and_is_its_evidence_when_it_is_the_last_word() -> None:
    spoken = {"last_inbound": NOW - timedelta(days=9)}
    assert only(context(measures=nights({1: 8.0}), **spoken), SymptomKind.SILENCE) is None
    old = nights({4: 8.0})
    found = only(context(measures=old, **spoken), SymptomKind.SILENCE)
    assert found is not None
    assert (found.evidence, found.facts["days"]) == ((str(old[0].id),), 4)


def test_somebody_new_is_not_silent() -> None:
    fresh = tenant(created_at=NOW - timedelta(days=2))
    spoken = {"last_inbound": None, "last_inbound_id": None}
    assert only(context(tenant=fresh, **spoken), SymptomKind.SILENCE) is None


def _walks(last: int) -> dict[float, float]:
    return {float(last + 2 * n): 1.0 for n in range(9)}


@pytest.mark.parametrize(("last", "broken"), [(5, False), (6, True)])
def test_a_routine_is_broken_after_three_times_its_usual_gap(last: int, broken: bool) -> None:
    walks = nights(_walks(last), "walks")
    found = only(context(measures=walks), SymptomKind.BROKEN_ROUTINE)
    assert (found is not None) is broken
    assert found is None or set(found.evidence) == ids_of(walks[-5:])


def test_a_rare_thing_and_a_goals_metric_are_no_routine() -> None:
    rare = nights({float(7 * n + 1): 1.0 for n in range(4)}, "walks")
    assert only(context(measures=rare), SymptomKind.BROKEN_ROUTINE) is None
    walks, wanted = nights(_walks(8), "walks"), goal(metric="walks")
    kinds = {one.kind for one in analyze(context(measures=walks, goals=[wanted]))}
    assert SymptomKind.BROKEN_ROUTINE not in kinds


@pytest.mark.parametrize(("runs", "met"), [(2, False), (3, True)])
def test_a_goal_met_is_worth_a_word_once_a_period(runs: int, met: bool) -> None:
    run = goal()
    found = only(
        context(goals=[run], measures=[measure("runs", 1.0, ago) for ago in range(runs)]),
        SymptomKind.ACHIEVEMENT,
    )
    assert (found is not None) is met
    assert found is None or found.subject == f"{run.id}:2026-03-23"


def test_staying_within_a_limit_so_far_is_no_achievement() -> None:
    coffee = goal(metric="coffees", direction=Direction.AT_MOST, target=20.0)
    found = analyze(context(goals=[coffee], measures=[measure("coffees", 1.0, 0)]))
    assert found == []


@pytest.mark.parametrize(
    ("ahead", "due"),
    [
        (timedelta(minutes=17), True),
        (timedelta(minutes=18), False),
        (timedelta(0), True),
        (-REMINDER_LATEST, True),
        (-REMINDER_LATEST - timedelta(seconds=1), False),
    ],
)
def test_a_reminder_is_due_from_a_quarter_before_and_a_week_after(
    ahead: timedelta, due: bool
) -> None:
    told = task("dentist", remind_at=NOW + ahead)
    found = only(context(open_tasks=[told]), SymptomKind.REMINDER_DUE)
    assert (found is not None) is due
    assert found is None or found.evidence == (str(told.id),)


def test_symptoms_come_most_severe_first_and_of_every_kind_there_is_a_detector() -> None:
    assert len(DETECTORS) == len(set(SymptomKind) - {SymptomKind.NOTICED})  # a model's
    found = analyze(
        context(
            goals=[goal(target=7.0)],
            measures=[*nights(LONG | {1: 4.0, 2: 4.0}), measure("runs", 1.0, 10)],
            open_tasks=[task(remind_at=NOW)],
        )
    )
    assert [one.severity for one in found] == sorted((one.severity for one in found), reverse=True)
    assert found[0].kind is SymptomKind.REMINDER_DUE


def test_a_baseline_leaves_out_the_last_three_days() -> None:
    usual = {float(ago): 8.0 for ago in range(4, 14)}
    changed = context(measures=nights(usual | {1: 1.0, 2: 1.0, 3: 1.0}))
    plain = context(measures=nights(usual))
    assert changed.baselines["sleep_hours"] == plain.baselines["sleep_hours"]
    assert changed.baselines["sleep_hours"].days == 10


def test_a_day_is_the_persons_local_one() -> None:
    late = datetime(2026, 3, 24, 23, 30, tzinfo=UTC)  # half past midnight of the 25th, in Warsaw
    told = context(measures=[measure("water_glasses", 1.0, 0, now=late)])
    assert [day.on for day in told.days["water_glasses"]] == [date(2026, 3, 25)]


def test_once_measured_or_done_nothing_more_is_asked_that_day() -> None:
    wanted = goal(target=7.0)
    had = [measure("runs", 1.0, 3)]
    asked = {SymptomKind.GOAL_OFF_PACE, SymptomKind.GOAL_WITHOUT_DATA}

    def asks(**fields: Any) -> set[SymptomKind]:
        known: dict[str, Any] = {"goals": [wanted], "measures": had} | fields
        found = analyze(context(NOW, **known))
        return {one.kind for one in found} & asked

    done = task(goal_id=wanted.id, ended_at=NOW - timedelta(hours=1), state=TaskState.DONE)
    yesterday = task(goal_id=wanted.id, ended_at=NOW - timedelta(days=1), state=TaskState.DONE)
    assert asks() == {SymptomKind.GOAL_OFF_PACE}
    assert asks(measures=[*had, measure("runs", 1.0, 0.1)]) == set()
    assert asks(done_tasks=[done]) == set()
    assert asks(done_tasks=[yesterday]) == {SymptomKind.GOAL_OFF_PACE}


def test_the_loops_own_actions_of_yesterday_are_no_overload() -> None:
    late: dict[str, Any] = {"due_on": TODAY - timedelta(days=1), "source": Source.LOOP}
    found = analyze(context(open_tasks=[task(**late) for _ in range(5)]))
    assert SymptomKind.OVERLOAD not in {one.kind for one in found}
