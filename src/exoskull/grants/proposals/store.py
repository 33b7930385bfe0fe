"""SQL of the answers and of the proposals that they led to."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.grants.model import Action, ActionPattern, Effect, Terms
from exoskull.grants.proposals.model import Answer, Proposal, ProposalId, ProposalState


async def add_answer(tx: Transaction, approval_id: UUID, answer: Answer) -> None:
    """Keep what the person said; the answer to one question counts once, its first one."""
    await tx.execute(
        """
        insert into grant_answers (tenant_id, approval_id, action, approved, at, local_date,
                                   cost_cents)
        values (%(tenant)s, %(approval_id)s, %(action)s, %(approved)s, %(at)s, %(local_date)s,
                %(cost_cents)s)
        on conflict do nothing
        """,
        tenant=tx.tenant_id,
        approval_id=approval_id,
        action=str(answer.action),
        approved=answer.approved,
        at=answer.at,
        local_date=answer.local_date,
        cost_cents=answer.cost_cents,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _AnswerRow:
    action: str
    approved: bool
    at: datetime
    local_date: date
    cost_cents: int


async def answers(tx: Transaction, since: datetime) -> list[Answer]:
    """What the person said from `since` on, oldest first."""
    rows = await tx.fetch(
        _AnswerRow,
        """
        select action, approved, at, local_date, cost_cents
          from grant_answers
         where tenant_id = %(tenant)s and at >= %(since)s
         order by at, approval_id
        """,
        tenant=tx.tenant_id,
        since=since,
    )
    return [
        Answer(
            action=Action.parse(row.action),
            approved=row.approved,
            at=row.at,
            local_date=row.local_date,
            cost_cents=row.cost_cents,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    id: ProposalId
    pattern: str
    effect: Effect
    daily_limit: int | None
    daily_spend_limit_cents: int | None
    expires_at: datetime | None
    approvals: int
    first_at: datetime
    last_at: datetime
    state: ProposalState
    created_at: datetime
    closed_at: datetime | None

    @property
    def proposal(self) -> Proposal:
        return Proposal(
            id=self.id,
            terms=Terms(
                pattern=ActionPattern.parse(self.pattern),
                effect=self.effect,
                daily_limit=self.daily_limit,
                daily_spend_limit_cents=self.daily_spend_limit_cents,
                expires_at=self.expires_at,
            ),
            approvals=self.approvals,
            first_at=self.first_at,
            last_at=self.last_at,
            state=self.state,
            created_at=self.created_at,
            closed_at=self.closed_at,
        )


async def proposals(tx: Transaction) -> list[Proposal]:
    """Every proposal ever made, newest first."""
    rows = await tx.fetch(
        _Row,
        """
        select id, pattern, effect, daily_limit, daily_spend_limit_cents, expires_at, approvals,
               first_at, last_at, state, created_at, closed_at
          from grant_proposals
         where tenant_id = %(tenant)s
         order by created_at desc, pattern
        """,
        tenant=tx.tenant_id,
    )
    return [row.proposal for row in rows]


async def locked(tx: Transaction, proposal_id: ProposalId) -> Proposal | None:
    """The proposal, which nobody else can close until `tx` ends."""
    row = await tx.maybe(
        _Row,
        """
        select id, pattern, effect, daily_limit, daily_spend_limit_cents, expires_at, approvals,
               first_at, last_at, state, created_at, closed_at
          from grant_proposals
         where tenant_id = %(tenant)s and id = %(id)s
           for update
        """,
        tenant=tx.tenant_id,
        id=proposal_id,
    )
    return row.proposal if row else None


async def add(tx: Transaction, proposal: Proposal) -> bool:
    """Keep an open proposal; False where its pattern has one already."""
    terms = proposal.terms
    added = await tx.execute(
        """
        insert into grant_proposals (tenant_id, id, pattern, effect, daily_limit,
                                     daily_spend_limit_cents, expires_at, approvals, first_at,
                                     last_at, state, created_at)
        values (%(tenant)s, %(id)s, %(pattern)s, %(effect)s, %(daily_limit)s,
                %(daily_spend_limit_cents)s, %(expires_at)s, %(approvals)s, %(first_at)s,
                %(last_at)s, %(state)s, %(created_at)s)
        on conflict do nothing
        """,
        tenant=tx.tenant_id,
        id=proposal.id,
        pattern=str(terms.pattern),
        effect=terms.effect.value,
        daily_limit=terms.daily_limit,
        daily_spend_limit_cents=terms.daily_spend_limit_cents,
        expires_at=terms.expires_at,
        approvals=proposal.approvals,
        first_at=proposal.first_at,
        last_at=proposal.last_at,
        state=proposal.state.value,
        created_at=proposal.created_at,
    )
    return added == 1


async def close(
    tx: Transaction, proposal_id: ProposalId, state: ProposalState, at: datetime
) -> None:
    await tx.execute(
        """
        update grant_proposals set state = %(state)s, closed_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'open'
        """,
        tenant=tx.tenant_id,
        id=proposal_id,
        state=state.value,
        at=at,
    )
