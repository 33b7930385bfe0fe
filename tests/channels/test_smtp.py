"""Mail, sent to a real server."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import trustme
from peers.smtp import Fault, SmtpPeer

from exoskull.channels.adapters.mail import Mail, Sender
from exoskull.channels.adapters.smtp import SmtpAdapter
from exoskull.channels.adapters.smtp_server import SmtpServer
from exoskull.channels.adapters.smtp_session import Session
from exoskull.channels.model import Delivery, Rejected, Retry, Sent, Unknown

Make = Callable[..., Delivery]
SENDER = Sender(address="exo@example.net", name="ExoSkull")


def adapter(peer: SmtpPeer, *, options: str = "", timeout_s: float = 20.0) -> SmtpAdapter:
    return SmtpAdapter(SmtpServer.parse(peer.url + options), SENDER, timeout_s=timeout_s)


async def test_the_receipt_holds_the_servers_queue_id(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    result = await adapter(smtp_peer).send(mail(), at)
    [accepted] = smtp_peer.mails
    assert result == Sent(receipt=f"250 2.0.0 Ok: queued as {accepted.queue_id}", provider="smtp")
    assert accepted.sender == "exo@example.net"
    assert accepted.recipients == ("anna@example.org",)


async def test_the_mail_arrives_as_it_was_written(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    text = "Zażółć gęślą jaźń 😀\n.\n..kropki\nFrom tu\n" + "długa linia " * 200 + "\n"
    await adapter(smtp_peer).send(mail(text=text, html="<p>Cześć &amp; hej</p>"), at)
    [accepted] = smtp_peer.mails
    plain = accepted.message.get_body(("plain",))
    html = accepted.message.get_body(("html",))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n") == text
    assert html is not None
    assert html.get_content().strip() == "<p>Cześć &amp; hej</p>"
    assert accepted.raw.isascii()


async def test_the_same_delivery_makes_the_same_bytes(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    for _ in range(2):
        await adapter(smtp_peer).send(mail(html="<p>x</p>"), at)
    first, second = smtp_peer.mails
    assert first.raw == second.raw


@pytest.mark.parametrize("reply", ["451 4.7.1 greylisted", "450 4.2.1 later", "452 4.2.2 full"])
async def test_a_4xx_answer_is_a_retry(
    smtp_peer: SmtpPeer, mail: Make, at: datetime, reply: str
) -> None:
    smtp_peer.rcpt_reply = reply
    assert await adapter(smtp_peer).send(mail(), at) == Retry(reason="mail.deferred", detail=reply)
    smtp_peer.rcpt_reply, smtp_peer.data_reply = None, reply
    assert await adapter(smtp_peer).send(mail(), at) == Retry(reason="mail.deferred", detail=reply)
    assert smtp_peer.mails == []


async def test_an_unknown_mailbox_is_refused_for_good(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    smtp_peer.rcpt_reply = "550 5.1.1 no such user"
    assert await adapter(smtp_peer).send(mail(), at) == Rejected(
        reason="mail.no_such_address", detail="550 5.1.1 no such user"
    )


@pytest.mark.parametrize("stage", ["rcpt_reply", "data_reply"])
async def test_a_mail_refused_by_policy_leaves_the_address_usable(
    smtp_peer: SmtpPeer, mail: Make, at: datetime, stage: str
) -> None:
    setattr(smtp_peer, stage, "550 5.7.1 looks like spam")
    assert await adapter(smtp_peer).send(mail(), at) == Rejected(
        reason="mail.refused", permanent=False, detail="550 5.7.1 looks like spam"
    )


async def test_a_busy_server_is_tried_again(smtp_peer: SmtpPeer, mail: Make, at: datetime) -> None:
    smtp_peer.greeting = "421 4.3.2 too busy"
    result = await adapter(smtp_peer).send(mail(), at)
    assert result == Retry(reason="mail.deferred", detail="421 4.3.2 too busy")


async def test_nobody_listening_is_a_retry(mail: Make, at: datetime) -> None:
    with socket.socket() as taken:  # bound and not listening: nobody else can have the port
        taken.bind(("127.0.0.1", 0))
        server = SmtpServer.parse(f"smtp://127.0.0.1:{taken.getsockname()[1]}")
        result = await SmtpAdapter(server, SENDER).send(mail(), at)
    assert isinstance(result, Retry)
    assert result.reason == "mail.unreachable"


@pytest.mark.parametrize("fault", [Fault.DROP_AT_GREETING, Fault.DROP_AT_DATA])
async def test_a_connection_lost_before_the_content_is_a_retry(
    smtp_peer: SmtpPeer, mail: Make, at: datetime, fault: Fault
) -> None:
    smtp_peer.fault = fault
    assert isinstance(await adapter(smtp_peer).send(mail(), at), Retry)


async def lose_the_connection_in_the_middle(peer: SmtpPeer) -> None:
    """More than the kernel holds, so that the final dot cannot have left."""
    peer.fault = Fault.DROP_IN_CONTENT
    session = Session(SmtpServer.parse(peer.url), "localhost", 20.0)
    await session.open()
    content = b"Subject: x\r\n\r\n" + (b"x" * 70 + b"\r\n") * 300_000
    with pytest.raises(OSError):  # noqa: PT011  aiosmtplib's is one
        await session.transfer(Mail(sender="a@x.org", recipient="b@x.org", content=content))
    assert not session.handed_over
    session.close()


async def test_a_connection_lost_in_the_middle_of_the_content_was_not_handed_over(
    smtp_peer: SmtpPeer,
) -> None:
    await lose_the_connection_in_the_middle(smtp_peer)


def test_the_same_holds_on_uvloop(mail: Make, at: datetime) -> None:
    """A web server may bring this loop, whose transports are not asyncio's."""
    uvloop = pytest.importorskip("uvloop")

    async def scenario() -> None:
        with SmtpPeer() as peer:
            assert isinstance(await adapter(peer).send(mail(), at), Sent)
            peer.fault = Fault.DROP_AFTER_DOT
            assert isinstance(await adapter(peer).send(mail(), at), Unknown)
            await lose_the_connection_in_the_middle(peer)

    uvloop.run(scenario())


async def test_a_cancelled_sending_leaves_no_connection_behind(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    smtp_peer.fault = Fault.HANG_AFTER_DOT
    sending = asyncio.create_task(adapter(smtp_peer).send(mail(), at))
    await asyncio.to_thread(smtp_peer.accepted.wait, 30)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert await asyncio.to_thread(smtp_peer.left.wait, 30)


async def test_a_connection_lost_after_the_final_dot_is_unknown(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    smtp_peer.fault = Fault.DROP_AFTER_DOT
    result = await adapter(smtp_peer).send(mail(), at)
    assert isinstance(result, Unknown)
    assert result.reason == "mail.answer_lost"
    assert len(smtp_peer.mails) == 1


async def test_a_server_that_hangs_after_the_final_dot_is_unknown(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    smtp_peer.fault = Fault.HANG_AFTER_DOT
    result = await adapter(smtp_peer, timeout_s=1.0).send(mail(), at)
    assert isinstance(result, Unknown)
    assert len(smtp_peer.mails) == 1


async def test_a_server_that_never_greets_is_a_retry(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    smtp_peer.fault = Fault.HANG_AT_GREETING
    result = await adapter(smtp_peer, timeout_s=0.2).send(mail(), at)
    assert isinstance(result, Retry)
    assert smtp_peer.mails == []


async def test_an_answer_that_is_no_smtp_is_unknown(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    smtp_peer.data_reply = "what? I do not know"
    assert isinstance(await adapter(smtp_peer).send(mail(), at), Unknown)


async def test_a_bad_address_is_refused_before_any_connection(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    for to in ("anna", "a@b\r\nRCPT TO:<x@y.org>", "<a@b.org> SIZE=1", None):
        assert await adapter(smtp_peer).send(mail(to=to), at) == Rejected(
            reason="mail.no_such_address"
        )
    assert smtp_peer.connections == 0


async def test_many_mails_go_at_once(smtp_peer: SmtpPeer, mail: Make, at: datetime) -> None:
    sending = adapter(smtp_peer)
    results = await asyncio.gather(
        *(sending.send(mail(idempotency_key=f"k{number}"), at) for number in range(20))
    )
    assert all(isinstance(result, Sent) for result in results)
    assert len({mail.message["Message-ID"] for mail in smtp_peer.mails}) == 20


async def test_smtp_cannot_say_later_what_became_of_a_mail(
    smtp_peer: SmtpPeer, mail: Make, at: datetime
) -> None:
    assert await adapter(smtp_peer).find(mail(), at, at) is None
    assert await adapter(smtp_peer).status("250 ok") is None


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
class TestSecurity:
    @pytest.fixture
    def trusted(self, authority: trustme.CA, tmp_path: Path) -> str:
        authority.cert_pem.write_to_path(tmp_path / "ca.pem")
        return f"ca={tmp_path / 'ca.pem'}"

    @pytest.fixture
    def secure_peer(self, authority: trustme.CA) -> Iterator[SmtpPeer]:
        with SmtpPeer(login=("exo@example.net", "s3cret:/@"), authority=authority) as peer:
            yield peer

    async def test_login_goes_over_starttls(
        self, secure_peer: SmtpPeer, trusted: str, mail: Make, at: datetime
    ) -> None:
        sending = adapter(secure_peer, options=f"?starttls=required&{trusted}")
        assert isinstance(await sending.send(mail(), at), Sent)
        assert secure_peer.encrypted == [True]

    async def test_login_goes_over_implicit_tls(
        self, authority: trustme.CA, trusted: str, mail: Make, at: datetime
    ) -> None:
        with SmtpPeer(login=("exo", "s3cret"), authority=authority, implicit_tls=True) as peer:
            sending = adapter(peer, options=f"?{trusted}")
            assert isinstance(await sending.send(mail(), at), Sent)
            assert peer.encrypted == [True]

    async def test_a_certificate_of_nobody_we_trust_is_refused(
        self, secure_peer: SmtpPeer, mail: Make, at: datetime
    ) -> None:
        for option in ("required", "offered"):
            result = await adapter(secure_peer, options=f"?starttls={option}").send(mail(), at)
            assert isinstance(result, Retry)
            assert result.reason == "mail.not_secure"
        assert secure_peer.mails == []

    async def test_a_server_without_starttls_gets_no_password(
        self, mail: Make, at: datetime
    ) -> None:
        with SmtpPeer(login=("exo", "s3cret")) as peer:
            result = await adapter(peer, options="?starttls=required").send(mail(), at)
        assert isinstance(result, Retry)
        assert result.reason == "mail.not_secure"

    async def test_a_wrong_password_waits_for_the_operator(
        self, secure_peer: SmtpPeer, trusted: str, mail: Make, at: datetime
    ) -> None:
        url = f"smtp://exo:wrong@localhost:{secure_peer.port}?starttls=required&{trusted}"
        result = await SmtpAdapter(SmtpServer.parse(url), SENDER).send(mail(), at)
        assert isinstance(result, Retry)
        assert result.reason == "mail.login_refused"
        assert result.after_s == 900

    async def test_check_logs_in_and_sends_nothing(
        self, secure_peer: SmtpPeer, trusted: str
    ) -> None:
        sending = adapter(secure_peer, options=f"?starttls=required&{trusted}")
        assert (await sending.check()).ok
        assert secure_peer.mails == []


async def test_check_names_what_is_wrong(smtp_peer: SmtpPeer) -> None:
    smtp_peer.greeting = "554 5.3.2 no service here"
    health = await adapter(smtp_peer).check()
    assert not health.ok
    assert health.reason == "mail.login_refused"
    assert "no service" in health.detail
