"""What goes out on a channel, what may come of it, and what comes in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

Address = NewType("Address", str)
"""Where a channel reaches a person, in its one written form: E.164 for SMS (`+48600100200`),
`local@domain` with a lower-case ASCII domain for e-mail. Made by `channels.addresses` only."""


class ChannelName(StrEnum):
    """The ways to a person that exist. IN_APP is a database row, written by the outbox itself."""

    IN_APP = "in_app"
    EMAIL = "email"
    SMS = "sms"


HEADERS = frozenset(
    {"In-Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "References", "Reply-To"}
)
"""The mail headers that a delivery may bring; the rest are made by the adapter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message, ready to go out, to one address.

    `to` is an Address of the channel; None in the app. `idempotency_key` is the same for every
    attempt at the same message. `subject`, `html` and `headers` (names from HEADERS) are for
    e-mail. `language` is "pl" or "en". `text` and `html` are final: adapters take unsafe
    characters out, but never shorten or rewrite.

    Raises ValueError for another language, a header outside HEADERS, or a value that is not one
    line of ASCII, its words of 900 characters at most: these are faults of the program.
    """

    idempotency_key: str
    channel: ChannelName
    to: str | None
    subject: str | None
    text: str
    language: str
    html: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.language not in ("pl", "en"):
            raise ValueError(f"no texts in the language {self.language!r}")
        if unknown := self.headers.keys() - HEADERS:
            raise ValueError(f"a delivery may not set the header {min(unknown)!r}")
        for name, value in self.headers.items():
            printable = value.isascii() and value.isprintable()
            if not printable or any(len(word) > 900 for word in value.split(" ")):
                raise ValueError(f"the header {name} is not one line of ASCII")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Taken over by the provider. `receipt` is its id, or its words of acceptance (SMTP)."""

    receipt: str
    provider: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Certainly not sent; the same attempt may succeed later.

    `reason` is a dotted key with a text in the catalogue (`error-...`); `detail` the provider's
    own words. `after_s`: seconds to wait at least, where that is known; None: the caller's
    back-off.
    """

    reason: str
    after_s: float | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Not sent, or not delivered, and this delivery never will be.

    `permanent`: the address itself cannot be written to, so later messages need another one;
    False: this message or the set-up was refused, not the address. `opted_out`: the person told
    the provider to stop.
    """

    reason: str
    permanent: bool = True
    opted_out: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """It may have been sent: the answer was lost after the content had been handed over.

    Never to be sent again before `Adapter.find` has said Absent, or a person has decided.
    """

    reason: str
    detail: str = ""


Result = Sent | Retry | Rejected | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """The provider knows of no such message: it was not sent, and may be sent again."""


Finding = Sent | Rejected | Absent


class DeliveryState(StrEnum):
    """How far the provider says a message has come. DELIVERED and FAILED are final."""

    PENDING = "pending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"

    def may_become(self, later: "DeliveryState") -> bool:
        """Whether news of `later` moves a message on; call-backs arrive twice and in any order."""
        order = list(DeliveryState)
        return self not in _FINAL and order.index(later) > order.index(self)


_FINAL = (DeliveryState.DELIVERED, DeliveryState.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusUpdate:
    """What a provider says became of a message that it took over.

    `receipt` is the one in Sent; `idempotency_key` the delivery's, where the provider gives it
    back. `failure` is set where `state` is FAILED.
    """

    receipt: str
    state: DeliveryState
    provider: str
    idempotency_key: str | None = None
    failure: Rejected | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """A message from outside, with a verified signature and an unverified author.

    `sender` is what the provider says; it is the tenant's own only where `same_address` says so.
    `provider_id` is unique: a provider may bring the same message twice. `at` is when it came in.
    """

    channel: ChannelName
    sender: str
    to: str
    text: str
    provider_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Whether a channel could send now, for `doctor`. `reason` is a key, as in Retry."""

    ok: bool
    reason: str
    detail: str = ""
