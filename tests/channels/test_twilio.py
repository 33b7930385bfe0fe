"""SMS, through Twilio's SDK to a server shaped as theirs."""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from peers.twilio import BROKEN, NUMBER, SID, TOKEN, TOO_MANY, Fault, Refusal, TwilioPeer
from peers.web import WebPeer

from exoskull.channels.adapters.twilio import TwilioAccount, TwilioAdapter
from exoskull.channels.inbound.twilio import read_status, webhook_url
from exoskull.channels.model import (
    Absent,
    Delivery,
    DeliveryState,
    Rejected,
    Retry,
    Sent,
    StatusUpdate,
    Unknown,
)

Make = Callable[..., Delivery]


def account(peer: TwilioPeer, public_url: str | None = None) -> TwilioAccount:
    return TwilioAccount(
        sid=SID, token=TOKEN, sender=NUMBER, api_url=peer.url, public_url=public_url
    )


def adapter(peer: TwilioPeer, timeout_s: float = 20.0) -> TwilioAdapter:
    return TwilioAdapter(account(peer), timeout_s=timeout_s)


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC)


async def test_the_receipt_is_twilios_id(twilio_peer: TwilioPeer, sms: Make, at: datetime) -> None:
    result = await adapter(twilio_peer).send(sms(), at)
    [message] = twilio_peer.messages
    assert result == Sent(receipt=message.sid, provider="twilio")
    assert (message.to, message.sender) == ("+48600100200", NUMBER)


async def test_polish_letters_arrive(twilio_peer: TwilioPeer, sms: Make, at: datetime) -> None:
    await adapter(twilio_peer).send(sms(text="Zażółć gęślą jaźń 😀\n& tak dalej\u202e"), at)
    assert twilio_peer.messages[0].body == "Zażółć gęślą jaźń 😀\n& tak dalej"


async def test_ids_are_unique_under_concurrency(
    twilio_peer: TwilioPeer, sms: Make, at: datetime
) -> None:
    sending = adapter(twilio_peer)
    results = await asyncio.gather(*(sending.send(sms(), at) for _ in range(20)))
    assert all(isinstance(result, Sent) for result in results), results
    assert len({result.receipt for result in results if isinstance(result, Sent)}) == 20


async def test_a_messaging_service_may_be_the_sender(
    twilio_peer: TwilioPeer, sms: Make, at: datetime
) -> None:
    service = "MG" + "0" * 32
    sending = TwilioAdapter(replace(account(twilio_peer), sender=service))
    assert isinstance(await sending.send(sms(), at), Sent)
    assert twilio_peer.requests[0][2]["MessagingServiceSid"] == service


async def test_the_environment_does_not_move_the_host(
    twilio_peer: TwilioPeer, sms: Make, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWILIO_REGION", "ie1")
    monkeypatch.setenv("TWILIO_EDGE", "dublin")
    assert isinstance(await adapter(twilio_peer).send(sms(), at), Sent)


class TestRefusals:
    async def test_an_opt_out_is_told_apart(
        self, twilio_peer: TwilioPeer, web_peer: WebPeer, sms: Make, at: datetime
    ) -> None:
        await asyncio.to_thread(twilio_peer.text, "+48600100200", "stop", web_peer.url)
        result = await adapter(twilio_peer).send(sms(), at)
        assert isinstance(result, Rejected)
        assert (result.reason, result.permanent, result.opted_out) == ("sms.opted_out", True, True)
        await asyncio.to_thread(twilio_peer.text, "+48600100200", "START", web_peer.url)
        assert isinstance(await adapter(twilio_peer).send(sms(), at), Sent)

    @pytest.mark.parametrize("code", [21211, 21614, 21612])
    async def test_a_number_that_cannot_get_sms_is_refused_for_good(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime, code: int
    ) -> None:
        twilio_peer.bad_numbers["+48600100200"] = code
        result = await adapter(twilio_peer).send(sms(), at)
        assert isinstance(result, Rejected)
        assert (result.reason, result.permanent) == ("sms.no_such_number", True)
        assert str(code) in result.detail

    @pytest.mark.parametrize("code", [21408, 21608, 21606, 21617, 99999])
    async def test_what_an_operator_must_mend_leaves_the_number_usable(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime, code: int
    ) -> None:
        twilio_peer.bad_numbers["+48600100200"] = code
        result = await adapter(twilio_peer).send(sms(), at)
        assert isinstance(result, Rejected)
        assert (result.reason, result.permanent) == ("sms.refused", False)

    async def test_a_wrong_token_waits_for_the_operator(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime
    ) -> None:
        sending = TwilioAdapter(replace(account(twilio_peer), token="wrong"))
        result = await sending.send(sms(), at)
        assert isinstance(result, Retry)
        assert (result.reason, result.after_s) == ("sms.login_refused", 900)
        health = await sending.check()
        assert (health.ok, health.reason) == (False, "sms.login_refused")

    async def test_too_many_requests_wait_as_long_as_asked(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime
    ) -> None:
        twilio_peer.next.append(replace(TOO_MANY, headers={"Retry-After": "17"}))
        twilio_peer.next.append(TOO_MANY)
        for seconds in (17, None):
            result = await adapter(twilio_peer).send(sms(), at)
            assert isinstance(result, Retry)
            assert (result.reason, result.after_s) == ("sms.busy", seconds)

    async def test_an_unavailable_service_is_a_retry(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime
    ) -> None:
        twilio_peer.next.append(Refusal(status=503, code=None, message="<html>no</html>"))
        assert isinstance(await adapter(twilio_peer).send(sms(), at), Retry)

    async def test_a_bad_number_is_refused_before_any_request(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime
    ) -> None:
        assert await adapter(twilio_peer).send(sms(to="12"), at) == Rejected(
            reason="sms.no_such_number"
        )
        assert twilio_peer.requests == []


class TestLostAnswers:
    async def test_nobody_listening_is_a_retry(self, sms: Make, at: datetime) -> None:
        with socket.socket() as taken:  # bound and not listening: nobody else can have the port
            taken.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{taken.getsockname()[1]}"
            sending = TwilioAdapter(TwilioAccount(sid=SID, token=TOKEN, sender=NUMBER, api_url=url))
            result = await sending.send(sms(), at)
            assert (await sending.check()).reason == "sms.unreachable"
        assert isinstance(result, Retry)
        assert result.reason == "sms.unreachable"

    @pytest.mark.parametrize(
        "fault",
        [
            Fault.DROP_BEFORE,
            Fault.DROP_AFTER,
            Fault.GARBAGE_AFTER,
            BROKEN,
            Refusal(status=502, code=None, message="<html>bad gateway</html>"),
        ],
        ids=str,
    )
    async def test_an_answer_lost_after_the_request_is_unknown(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime, fault: Fault | Refusal
    ) -> None:
        twilio_peer.next.append(fault)
        assert isinstance(await adapter(twilio_peer).send(sms(), at), Unknown)

    async def test_a_server_that_hangs_is_unknown(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime
    ) -> None:
        twilio_peer.next.append(Fault.HANG_AFTER)
        result = await adapter(twilio_peer, timeout_s=0.5).send(sms(), at)
        assert isinstance(result, Unknown)
        assert result.reason == "sms.answer_lost"
        assert len(twilio_peer.messages) == 1


class TestFind:
    async def lost(self, peer: TwilioPeer, delivery: Delivery, fault: Fault, at: datetime) -> None:
        peer.next.append(fault)
        assert isinstance(await adapter(peer).send(delivery, at), Unknown)

    async def test_a_message_that_was_taken_is_found(
        self, twilio_peer: TwilioPeer, sms: Make, now: datetime
    ) -> None:
        await adapter(twilio_peer).send(sms(text="coś innego"), now)
        await self.lost(twilio_peer, sms(), Fault.DROP_AFTER, now)
        found = await adapter(twilio_peer).find(sms(), now, now)
        assert found == Sent(receipt=twilio_peer.messages[1].sid, provider="twilio")

    async def test_it_is_found_behind_the_words_of_a_trial_account(
        self, twilio_peer: TwilioPeer, sms: Make, now: datetime
    ) -> None:
        twilio_peer.body_prefix = "Sent from your Twilio trial account - "
        await self.lost(twilio_peer, sms(), Fault.DROP_AFTER, now)
        assert isinstance(await adapter(twilio_peer).find(sms(), now, now), Sent)

    async def test_one_that_was_not_taken_is_absent_once_the_list_has_settled(
        self, twilio_peer: TwilioPeer, sms: Make, now: datetime
    ) -> None:
        await self.lost(twilio_peer, sms(), Fault.DROP_BEFORE, now)
        finding = adapter(twilio_peer).find
        assert await finding(sms(), now, now + timedelta(seconds=79)) is None
        assert await finding(sms(), now, now + timedelta(seconds=80)) == Absent()

    async def test_a_list_that_does_not_reach_back_settles_nothing(
        self, twilio_peer: TwilioPeer, sms: Make, now: datetime
    ) -> None:
        attempted = now - timedelta(hours=1)
        for number in range(50):
            twilio_peer.take({"To": "+48600100200", "From": NUMBER, "Body": f"inny {number}"})
        assert await adapter(twilio_peer).find(sms(), attempted, now) is None

    @pytest.mark.parametrize("hours", [-3, 3])
    async def test_the_same_words_at_another_time_are_another_message(
        self, twilio_peer: TwilioPeer, sms: Make, now: datetime, hours: int
    ) -> None:
        await adapter(twilio_peer).send(sms(), now)
        attempted = now + timedelta(hours=hours)
        found = await adapter(twilio_peer).find(sms(), attempted, attempted + timedelta(hours=9))
        assert found == Absent()

    async def test_the_persons_own_words_are_not_ours(
        self, twilio_peer: TwilioPeer, sms: Make, now: datetime
    ) -> None:
        twilio_peer.inbound_form("+48600100200", sms().text)
        twilio_peer.messages[0].to = "+48600100200"
        found = await adapter(twilio_peer).find(sms(), now, now + timedelta(minutes=9))
        assert found == Absent()

    async def test_one_that_failed_since_is_rejected(
        self, twilio_peer: TwilioPeer, sms: Make, now: datetime
    ) -> None:
        await self.lost(twilio_peer, sms(), Fault.DROP_AFTER, now)
        twilio_peer.report(twilio_peer.messages[0].sid, "undelivered", 30005)
        found = await adapter(twilio_peer).find(sms(), now, now)
        assert isinstance(found, Rejected)
        assert found.reason == "sms.no_such_number"

    @pytest.mark.parametrize("fault", [BROKEN, Fault.DROP_AFTER, Fault.GARBAGE_AFTER], ids=str)
    async def test_a_provider_that_does_not_answer_settles_nothing(
        self, twilio_peer: TwilioPeer, sms: Make, now: datetime, fault: Fault | Refusal
    ) -> None:
        twilio_peer.next.append(fault)
        found = await adapter(twilio_peer).find(sms(), now, now + timedelta(hours=1))
        assert found is None


class TestReports:
    async def test_a_call_back_carries_the_key_of_the_delivery(
        self, twilio_peer: TwilioPeer, web_peer: WebPeer, sms: Make, at: datetime
    ) -> None:
        sending = TwilioAdapter(account(twilio_peer, public_url=web_peer.url))
        sent = await sending.send(sms(idempotency_key="a/b?c=d&e ż"), at)
        assert isinstance(sent, Sent)
        await asyncio.to_thread(twilio_peer.deliver, sent.receipt)
        updates = [
            read_status(
                url=webhook_url(web_peer.url, posted.target),
                body=posted.body,
                signature=posted.headers["X-Twilio-Signature"],
                token=TOKEN,
            )
            for posted in web_peer.posted
        ]
        assert updates == [
            StatusUpdate(
                receipt=sent.receipt,
                state=state,
                provider="twilio",
                idempotency_key="a/b?c=d&e ż",
            )
            for state in (DeliveryState.SENT, DeliveryState.DELIVERED)
        ]

    @pytest.mark.parametrize("public_url", [None, "http://127.0.0.1:8765", "http://localhost"])
    def test_twilio_is_not_asked_to_call_what_it_cannot_reach(
        self, sms: Make, public_url: str | None
    ) -> None:
        sending = TwilioAdapter(
            TwilioAccount(sid=SID, token=TOKEN, sender=NUMBER, public_url=public_url)
        )
        assert "status_callback" not in sending._options(sms())

    async def test_status_follows_the_message(
        self, twilio_peer: TwilioPeer, sms: Make, at: datetime
    ) -> None:
        sending = adapter(twilio_peer)
        sent = await sending.send(sms(), at)
        assert isinstance(sent, Sent)
        states = []
        for status in ("queued", "sent", "delivered"):
            twilio_peer.report(sent.receipt, status)
            update = await sending.status(sent.receipt)
            assert update is not None
            states.append(update.state)
        assert states == [DeliveryState.PENDING, DeliveryState.SENT, DeliveryState.DELIVERED]
        twilio_peer.report(sent.receipt, "undelivered", 30003)
        update = await sending.status(sent.receipt)
        assert update is not None
        assert update.failure is not None
        assert update.failure.reason == "sms.refused"

    async def test_the_status_of_nothing_is_unknown(self, twilio_peer: TwilioPeer) -> None:
        assert await adapter(twilio_peer).status("SM" + "f" * 32) is None


async def test_check_reads_the_account(twilio_peer: TwilioPeer) -> None:
    assert (await adapter(twilio_peer).check()).ok
    twilio_peer.account_status = "suspended"
    health = await adapter(twilio_peer).check()
    assert (health.ok, health.detail) == (False, "account suspended")
    twilio_peer.next.append(BROKEN)
    assert (await adapter(twilio_peer).check()).reason == "sms.provider_failed"
    assert twilio_peer.messages == []


def test_the_token_is_not_shown(twilio_peer: TwilioPeer) -> None:
    assert TOKEN not in repr(account(twilio_peer))
