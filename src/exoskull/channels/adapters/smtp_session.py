"""One mail over one SMTP connection, in steps, so that a failure says how far it got.

aiosmtplib's own `sendmail` gives the same error for a connection lost before the content went
over and after; the first may be tried again, the second may not. So DATA is done here.
"""

import asyncio
import re
import socket
import ssl
from contextlib import suppress
from typing import cast

from aiosmtplib import SMTP, SMTPDataError, SMTPException, SMTPResponse, SMTPServerDisconnected

from exoskull.channels.adapters.mail import Mail
from exoskull.channels.adapters.smtp_server import SmtpServer, Tls

_LINE_START_DOT = re.compile(rb"(?m)^\.")


class NotSecure(SMTPException):
    """The server cannot be spoken to as safely as the set-up demands."""


class Session:
    """A connection for one mail; `logged_in` and `handed_over` say how far it has come."""

    def __init__(self, server: SmtpServer, helo: str, timeout_s: float) -> None:
        self.logged_in = False
        self.handed_over = False
        self._timeout_s = timeout_s
        self._smtp = SMTP(
            hostname=server.host,
            port=server.port,
            local_hostname=helo,
            timeout=timeout_s,
            use_tls=server.tls is Tls.IMPLICIT,
            start_tls=False,
            cert_bundle=server.ca_file,
        )
        self._server = server

    async def open(self) -> None:
        """Connect, secure, log in. Raises NotSecure, aiosmtplib's errors and OSError."""
        smtp, server = self._smtp, self._server
        try:
            await smtp.connect()
            await smtp.ehlo()
            if server.tls in (Tls.REQUIRED, Tls.OFFERED):
                await self._secure()
        except (SMTPException, OSError) as error:
            unsafe = error if isinstance(error, ssl.SSLError) else error.__cause__
            if isinstance(unsafe, ssl.SSLError):
                raise NotSecure(str(unsafe)) from error
            raise
        if server.username is not None:
            await smtp.login(server.username, server.password or "")
        self.logged_in = True

    async def _secure(self) -> None:
        if self._smtp.supports_extension("starttls"):
            await self._smtp.starttls()
            await self._smtp.ehlo()
        elif self._server.tls is Tls.REQUIRED:
            raise NotSecure("the server does not offer STARTTLS")

    async def transfer(self, mail: Mail) -> SMTPResponse:
        """Hand `mail` over; gives the server's 2xx answer to it.

        From `handed_over` on, what fails may have been accepted. Raises aiosmtplib's errors,
        OSError, TimeoutError.
        """
        smtp = self._smtp
        size = [f"SIZE={len(mail.content)}"] if smtp.supports_extension("size") else []
        await smtp.mail(mail.sender, options=size)
        await smtp.rcpt(mail.recipient)
        start = await smtp.execute_command(b"DATA")
        if start.code != 354:
            raise SMTPDataError(start.code, start.message)
        answer = await self._content(mail.content)
        if not 200 <= answer.code < 300:
            raise SMTPDataError(answer.code, answer.message)
        return answer

    async def _content(self, content: bytes) -> SMTPResponse:
        protocol = self._smtp.protocol
        if protocol is None or protocol.transport is None:
            raise SMTPServerDisconnected("Connection lost")
        # No isinstance: uvloop's transports are not asyncio's, and do the same.
        transport = cast(asyncio.WriteTransport, protocol.transport)
        # All but the final dot goes first, out of this process and to the kernel: a server that
        # has gone by then cannot have accepted it.
        transport.set_write_buffer_limits(high=0)
        protocol.write(_LINE_START_DOT.sub(b"..", content))
        await protocol._drain_helper()
        if transport.is_closing():
            raise SMTPServerDisconnected("Connection lost")
        self.handed_over = True
        protocol.write(b".\r\n")
        return await protocol.read_response(timeout=self._timeout_s)

    async def quit(self) -> None:
        """Take leave; what the server answers to that changes nothing."""
        with suppress(SMTPException, OSError, TimeoutError):
            await self._smtp.quit(timeout=min(self._timeout_s, 2.0))

    def close(self) -> None:
        self._smtp.close()


def own_name(fallback: str) -> str:
    """This machine's name for EHLO, without asking a name server (which may hang)."""
    name = socket.gethostname()
    return name if "." in name and name.isascii() else fallback
