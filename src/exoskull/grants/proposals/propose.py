"""When the person has approved the same thing often enough to be asked about a lasting rule."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from exoskull.grants.decide import Rules, decide
from exoskull.grants.explain import remedy_of
from exoskull.grants.model import Effect, Terms
from exoskull.grants.proposals.model import Answer, Proposal, ProposalState

APPROVALS_NEEDED = 5
WINDOW = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A proposal not yet made: the terms, and the approvals that speak for them."""

    terms: Terms
    approvals: int
    first_at: datetime
    last_at: datetime


def propose(
    answers: Iterable[Answer], rules: Rules, earlier: Sequence[Proposal], at: datetime
) -> list[Suggestion]:
    """The rules to propose at `at`, by pattern.

    One for each action that is asked for now, that the person approved at least five times within
    60 days (since they last closed such a proposal), and did not once reject in those 60 days.
    Never wider than the behaviour: the pattern is the very action, the limits of the rule that
    asks stay, and where the act cannot be taken back they are the most that was approved in one
    local day.
    """
    asked: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if at - WINDOW < answer.at <= at:
            asked[str(answer.action)].append(answer)
    suggestions = []
    for pattern, given in sorted(asked.items()):
        closed = _last_closed(pattern, earlier)
        approved = [one for one in given if one.approved and (closed is None or one.at > closed)]
        if (
            len(approved) < APPROVALS_NEEDED
            or not all(one.approved for one in given)
            or any(p.state is ProposalState.OPEN and _speaks_of(p, pattern) for p in earlier)
        ):
            continue
        decision = decide(given[0].action, rules, {}, at)
        remedy = remedy_of(decision)
        if decision.effect is not Effect.ASK or remedy is None:
            continue
        suggestions.append(
            Suggestion(
                terms=_no_wider_than(approved, remedy),
                approvals=len(approved),
                first_at=min(one.at for one in approved),
                last_at=max(one.at for one in approved),
            )
        )
    return suggestions


def _no_wider_than(approved: Sequence[Answer], terms: Terms) -> Terms:
    if approved[0].action.is_reversible:
        return terms
    count: Counter[date] = Counter()
    spent: Counter[date] = Counter()
    for one in approved:
        count[one.local_date] += 1
        spent[one.local_date] += one.cost_cents
    return replace(
        terms, daily_limit=max(count.values()), daily_spend_limit_cents=max(spent.values())
    )


def _last_closed(pattern: str, earlier: Sequence[Proposal]) -> datetime | None:
    closed = [p.closed_at for p in earlier if p.closed_at and _speaks_of(p, pattern)]
    return max(closed, default=None)


def _speaks_of(proposal: Proposal, pattern: str) -> bool:
    return str(proposal.terms.pattern) == pattern
