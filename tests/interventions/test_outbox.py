"""The one way out: what leaves, when, and what is kept of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from interventions.scene import Scene, make_scene

from exoskull.channels.adapters.null import NullAdapter
from exoskull.channels.model import ChannelName
from exoskull.conversations.service import thread
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.interventions import service
from exoskull.interventions.claim import Wording
from exoskull.interventions.model import HOLD, Intervention, State
from exoskull.interventions.outbox import Outbox
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import TraceId
from exoskull.tenants.pausing import pause

FIELDS = {"id", "action", "channel", "framing", "symptom", "text", "reason", "receipt"}


@pytest.mark.parametrize("channel", ChannelName)
async def test_what_is_sent_has_a_receipt_an_address_and_an_event_that_says_both(
    scene: Scene, channel: ChannelName
) -> None:
    sent = await scene.send(channel)
    assert sent.state is State.SENT
    assert sent.receipt
    assert sent.sent_at == scene.at
    assert sent.outcome_due_at == scene.at + timedelta(hours=24)
    assert sent.recipient == scene.tenant.address(channel)
    (told,) = await scene.events("intervention.sent")
    assert told.data.keys() >= FIELDS | {"to"}
    assert told.data["receipt"] == sent.receipt
    assert told.data["to"] == sent.recipient
    assert told.data["text"] == sent.text
    assert told.trace == sent.trace


async def test_in_app_the_receipt_is_the_row_that_the_person_sees(scene: Scene) -> None:
    sent = await scene.send(ChannelName.IN_APP)
    async with scene.transaction() as tx:
        (notice,) = await thread(tx)
    assert str(notice.id) == sent.receipt
    assert notice.text == sent.text


async def test_nothing_leaves_before_the_hold_is_over_and_then_once(scene: Scene) -> None:
    planned = await scene.plan()
    await scene.here.outbox.tick()
    assert (await scene.get(planned.id)).state is State.PLANNED
    scene.later(seconds=HOLD.total_seconds())
    for _ in range(3):
        await scene.here.outbox.tick()
        await scene.here.outbox.deliver(scene.id, planned.id)
    assert scene.sent_by(ChannelName.EMAIL) == [planned.text]


async def test_within_the_hold_it_can_be_undone_and_never_leaves(scene: Scene) -> None:
    planned = await scene.plan()
    async with scene.transaction() as tx:
        await service.undo(tx, planned.id, at=scene.at)
    scene.later(hours=1)
    await scene.here.outbox.tick()
    assert (await scene.get(planned.id)).state is State.UNDONE
    assert scene.sent_by(ChannelName.EMAIL) == []
    (told,) = await scene.events("intervention.undone")
    assert told.data.keys() >= FIELDS


async def test_what_has_left_cannot_be_undone(scene: Scene) -> None:
    sent = await scene.send()
    async with scene.transaction() as tx:
        with pytest.raises(Conflict, match=r"intervention\.too_late"):
            await service.undo(tx, sent.id, at=scene.at)
        with pytest.raises(NotFound, match=r"intervention\.not_found"):
            await service.undo(tx, scene.ids.new(), at=scene.at)


async def test_the_same_key_twice_is_one_message(scene: Scene) -> None:
    first = await scene.plan(idempotency_key="twice")
    again = scene.message(idempotency_key="twice")
    async with scene.transaction() as tx:
        assert not await scene.plan_in(tx, again)
        with pytest.raises(NotFound):
            await service.get(tx, again.id)
        assert len(await service.waiting(tx)) == 1
    assert len(await scene.events("intervention.planned")) == 1
    assert first.state is State.PLANNED


async def test_a_grant_revoked_while_it_waits_stops_it_and_says_why(scene: Scene) -> None:
    planned = await scene.plan()
    await scene.grant("send_email:summary", "deny")
    scene.later(hours=1)
    await scene.here.outbox.tick()
    assert (await scene.get(planned.id)).state is State.REFUSED
    assert scene.sent_by(ChannelName.EMAIL) == []
    (told,) = await scene.events("intervention.refused")
    assert told.data.keys() >= FIELDS | {"why_not"}
    (gate,) = await scene.events("grant.refused")
    assert gate.data["intervention"] == str(planned.id)
    assert gate.data["remedy"]
    assert gate.trace == planned.trace


async def test_what_is_denied_when_planned_is_recorded_and_never_claimed(scene: Scene) -> None:
    refused = await scene.plan(action="send_sms:stranger", channel=ChannelName.SMS)
    assert refused.state is State.REFUSED
    assert [one.kind for one in await scene.events("intervention.planned", "intervention.refused")]
    scene.later(hours=1)
    await scene.here.outbox.tick()
    assert scene.sent_by(ChannelName.SMS) == []


async def test_a_follow_up_whose_reason_has_gone_is_not_sent(scene: Scene) -> None:
    async def gone(tx: Transaction, planned: Intervention, at: object) -> None:
        return None

    planned = await scene.plan()
    scene.later(hours=1)
    await replace(scene.here.outbox, revalidate=gone).tick()
    kept = await scene.get(planned.id)
    assert (kept.state, kept.failure) == (State.SUPPRESSED, "reason_gone")
    (told,) = await scene.events("intervention.suppressed")
    assert told.data["why_not"] == "reason_gone"
    assert await scene.used("send_email:summary") == 0


async def test_what_is_sent_is_worded_by_the_facts_of_now_and_kept_so(scene: Scene) -> None:
    async def reworded(tx: Transaction, planned: Intervention, at: object) -> Wording:
        return Wording(subject="Nowe", text="Jeszcze\r\ndwie\u200b szklanki.", reason="Teraz.")

    planned = await scene.plan()
    scene.later(hours=1)
    await replace(scene.here.outbox, revalidate=reworded).tick()
    kept = await scene.get(planned.id)
    assert scene.sent_by(ChannelName.EMAIL) == [kept.text] == ["Jeszcze\ndwie szklanki."]
    assert kept.reason == "Teraz."
    (told,) = await scene.events("intervention.sent")
    assert told.data["text"] == kept.text
    assert told.data["subject"] == "Nowe"


async def test_a_pause_holds_what_is_planned_until_it_ends(scene: Scene) -> None:
    planned = await scene.plan()
    ends = scene.at + timedelta(hours=3)
    async with scene.transaction() as tx:
        await pause(tx, ends, at=scene.at, trace=TraceId(scene.ids.new()))
    scene.later(hours=1)
    await scene.here.outbox.tick()
    assert (await scene.get(planned.id)).send_at == ends
    scene.clock.advance(ends)
    await scene.here.outbox.tick()
    assert (await scene.get(planned.id)).state is State.SENT
    (told,) = await scene.events("intervention.put_off")
    assert told.data["why_not"] == "paused"


async def test_what_outlives_its_point_in_a_pause_or_a_night_is_dropped(scene: Scene) -> None:
    short = await scene.plan(expires_at=scene.at + timedelta(hours=1))
    scene.later(hours=1)
    await scene.here.outbox.tick()
    kept = await scene.get(short.id)
    assert (kept.state, kept.failure) == (State.SUPPRESSED, "expired")
    scene.later(hours=12, minutes=30)  # half past ten in the evening
    late = await scene.plan(expires_at=scene.at + timedelta(hours=3))
    scene.later(hours=0.1)
    await scene.here.outbox.tick()
    kept = await scene.get(late.id)
    assert (kept.state, kept.failure) == (State.SUPPRESSED, "quiet_hours")


async def test_a_channel_that_the_person_left_or_nobody_set_up_is_not_used(
    database: Database,
) -> None:
    scene = await make_scene(
        database, adapters={ChannelName.SMS: NullAdapter()}, settings={"channels": ["in_app"]}
    )
    texted = await scene.plan(ChannelName.SMS)
    scene.later(hours=1)
    await scene.here.outbox.tick()
    kept = await scene.get(texted.id)
    assert (kept.state, kept.failure) == (State.SUPPRESSED, "no_channel")


async def test_an_app_message_that_fails_half_way_leaves_nothing_half_done(scene: Scene) -> None:
    async def break_down(tx: Transaction, sent: Intervention, at: object) -> str:
        await scene.here.outbox.post_in_app(tx, sent, sent.created_at)
        raise OSError("the disk is full")

    planned = await scene.plan(ChannelName.IN_APP)
    scene.later(hours=1)
    with pytest.raises(ExceptionGroup):
        await replace(scene.here.outbox, post_in_app=break_down).tick()
    kept = await scene.get(planned.id)
    assert (kept.state, kept.attempts) == (State.PLANNED, 0)
    assert await scene.used("send_notification:*") == 0
    async with scene.transaction() as tx:
        assert await thread(tx) == []
    await scene.here.outbox.tick()
    assert (await scene.get(planned.id)).state is State.SENT


@pytest.mark.parametrize("parallel", [1, 4])
async def test_one_message_that_cannot_be_looked_at_stops_no_other(
    scene: Scene, parallel: int
) -> None:
    broken = await scene.plan(ChannelName.SMS, send_at=scene.at)
    fine = await scene.plan(ChannelName.EMAIL)

    async def stumble(tx: Transaction, planned: Intervention, at: object) -> Wording:
        if planned.id == broken.id:
            raise ValueError("what nobody thought of")
        return Wording(subject=planned.subject, text=planned.text, reason=planned.reason)

    outbox: Outbox = replace(scene.here.outbox, revalidate=stumble)
    scene.later(hours=1)
    with pytest.raises(ExceptionGroup) as raised:
        await outbox.tick(parallel=parallel)
    assert [str(one) for one in raised.value.exceptions] == ["what nobody thought of"]
    assert (await scene.get(fine.id)).state is State.SENT
    assert (await scene.get(broken.id)).state is State.PLANNED
