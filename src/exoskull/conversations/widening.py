"""Asking the person about a proposed rule, wherever they are: with a single-use code bound to the
very terms. The proposal stays on their page whatever becomes of the question. What comes into force
is the proposal as it is kept, by the code alone: no word of a message is any part of it."""

import hashlib
import json
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.grants.describe import proposal_text
from exoskull.grants.explain import terms_json
from exoskull.grants.proposals import service as proposals
from exoskull.grants.proposals.model import Proposal, ProposalId
from exoskull.i18n import text
from exoskull.interventions import approvals, telling
from exoskull.interventions.approvals import Approval
from exoskull.interventions.model import Intervention
from exoskull.interventions.telling import Means, Notice
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.tenants.model import Tenant

SUBJECT = "grant"
"""`subject_kind` of a question about a proposed rule."""

QUESTION = "grant_question"
_WAYS = telling.ways_of("grant")


async def ask(
    tx: Transaction, tenant: Tenant, proposal: Proposal, *, at: datetime, means: Means
) -> None:
    """Ask about a proposal, once, by the channel that the person prefers."""
    question, code = await approvals.ask(
        tx,
        subject_kind=SUBJECT,
        subject_id=proposal.id,
        content_hash=_exactly(proposal),
        at=at,
        ids=means.ids,
    )
    language = tenant.language.value
    asked, trace = proposal_text(proposal, language), TraceId(means.ids.new())
    await telling.tell(
        tx,
        tenant,
        means,
        _WAYS,
        Notice(
            about=_about(proposal),
            kind=QUESTION,
            key=f"ask:{question.id}",
            subject=text(language, "grant-question-subject"),
            text=text(language, "grant-question", asked=asked, code=code),
            reason=text(language, "grant-question-reason"),
            trace=trace,
        ),
        at=at,
    )
    shown = {"code": code} if means.reveal_codes else {}
    data = {"id": str(proposal.id), **terms_json(proposal.terms), "approval": str(question.id)}
    told = {**data, "expires_at": question.expires_at.isoformat(), **shown}
    await publish(tx, Event(at=at, kind="grant.asked", trace=trace, data=told))


async def answer(
    tx: Transaction, question: Approval, *, yes: bool, by: str, at: datetime, ids: Ids
) -> Proposal:
    """Take the person's word on a proposed rule: at a yes it comes into force as it was shown.

    Raises:
        NotFound: `approval.not_open`: answered before, or too late.
        Conflict: `approval.changed`, or as `proposals.accept`; nothing is changed then.
    """
    proposal = await _open(tx, ProposalId(question.subject_id))
    if proposal is None:
        raise NotFound("approval.not_open")
    if _exactly(proposal) != question.content_hash:
        raise Conflict("approval.changed")
    async with tx.connection.transaction():  # all of it or nothing
        if await approvals.answer(tx, question.id, yes=yes, by=by, at=at) is None:
            raise NotFound("approval.not_open")
        if yes:
            await proposals.accept(tx, proposal.id, at=at, ids=ids)
        else:
            await proposals.decline(tx, proposal.id, at=at)
    await telling.take_back(tx, _about(proposal), at=at)
    return proposal


async def still_wanted(tx: Transaction, planned: Intervention) -> bool:
    """Whether a question about a proposed rule is still one; anything else is."""
    if planned.symptom != QUESTION:
        return True
    return planned.subject_key in {_about(one) for one in await proposals.open_proposals(tx)}


async def _open(tx: Transaction, proposal_id: ProposalId) -> Proposal | None:
    found = await proposals.open_proposals(tx)
    return next((one for one in found if one.id == proposal_id), None)


def _about(proposal: Proposal) -> str:
    return f"grant:{proposal.id}"


def _exactly(proposal: Proposal) -> str:
    """What a yes is a yes to: this proposal, with these terms."""
    said = json.dumps([str(proposal.id), terms_json(proposal.terms)], sort_keys=True)
    return hashlib.sha256(f"{SUBJECT}\x1f{said}".encode()).hexdigest()
