"""A real mail server on loopback (aiosmtpd) that refuses, hangs and drops where it is told to."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import Enum, auto
from typing import Any, Self
from urllib.parse import quote

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


class Fault(Enum):
    """Where the server stops being a good one."""

    HANG_AT_GREETING = auto()
    DROP_AT_GREETING = auto()
    DROP_AT_DATA = auto()  # before it has asked for the content
    DROP_IN_CONTENT = auto()  # after the first bytes of it
    DROP_AFTER_DOT = auto()  # it has all of the content, and keeps it
    HANG_AFTER_DOT = auto()  # the same, without hanging up


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A mail that the server has taken over, whether or not it could say so."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage
    raw: bytes
    queue_id: str


class SmtpPeer:
    """A mail server in a thread of its own; a context manager.

    `greeting`, `rcpt_reply` and `data_reply` replace what it says ("550 5.1.1 no such user");
    `fault` is what it does instead of answering. `mails` is what it has taken over; `accepted` is
    set when it has the first, `left` when the first client has gone.
    With `login` (user, password) it demands that; with `authority` it offers STARTTLS by a
    certificate for `localhost` and 127.0.0.1, with `implicit_tls` as well TLS from the first byte.
    """

    def __init__(
        self,
        *,
        login: tuple[str, str] | None = None,
        authority: trustme.CA | None = None,
        implicit_tls: bool = False,
    ) -> None:
        self.greeting: str | None = None
        self.rcpt_reply: str | None = None
        self.data_reply: str | None = None
        self.fault: Fault | None = None
        self.mails: list[Accepted] = []
        self.accepted = threading.Event()
        self.left = threading.Event()
        self.connections = 0
        self.encrypted: list[bool] = []
        self._login = login
        self._implicit_tls = implicit_tls
        self._lock = threading.Lock()
        self._tls = None if authority is None else _context(authority)
        self._server = _Server(self._smtp, self._tls if implicit_tls else None)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    @property
    def port(self) -> int:
        return self._server.port

    @property
    def url(self) -> str:
        """As EXOSKULL_SMTP_URL takes it."""
        who = ":".join(quote(part, safe="") for part in self._login) + "@" if self._login else ""
        return f"{'smtps' if self._implicit_tls else 'smtp'}://{who}localhost:{self.port}"

    def _smtp(self, loop: asyncio.AbstractEventLoop) -> "_Protocol":
        self.connections += 1
        user, password = self._login or ("", "")
        return _Protocol(
            self,
            hostname="mail.example.org",
            tls_context=None if self._implicit_tls else self._tls,
            require_starttls=self._tls is not None and not self._implicit_tls,
            auth_required=self._login is not None,
            auth_require_tls=self._tls is not None and not self._implicit_tls,
            authenticator=lambda _server, _session, _envelope, _mechanism, data: AuthResult(
                handled=False,
                success=data is not None
                and (data.login, data.password) == (user.encode(), password.encode()),
            ),
            data_size_limit=None,
            loop=loop,
        )

    def accept(self, envelope: Envelope) -> str:
        """Take the mail over; gives the queue id."""
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        with self._lock:
            queue_id = f"{len(self.mails) + 1:010X}"
            self.mails.append(
                Accepted(
                    sender=envelope.mail_from or "",
                    recipients=tuple(envelope.rcpt_tos),
                    message=message,
                    raw=envelope.content,
                    queue_id=queue_id,
                )
            )
        self.accepted.set()
        return queue_id


class _Protocol(SMTP):
    """aiosmtpd's server, with the faults that no handler of it can commit."""

    def __init__(self, peer: SmtpPeer, **options: Any) -> None:
        super().__init__(_Handler(peer), **options)
        self._peer = peer
        self.gone = asyncio.Event()

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.gone.set()
        self._peer.left.set()

    async def push(self, status: Any) -> None:
        text = str(status, "utf-8", "replace") if isinstance(status, bytes) else str(status)
        if text.startswith("220 ") and self.session is not None and not self.session.host_name:
            match self._peer.fault:
                case Fault.HANG_AT_GREETING:
                    await _for_ever()
                    return
                case Fault.DROP_AT_GREETING:
                    self.drop()
                    return
            status = self._peer.greeting or status
        await super().push(status)

    async def smtp_DATA(self, arg: str) -> None:
        match self._peer.fault:
            case Fault.DROP_AT_DATA:
                self.drop()
            case Fault.DROP_IN_CONTENT:
                await self.push("354 go ahead")
                await self._reader.read(1)
                self.drop()
            case _:
                await super().smtp_DATA(arg)

    def drop(self) -> None:
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()


class _Handler:
    def __init__(self, peer: SmtpPeer) -> None:
        self._peer = peer

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._peer.rcpt_reply is not None:
            return self._peer.rcpt_reply
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, server: _Protocol, session: Session, envelope: Envelope) -> str:
        self._peer.encrypted.append(session.ssl is not None or self._peer._implicit_tls)
        if self._peer.data_reply is not None:
            return self._peer.data_reply
        queue_id = self._peer.accept(envelope)
        match self._peer.fault:
            case Fault.DROP_AFTER_DOT:
                server.drop()
            case Fault.HANG_AFTER_DOT:
                await _for_ever()
        return f"250 2.0.0 Ok: queued as {queue_id}"


class _Server:
    """An event loop in a thread, with one listening socket."""

    def __init__(
        self, protocol: Callable[[asyncio.AbstractEventLoop], _Protocol], tls: ssl.SSLContext | None
    ) -> None:
        # A small receive buffer, so that a large mail is not all in the kernel when it hangs up.
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.loop = asyncio.new_event_loop()
        self._protocol, self._tls = protocol, tls
        self._listening, self._stopped = threading.Event(), asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="smtp-peer", daemon=True)

    def start(self) -> None:
        self._thread.start()
        assert self._listening.wait(30)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join(30)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self.loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        clients: list[_Protocol] = []

        def client() -> _Protocol:
            clients.append(self._protocol(self.loop))
            return clients[-1]

        server = await self.loop.create_server(client, sock=self._socket, ssl=self._tls)
        self._listening.set()
        await self._stopped.wait()
        server.close()
        for each in clients:
            each.drop()
        await asyncio.gather(*(each.gone.wait() for each in clients if each.transport is not None))


async def _for_ever() -> None:
    """Until the server stops, and cancels it."""
    await asyncio.Event().wait()


def _context(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    return context
