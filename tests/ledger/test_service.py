"""Rows become final once, a day on, sent or not, by the same look at the same day."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from interventions.scene import Scene

from exoskull.channels.model import ChannelName
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import TraceId
from exoskull.ledger import service, store
from exoskull.ledger.model import Proximal, Row, Rule
from exoskull.outcomes import service as outcomes
from exoskull.signals import service as signals
from exoskull.signals.model import Source

MEASURED = Proximal(rule=Rule.MEASURED, metric="mood")


async def decide(scene: Scene, *, chosen: bool, proximal: Proximal = MEASURED) -> UUID:
    """A decision to send in two minutes, or to send nothing."""
    decision = scene.ids.new()
    arm = {"channel": "email", "hour": "09", "framing": "direct"} if chosen else None
    row = Row(
        id=decision,
        at=scene.at,
        local_date=scene.tenant.local_date(scene.at),
        kind="low_mood",
        subject="mood",
        option="check_in",
        sent=None,
        trace=TraceId(scene.ids.new()),
        ledger={"id": str(decision), "chosen": arm, "proximal": proximal.to_json()},
        outcome=None,
        reply=None,
        final_due_at=scene.at + timedelta(hours=24, minutes=2 if chosen else 0),
        final_at=None,
    )
    async with scene.transaction() as tx:
        await service.record(tx, row, cycle_id=scene.ids.new(), symptom_id=scene.ids.new())
    return decision


async def measure(scene: Scene, value: float = 7) -> None:
    async with scene.transaction() as tx:
        await signals.log(
            tx,
            metric="mood",
            value=value,
            unit="",
            measured_at=scene.at,
            at=scene.at,
            source=Source.API,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
        )


async def sweep(scene: Scene) -> int:
    async with scene.transaction() as tx:
        await outcomes.close_windows(tx, at=scene.at, ids=scene.ids)
        return await service.make_final(tx, at=scene.at)


async def final(scene: Scene) -> dict[UUID, Row]:
    async with scene.transaction() as tx:
        return {row.id: row for row in await store.unlearned(tx)}


async def answer(scene: Scene, sent: Intervention) -> None:
    async with scene.transaction() as tx:
        await outcomes.on_reply(tx, sent, stop=False, at=scene.at, ids=scene.ids)


@pytest.mark.parametrize("happened", [True, False])
async def test_the_outcome_is_seen_alike_whether_or_not_anything_was_sent(
    scene: Scene, happened: bool
) -> None:
    silent = await decide(scene, chosen=False)
    decision = await decide(scene, chosen=True)
    await scene.send(decision_id=decision)
    scene.later(hours=5)
    if happened:
        await measure(scene)
    scene.later(hours=20)
    assert await sweep(scene) == 2
    rows = await final(scene)
    assert rows[silent].outcome == rows[decision].outcome == float(happened)
    assert (rows[silent].sent, rows[decision].sent) == (False, True)
    assert (rows[silent].reply, rows[decision].reply) == (None, 0.0)


async def test_a_row_is_final_once(scene: Scene) -> None:
    decision = await decide(scene, chosen=False)
    scene.later(hours=24, seconds=-1)
    assert await sweep(scene) == 0
    scene.later(seconds=1)
    assert await sweep(scene) == 1
    before = await final(scene)
    await measure(scene)
    scene.later(hours=1)
    assert await sweep(scene) == 0
    assert await final(scene) == before
    (told,) = await scene.events("decision.final")
    assert told.data["id"] == str(decision)
    assert told.data["window_hours"] == 24


async def test_what_was_not_delivered_teaches_nothing(scene: Scene) -> None:
    decision = await decide(scene, chosen=True)
    await scene.grant("send_email:summary", "deny")
    await scene.plan(decision_id=decision)
    await measure(scene)
    scene.later(hours=25)
    assert await sweep(scene) == 1
    row = (await final(scene))[decision]
    assert (row.sent, row.outcome, row.reply) == (False, None, None)


async def test_an_answer_is_what_it_was_worth(scene: Scene) -> None:
    decision = await decide(scene, chosen=True)
    sent = await scene.send(decision_id=decision)
    scene.later(hours=6)
    await answer(scene, sent)
    scene.later(hours=20)
    await sweep(scene)
    assert (await final(scene))[decision].reply == pytest.approx(0.5)


async def test_a_message_that_left_late_is_waited_for_so_that_silence_counts_as_answers_do(
    scene: Scene,
) -> None:
    first = await scene.send(ChannelName.SMS)
    assert first.sent_at is not None
    decision = await decide(scene, chosen=True)
    late = await scene.plan(decision_id=decision)
    scene.later(minutes=5)
    await scene.here.outbox.tick()  # put off: half an hour has not passed
    scene.clock.advance(first.sent_at + timedelta(minutes=30))
    await scene.here.outbox.tick()
    sent = await scene.get(late.id)
    assert sent.sent_at == scene.at
    scene.later(hours=23, minutes=50)
    assert await sweep(scene) == 0
    scene.later(minutes=10)
    assert await sweep(scene) == 1
    row = (await final(scene))[decision]
    assert (row.sent, row.reply) == (True, 0.0)


async def test_tenants_with_something_to_close_are_named_and_no_others(scene: Scene) -> None:
    async def due() -> list[Any]:
        async with scene.database.system() as tx:
            return await service.due_tenants(tx, scene.at, 10)

    ola = await scene.neighbour("ola", email="ola@example.org")
    eva = await scene.neighbour("eva", email="eva@example.org")
    await decide(scene, chosen=False)
    await ola.send()
    await decide(eva, chosen=False)
    assert await due() == []
    scene.later(hours=24)
    assert set(await due()) == {scene.id, ola.id, eva.id}
    await sweep(scene)
    await sweep(ola)
    assert await due() == [eva.id]
