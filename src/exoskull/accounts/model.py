"""What a person can sign in by, and how often anybody may try."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from exoskull.tenants.model import Scope

LABEL_MAX = 100

MAIL_LINK_LASTS = timedelta(minutes=15)
"""How long a link that was asked for by mail is good."""

FRESH = timedelta(minutes=15)
"""A session is fresh this long after it began: a new password then needs no old one."""

CHALLENGE_LASTS = timedelta(minutes=5)

TOKENS_MAX = 50
"""Tokens of one person that work at the same time."""

PASSKEYS_MAX = 20

ANSWER_WITHIN = timedelta(minutes=10)
"""How long a person may take at the identity provider."""

IDENTITIES_MAX = 10


class Way(StrEnum):
    """What somebody tries at the door."""

    PASSWORD = "password"  # noqa: S105 - a name
    LINK = "link"
    PASSKEY = "passkey"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How many tries within WINDOW: about one account, and from one address. None: any number."""

    by_subject: int | None
    by_address: int


WINDOW = timedelta(minutes=15)

LIMITS = {
    Way.PASSWORD: Limit(by_subject=10, by_address=50),
    Way.LINK: Limit(by_subject=3, by_address=20),
    Way.PASSKEY: Limit(by_subject=None, by_address=60),
    Way.PROVIDER: Limit(by_subject=None, by_address=60),
}


def too_many(limit: Limit, *, of_subject: int, of_address: int) -> bool:
    """Whether one more try would be too many, after so many within the window."""
    over_subject = limit.by_subject is not None and of_subject >= limit.by_subject
    return over_subject or of_address >= limit.by_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person's ways in. `password_hash` is argon2id's own text; None: no password.

    `mail_links`: whether whoever reads the person's mail may sign in by a link.
    """

    password_hash: str | None
    password_set_at: datetime | None
    mail_links: bool


NO_ACCOUNT = Account(password_hash=None, password_set_at=None, mail_links=True)
"""Of somebody who has set nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """A key on a person's device. `credential_id` is base64url; `public_key` COSE."""

    id: UUID
    credential_id: str
    public_key: bytes
    sign_count: int
    label: str
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a person is at an identity provider. `label`: an address or name, to know it by."""

    id: UUID
    issuer: str
    label: str
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser that is signed in. `secret_hash` tells it from others; it opens nothing."""

    id: UUID
    secret_hash: str
    created_at: datetime
    used_at: datetime | None
    expires_at: datetime | None
    address: str | None
    agent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A program's token, without its secret."""

    id: UUID
    label: str | None
    scope: Scope
    created_at: datetime
    used_at: datetime | None
