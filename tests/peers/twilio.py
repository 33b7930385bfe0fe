"""A Twilio-shaped server on loopback: it keeps messages, reports on them, and fails as asked.

Shapes and codes are those of https://www.twilio.com/docs/messaging/api/message-resource and
https://www.twilio.com/docs/api/errors.
"""

import base64
import itertools
import json
import re
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import Enum, auto
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from twilio.request_validator import RequestValidator

SID = "AC" + "0123456789abcdef" * 2
TOKEN = "token-of-a-peer"
NUMBER = "+15005550006"

_STOP = {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"}
_START = {"START", "YES", "UNSTOP"}
_MORE = "https://www.twilio.com/docs/errors/{}"


class Fault(Enum):
    """What the server does instead of answering a request; AFTER: the message is taken first."""

    HANG_BEFORE = auto()
    HANG_AFTER = auto()
    DROP_BEFORE = auto()
    DROP_AFTER = auto()
    GARBAGE_AFTER = auto()  # answers 201 with something that is no JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An answer with an error, as Twilio documents it. `code` None: no JSON at all."""

    status: int
    code: int | None
    message: str
    headers: dict[str, str] = field(default_factory=dict)


TOO_MANY = Refusal(status=429, code=20429, message="Too Many Requests")
BROKEN = Refusal(status=500, code=20500, message="An internal server error has occurred")
NOT_AUTHENTICATED = Refusal(status=401, code=20003, message="Authenticate")


@dataclass(slots=True, kw_only=True)
class Message:
    """A message that the server has taken."""

    sid: str
    to: str
    sender: str
    body: str
    status: str
    created: datetime
    callback: str | None
    direction: str = "outbound-api"
    error_code: int | None = None


class TwilioPeer:
    """The server, in threads of its own; a context manager.

    `next` holds what it does to the next requests instead of the right thing. `opted_out` has the
    numbers that wrote STOP, `bad_numbers` what it answers for a number ({"+48...": 21211}).
    `messages` are those taken, oldest first. `now` gives the time of its clock.
    """

    def __init__(self, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.next: deque[Fault | Refusal] = deque()
        self.messages: list[Message] = []
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.opted_out: set[str] = set()
        self.bad_numbers: dict[str, int] = {}
        self.account_status = "active"
        self.body_prefix = ""
        self._now = now
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        handler = type("Handler", (_Handler,), {"peer": self})
        self._server = _Server(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="twilio-peer", daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(30)

    @property
    def url(self) -> str:
        """As EXOSKULL_TWILIO_API_URL takes it."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def environment(self) -> dict[str, str]:
        """The settings that make ExoSkull send by this peer."""
        return {
            "EXOSKULL_TWILIO_SID": SID,
            "EXOSKULL_TWILIO_TOKEN": TOKEN,
            "EXOSKULL_TWILIO_FROM": NUMBER,
            "EXOSKULL_TWILIO_API_URL": self.url,
        }

    def report(self, sid: str, status: str, error_code: int | None = None) -> int | None:
        """The message has come to `status`: say so to its call-back, if it has one.

        Gives the HTTP status of the answer; None without a call-back.
        """
        message = self.message(sid)
        with self._lock:
            message.status, message.error_code = status, error_code
        if message.callback is None:
            return None
        form = {
            "ApiVersion": "2010-04-01",
            "AccountSid": SID,
            "From": message.sender,
            "To": message.to,
            "MessageSid": sid,
            "MessageStatus": status,
            "SmsSid": sid,
            "SmsStatus": status,
        }
        if error_code is not None:
            form["ErrorCode"] = str(error_code)
        return self.post(message.callback, form)

    def deliver(self, sid: str) -> None:
        """The message gets through: `sent`, then `delivered`, each reported."""
        self.report(sid, "sent")
        self.report(sid, "delivered")

    def text(self, sender: str, body: str, url: str) -> int:
        """Somebody writes an SMS: Twilio keeps their STOP and START, and calls the webhook."""
        word = body.strip().upper()
        if word in _STOP:
            self.opted_out.add(sender)
        elif word in _START:
            self.opted_out.discard(sender)
        return self.post(url, self.inbound_form(sender, body))

    def inbound_form(self, sender: str, body: str) -> dict[str, str]:
        """The form by which a webhook learns of an SMS; the message is kept."""
        message = Message(
            sid=self._new_sid(),
            to=NUMBER,
            sender=sender,
            body=body,
            status="received",
            created=self._now(),
            callback=None,
            direction="inbound",
        )
        with self._lock:
            self.messages.append(message)
        return {
            "ToCountry": "US",
            "SmsMessageSid": message.sid,
            "NumMedia": "0",
            "SmsSid": message.sid,
            "SmsStatus": "received",
            "Body": body,
            "To": NUMBER,
            "NumSegments": "1",
            "MessageSid": message.sid,
            "AccountSid": SID,
            "From": sender,
            "ApiVersion": "2010-04-01",
        }

    def signature(self, url: str, form: dict[str, str]) -> str:
        return RequestValidator(TOKEN).compute_signature(url, form)

    def post(self, url: str, form: dict[str, str]) -> int:
        """Call a webhook as Twilio does; gives the HTTP status of the answer."""
        parts = urlsplit(url)
        assert parts.hostname is not None
        connection = HTTPConnection(parts.hostname, parts.port or 80, timeout=15)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request(
                "POST",
                target,
                urlencode(form),
                {
                    "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
                    "X-Twilio-Signature": self.signature(url, form),
                    "User-Agent": "TwilioProxy/1.1",
                    "I-Twilio-Idempotency-Token": f"token-{next(self._numbers)}",
                },
            )
            return connection.getresponse().status
        finally:
            connection.close()

    def message(self, sid: str) -> Message:
        return next(message for message in self.messages if message.sid == sid)

    def take(self, form: dict[str, str]) -> Message | Refusal:
        """What comes of a request to send."""
        to, sender = form.get("To", ""), form.get("From") or form.get("MessagingServiceSid")
        if not sender:
            return _bad(21603, "A 'From' phone number is required.")
        if not form.get("Body"):
            return _bad(21602, "Message body is required.")
        if len(form["Body"]) > 1600:
            return _bad(21617, "The concatenated message body exceeds the 1600 character limit.")
        if not re.fullmatch(r"\+[1-9][0-9]{6,14}", to):
            return _bad(21211, f"The 'To' number {to} is not a valid phone number.")
        if to in self.bad_numbers:
            return _bad(self.bad_numbers[to], f"Refused for {to}.")
        if to in self.opted_out:
            return _bad(21610, "Attempt to send to unsubscribed recipient")
        if "StatusCallback" in form and not urlsplit(form["StatusCallback"]).hostname:
            return _bad(21609, "The 'StatusCallback' URL is not a valid URL.")
        message = Message(
            sid=self._new_sid(),
            to=to,
            sender=sender,
            body=self.body_prefix + form["Body"],
            status="queued",
            created=self._now(),
            callback=form.get("StatusCallback"),
        )
        with self._lock:
            self.messages.append(message)
        return message

    def hang(self) -> None:
        """Until the server stops."""
        self._stopped.wait()

    def _new_sid(self) -> str:
        return f"SM{next(self._numbers):032x}"


class _Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    peer: TwilioPeer

    def do_POST(self) -> None:
        form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        self._serve("POST", form)

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        self._serve("GET", {name: values[0] for name, values in query.items()})

    def _serve(self, method: str, form: dict[str, str]) -> None:
        peer, path = self.peer, urlsplit(self.path).path
        peer.requests.append((method, path, form))
        todo = peer.next.popleft() if peer.next else None
        if isinstance(todo, Refusal):
            self._refuse(todo)
            return
        if todo is Fault.HANG_BEFORE:
            peer.hang()
        if todo in (Fault.HANG_BEFORE, Fault.DROP_BEFORE):
            self.close_connection = True
            return
        answer = self._answer(method, path, form)
        if todo is Fault.HANG_AFTER:
            peer.hang()
        if todo in (Fault.HANG_AFTER, Fault.DROP_AFTER):
            self.close_connection = True
        elif todo is Fault.GARBAGE_AFTER:
            self._write(201, b"<html>it went well</html>", {})
        elif isinstance(answer, Refusal):
            self._refuse(answer)
        else:
            self._write(201 if method == "POST" else 200, json.dumps(answer).encode(), {})

    def _answer(self, method: str, path: str, form: dict[str, str]) -> dict[str, Any] | Refusal:
        peer = self.peer
        expected = base64.b64encode(f"{SID}:{TOKEN}".encode()).decode()
        if self.headers.get("Authorization") != f"Basic {expected}":
            return NOT_AUTHENTICATED
        account = f"/2010-04-01/Accounts/{SID}"
        if (method, path) == ("POST", f"{account}/Messages.json"):
            taken = peer.take(form)
            return taken if isinstance(taken, Refusal) else _shown(taken)
        if (method, path) == ("GET", f"{account}/Messages.json"):
            return self._listed(path, form)
        if (method, path) == ("GET", f"{account}.json"):
            return {"sid": SID, "friendly_name": "peer", "status": peer.account_status}
        for message in peer.messages:
            if (method, path) == ("GET", f"{account}/Messages/{message.sid}.json"):
                return _shown(message)
        return Refusal(
            status=404, code=20404, message=f"The requested resource {path} was not found"
        )

    def _listed(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        size, page = int(form.get("PageSize", "50")), int(form.get("Page", "0"))
        wanted = [
            message
            for message in reversed(self.peer.messages)
            if form.get("To") in (None, message.to) and form.get("From") in (None, message.sender)
        ]
        following = urlencode({**form, "PageSize": size, "Page": page + 1})
        return {
            "messages": [_shown(message) for message in wanted[page * size : (page + 1) * size]],
            "page": page,
            "page_size": size,
            "start": page * size,
            "end": min((page + 1) * size, len(wanted)) - 1,
            "uri": self.path,
            "first_page_uri": f"{path}?{urlencode({**form, 'Page': 0})}",
            "next_page_uri": f"{path}?{following}" if (page + 1) * size < len(wanted) else None,
            "previous_page_uri": None,
        }

    def _refuse(self, refusal: Refusal) -> None:
        if refusal.code is None:
            self._write(refusal.status, refusal.message.encode(), refusal.headers)
            return
        body = {
            "code": refusal.code,
            "message": refusal.message,
            "more_info": _MORE.format(refusal.code),
            "status": refusal.status,
        }
        self._write(refusal.status, json.dumps(body).encode(), refusal.headers)

    def _write(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: tests read `requests`."""


def _bad(code: int, message: str) -> Refusal:
    return Refusal(status=400, code=code, message=message)


def _shown(message: Message) -> dict[str, Any]:
    """A message as the API shows it."""
    uri = f"/2010-04-01/Accounts/{SID}/Messages/{message.sid}.json"
    moving = message.status in ("queued", "accepted")
    return {
        "account_sid": SID,
        "api_version": "2010-04-01",
        "body": message.body,
        "date_created": format_datetime(message.created.astimezone(UTC)),
        "date_sent": None if moving else format_datetime(message.created.astimezone(UTC)),
        "date_updated": format_datetime(message.created.astimezone(UTC)),
        "direction": message.direction,
        "error_code": message.error_code,
        "error_message": None,
        "from": message.sender,
        "messaging_service_sid": None,
        "num_media": "0",
        "num_segments": "1",
        "price": None,
        "price_unit": "USD",
        "sid": message.sid,
        "status": message.status,
        "subresource_uris": {"media": uri.replace(".json", "/Media.json")},
        "to": message.to,
        "uri": uri,
    }
