"""What Twilio's error codes and states mean for a delivery.

Source: https://www.twilio.com/docs/api/errors (codes) and Twilio's note on retry logic (status).
"""

from exoskull.channels.model import DeliveryState, Rejected, Retry, Unknown
from exoskull.channels.text import clean_line, shortened

SET_UP_PAUSE_S = 900.0
"""How long to wait before trying again where an operator has to mend something."""

_OPTED_OUT = {21610}
_BAD_ADDRESS = {
    21211,  # invalid To
    21217,  # To does not look like a phone number
    21265,  # To is a short code
    21401,  # invalid phone number
    21604,  # To is missing
    21612,  # To cannot be reached from this sender
    21614,  # To is not a mobile number
    30005,  # unknown destination handset
    30006,  # landline, or a carrier that cannot be reached
}
_QUEUE_FULL = {21611, 30001}


def refusal(
    status: int, code: int | None, message: str, retry_after_s: float | None
) -> Retry | Rejected | Unknown:
    """What an answer with an HTTP error `status`, and Twilio's own `code`, means.

    429 and 503 were not processed, 401 and 403 never are: Retry. Of the other 5xx Twilio does not
    say whether the message was taken: Unknown, to be settled by `find`.
    """
    detail = _detail(code or status, message)
    if status in (429, 503) or code in _QUEUE_FULL:
        return Retry(reason="sms.busy", after_s=retry_after_s, detail=detail)
    if status in (401, 403) and code not in _OPTED_OUT | _BAD_ADDRESS:
        return Retry(reason="sms.login_refused", after_s=SET_UP_PAUSE_S, detail=detail)
    if status >= 500:
        return Unknown(reason="sms.provider_failed", detail=detail)
    return failure(code, message)


def failure(code: int | None, message: str | None) -> Rejected:
    """What Twilio's `code` says of a message that it will not, or could not, deliver."""
    detail = _detail(code, message)
    if code in _OPTED_OUT:
        return Rejected(reason="sms.opted_out", opted_out=True, detail=detail)
    if code in _BAD_ADDRESS:
        return Rejected(reason="sms.no_such_number", detail=detail)
    return Rejected(reason="sms.refused", permanent=False, detail=detail)


def _detail(code: int | None, message: str | None) -> str:
    return shortened(clean_line(" ".join(str(part) for part in (code, message) if part)), 200)


_STATES = {
    "accepted": DeliveryState.PENDING,
    "scheduled": DeliveryState.PENDING,
    "queued": DeliveryState.PENDING,
    "sending": DeliveryState.PENDING,
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.DELIVERED,
    "undelivered": DeliveryState.FAILED,
    "failed": DeliveryState.FAILED,
    "canceled": DeliveryState.FAILED,
}


def state_of(status: object) -> DeliveryState:
    """Twilio's word for how far a message has come; a word it may add later is PENDING."""
    return _STATES.get(str(status), DeliveryState.PENDING)
