"""Eight a day, half an hour apart, each once, whatever is done at the same time."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from interventions.scene import MORNING, Scene, make_scene

from exoskull.channels.adapters.recording import RecordingAdapter
from exoskull.channels.model import ChannelName, Delivery, Result, Sent
from exoskull.database.pool import Database
from exoskull.interventions.model import DAILY_MAX, SPACING, State


async def test_thirty_at_once_from_two_outboxes_are_eight_a_day_half_an_hour_apart_each_once(
    scene: Scene, database_url: str
) -> None:
    mails = RecordingAdapter(ChannelName.EMAIL)
    async with await Database.open(database_url, size=4) as other:
        first = replace(scene.here.outbox, adapters={ChannelName.EMAIL: mails})
        second = replace(first, database=other)
        week = timedelta(days=7)
        planned = [
            await scene.plan(text=f"Wiadomość {number}", expires_at=scene.at + week)
            for number in range(12)
        ]
        for _ in range(24):  # twelve hours, so that the limit of the day is met, and the night
            scene.later(minutes=30)
            await asyncio.gather(
                *(
                    outbox.deliver(scene.id, one.id)
                    for one in planned
                    for outbox in (first, second)
                ),
                *(outbox.tick(parallel=3) for outbox in (first, second, first)),
            )
        assert len(mails.sent) == DAILY_MAX
        scene.clock.advance(MORNING + timedelta(days=1))
        for _ in range(10):
            await asyncio.gather(first.tick(parallel=3), second.tick(parallel=3))
            scene.later(minutes=30)
    assert Counter(one.delivery.text for one in mails.sent) == Counter(one.text for one in planned)
    left = [one.at for one in mails.sent]
    assert all(later - earlier >= SPACING for earlier, later in pairwise(left))
    days = Counter(scene.tenant.local_date(at) for at in left)
    assert max(days.values()) == DAILY_MAX
    assert not any(scene.tenant.is_quiet(at) for at in left)


class _Slow:
    """A provider that takes a minute for each message."""

    provider = "slow"

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    async def send(self, delivery: Delivery, at: datetime) -> Result:
        self.scene.later(minutes=1)
        return Sent(receipt="slow-1", provider=self.provider)


async def test_the_half_hour_counts_from_when_a_message_was_through(scene: Scene) -> None:
    slow = {ChannelName.EMAIL: _Slow(scene)}
    outbox = replace(scene.here.outbox, adapters=slow)  # pyright: ignore[reportArgumentType]
    one, two = await scene.plan(), await scene.plan()
    scene.later(minutes=2)
    await outbox.tick()
    scene.later(minutes=29, seconds=30)
    await outbox.tick()
    sent_at = [(await scene.get(it.id)).sent_at for it in (one, two)]
    assert sent_at[1] is None
    scene.later(minutes=1)
    await outbox.tick()
    assert (await scene.get(two.id)).state is State.SENT


class _Hanging(RecordingAdapter):
    """A provider that answers when it is let go."""

    def __init__(self, channel: ChannelName) -> None:
        super().__init__(channel)
        self.asked = asyncio.Event()
        self.let_go = asyncio.Event()

    async def send(self, delivery: Delivery, at: datetime) -> Sent:
        self.asked.set()
        await self.let_go.wait()
        return await super().send(delivery, at)


async def test_a_hanging_provider_does_not_hold_up_anothers_message(database: Database) -> None:
    mail, text = _Hanging(ChannelName.EMAIL), _Hanging(ChannelName.SMS)
    anna = await make_scene(database, adapters={ChannelName.EMAIL: mail, ChannelName.SMS: text})
    ola = await anna.neighbour("ola", phone="+48600100300")
    mailed, texted = await anna.plan(), await ola.plan(ChannelName.SMS)
    anna.later(minutes=2)
    ticking = asyncio.create_task(anna.here.outbox.tick(parallel=2))
    async with asyncio.timeout(20):
        await mail.asked.wait()
        await text.asked.wait()
    assert (await anna.get(mailed.id)).state is State.SENDING
    mail.let_go.set()
    text.let_go.set()
    await ticking
    assert (await anna.get(mailed.id)).state is State.SENT
    assert (await ola.get(texted.id)).state is State.SENT
