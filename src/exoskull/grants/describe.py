"""Decisions, rules and proposals in the person's language."""

from typing import Any

from exoskull.grants.decide import Decision, Reason
from exoskull.grants.explain import Explanation, LimitState, Matching
from exoskull.grants.model import ActionPattern, Terms
from exoskull.grants.proposals.model import Proposal
from exoskull.i18n import text


def pattern_text(pattern: ActionPattern, language: str) -> str:
    """What the pattern speaks of, in words: "Send an SMS about your goals"."""
    verb, scope = (part.replace("*", "all") for part in (pattern.verb, pattern.scope))
    return text(language, "grant-pattern", verb=verb, scope=scope)


def reason_text(decision: Decision, language: str) -> str:
    """Why the decision is what it is, in one or two sentences."""
    grant = decision.grant
    known: dict[str, Any] = {"action": str(decision.action)}
    if grant is not None:
        known |= {
            "pattern": str(grant.pattern),
            "daily_limit": grant.daily_limit,
            "spend_limit": grant.daily_spend_limit_cents,
            "spent": decision.used.spent_cents,
            "cost": decision.cost_cents,
        }
    return text(language, _key("grant-reason-", decision.reason), **known)


def remedy_text(decision: Decision, remedy: Terms, language: str) -> str:
    """What the person can change, `remedy` being `remedy_of(decision)`."""
    pattern = str(remedy.pattern)
    if decision.reason is Reason.LIMIT_REACHED:
        return text(language, "grant-remedy-limit", pattern=pattern, daily_limit=remedy.daily_limit)
    if decision.reason is Reason.SPEND_LIMIT_REACHED:
        limit = remedy.daily_spend_limit_cents
        return text(language, "grant-remedy-spend-limit", pattern=pattern, spend_limit=limit)
    return text(language, "grant-remedy-allow", pattern=pattern)


def explanation_text(explanation: Explanation, language: str) -> str:
    """The decision, every rule that matches, each limit's state, and what would change it."""
    decision, remedy = explanation.decision, explanation.remedy
    lines = [reason_text(decision, language)]
    lines += [f"  {_matching_text(match, language)}" for match in explanation.matching]
    lines += [limit_text(limit, language) for limit in explanation.limits]
    if remedy is not None:
        lines.append(remedy_text(decision, remedy, language))
    return "\n".join(lines)


def limit_text(limit: LimitState, language: str) -> str:
    """The limit's state today: "Today: 3 of 8."."""
    return text(language, _key("grant-limit-", limit.kind), used=limit.used, limit=limit.limit)


def proposal_text(proposal: Proposal, language: str) -> str:
    """The question that the proposal puts to the person."""
    return text(
        language,
        "grant-proposal",
        approvals=proposal.approvals,
        pattern=pattern_text(proposal.terms.pattern, language),
    )


def _matching_text(match: Matching, language: str) -> str:
    grant = match.grant
    effect = text(language, "grant-effect", effect=grant.effect)
    by = text(language, "grant-by", by=grant.set_by)
    standing = text(language, "grant-standing", standing=match.standing)
    return f"{grant.pattern}: {effect} ({by}), {standing}"


def _key(prefix: str, name: str) -> str:
    return prefix + name.replace("_", "-")
