"""E-mail by SMTP."""

import asyncio
import re
from datetime import datetime

from aiosmtplib import SMTPException, SMTPRecipientRefused, SMTPResponseException

from exoskull.channels.adapters.mail import Sender, compose
from exoskull.channels.adapters.smtp_server import SmtpServer
from exoskull.channels.adapters.smtp_session import NotSecure, Session, own_name
from exoskull.channels.model import Delivery, Health, Rejected, Result, Retry, Sent, Unknown
from exoskull.channels.text import clean_line, shortened
from exoskull.kit.errors import InvalidInput

SET_UP_PAUSE_S = 900.0
"""How long to wait before trying again where an operator has to mend something."""

_POLICY = re.compile(r"5\.7\.\d")


class SmtpAdapter:
    """Hands each mail to one server, on a connection of its own.

    `timeout_s` is for the whole of one sending. SMTP cannot say later what became of a mail:
    `find` and `status` give None.
    """

    provider = "smtp"

    def __init__(self, server: SmtpServer, sender: Sender, timeout_s: float = 60.0) -> None:
        self._server = server
        self._sender = sender
        self._timeout_s = timeout_s

    async def send(self, delivery: Delivery, at: datetime) -> Result:
        try:
            mail = compose(delivery, self._sender, at)
        except InvalidInput:
            return Rejected(reason="mail.no_such_address")
        session = self._session()
        try:
            async with asyncio.timeout(self._timeout_s):
                await session.open()
                answer = await session.transfer(mail)
            await session.quit()
        except (SMTPException, OSError, TimeoutError) as error:
            return _failure(error, session)
        finally:
            session.close()
        return Sent(receipt=_words(answer.code, answer.message), provider=self.provider)

    async def find(self, delivery: Delivery, attempted_at: datetime, at: datetime) -> None:
        return None

    async def status(self, receipt: str) -> None:
        return None

    async def check(self) -> Health:
        """Connects, secures, logs in; sends no mail."""
        session = self._session()
        try:
            async with asyncio.timeout(self._timeout_s):
                await session.open()
            await session.quit()
        except (SMTPException, OSError, TimeoutError) as error:
            failure = _failure(error, session)
            return Health(ok=False, reason=failure.reason, detail=failure.detail)
        finally:
            session.close()
        return Health(ok=True, reason="channel.ready")

    def _session(self) -> Session:
        return Session(self._server, own_name(self._sender.domain), self._timeout_s)


def _failure(error: Exception, session: Session) -> Retry | Rejected | Unknown:
    """What `error` means, given how far the session had come."""
    if isinstance(error, SMTPResponseException) and 400 <= error.code < 600:
        return _refusal(error, session)
    detail = shortened(clean_line(str(error) or type(error).__name__), 200)
    if session.handed_over:
        return Unknown(reason="mail.answer_lost", detail=detail)
    if isinstance(error, NotSecure):
        return Retry(reason="mail.not_secure", after_s=SET_UP_PAUSE_S, detail=detail)
    if session.logged_in:
        return Retry(reason="mail.connection_lost", detail=detail)
    return Retry(reason="mail.unreachable", detail=detail)


def _refusal(error: SMTPResponseException, session: Session) -> Retry | Rejected:
    """An answer 4xx or 5xx: certainly not accepted, at any stage."""
    detail = _words(error.code, error.message)
    if error.code < 500:
        return Retry(reason="mail.deferred", detail=detail)
    if not session.logged_in:
        return Retry(reason="mail.login_refused", after_s=SET_UP_PAUSE_S, detail=detail)
    if (
        isinstance(error, SMTPRecipientRefused)
        and error.code in (550, 551, 553)
        and not _POLICY.match(error.message)
    ):
        return Rejected(reason="mail.no_such_address", detail=detail)
    return Rejected(reason="mail.refused", permanent=False, detail=detail)


def _words(code: int, message: str) -> str:
    return shortened(clean_line(f"{code} {message}"), 200)
