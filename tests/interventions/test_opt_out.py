"""A STOP that the provider was told counts as if the person had told us."""

from dataclasses import replace
from datetime import datetime

import pytest
from interventions.scene import Scene, make_scene

from exoskull.channels.adapters.recording import RecordingAdapter
from exoskull.channels.model import (
    ChannelName,
    Delivery,
    DeliveryState,
    Rejected,
    StatusUpdate,
)
from exoskull.database.pool import Database
from exoskull.interventions.callbacks import provider_said
from exoskull.interventions.model import State
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

STOPPED = Rejected(reason="sms.opted_out", opted_out=True)


class Refusing(RecordingAdapter):
    """An SMS channel whose every message is refused."""

    def __init__(self, answer: Rejected) -> None:
        super().__init__(ChannelName.SMS)
        self.answer = answer

    async def send(self, delivery: Delivery, at: datetime) -> Rejected:  # type: ignore[override]
        return self.answer


async def now(scene: Scene) -> Tenant:
    async with scene.transaction() as tx:
        return await current(tx)


async def with_sms(database: Database, answer: Rejected) -> Scene:
    email = RecordingAdapter(ChannelName.EMAIL)
    return await make_scene(
        database, adapters={ChannelName.EMAIL: email, ChannelName.SMS: Refusing(answer)}
    )


async def test_a_refusal_of_the_person_turns_the_channel_off_and_says_so(
    database: Database,
) -> None:
    scene = await with_sms(database, STOPPED)
    refused = await scene.send(ChannelName.SMS)
    assert (refused.state, refused.failure) == (State.FAILED, "sms.opted_out")
    tenant = await now(scene)
    assert ChannelName.SMS not in tenant.channels
    assert ChannelName.EMAIL in tenant.channels
    assert tenant.phone is not None  # the person may turn it on again
    (told,) = await scene.events("settings.changed")
    assert told.data["changed"] == ["channels"]
    assert told.trace == refused.trace
    again = await scene.send(ChannelName.SMS)
    assert (again.state, again.failure) == (State.SUPPRESSED, "no_channel")


@pytest.mark.parametrize("permanent", [True, False])
async def test_any_other_refusal_leaves_the_channel(database: Database, permanent: bool) -> None:
    scene = await with_sms(database, Rejected(reason="sms.undelivered", permanent=permanent))
    await scene.send(ChannelName.SMS)
    assert ChannelName.SMS in (await now(scene)).channels
    assert await scene.events("settings.changed") == []


async def test_a_refusal_that_comes_later_turns_it_off_once(database: Database) -> None:
    scene = await make_scene(database)
    sent = await scene.send(ChannelName.SMS)
    assert sent.receipt is not None
    update = StatusUpdate(
        receipt=sent.receipt,
        state=DeliveryState.FAILED,
        provider="twilio",
        failure=STOPPED,
    )
    for said in (update, replace(update)):
        async with scene.transaction() as tx:
            await provider_said(tx, said, at=scene.at)
    assert ChannelName.SMS not in (await now(scene)).channels
    assert len(await scene.events("settings.changed")) == 1
