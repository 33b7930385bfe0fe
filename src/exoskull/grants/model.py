"""A grant: a rule over actions, and the actions it speaks of."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Self
from uuid import UUID

from exoskull.kit.errors import InvalidInput

GrantId = NewType("GrantId", UUID)
AuthorizationId = NewType("AuthorizationId", UUID)

VERB = r"[a-z][a-z0-9_]{0,31}"
SCOPE = r"[a-z0-9][a-z0-9_.-]{0,63}"
PATTERN = rf"(\*:\*|{VERB}:(\*|{SCOPE}))"
MAX_LIMIT = 1_000_000

_ACTION = re.compile(rf"({VERB}):({SCOPE})", re.ASCII)
_PATTERN = re.compile(PATTERN, re.ASCII)

REVERSIBLE_VERBS = frozenset(
    {
        "activate_app",
        "activate_skill",
        "archive_app",
        "complete_task",
        "create_app",
        "create_goal",
        "create_task",
        "log_health",
        "send_notification",
        "trigger_checkin",
        "update_app",
        "update_goal",
        "update_task",
    }
)
"""Acts that can be taken back. A verb that is not here (`send_sms`, `send_email`, `spend_money`,
`delete_data`, `modify_source`, any verb nobody knows) counts as one that cannot."""


class Effect(StrEnum):
    """What a rule, or the whole decision, says of an action."""

    ALLOW = "allow"
    ASK = "ask"
    DENY = "deny"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The effect that `text` names; raises InvalidInput (`grant.invalid_effect`)."""
        try:
            return cls(text)
        except ValueError as error:
            raise InvalidInput(
                "grant.invalid_effect", field="effect", value=_shown(text)
            ) from error


SEVERITY = {Effect.ALLOW: 0, Effect.ASK: 1, Effect.DENY: 2}


class By(StrEnum):
    """Whose hand wrote a rule.

    There is no member for the loop, the assistant, a model or a skill: text that came from a
    message is never the hand. APPROVAL is the person's yes to a proposal.
    """

    DEFAULT = "default"
    TAPE = "tape"
    PERSON = "person"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something the loop wants to do: a verb and what it is about, `send_sms:wellness`.

    Raises InvalidInput (`grant.invalid_action`) where either part is malformed.
    """

    verb: str
    scope: str

    def __post_init__(self) -> None:
        if not _ACTION.fullmatch(f"{self.verb}:{self.scope}"):
            raise _invalid_action(f"{self.verb}:{self.scope}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The action that `text` names; raises InvalidInput (`grant.invalid_action`)."""
        verb, _, scope = text.partition(":")
        return cls(verb=verb, scope=scope)

    def __str__(self) -> str:
        return f"{self.verb}:{self.scope}"

    @property
    def is_reversible(self) -> bool:
        """Whether the act can be taken back, by the table of verbs."""
        return self.verb in REVERSIBLE_VERBS

    @property
    def patterns(self) -> tuple[str, str, str]:
        """Every pattern that matches, most specific first."""
        return f"{self.verb}:{self.scope}", f"{self.verb}:*", "*:*"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPattern:
    """What a rule speaks of: one action (`send_sms:wellness`), all of a verb (`create_task:*`), or
    everything (`*:*`).

    Raises InvalidInput (`grant.invalid_pattern`) for any other form.
    """

    verb: str
    scope: str

    def __post_init__(self) -> None:
        if not _PATTERN.fullmatch(f"{self.verb}:{self.scope}"):
            shown = _shown(f"{self.verb}:{self.scope}")
            raise InvalidInput("grant.invalid_pattern", field="pattern", value=shown)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The pattern that `text` writes; raises InvalidInput (`grant.invalid_pattern`)."""
        verb, _, scope = text.partition(":")
        return cls(verb=verb, scope=scope)

    @classmethod
    def of(cls, action: Action) -> Self:
        """The pattern that matches `action` and nothing else."""
        return cls(verb=action.verb, scope=action.scope)

    def __str__(self) -> str:
        return f"{self.verb}:{self.scope}"

    def matches(self, action: Action) -> bool:
        return str(self) in action.patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a rule says, without who said it and when.

    `daily_limit` counts the acts permitted under this pattern in one tenant-local day;
    `daily_spend_limit_cents` is what they may cost together. Both 0 to 1,000,000; None: no limit.
    From `expires_at` on, the rule is as if it were not there. A rule that denies has no limits.
    Raises InvalidInput (`grant.invalid_limit`, `grant.limit_on_deny`, `grant.naive_expiry`).
    """

    pattern: ActionPattern
    effect: Effect
    daily_limit: int | None = None
    daily_spend_limit_cents: int | None = None
    expires_at: datetime | None = None

    def __post_init__(self) -> None:
        for field in ("daily_limit", "daily_spend_limit_cents"):
            limit: int | None = getattr(self, field)
            if limit is None:
                continue
            if isinstance(limit, bool) or not 0 <= limit <= MAX_LIMIT:
                raise InvalidInput(
                    "grant.invalid_limit", field=field, value=str(limit)[:20], maximum=MAX_LIMIT
                )
            if self.effect is Effect.DENY:
                raise InvalidInput("grant.limit_on_deny", field=field, pattern=str(self.pattern))
        if self.expires_at is not None and self.expires_at.utcoffset() is None:
            raise InvalidInput("grant.naive_expiry", field="expires_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Terms):
    """A rule of the permission table, with whose hand wrote it and when."""

    id: GrantId
    set_by: By
    created_at: datetime

    def is_expired(self, at: datetime) -> bool:
        return self.expires_at is not None and self.expires_at <= at

    @property
    def terms(self) -> Terms:
        return Terms(
            pattern=self.pattern,
            effect=self.effect,
            daily_limit=self.daily_limit,
            daily_spend_limit_cents=self.daily_spend_limit_cents,
            expires_at=self.expires_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantRecord:
    """A rule as history keeps it: a live one has no `revoked_at`."""

    grant: Grant
    revoked_at: datetime | None
    revoked_by: By | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What was done under one pattern in one tenant-local day; an act given back is not in it."""

    used: int = 0
    spent_cents: int = 0


class AuthorizationState(StrEnum):
    """RESERVED: the act may happen, its place is taken. COMMITTED: it happened. RELEASED: it did
    not, its place was given back."""

    RESERVED = "reserved"
    COMMITTED = "committed"
    RELEASED = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorization:
    """Permission for one act, used up by it.

    `grant_id` and `pattern` name the rule that permits it; both are None where no rule matched and
    the person's approval stands for one. The place taken counts for `local_date`.
    """

    id: AuthorizationId
    action: Action
    grant_id: GrantId | None
    pattern: ActionPattern | None
    approved: bool
    local_date: date
    cost_cents: int
    state: AuthorizationState
    created_at: datetime


def _invalid_action(text: str) -> InvalidInput:
    return InvalidInput("grant.invalid_action", field="action", value=_shown(text))


def _shown(text: str) -> str:
    """What came in, safe and short enough to say back."""
    clean = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return clean if len(clean) <= 80 else clean[:79] + "…"
