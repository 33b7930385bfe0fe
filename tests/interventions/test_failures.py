"""What a provider does wrong, and what becomes of the message, by real servers on loopback."""

import asyncio
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from interventions.scene import Scene, make_scene
from peers.smtp import Fault as MailFault
from peers.smtp import SmtpPeer
from peers.twilio import BROKEN, NUMBER, SID, TOKEN, TwilioPeer
from peers.twilio import Fault as TextFault

from exoskull.channels.adapters.adapter import Adapter
from exoskull.channels.adapters.mail import Sender
from exoskull.channels.adapters.smtp import SmtpAdapter
from exoskull.channels.adapters.smtp_server import SmtpServer
from exoskull.channels.adapters.twilio import TwilioAccount, TwilioAdapter
from exoskull.channels.model import ChannelName, DeliveryState, Rejected, StatusUpdate
from exoskull.database.pool import Database
from exoskull.interventions import store
from exoskull.interventions.callbacks import provider_said
from exoskull.interventions.model import LEASE, Intervention, State
from exoskull.outcomes import service as outcomes

EMAIL = "send_email:summary"


async def by_mail(database: Database, peer: SmtpPeer, timeout_s: float = 20.0) -> Scene:
    adapter = SmtpAdapter(
        SmtpServer.parse(peer.url), Sender.parse("Exo <exo@example.org>"), timeout_s
    )
    return await make_scene(database, adapters={ChannelName.EMAIL: adapter})


async def places(scene: Scene) -> int:
    """Places of the day's limit that are taken."""
    async with scene.transaction() as tx:
        return (await store.day_so_far(tx, scene.tenant.local_date(scene.at)))[0]


async def tick_over(scene: Scene, **span: float) -> None:
    """Every quarter of an hour of `span`, what is due."""
    ends = scene.at + timedelta(**span)
    while scene.at < ends:
        scene.later(minutes=15)
        await scene.here.outbox.tick()


async def test_a_mail_is_sent_by_a_real_server_with_its_words_as_the_receipt(
    database: Database, smtp_peer: SmtpPeer
) -> None:
    scene = await by_mail(database, smtp_peer)
    sent = await scene.send()
    (mail,) = smtp_peer.mails
    assert sent.receipt is not None
    assert mail.queue_id in sent.receipt
    body = mail.message.get_body(("plain",))
    assert body is not None
    assert body.get_content().strip() == sent.text
    assert await scene.used(EMAIL) == await places(scene) == 1


async def test_451_is_tried_again_after_1_4_16_and_60_minutes_then_failed_and_given_back(
    database: Database, smtp_peer: SmtpPeer
) -> None:
    scene = await by_mail(database, smtp_peer)
    smtp_peer.rcpt_reply = "451 4.7.1 greylisted"
    one = await scene.send()
    pauses = []
    while one.state is State.PLANNED:
        assert await scene.used(EMAIL) == await places(scene) == 0
        pauses.append((one.send_at - scene.at) / timedelta(minutes=1))
        scene.clock.advance(one.send_at)
        await scene.here.outbox.tick()
        one = await scene.get(one.id)
    assert pauses == [1, 4, 16, 60]
    assert (one.state, one.failure, one.attempts) == (State.FAILED, "mail.deferred", 5)
    assert await scene.used(EMAIL) == await places(scene) == 0
    (told,) = await scene.events("intervention.failed")
    assert told.data["receipt"] is None
    assert told.data["why_not"] == "mail.deferred"


async def test_451_once_delays_and_does_not_double(database: Database, smtp_peer: SmtpPeer) -> None:
    scene = await by_mail(database, smtp_peer)
    smtp_peer.data_reply = "451 4.3.0 try later"
    one = await scene.send()
    smtp_peer.data_reply = None
    scene.clock.advance(one.send_at)
    await scene.here.outbox.tick()
    assert (await scene.get(one.id)).state is State.SENT
    assert len(smtp_peer.mails) == 1
    assert await scene.used(EMAIL) == await places(scene) == 1


async def test_550_fails_at_once_and_gives_its_places_back(
    database: Database, smtp_peer: SmtpPeer
) -> None:
    scene = await by_mail(database, smtp_peer)
    smtp_peer.rcpt_reply = "550 5.1.1 no such user"
    one = await scene.send()
    assert (one.state, one.failure) == (State.FAILED, "mail.no_such_address")
    assert await scene.used(EMAIL) == await places(scene) == 0
    smtp_peer.rcpt_reply = None
    other = await scene.send()  # no half hour to wait: nothing left
    assert other.state is State.SENT


@pytest.mark.parametrize("fault", [MailFault.HANG_AFTER_DOT, MailFault.DROP_AFTER_DOT])
async def test_an_answer_lost_after_the_content_is_unknown_counted_and_never_sent_again(
    database: Database, smtp_peer: SmtpPeer, fault: MailFault
) -> None:
    scene = await by_mail(database, smtp_peer, timeout_s=0.5)
    smtp_peer.fault = fault
    one = await scene.send()
    assert (one.state, one.receipt) == (State.UNKNOWN, None)
    assert await scene.used(EMAIL) == await places(scene) == 1
    smtp_peer.fault = None
    await tick_over(scene, hours=26)
    assert (await scene.get(one.id)).state is State.UNKNOWN
    assert len(smtp_peer.mails) == 1
    (told,) = await scene.events("intervention.unknown")
    assert told.data["receipt"] is None
    assert await scene.events("outcome.recorded") == []


@pytest.mark.parametrize("fault", [MailFault.HANG_AT_GREETING, MailFault.DROP_AT_DATA])
async def test_a_server_that_hung_up_before_the_end_is_asked_again(
    database: Database, smtp_peer: SmtpPeer, fault: MailFault
) -> None:
    scene = await by_mail(database, smtp_peer, timeout_s=0.5)
    smtp_peer.fault = fault
    one = await scene.send()
    assert one.state is State.PLANNED
    smtp_peer.fault = None
    scene.clock.advance(one.send_at)
    await scene.here.outbox.tick()
    assert (await scene.get(one.id)).state is State.SENT
    assert len(smtp_peer.mails) == 1


async def test_a_process_killed_between_sending_and_receipt_leaves_one_mail_and_an_unknown(
    database: Database, smtp_peer: SmtpPeer
) -> None:
    scene = await by_mail(database, smtp_peer)
    one = await scene.plan()
    scene.later(minutes=2)
    smtp_peer.fault = MailFault.HANG_AFTER_DOT
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(Path(__file__).with_name("a_crash.py")),
        *(database.url, smtp_peer.url, scene.at.isoformat(), str(scene.id), str(one.id)),
    )
    assert await asyncio.to_thread(smtp_peer.accepted.wait, 60)
    process.kill()
    await process.wait()
    smtp_peer.fault = None
    assert (await scene.get(one.id)).state is State.SENDING
    await scene.here.outbox.tick()  # a fresh start, before the lease has run out
    assert (await scene.get(one.id)).state is State.SENDING
    scene.later(seconds=LEASE.total_seconds())
    await scene.here.outbox.tick()
    kept = await scene.get(one.id)
    assert (kept.state, kept.failure) == (State.UNKNOWN, "crashed")
    await tick_over(scene, hours=25)
    assert (await scene.get(one.id)).state is State.UNKNOWN
    assert len(smtp_peer.mails) == 1


async def by_text(
    database: Database,
) -> tuple[Scene, TwilioPeer]:
    scene = await make_scene(database)
    peer = TwilioPeer(now=lambda: scene.at)
    account = TwilioAccount(sid=SID, token=TOKEN, sender=NUMBER, api_url=peer.url)
    adapters: dict[ChannelName, Adapter] = {ChannelName.SMS: TwilioAdapter(account, timeout_s=0.5)}
    scene.here = replace(scene.here, outbox=replace(scene.here.outbox, adapters=adapters))
    return scene, peer


async def test_an_sms_that_twilio_has_after_all_is_found_and_not_sent_again(
    database: Database,
) -> None:
    scene, peer = await by_text(database)
    with peer:
        peer.next.append(TextFault.DROP_AFTER)
        one = await scene.send(ChannelName.SMS)
        assert one.state is State.UNKNOWN
        await tick_over(scene, minutes=30)
        kept = await scene.get(one.id)
        assert kept.state is State.SENT
        assert [message.sid for message in peer.messages] == [kept.receipt]
    assert await scene.used("send_sms:goal") == await places(scene) == 1
    (told,) = await scene.events("intervention.sent")
    assert told.data["receipt"] == kept.receipt


async def test_an_sms_that_twilio_never_had_is_sent_once_more(database: Database) -> None:
    scene, peer = await by_text(database)
    with peer:
        peer.next.append(TextFault.DROP_BEFORE)
        one = await scene.send(ChannelName.SMS)
        assert (one.state, len(peer.messages)) == (State.UNKNOWN, 0)
        assert await places(scene) == 1
        await tick_over(scene, hours=2)
        kept = await scene.get(one.id)
        assert (kept.state, kept.attempts) == (State.SENT, 2)
        assert [message.sid for message in peer.messages] == [kept.receipt]
    assert await scene.used("send_sms:goal") == await places(scene) == 1


async def test_while_twilio_cannot_tell_it_stays_unknown(database: Database) -> None:
    scene, peer = await by_text(database)
    with peer:
        peer.next.extend([TextFault.DROP_BEFORE, BROKEN])
        one = await scene.send(ChannelName.SMS)
        scene.later(minutes=15)
        await scene.here.outbox.tick()
        assert (await scene.get(one.id)).state is State.UNKNOWN


async def reported(scene: Scene, sent: Intervention) -> Intervention | None:
    assert sent.receipt is not None
    update = StatusUpdate(
        receipt=sent.receipt,
        state=DeliveryState.FAILED,
        provider="twilio",
        failure=Rejected(reason="sms.undelivered"),
    )
    async with scene.transaction() as tx:
        return await provider_said(tx, update, at=scene.at)


async def test_what_is_reported_undelivered_has_failed_once_and_is_not_ignored(
    scene: Scene,
) -> None:
    sent = await scene.send(ChannelName.SMS)
    assert await scene.used("send_sms:goal") == await places(scene) == 1
    scene.later(minutes=1)
    assert await reported(scene, sent) is not None
    assert await reported(scene, sent) is None
    kept = await scene.get(sent.id)
    assert (kept.state, kept.sent_at, kept.receipt) == (State.FAILED, None, sent.receipt)
    assert await scene.used("send_sms:goal") == await places(scene) == 0
    scene.later(hours=25)
    async with scene.transaction() as tx:
        await outcomes.close_windows(tx, at=scene.at, ids=scene.ids)
    assert await scene.events("outcome.recorded") == []
    assert len(await scene.events("intervention.failed")) == 1
