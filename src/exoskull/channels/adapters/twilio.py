"""SMS by Twilio's SDK."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

import httpx2
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance

from exoskull.channels.adapters.loopback import is_this_machine
from exoskull.channels.adapters.twilio_http import NOT_LEFT, Connection
from exoskull.channels.addresses import parse_phone
from exoskull.channels.inbound.twilio import STATUS_PATH
from exoskull.channels.model import (
    Absent,
    Delivery,
    DeliveryState,
    Finding,
    Health,
    Rejected,
    Result,
    Retry,
    Sent,
    StatusUpdate,
    Unknown,
)
from exoskull.channels.text import clean_line, clean_outgoing, shortened
from exoskull.channels.twilio_codes import failure, refusal, state_of
from exoskull.kit.errors import InvalidInput

API_URL = "https://api.twilio.com"
SETTLED_AFTER = timedelta(seconds=60)
"""How long after its time-out an attempt that is not in Twilio's list was certainly not taken."""
_LISTED = 50
_CLOCKS_DIFFER = timedelta(minutes=2)
_BUSY = (TwilioException, httpx2.HTTPError, TimeoutError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwilioAccount:
    """Whose account, and from which number (or messaging service, `MG...`).

    `public_url`: where Twilio reports what became of a message; None: nowhere.
    """

    sid: str
    token: str = field(repr=False)
    sender: str
    api_url: str = API_URL
    public_url: str | None = None


class TwilioAdapter:
    """Hands each SMS to Twilio; `timeout_s` is for the whole of one call."""

    provider = "twilio"

    def __init__(self, account: TwilioAccount, timeout_s: float = 30.0) -> None:
        self._account = account
        self._timeout_s = timeout_s
        # Once: it reads hundreds of certificates, for 30 ms.
        self._trust = httpx2.create_ssl_context()

    async def send(self, delivery: Delivery, at: datetime) -> Result:
        try:
            to = parse_phone(delivery.to or "")
        except InvalidInput:
            return Rejected(reason="sms.no_such_number")
        connection = Connection(self._timeout_s, self._trust)
        try:
            async with asyncio.timeout(self._timeout_s):
                message = await self._client(connection).messages.create_async(
                    to=to, body=clean_outgoing(delivery.text), **self._options(delivery)
                )
        except NOT_LEFT as error:
            return Retry(reason="sms.unreachable", detail=_named(error))
        except (TwilioRestException, TwilioServiceException) as error:
            words = error.msg if isinstance(error, TwilioRestException) else str(error)
            return refusal(error.status, error.code, words, connection.retry_after_s)
        except _BUSY as error:
            return Unknown(reason="sms.answer_lost", detail=_named(error))
        if not message.sid:
            return Unknown(reason="sms.answer_lost", detail="no sid")
        return self._outcome(message)

    async def find(
        self, delivery: Delivery, attempted_at: datetime, at: datetime
    ) -> Finding | None:
        """Looks among the last messages to the same number for the same words.

        Twilio has no idempotency keys; a call-back that carries ours (`StatusUpdate`) may settle
        the matter sooner. All are read, not those of a day only: one still in Twilio's queue has
        no day of sending.
        """
        text = clean_outgoing(delivery.text).strip()
        given_up = attempted_at + timedelta(seconds=self._timeout_s)
        earliest, latest = attempted_at - _CLOCKS_DIFFER, given_up + _CLOCKS_DIFFER
        try:
            async with asyncio.timeout(self._timeout_s):
                messages = await self._client().messages.list_async(to=delivery.to, limit=_LISTED)
        except _BUSY:
            return None
        mine = [
            message
            for message in messages
            # A trial account puts a sentence of its own before the text.
            if (message.body or "").strip().endswith(text)
            and message.direction != "inbound"
            and message.date_created is not None
            and earliest <= message.date_created <= latest
        ]
        if mine:
            return self._outcome(min(mine, key=_has_failed))
        settled = at >= given_up + SETTLED_AFTER
        reaches_back = len(messages) < _LISTED or any(
            message.date_created is not None and message.date_created < earliest
            for message in messages
        )
        return Absent() if settled and reaches_back else None

    async def status(self, receipt: str) -> StatusUpdate | None:
        try:
            async with asyncio.timeout(self._timeout_s):
                message = await self._client().messages(receipt).fetch_async()
        except _BUSY:
            return None
        return StatusUpdate(
            receipt=receipt,
            state=state_of(message.status),
            provider=self.provider,
            failure=_failure(message) if _has_failed(message) else None,
        )

    async def check(self) -> Health:
        """Reads the account: right token, and active."""
        try:
            async with asyncio.timeout(self._timeout_s):
                account = await self._client().api.v2010.accounts(self._account.sid).fetch_async()
        except (TwilioRestException, TwilioServiceException) as error:
            refused = error.status in (401, 403, 404)
            reason = "sms.login_refused" if refused else "sms.provider_failed"
            return Health(ok=False, reason=reason, detail=f"{error.status} {error.code}")
        except _BUSY as error:
            return Health(ok=False, reason="sms.unreachable", detail=_named(error))
        if account.status != "active":
            return Health(ok=False, reason="sms.login_refused", detail=f"account {account.status}")
        return Health(ok=True, reason="channel.ready")

    def _client(self, connection: Connection | None = None) -> Client:
        account = self._account
        client = Client(
            account.sid,
            account.token,
            http_client=connection or Connection(self._timeout_s, self._trust),
            # Not the process's environment, whose TWILIO_REGION would move the host.
            environment={"TWILIO_ACCOUNT_SID": account.sid},
        )
        client.api.base_url = account.api_url
        return client

    def _options(self, delivery: Delivery) -> dict[str, str]:
        sender = self._account.sender
        options = {"messaging_service_sid" if sender.startswith("MG") else "from_": sender}
        if callback := self._callback(delivery):
            options["status_callback"] = callback
        return options

    def _callback(self, delivery: Delivery) -> str | None:
        """Where Twilio reports, with the key of the delivery; it refuses a URL it cannot reach."""
        public_url = self._account.public_url
        if public_url is None or (
            is_this_machine(urlsplit(public_url).hostname)
            and not is_this_machine(urlsplit(self._account.api_url).hostname)
        ):
            return None
        query = urlencode({"delivery": delivery.idempotency_key})
        return f"{public_url.rstrip('/')}{STATUS_PATH}?{query}"

    def _outcome(self, message: MessageInstance) -> Sent | Rejected:
        if _has_failed(message):
            return _failure(message)
        return Sent(receipt=str(message.sid), provider=self.provider)


def _has_failed(message: MessageInstance) -> bool:
    return state_of(message.status) is DeliveryState.FAILED


def _failure(message: MessageInstance) -> Rejected:
    return failure(message.error_code, message.error_message)


def _named(error: BaseException) -> str:
    return shortened(clean_line(f"{type(error).__name__}: {error}"), 200)
