"""Asking the person about a lasting rule, and doing what they say.

`accept` is for the person's own hand, like `grants.service.set_grant`.
"""

from datetime import date, datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.grants import service as grants
from exoskull.grants.decide import Rules, decide
from exoskull.grants.explain import terms_json
from exoskull.grants.model import Action, By, Effect, Grant
from exoskull.grants.proposals import store
from exoskull.grants.proposals.model import Answer, Proposal, ProposalId, ProposalState
from exoskull.grants.proposals.propose import WINDOW, propose
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import Ids, TraceId


async def record_answer(
    tx: Transaction,
    approval_id: UUID,
    action: Action,
    *,
    approved: bool,
    at: datetime,
    local_date: date,
    cost_cents: int = 0,
) -> None:
    """Keep what the person said when asked about one act. Only an answer is one: a question that
    ran out of time is not recorded."""
    answer = Answer(
        action=action, approved=approved, at=at, local_date=local_date, cost_cents=cost_cents
    )
    await store.add_answer(tx, approval_id, answer)


async def propose_wider(
    tx: Transaction, *, at: datetime, ids: Ids, trace: TraceId | None = None
) -> list[Proposal]:
    """Propose what the answers of the last 60 days suggest, each with a `grant.proposed` event.

    It changes no rule. Open proposals that a rule has overtaken since become void.
    """
    rules = await grants.rules(tx, at=at, ids=ids)
    earlier = await store.proposals(tx)
    for proposal in earlier:
        if proposal.state is ProposalState.OPEN and not _still_asks(proposal, rules, at):
            await store.close(tx, proposal.id, ProposalState.VOID, at)
    made = []
    for suggestion in propose(await store.answers(tx, at - WINDOW), rules, earlier, at):
        proposal = Proposal(
            id=ProposalId(ids.new()),
            terms=suggestion.terms,
            approvals=suggestion.approvals,
            first_at=suggestion.first_at,
            last_at=suggestion.last_at,
            state=ProposalState.OPEN,
            created_at=at,
        )
        if await store.add(tx, proposal):
            made.append(proposal)
    trace = trace or TraceId(ids.new())
    await publish(tx, *(_event(proposal, trace) for proposal in made))
    return made


async def open_proposals(tx: Transaction) -> list[Proposal]:
    """What waits for the person's answer, newest first."""
    return [one for one in await store.proposals(tx) if one.state is ProposalState.OPEN]


async def accept(
    tx: Transaction,
    proposal_id: ProposalId,
    *,
    at: datetime,
    ids: Ids,
    trace: TraceId | None = None,
) -> Grant:
    """The person said yes: the proposed rule, exactly as it was shown, comes into force.

    Raises:
        NotFound: no such proposal (`grant.proposal_not_found`).
        Conflict: answered before (`grant.proposal_closed`), or a rule of the person's own has
            settled the matter since (`grant.proposal_overtaken`).
    """
    proposal = await _open(tx, proposal_id)
    rules = await grants.rules(tx, at=at, ids=ids)
    if not _still_asks(proposal, rules, at):
        raise Conflict("grant.proposal_overtaken", pattern=str(proposal.terms.pattern))
    await store.close(tx, proposal_id, ProposalState.ACCEPTED, at)
    terms = proposal.terms
    return await grants.set_grant(
        tx,
        terms.pattern,
        terms.effect,
        daily_limit=terms.daily_limit,
        daily_spend_limit_cents=terms.daily_spend_limit_cents,
        expires_at=terms.expires_at,
        by=By.APPROVAL,
        at=at,
        ids=ids,
        trace=trace,
    )


async def decline(tx: Transaction, proposal_id: ProposalId, *, at: datetime) -> None:
    """The person said no: nothing changes, and only new approvals can bring it up again.

    Raises NotFound or Conflict like `accept`.
    """
    await _open(tx, proposal_id)
    await store.close(tx, proposal_id, ProposalState.DECLINED, at)


async def _open(tx: Transaction, proposal_id: ProposalId) -> Proposal:
    proposal = await store.locked(tx, proposal_id)
    if proposal is None:
        raise NotFound("grant.proposal_not_found", id=proposal_id)
    if proposal.state is not ProposalState.OPEN:
        raise Conflict("grant.proposal_closed", state=proposal.state.value)
    return proposal


def _still_asks(proposal: Proposal, rules: Rules, at: datetime) -> bool:
    action = Action(verb=proposal.terms.pattern.verb, scope=proposal.terms.pattern.scope)
    return decide(action, rules, {}, at).effect is Effect.ASK


def _event(proposal: Proposal, trace: TraceId) -> Event:
    return Event(
        at=proposal.created_at,
        kind="grant.proposed",
        trace=trace,
        data={
            "id": str(proposal.id),
            **terms_json(proposal.terms),
            "approvals": proposal.approvals,
            "first_at": proposal.first_at.isoformat(),
            "last_at": proposal.last_at.isoformat(),
        },
    )
