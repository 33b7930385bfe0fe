"""Why an action is allowed, asked for or denied, and what would change that."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from exoskull.grants.decide import Decision, Reason, Rules, Usage, decide
from exoskull.grants.model import MAX_LIMIT, Action, ActionPattern, Effect, Grant, Terms


class Standing(StrEnum):
    """What became of a rule that matches: it decides, a stricter or more specific one outranks it,
    or its time is over."""

    DECIDES = "decides"
    OUTRANKED = "outranked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    grant: Grant
    standing: Standing


class LimitKind(StrEnum):
    DAILY_COUNT = "daily_count"
    DAILY_SPEND_CENTS = "daily_spend_cents"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitState:
    """How much of a limit is used in the local day; `limit` is None where the rule sets none."""

    kind: LimitKind
    used: int
    limit: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A decision with everything that led to it.

    `matching`: every rule that matches, most specific first. `limits`: of the deciding rule.
    `remedy`: the rule that, set by the person, would take the refusal or the question away; None
    where there is neither, and where no rule would help.
    """

    decision: Decision
    matching: tuple[Matching, ...]
    limits: tuple[LimitState, ...]
    remedy: Terms | None

    def as_json(self) -> dict[str, Any]:
        decision = self.decision
        return {
            "action": str(decision.action),
            "effect": decision.effect.value,
            "reason": decision.reason.value,
            "rule": grant_json(decision.grant) if decision.grant else None,
            "reversible": decision.action.is_reversible,
            "cost_cents": decision.cost_cents,
            "limits": [limit_json(limit) for limit in self.limits],
            "matching": [
                {**grant_json(match.grant), "standing": match.standing.value}
                for match in self.matching
            ],
            "remedy": terms_json(self.remedy) if self.remedy else None,
        }


def explain(
    action: Action, rules: Rules, usage: Usage, at: datetime, cost_cents: int = 0
) -> Explanation:
    """What `decide` says of the same arguments, with the rules it weighed."""
    return explain_decision(decide(action, rules, usage, at, cost_cents), rules, at)


def explain_decision(decision: Decision, rules: Rules, at: datetime) -> Explanation:
    """The same, for a decision already made under `rules` at `at`."""
    return Explanation(
        decision=decision,
        matching=tuple(
            Matching(grant=grant, standing=_standing(grant, decision, at))
            for pattern in decision.action.patterns
            for grant in rules.by_pattern.get(pattern, ())
        ),
        limits=limits_of(decision),
        remedy=remedy_of(decision),
    )


def limits_of(decision: Decision) -> tuple[LimitState, ...]:
    """Each limit's state under the deciding rule; none where no rule decides, or it denies."""
    grant = decision.grant
    if grant is None or grant.effect is Effect.DENY:
        return ()
    return (
        LimitState(kind=LimitKind.DAILY_COUNT, used=decision.used.used, limit=grant.daily_limit),
        LimitState(
            kind=LimitKind.DAILY_SPEND_CENTS,
            used=decision.used.spent_cents,
            limit=grant.daily_spend_limit_cents,
        ),
    )


def remedy_of(decision: Decision) -> Terms | None:
    """The narrowest rule that would take this refusal, or this question, away.

    A reached limit is raised just as far as this act needs; otherwise this action alone is
    allowed, never its whole verb, under the limits of the rule that asked.
    """
    grant, used = decision.grant, decision.used
    if decision.effect is Effect.ALLOW or decision.reason is Reason.LOOKUP_FAILED:
        return None
    only_this = ActionPattern.of(decision.action)
    if grant is None or grant.effect is Effect.DENY:
        return Terms(pattern=only_this, effect=Effect.ALLOW)
    if decision.effect is Effect.ASK:
        return replace(grant.terms, pattern=only_this, effect=Effect.ALLOW)
    count = _raised(grant.daily_limit, used.used + 1)
    spend = _raised(grant.daily_spend_limit_cents, used.spent_cents + decision.cost_cents)
    if max(count or 0, spend or 0) > MAX_LIMIT:
        return None
    return replace(grant.terms, daily_limit=count, daily_spend_limit_cents=spend)


def terms_json(terms: Terms) -> dict[str, Any]:
    """A rule's terms as every door and every event shows them."""
    return {
        "pattern": str(terms.pattern),
        "effect": terms.effect.value,
        "daily_limit": terms.daily_limit,
        "daily_spend_limit_cents": terms.daily_spend_limit_cents,
        "expires_at": terms.expires_at.isoformat() if terms.expires_at else None,
    }


def grant_json(grant: Grant) -> dict[str, Any]:
    """A rule as every door shows it."""
    return {
        "id": str(grant.id),
        **terms_json(grant),
        "by": grant.set_by.value,
        "created_at": grant.created_at.isoformat(),
    }


def limit_json(limit: LimitState) -> dict[str, Any]:
    return {"kind": limit.kind.value, "used": limit.used, "limit": limit.limit}


def _raised(limit: int | None, wanted: int) -> int | None:
    return None if limit is None else max(limit, wanted)


def _standing(grant: Grant, decision: Decision, at: datetime) -> Standing:
    if decision.grant is not None and grant.id == decision.grant.id:
        return Standing.DECIDES
    return Standing.EXPIRED if grant.is_expired(at) else Standing.OUTRANKED
