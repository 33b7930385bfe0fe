"""A delivery as a mail: the bytes that go over the wire."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Self

from exoskull.channels.addresses import parse_email
from exoskull.channels.model import Delivery
from exoskull.channels.text import clean_line, clean_outgoing
from exoskull.kit.errors import InvalidInput

_PLAIN = re.compile(r"[A-Za-z0-9 !#$%&'*+/?^_`{|}~-]{0,70}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who mails come from: an address, and a name where there is one."""

    address: str
    name: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """`local@domain` or `Name <local@domain>`.

        Raises InvalidInput `settings.invalid_mail_from`.
        """
        name, bracket, rest = text.strip().partition("<")
        address = rest[:-1] if bracket and rest.endswith(">") else text
        try:
            return cls(
                address=parse_email(address), name=clean_line(name).strip('"') if bracket else ""
            )
        except InvalidInput as error:
            raise InvalidInput(
                "settings.invalid_mail_from",
                field="EXOSKULL_MAIL_FROM",
                value=clean_line(text)[:80],
            ) from error

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """An envelope and its content: ASCII lines ended by CRLF, without dot-stuffing."""

    sender: str
    recipient: str
    content: bytes


def compose(delivery: Delivery, sender: Sender, at: datetime) -> Mail:
    """`delivery` as a mail written at `at`.

    The Message-ID comes from the idempotency key: every attempt at one delivery has the same, by
    which receivers know a duplicate. All of it is ASCII (quoted-printable, RFC 2047), so any
    server takes it. No value can start a header of its own. Raises InvalidInput `email.invalid`.
    """
    recipient = parse_email(delivery.to or "")
    headers = {
        "From": f"{_words(clean_line(sender.name), 'From')} <{sender.address}>".lstrip(),
        "To": recipient,
        "Subject": _words(clean_line(delivery.subject or ""), "Subject"),
        "Date": format_datetime(at),
        "Message-ID": message_id(delivery.idempotency_key, sender.domain),
        "Auto-Submitted": "auto-generated",
        "Content-Language": delivery.language,
        # At white space only: a URL or an id in pieces is none.
        **{name: value.replace(" ", "\r\n ") for name, value in delivery.headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return Mail(
        sender=sender.address,
        recipient=recipient,
        content=head.encode("ascii") + _body(delivery).as_bytes(),
    )


def _body(delivery: Delivery) -> EmailMessage:
    """The content with its MIME headers.

    The others are not made by `email`: it breaks long URLs up, and takes what looks encoded in a
    subject for encoded.
    """
    message = EmailMessage(policy=SMTP)
    message.set_content(clean_outgoing(delivery.text), cte="quoted-printable")
    if delivery.html is not None:
        message.add_alternative(
            clean_outgoing(delivery.html), subtype="html", cte="quoted-printable"
        )
        # The boundary would be drawn by chance: a replay and a second attempt want the same.
        message.set_boundary(f"=_{_digest(delivery.idempotency_key)}")
    return message


def _words(text: str, header: str) -> str:
    """One line of text as the value of a header, encoded where it has to be."""
    if _PLAIN.fullmatch(text):
        return text
    return Header(text, "utf-8", header_name=header).encode(linesep="\r\n")


def message_id(idempotency_key: str, domain: str) -> str:
    """The Message-ID of every mail that carries `idempotency_key`."""
    return f"<{_digest(idempotency_key)}@{domain}>"


def _digest(idempotency_key: str) -> str:
    return hashlib.sha256(idempotency_key.encode()).hexdigest()[:32]
