"""Twilio's webhooks: an SMS that came in, and what became of one that went out."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qs, parse_qsl, urlsplit

from twilio.request_validator import RequestValidator

from exoskull.channels.model import ChannelName, DeliveryState, Inbound, StatusUpdate
from exoskull.channels.twilio_codes import failure, state_of
from exoskull.kit.errors import InvalidInput, Unauthorized
from exoskull.kit.text import as_kept

INBOUND_PATH = "/hooks/sms"
STATUS_PATH = "/hooks/sms/status"


def webhook_url(public_url: str, target: str) -> str:
    """The URL that Twilio called: behind a proxy, the one the web server sees is another.

    `target` is the request's path and raw query, as they stood in the request line.
    """
    return public_url.rstrip("/") + target


def read_message(
    *, url: str, body: bytes, signature: str | None, token: str | None, at: datetime
) -> Inbound:
    """The SMS that a webhook brings.

    Args:
        url: from `webhook_url`.
        body: the form as it came, not parsed.
        signature: the header X-Twilio-Signature.
        token: the account's auth token.
        at: when the request came in. A signature does not age: the inbox must take each
            `provider_id` once only.

    Raises:
        Unauthorized: `webhook.signature_invalid`; nothing of the body was looked at.
        InvalidInput: `webhook.malformed`.
    """
    form = _verified(url, body, signature, token)
    return Inbound(
        channel=ChannelName.SMS,
        sender=_required(form, "From"),
        to=_required(form, "To"),
        text=as_kept(form.get("Body", "")),
        provider_id=_required(form, "MessageSid"),
        at=at,
    )


def read_status(*, url: str, body: bytes, signature: str | None, token: str | None) -> StatusUpdate:
    """What a status call-back says; arguments and errors as of `read_message`.

    Call-backs come more than once and out of order: see `DeliveryState.may_become`.
    """
    form = _verified(url, body, signature, token)
    state = state_of(_required(form, "MessageStatus"))
    code = form.get("ErrorCode", "")
    failed = state is DeliveryState.FAILED
    return StatusUpdate(
        receipt=_required(form, "MessageSid"),
        state=state,
        provider="twilio",
        idempotency_key=next(iter(parse_qs(urlsplit(url).query).get("delivery", ())), None),
        failure=failure(int(code) if code.isdecimal() else None, None) if failed else None,
    )


def _verified(url: str, body: bytes, signature: str | None, token: str | None) -> Mapping[str, str]:
    """The form of a request that Twilio signed. An empty token would verify anybody's."""
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=200)
    except ValueError as error:
        raise InvalidInput("webhook.malformed", field="body") from error
    form = dict(pairs)
    if len(form) < len(pairs):
        raise InvalidInput("webhook.malformed", field="body")
    if not token or not signature or not RequestValidator(token).validate(url, form, signature):
        raise Unauthorized("webhook.signature_invalid")
    return form


def _required(form: Mapping[str, str], name: str) -> str:
    value = form.get(name, "")
    if not value or len(value) > 64 or not value.isprintable():
        raise InvalidInput("webhook.malformed", field=name)
    return value
