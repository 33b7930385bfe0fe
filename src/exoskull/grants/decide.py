"""The one function that decides whether an action may happen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Self

from exoskull.grants.model import SEVERITY, Action, Effect, Grant, Used


class Reason(StrEnum):
    """Why a decision is what it is; each has a sentence, `grant-reason-...`, in the catalogues."""

    ALLOWED_BY_RULE = "allowed_by_rule"
    ASKS_BY_RULE = "asks_by_rule"
    DENIED_BY_RULE = "denied_by_rule"
    LIMIT_REACHED = "limit_reached"
    SPEND_LIMIT_REACHED = "spend_limit_reached"
    NOTHING_MATCHES_REVERSIBLE = "nothing_matches_reversible"
    NOTHING_MATCHES_IRREVERSIBLE = "nothing_matches_irreversible"
    LOOKUP_FAILED = "lookup_failed"


BY_RULE = {
    Effect.ALLOW: Reason.ALLOWED_BY_RULE,
    Effect.ASK: Reason.ASKS_BY_RULE,
    Effect.DENY: Reason.DENIED_BY_RULE,
}


@dataclass(frozen=True, slots=True)
class Rules:
    """A tenant's live rules, laid out for `decide`; expired ones may be among them."""

    by_pattern: Mapping[str, tuple[Grant, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, grants: Iterable[Grant]) -> Self:
        """The rules of `grants`; their order does not matter."""
        by_pattern: dict[str, tuple[Grant, ...]] = {}
        for grant in sorted(grants, key=_order):
            pattern = str(grant.pattern)
            by_pattern[pattern] = (*by_pattern.get(pattern, ()), grant)
        return cls(by_pattern)

    @property
    def grants(self) -> tuple[Grant, ...]:
        """Every rule, sorted by pattern."""
        return tuple(grant for same in self.by_pattern.values() for grant in same)


Usage = Mapping[str, Used]
"""What was done in one tenant-local day, by pattern; a pattern not in it was not used."""

UNUSED = Used()


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether `action` may happen, and why.

    `grant` is the rule that decides, None where none matches; `used` is what was done under its
    pattern that day, before this act, which costs `cost_cents`.
    """

    action: Action
    effect: Effect
    reason: Reason
    grant: Grant | None = None
    used: Used = UNUSED
    cost_cents: int = 0

    @property
    def is_allowed(self) -> bool:
        return self.effect is Effect.ALLOW


def decide(
    action: Action, rules: Rules, usage: Usage, at: datetime, cost_cents: int = 0
) -> Decision:
    """Whether `action` may happen at `at`, costing `cost_cents`.

    The most specific rule decides; among equals deny wins, then ask. An expired rule is as if it
    were not there. A limit that is reached denies: it does not fall through to a wider rule. Where
    nothing matches, a reversible act is asked for, any other denied; never allowed.

    Args:
        usage: of the tenant-local day that `at` falls in.
    """
    verb = action.verb
    by_pattern = rules.by_pattern
    for pattern in (f"{verb}:{action.scope}", f"{verb}:*", "*:*"):
        strictest: Decision | None = None
        for grant in by_pattern.get(pattern, ()):
            if grant.expires_at is not None and grant.expires_at <= at:
                continue
            decision = _apply(grant, action, usage.get(pattern, UNUSED), cost_cents)
            if strictest is None or SEVERITY[decision.effect] > SEVERITY[strictest.effect]:
                strictest = decision
        if strictest is not None:
            return strictest
    if action.is_reversible:
        return Decision(
            action, Effect.ASK, Reason.NOTHING_MATCHES_REVERSIBLE, cost_cents=cost_cents
        )
    return Decision(action, Effect.DENY, Reason.NOTHING_MATCHES_IRREVERSIBLE, cost_cents=cost_cents)


def refuse_unread(action: Action, cost_cents: int = 0) -> Decision:
    """The decision where the rules could not be read: no."""
    return Decision(action, Effect.DENY, Reason.LOOKUP_FAILED, cost_cents=cost_cents)


def _apply(grant: Grant, action: Action, used: Used, cost_cents: int) -> Decision:
    """What this one rule says, its limits included."""
    effect = grant.effect
    reason = BY_RULE[effect]
    if effect is not Effect.DENY:
        spend_limit = grant.daily_spend_limit_cents
        if grant.daily_limit is not None and used.used >= grant.daily_limit:
            effect, reason = Effect.DENY, Reason.LIMIT_REACHED
        elif spend_limit is not None and used.spent_cents + cost_cents > spend_limit:
            effect, reason = Effect.DENY, Reason.SPEND_LIMIT_REACHED
    return Decision(action, effect, reason, grant, used, cost_cents)


def _order(grant: Grant) -> tuple[str, str]:
    return str(grant.pattern), str(grant.id)
