"""Planning interventions, answering for the person, undoing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants import announce
from exoskull.grants.decide import Decision
from exoskull.grants.model import Action, Effect
from exoskull.grants.proposals.service import record_answer
from exoskull.interventions import approvals, store
from exoskull.interventions.approvals import Approval
from exoskull.interventions.claim import ask_person
from exoskull.interventions.model import (
    LATER,
    RESPONSE_WINDOW,
    Intervention,
    State,
    as_it_goes,
    content_hash,
)
from exoskull.interventions.records import event
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import Ids
from exoskull.tenants.service import current


async def plan(
    tx: Transaction,
    planned: Intervention,
    permission: Decision,
    *,
    at: datetime,
    ids: Ids,
    reveal_code: bool,
) -> bool:
    """Record an intervention as the gate sees it now: planned, awaiting approval or refused.

    Args:
        permission: what the grants say of its action at `at`; asked again when it is to leave.

    Returns:
        False where the same was recorded before; then nothing changes.
    """
    planned = replace(planned, text=as_it_goes(planned.channel, planned.text))
    if not await store.insert(tx, planned):
        return False
    await publish(
        tx,
        event(
            planned,
            "planned",
            at,
            send_at=planned.send_at.isoformat(),
            grant=str(permission.grant.pattern) if permission.grant else None,
            permission=permission.effect.value,
        ),
    )
    if permission.effect is Effect.ASK:
        await store.change(tx, planned.id, from_=State.PLANNED, to=State.AWAITING_APPROVAL)
        await ask_person(tx, planned, at=at, ids=ids, reveal_code=reveal_code)
    elif permission.effect is Effect.DENY:
        refused = await store.change(
            tx,
            planned.id,
            from_=State.PLANNED,
            to=State.REFUSED,
            failure=permission.reason.value,
        )
        if refused is not None:
            await publish(
                tx,
                event(refused, "refused", at, why_not=permission.reason.value),
                announce.refused(
                    permission, at=at, trace=refused.trace, intervention=str(refused.id)
                ),
            )
    return True


async def answer(
    tx: Transaction, approval: Approval, *, yes: bool, by: str, at: datetime
) -> Intervention:
    """Answer a question about an intervention.

    Args:
        by: whose hand and how: `web`, `sms`, `tape`, `cli`.

    Raises:
        NotFound: `approval.not_open`: answered before, or too late.
        Conflict: `approval.changed`: what was asked about is no longer what would be done.
    """
    asked = await store.get(tx, approval.subject_id, lock=True)
    if asked is None or asked.state is not State.AWAITING_APPROVAL:
        raise NotFound("approval.not_open")
    if content_hash(asked) != approval.content_hash:
        raise Conflict("approval.changed")
    if await approvals.answer(tx, approval.id, yes=yes, by=by, at=at) is None:
        raise NotFound("approval.not_open")
    if yes:
        changed = await store.change(
            tx,
            asked.id,
            from_=State.AWAITING_APPROVAL,
            to=State.PLANNED,
            send_at=max(asked.send_at, at),
        )
    else:
        changed = await store.change(
            tx,
            asked.id,
            from_=State.AWAITING_APPROVAL,
            to=State.REJECTED,
            failure="rejected_by_person",
        )
    if changed is None:
        raise NotFound("approval.not_open")
    await record_answer(
        tx,
        approval.id,
        Action.parse(asked.action),
        approved=yes,
        at=at,
        local_date=(await current(tx)).local_date(at),
    )
    await publish(tx, event(changed, "approved" if yes else "rejected", at, by=by))
    return changed


async def undo(tx: Transaction, intervention_id: UUID, *, at: datetime) -> Intervention:
    """Take back an intervention that has not left yet; nothing more is asked about it.

    Raises:
        NotFound: `intervention.not_found`.
        Conflict: `intervention.too_late`: it has left, or has ended otherwise.
    """
    current = await store.get(tx, intervention_id, lock=True)
    if current is None:
        raise NotFound("intervention.not_found")
    if current.state not in (State.PLANNED, State.AWAITING_APPROVAL):
        raise Conflict("intervention.too_late", state=current.state.value)
    undone = await store.change(tx, intervention_id, from_=current.state, to=State.UNDONE)
    assert undone is not None
    await approvals.withdraw(tx, intervention_id, at)
    await publish(tx, event(undone, "undone", at))
    return undone


async def put_off(tx: Transaction, intervention_id: UUID, *, at: datetime) -> Intervention:
    """Let a planned one wait LATER, by the person's hand; taken back where it is pointless by then.

    Raises:
        NotFound: `intervention.not_found`.
        Conflict: `intervention.too_late`.
    """
    current = await store.get(tx, intervention_id, lock=True)
    if current is None:
        raise NotFound("intervention.not_found")
    if current.state is not State.PLANNED:
        raise Conflict("intervention.too_late", state=current.state.value)
    until = max(current.send_at, at) + LATER
    if until >= current.expires_at:
        return await undo(tx, intervention_id, at=at)
    moved = await store.change(
        tx, intervention_id, from_=State.PLANNED, to=State.PLANNED, send_at=until
    )
    assert moved is not None
    await publish(tx, event(moved, "put_off", at, why_not="not_now", until=until.isoformat()))
    return moved


async def reword(tx: Transaction, intervention_id: UUID, text: str) -> Intervention | None:
    """Give a planned one, which nobody was asked about, other words; None where it is not planned
    any more."""
    current = await store.get(tx, intervention_id, lock=True)
    if current is None or current.state is not State.PLANNED:
        return None
    return await store.change(
        tx,
        intervention_id,
        from_=State.PLANNED,
        to=State.PLANNED,
        text=as_it_goes(current.channel, text),
    )


async def expire_questions(tx: Transaction, *, at: datetime) -> None:
    """Close what the person did not answer in time. Silence is no."""
    for subject_id in await approvals.expire(tx, at):
        expired = await store.change(
            tx,
            subject_id,
            from_=State.AWAITING_APPROVAL,
            to=State.EXPIRED,
            failure="not_approved_in_time",
        )
        if expired is not None:
            await publish(tx, event(expired, "expired", at, why_not="not_approved_in_time"))


async def waiting(tx: Transaction) -> Sequence[Intervention]:
    """Planned ones and those that await approval, by when they are to leave."""
    return await store.waiting(tx)


async def since(tx: Transaction, at: datetime) -> Sequence[Intervention]:
    """Those made at or after `at`, oldest first."""
    return await store.since(tx, at)


async def get(tx: Transaction, intervention_id: UUID) -> Intervention:
    """The intervention; raises NotFound (`intervention.not_found`)."""
    found = await store.get(tx, intervention_id)
    if found is None:
        raise NotFound("intervention.not_found")
    return found


async def last_sent(
    tx: Transaction, *, before: datetime, channel: str | None = None
) -> Intervention | None:
    """The one sent last at or before `before`, on `channel` where one is named."""
    return await store.last_sent(tx, before=before, channel=channel)


async def unclosed(tx: Transaction, *, at: datetime) -> Sequence[Intervention]:
    """Sent ones whose window of response is still open at `at`, oldest first."""
    return await store.unclosed(tx, sent_since=at - RESPONSE_WINDOW)


async def sent_around(tx: Transaction, at: datetime) -> Sequence[Intervention]:
    """Those in whose window of response the instant `at` falls, closed or not, oldest first."""
    return await store.sent_between(tx, at - RESPONSE_WINDOW, at)


async def closing(tx: Transaction, *, at: datetime) -> Sequence[Intervention]:
    """Those whose window of response ended by `at` and is not closed yet, oldest first."""
    return await store.closing(tx, at)


async def close(tx: Transaction, intervention_id: UUID, *, at: datetime) -> None:
    """Close the window of response."""
    await store.close(tx, intervention_id, at)
