"""What came of a message: by link only, once, in its window, and put right where late."""

from datetime import timedelta
from typing import Any

import pytest
from interventions.scene import Scene

from exoskull.channels.model import ChannelName
from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import TraceId
from exoskull.measuring import service as measuring
from exoskull.outcomes import service
from exoskull.outcomes.model import Outcome, OutcomeType
from exoskull.signals.model import Source
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task

RESPONSE, CHANGE, IGNORED = (
    OutcomeType.USER_RESPONSE,
    OutcomeType.BEHAVIOR_CHANGE,
    OutcomeType.IGNORED,
)


async def reply(scene: Scene, to: Intervention | None, text: str = "dzięki, zaraz") -> None:
    async with scene.transaction() as tx:
        incoming = Incoming(text=text, via=Via.WEB, reply_to=to)
        await receive(tx, incoming, at=scene.at, ids=scene.ids)


async def measure(scene: Scene, metric: str, value: float, *, ago: timedelta = timedelta()) -> None:
    async with scene.transaction() as tx:
        await measuring.log(
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


async def days_of(scene: Scene, metric: str, values: list[list[float]]) -> None:
    """Days of the person's own before today, one list of entries a day, an hour apart."""
    for back, entries in enumerate(reversed(values), start=1):
        for hour, value in enumerate(entries):
            await measure(scene, metric, value, ago=timedelta(days=back, hours=-hour))


async def make_task(scene: Scene, **parts: Any) -> Task:
    async with scene.transaction() as tx:
        return await tasks.create(
            tx,
            title="kup mleko",
            at=scene.at,
            source=Source.LOOP,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
            **parts,
        )


async def finish(scene: Scene, task: Task) -> None:
    async with scene.transaction() as tx:
        await measuring.finish_task(tx, task, at=scene.at, ids=scene.ids)


async def close(scene: Scene) -> int:
    async with scene.transaction() as tx:
        return await service.close_windows(tx, at=scene.at, ids=scene.ids)


async def of(scene: Scene, one: Intervention) -> list[Outcome]:
    async with scene.transaction() as tx:
        return await service.of_intervention(tx, one)


async def test_a_reply_to_the_delivery_is_its_outcome_by_how_soon_it_came(scene: Scene) -> None:
    sent = await scene.send()
    scene.later(hours=6)
    await reply(scene, sent)
    (outcome,) = await of(scene, sent)
    assert (outcome.type, outcome.response_minutes) == (RESPONSE, 360.0)
    assert outcome.effectiveness == pytest.approx(0.5)
    assert outcome.context["parts"] == {"user_response": pytest.approx(0.5)}
    (told,) = await scene.events("outcome.recorded")
    assert told.data.keys() >= {
        "intervention", "type", "effectiveness", "response_minutes", "context"
    }  # fmt: skip
    assert told.data["intervention"] == str(sent.id)
    assert told.trace == sent.trace


async def test_the_first_reply_counts_and_a_word_to_nobody_does_not(scene: Scene) -> None:
    sent = await scene.send()
    await reply(scene, None)
    assert await of(scene, sent) == []
    scene.later(minutes=10)
    await reply(scene, sent)
    scene.later(minutes=10)
    await reply(scene, sent)
    assert [one.response_minutes for one in await of(scene, sent)] == [10.0]


async def test_to_be_asked_to_stop_is_worth_nothing_and_a_plain_yes_is_worth_all(
    scene: Scene,
) -> None:
    stopped, agreed = await scene.send(ChannelName.SMS), None
    scene.later(minutes=30)
    agreed = await scene.send(ChannelName.EMAIL)
    scene.later(hours=5)
    async with scene.transaction() as tx:
        no = await service.on_reply(tx, stopped, stop=True, at=scene.at, ids=scene.ids)
        yes = await service.on_reply(tx, agreed, stop=False, yes=True, at=scene.at, ids=scene.ids)
    assert no is not None
    assert yes is not None
    assert (no.effectiveness, yes.effectiveness) == (0.0, 1.0)


async def test_silence_is_ignored_only_after_a_receipt_and_a_day(scene: Scene) -> None:
    unsent = await scene.plan(expires_at=scene.at + timedelta(minutes=1))
    sent = await scene.send(ChannelName.SMS)
    scene.later(hours=24, seconds=-1)
    assert await close(scene) == 0
    scene.later(seconds=1)
    assert await close(scene) == 1
    assert await close(scene) == 0
    (outcome,) = await of(scene, sent)
    assert (outcome.type, outcome.effectiveness) == (IGNORED, 0.0)
    assert outcome.response_minutes is None
    assert outcome.context["receipt"] == sent.receipt
    assert await of(scene, unsent) == []


async def test_an_answered_message_is_not_ignored(scene: Scene) -> None:
    sent = await scene.send()
    await reply(scene, sent)
    scene.later(hours=24)
    assert await close(scene) == 1
    assert [one.type for one in await of(scene, sent)] == [RESPONSE]


async def test_a_late_reply_corrects_ignored_and_says_so(scene: Scene) -> None:
    sent = await scene.send()
    scene.later(hours=25)
    await close(scene)
    await reply(scene, sent)
    ignored, answered = await of(scene, sent)
    assert answered.corrects == ignored.id
    assert answered.response_minutes == 25 * 60
    (told,) = await scene.events("outcome.corrected")
    assert (told.data["was"], told.data["corrects"]) == ("ignored", str(ignored.id))
    async with scene.transaction() as tx:
        assert [one.id for one in await service.since(tx, sent.created_at)] == [answered.id]


async def test_a_task_that_the_message_made_or_was_about_is_an_answer_by_deed(
    scene: Scene,
) -> None:
    about = await make_task(scene)
    sent = await scene.send(task_id=about.id)
    made = await make_task(scene, intervention_id=sent.id)
    other = await make_task(scene)
    await finish(scene, other)
    assert await of(scene, sent) == []
    scene.later(minutes=45)
    await finish(scene, made)
    await finish(scene, about)
    (outcome,) = await of(scene, sent)
    assert (outcome.type, outcome.response_minutes) == (RESPONSE, 45.0)
    assert outcome.context["link"] == "task"


async def test_a_task_done_before_the_message_or_after_its_window_is_not_its_doing(
    scene: Scene,
) -> None:
    before, after = await make_task(scene), await make_task(scene)
    await finish(scene, before)
    first = await scene.send(task_id=before.id)
    scene.later(minutes=30)
    second = await scene.send(ChannelName.SMS, task_id=after.id)
    scene.later(hours=24, seconds=1)
    await finish(scene, after)
    assert await of(scene, first) == await of(scene, second) == []


async def test_the_metric_it_named_is_held_against_the_persons_own_days(scene: Scene) -> None:
    await days_of(scene, "sleep_hours", [[6], [8], [7], [6], [8], [6], [8]])
    sent = await scene.send(metric="sleep_hours")
    await measure(scene, "mood", 7)
    assert await of(scene, sent) == []
    scene.later(hours=20)
    await measure(scene, "sleep_hours", 8)
    await measure(scene, "sleep_hours", 1)  # the first counts
    (outcome,) = await of(scene, sent)
    assert (outcome.type, outcome.response_minutes) == (CHANGE, 20 * 60)
    assert outcome.context["before"] == 7
    assert outcome.context["before_days"] == 7
    assert outcome.effectiveness == pytest.approx(0.859956)  # z = (8 - 7) / 0.9258


async def test_less_is_better_where_less_is_wanted(scene: Scene) -> None:
    await days_of(scene, "stress", [[4], [6], [4], [6], [4], [6], [5]])
    sent = await scene.send(metric="stress")
    await measure(scene, "stress", 3)
    (outcome,) = await of(scene, sent)
    assert outcome.effectiveness is not None
    assert outcome.effectiveness > 0.95


async def test_without_days_to_hold_it_against_there_is_an_outcome_and_no_number(
    scene: Scene,
) -> None:
    await days_of(scene, "sleep_hours", [[7]] * 6)
    sent = await scene.send(metric="sleep_hours")
    await measure(scene, "sleep_hours", 8)
    (outcome,) = await of(scene, sent)
    assert (outcome.type, outcome.effectiveness) == (CHANGE, None)
    assert outcome.context["parts"] == {}


async def test_the_day_of_the_message_is_not_among_the_days_before(scene: Scene) -> None:
    await days_of(scene, "mood", [[5]] * 6)
    await measure(scene, "mood", 5)
    sent = await scene.send(metric="mood")
    await measure(scene, "mood", 9)
    (outcome,) = await of(scene, sent)
    assert outcome.context["before"] is None


async def test_one_glass_of_several_a_day_is_no_failure_and_the_day_is_counted_at_its_end(
    scene: Scene,
) -> None:
    await days_of(scene, "water_glasses", [[1, 2, 1], [2, 2], [3, 3], [1, 3], [2, 2], [4], [2, 2]])
    sent = await scene.send(metric="water_glasses")
    scene.later(hours=1)
    await measure(scene, "water_glasses", 1)
    (first,) = await of(scene, sent)
    assert (first.effectiveness, first.context["after"]) == (None, 1)
    scene.later(hours=8)
    await measure(scene, "water_glasses", 6)
    scene.later(hours=15)
    await close(scene)
    _, whole = await of(scene, sent)
    assert (whole.type, whole.corrects) == (CHANGE, first.id)
    assert whole.context["after"] == 7
    assert whole.effectiveness is not None
    assert whole.effectiveness > 0.9
    assert whole.response_minutes == 60.0
    async with scene.transaction() as tx:
        assert [one.id for one in await service.since(tx, sent.created_at)] == [whole.id]
    assert await scene.events("outcome.corrected") == []  # more was learned, nothing was wrong


async def test_what_was_measured_before_the_delivery_never_counts(scene: Scene) -> None:
    sent = await scene.send(metric="mood")
    scene.later(minutes=10)
    await measure(scene, "mood", 7, ago=timedelta(minutes=11))
    assert await of(scene, sent) == []
    await measure(scene, "mood", 7, ago=timedelta(minutes=10))
    assert len(await of(scene, sent)) == 1


async def test_what_was_measured_in_time_and_told_late_corrects_ignored(scene: Scene) -> None:
    sent = await scene.send(metric="mood")
    scene.later(hours=26)
    await close(scene)
    await measure(scene, "mood", 7, ago=timedelta(hours=1))  # too late
    assert [one.type for one in await of(scene, sent)] == [IGNORED]
    await measure(scene, "mood", 7, ago=timedelta(hours=3))
    ignored, told = await of(scene, sent)
    assert (told.type, told.corrects, told.response_minutes) == (CHANGE, ignored.id, 23 * 60)
    assert len(await scene.events("outcome.corrected")) == 1


async def test_where_two_windows_overlap_the_latest_delivery_has_the_credit(scene: Scene) -> None:
    first = await scene.send(metric="mood")
    scene.later(hours=1)
    second = await scene.send(ChannelName.SMS, metric="mood")
    third = await scene.send(ChannelName.IN_APP, metric="steps", send_at=scene.later(minutes=30))
    scene.later(hours=1)
    await measure(scene, "mood", 7)
    assert await of(scene, first) == await of(scene, third) == []
    assert [one.type for one in await of(scene, second)] == [CHANGE]


async def test_an_outcome_calls_the_loop(scene: Scene) -> None:
    sent = await scene.send()
    await reply(scene, sent)
    async with scene.transaction() as tx:
        due = await tx.value(
            "select due_at from attention where tenant_id = %(t)s and reason = 'outcome'",
            t=scene.id,
        )
    assert due == scene.at
