"""How well a message worked, after a day and after a week, and when something comes late."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from interventions.scene import Scene

from exoskull.channels.model import ChannelName
from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.goals import service as goals
from exoskull.goals.model import Goal, parse_goal
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import TraceId
from exoskull.measuring import service as measuring
from exoskull.outcomes import service
from exoskull.outcomes.effectiveness import FORMULA
from exoskull.outcomes.model import Outcome, OutcomeType, Settled
from exoskull.outcomes.settle import settle_due
from exoskull.signals import service as signals
from exoskull.signals.model import Measure, Source


async def measure(
    scene: Scene, metric: str, value: float, *, ago: timedelta = timedelta()
) -> Measure:
    async with scene.transaction() as tx:
        return await measuring.log(
            tx,
            scene.tenant,
            metric=metric,
            value=value,
            unit="",
            measured_at=scene.at - ago,
            at=scene.at,
            source=Source.API,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
        )


async def days_before(scene: Scene, metric: str, values: Sequence[float]) -> None:
    for back, value in enumerate(reversed(values), start=1):
        await measure(scene, metric, value, ago=timedelta(days=back))


async def reply(scene: Scene, to: Intervention) -> None:
    async with scene.transaction() as tx:
        incoming = Incoming(text="dzięki, zaraz", via=Via.WEB, reply_to=to)
        await receive(tx, incoming, at=scene.at, ids=scene.ids)


async def undo(scene: Scene, one: Measure) -> None:
    async with scene.transaction() as tx:
        await signals.undo(tx, one.id, at=scene.at)


async def set_goal(scene: Scene, **fields: Any) -> Goal:
    wanted: dict[str, Any] = {"title": "x", "direction": "at_least", "period": "week"} | fields
    async with scene.transaction() as tx:
        goal, _ = await goals.create(
            tx, parse_goal(**wanted), at=scene.at, ids=scene.ids, trace=TraceId(scene.ids.new())
        )
    return goal


async def sweep(scene: Scene) -> int:
    async with scene.transaction() as tx:
        await service.close_windows(tx, at=scene.at, ids=scene.ids)
        return await settle_due(tx, at=scene.at, ids=scene.ids)


async def settled(scene: Scene, one: Intervention) -> list[Settled]:
    async with scene.transaction() as tx:
        return await service.settled(tx, one.id)


async def of(scene: Scene, one: Intervention, type_: OutcomeType) -> list[Outcome]:
    async with scene.transaction() as tx:
        found = await service.of_intervention(tx, one)
    return [outcome for outcome in found if outcome.type is type_]


async def score(scene: Scene) -> dict[Any, float]:
    async with scene.transaction() as tx:
        return await service.effectiveness_since(tx, scene.at - timedelta(days=90))


async def test_a_day_is_settled_at_its_end_once_with_its_parts_and_formula(scene: Scene) -> None:
    sent = await scene.send()
    scene.later(hours=6)
    await reply(scene, sent)
    scene.later(hours=18, seconds=-1)
    assert await sweep(scene) == 0
    scene.later(seconds=1)
    assert await sweep(scene) == 1
    assert await sweep(scene) == 0
    (number,) = await settled(scene, sent)
    assert (number.window_days, number.at, number.formula) == (1, scene.at, FORMULA)
    assert number.effectiveness == pytest.approx(0.5)
    assert number.parts == {"user_response": pytest.approx(0.5)}
    (told,) = await scene.events("intervention.measured")
    assert (told.data["effectiveness"], told.data["window_days"]) == (number.effectiveness, 1)
    assert told.trace == sent.trace


async def test_silence_after_a_receipt_is_nothing_and_without_one_there_is_no_number(
    scene: Scene,
) -> None:
    ignored = await scene.send(ChannelName.SMS)
    unsent = await scene.plan(expires_at=scene.at + timedelta(minutes=1))
    scene.later(hours=24)
    await sweep(scene)
    assert [one.effectiveness for one in await settled(scene, ignored)] == [0.0]
    assert await settled(scene, unsent) == []
    assert await score(scene) == {ignored.id: 0.0}


async def test_where_nothing_says_how_well_it_worked_there_is_a_row_and_no_number(
    scene: Scene,
) -> None:
    sent = await scene.send(metric="mood")
    await measure(scene, "mood", 7)  # there are no days to hold it against
    scene.later(hours=24)
    await sweep(scene)
    (number,) = await settled(scene, sent)
    assert (number.effectiveness, number.parts) == (None, {})
    assert await score(scene) == {}


async def test_the_parts_are_weighed_together(scene: Scene) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    sent = await scene.send(metric="sleep_hours")
    scene.later(hours=6)
    await reply(scene, sent)
    await measure(scene, "sleep_hours", 8)
    scene.later(hours=18)
    await sweep(scene)
    (number,) = await settled(scene, sent)
    assert number.parts == {
        "user_response": pytest.approx(0.5),
        "behavior_change": pytest.approx(0.859956),
    }
    assert number.effectiveness == pytest.approx((0.4 * 0.5 + 0.35 * 0.859956) / 0.75, abs=1e-6)


async def test_a_late_answer_makes_both_windows_anew_and_keeps_the_old_numbers(
    scene: Scene,
) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    sent = await scene.send(metric="sleep_hours")
    for _ in range(7):
        scene.later(hours=24)
        await measure(scene, "sleep_hours", 7)
        await sweep(scene)
    scene.later(hours=1)
    await sweep(scene)
    before = await settled(scene, sent)
    assert [one.window_days for one in before] == [1, 7]
    assert before[0].parts.keys() == {"behavior_change"}  # it was not ignored
    scene.later(hours=1)
    await reply(scene, sent)
    after = await settled(scene, sent)
    assert [one.window_days for one in after] == [1, 1, 7, 7]
    assert [after[0], after[2]] == before
    assert after[1].parts.keys() == after[3].parts.keys() == {"behavior_change", "user_response"}
    assert (await score(scene))[sent.id] == after[3].effectiveness
    told = (await scene.events("intervention.measured"))[-2:]
    assert all(one.data["corrected"] for one in told)
    assert {one.data["was"] for one in told} == {one.effectiveness for one in before}


async def test_ignored_that_was_answered_after_all_is_put_right_beside_the_old_number(
    scene: Scene,
) -> None:
    sent = await scene.send()
    scene.later(hours=24)
    await sweep(scene)
    scene.later(hours=6)
    await reply(scene, sent)
    zero, worth = await settled(scene, sent)
    assert (zero.effectiveness, worth.effectiveness) == (0.0, pytest.approx(0.03125))
    (told,) = await scene.events("outcome.corrected")
    assert told.data["was"] == "ignored"
    assert (await score(scene))[sent.id] == worth.effectiveness


async def test_what_was_measured_in_the_window_and_told_after_it_reopens_it(scene: Scene) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    sent = await scene.send(metric="sleep_hours")
    scene.later(hours=26)
    await sweep(scene)
    assert [one.effectiveness for one in await settled(scene, sent)] == [0.0]
    await measure(scene, "sleep_hours", 8, ago=timedelta(hours=4))
    zero, worth = await settled(scene, sent)
    assert zero.parts == {"user_response": 0.0}
    assert worth.parts == {"behavior_change": pytest.approx(0.859956)}


async def test_a_measure_taken_back_is_no_outcome_and_the_right_one_takes_its_place(
    scene: Scene,
) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    mistaken, corrected = await scene.send(metric="sleep_hours"), None
    slip = await measure(scene, "sleep_hours", 70)
    scene.later(minutes=1)
    await undo(scene, slip)
    corrected = await measure(scene, "sleep_hours", 7)
    first, second = await of(scene, mistaken, OutcomeType.BEHAVIOR_CHANGE)
    assert (second.corrects, second.context["measure"]) == (first.id, str(corrected.id))
    scene.later(hours=24)
    await sweep(scene)
    assert (await settled(scene, mistaken))[0].parts == {"behavior_change": 0.5}


async def test_a_measure_taken_back_for_good_leaves_nothing_measured(scene: Scene) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    sent = await scene.send(metric="sleep_hours")
    await undo(scene, await measure(scene, "sleep_hours", 70))
    scene.later(hours=24)
    await sweep(scene)
    assert [one.effectiveness for one in await settled(scene, sent)] == [None]


@pytest.mark.parametrize(("entry", "share"), [(3, 0.75), (9, 1.0)])
async def test_the_goal_moves_by_the_share_of_what_was_missing_and_past_it_is_all(
    scene: Scene, entry: float, share: float
) -> None:
    goal = await set_goal(scene, metric="walks", target=5)
    await measure(scene, "walks", 1)
    scene.later(minutes=5)
    sent = await scene.send(metric="walks", goal_id=goal.id)
    scene.later(hours=2)
    await measure(scene, "walks", entry)
    scene.later(hours=23)
    await sweep(scene)
    (outcome,) = await of(scene, sent, OutcomeType.GOAL_PROGRESS)
    assert (outcome.context["before"], outcome.context["after"]) == (1, 1 + entry)
    assert outcome.effectiveness == share


async def test_a_goal_by_the_day_ends_with_the_day(scene: Scene) -> None:
    await days_before(scene, "water_glasses", [4] * 7)
    goal = await set_goal(scene, metric="water_glasses", target=8, period="day")
    sent = await scene.send(metric="water_glasses", goal_id=goal.id)
    scene.later(hours=2)
    await measure(scene, "water_glasses", 4)
    scene.later(hours=20)  # the next morning: another day's water
    await measure(scene, "water_glasses", 4)
    scene.later(hours=3)
    await sweep(scene)
    (outcome,) = await of(scene, sent, OutcomeType.GOAL_PROGRESS)
    assert (outcome.context["before"], outcome.context["after"]) == (0, 4)
    assert outcome.effectiveness == 0.5


async def test_a_goal_on_a_mean_is_no_sum(scene: Scene) -> None:
    goal = await set_goal(scene, metric="mood", target=8)
    scene.later(days=1)
    await measure(scene, "mood", 6)
    scene.later(minutes=5)
    sent = await scene.send(metric="mood", goal_id=goal.id)
    scene.later(hours=20)
    await measure(scene, "mood", 8)
    scene.later(hours=5)
    await sweep(scene)
    (outcome,) = await of(scene, sent, OutcomeType.GOAL_PROGRESS)
    assert (outcome.context["before"], outcome.context["after"]) == (6, 7)
    assert outcome.effectiveness == 0.5


async def test_a_goal_to_reach_counts_towards_its_end_whichever_way_it_lies(scene: Scene) -> None:
    goal = await set_goal(
        scene, metric="weight", target=70, baseline=80, direction="reach", period=None, unit="kg"
    )
    await measure(scene, "weight", 80)
    sent = await scene.send(metric="weight", goal_id=goal.id)
    scene.later(hours=20)
    await measure(scene, "weight", 75)
    scene.later(hours=5)
    await sweep(scene)
    (outcome,) = await of(scene, sent, OutcomeType.GOAL_PROGRESS)
    assert outcome.effectiveness == 0.5


async def test_no_entry_in_the_window_is_no_progress_measured(scene: Scene) -> None:
    goal = await set_goal(scene, metric="walks", target=5)
    await measure(scene, "walks", 1)
    scene.later(hours=1)
    sent = await scene.send(metric="walks", goal_id=goal.id)
    scene.later(hours=25)
    await sweep(scene)
    assert await of(scene, sent, OutcomeType.GOAL_PROGRESS) == []


async def week(scene: Scene, metric: str, values: Sequence[float]) -> None:
    for value in values:
        scene.later(hours=24)
        await measure(scene, metric, value)
        await sweep(scene)


async def test_a_week_is_held_against_the_days_before_and_keeps_its_parts(scene: Scene) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    sent = await scene.send(metric="sleep_hours")
    await week(scene, "sleep_hours", [7.35] * 6)
    assert {one.window_days for one in await settled(scene, sent)} == {1}
    scene.later(hours=24)
    await sweep(scene)
    number = (await settled(scene, sent))[-1]
    seen = (await of(scene, sent, OutcomeType.BEHAVIOR_CHANGE))[-1].context
    assert (seen["before"], seen["before_days"]) == (7, 7)
    assert (seen["after"], seen["after_days"]) == (pytest.approx(7.35), 6)
    assert seen["shared_by"] == 1
    # z = .35 / (.9258 / sqrt 6) = .926
    assert number.window_days == 7
    assert number.parts["behavior_change"] == pytest.approx(0.82277, abs=1e-4)


async def test_messages_whose_weeks_overlap_share_it_evenly(scene: Scene) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    first = await scene.send(metric="sleep_hours")
    await week(scene, "sleep_hours", [7.35, 7.35])
    second = await scene.send(metric="sleep_hours")
    other = await scene.send(ChannelName.SMS, metric="mood", send_at=scene.later(minutes=40))
    await week(scene, "sleep_hours", [7.35] * 8)
    for sent in (first, second):
        seen = (await of(scene, sent, OutcomeType.BEHAVIOR_CHANGE))[-1]
        assert seen.context["shared_by"] == 2
        assert seen.effectiveness is not None
        assert 0.5 < seen.effectiveness < 0.75
    assert await of(scene, other, OutcomeType.BEHAVIOR_CHANGE) == []


async def test_half_a_day_of_what_adds_up_is_not_in_the_week(scene: Scene) -> None:
    await days_before(scene, "water_glasses", [8] * 7)
    sent = await scene.send(metric="water_glasses")
    await week(scene, "water_glasses", [8] * 6)
    scene.later(hours=23)
    await measure(scene, "water_glasses", 1)  # the first glass of the seventh day
    scene.later(hours=1)
    await sweep(scene)
    seen = (await of(scene, sent, OutcomeType.BEHAVIOR_CHANGE))[-1].context
    assert (seen["after"], seen["after_days"]) == (8, 6)


async def test_what_is_told_late_of_a_week_makes_it_anew(scene: Scene) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    sent = await scene.send(metric="sleep_hours")
    await week(scene, "sleep_hours", [7, 7, 7, 7, 7, 7])
    scene.later(hours=25)
    await sweep(scene)
    before = (await settled(scene, sent))[-1]
    await measure(scene, "sleep_hours", 10, ago=timedelta(days=3, hours=5))
    old, new = [one for one in await settled(scene, sent) if one.window_days == 7]
    assert old == before
    assert new.parts["behavior_change"] > old.parts["behavior_change"]
    earlier, later = [
        one
        for one in await of(scene, sent, OutcomeType.BEHAVIOR_CHANGE)
        if one.context.get("window_days") == 7
    ]
    assert later.corrects == earlier.id


async def test_an_entry_of_now_reopens_nothing(scene: Scene) -> None:
    await days_before(scene, "sleep_hours", [6, 8, 7, 6, 8, 6, 8])
    sent = await scene.send(metric="sleep_hours")
    await week(scene, "sleep_hours", [7] * 9)
    numbers = await settled(scene, sent)
    await measure(scene, "sleep_hours", 3)
    assert await settled(scene, sent) == numbers


@pytest.mark.parametrize("kind", ["morning_briefing", "evening_reflection"])
async def test_the_days_digests_are_not_judged_by_whether_they_are_answered(
    scene: Scene, kind: str
) -> None:
    await scene.send(symptom=kind)
    scene.later(hours=24)
    await sweep(scene)
    assert await score(scene) == {}
