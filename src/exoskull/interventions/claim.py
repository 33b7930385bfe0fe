"""The last gate before the wire: may this leave, now, as it stands?

Everything that can stop a message is asked here, in one transaction that holds the tenant: pause,
quiet hours, spacing, the day's limit, whether its reason still holds, whether the channel is
still the person's, and the grant. No path to a channel goes round it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants import announce
from exoskull.grants.decide import Decision
from exoskull.grants.model import Action, Effect
from exoskull.grants.service import authorize
from exoskull.interventions import approvals, store
from exoskull.interventions.model import (
    LEASE,
    Intervention,
    State,
    as_it_goes,
    content_hash,
)
from exoskull.interventions.records import event
from exoskull.interventions.timing import Drop, Wait, when
from exoskull.kit.ids import Ids
from exoskull.scheduling.service import move_attention
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a message says, as of now."""

    subject: str
    text: str
    reason: str


Revalidate = Callable[[Transaction, Intervention, datetime], Awaitable[Wording | None]]
"""The wording by the facts of now, or None where the reason for the message has gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A message that may leave; `intervention.attempts` is the token of this try."""

    intervention: Intervention
    tenant: Tenant


async def claim(
    tx: Transaction,
    intervention_id: UUID,
    *,
    at: datetime,
    ids: Ids,
    revalidate: Revalidate,
    reachable: frozenset[ChannelName],
    reveal_codes: bool,
) -> Claimed | None:
    """Claim a planned message whose time has come, or record why it does not leave now.

    Args:
        reachable: the channels that the installation can use.
        reveal_codes: whether the code of a question goes into its event (replays only).
    """
    tenant = await hold(tx)
    planned = await store.get(tx, intervention_id, lock=True)
    if planned is None or planned.state is not State.PLANNED or planned.send_at > at:
        return None
    local_date = tenant.local_date(at)
    used, last_at = await store.day_so_far(tx, local_date)
    verdict = when(tenant, at, expires_at=planned.expires_at, sent_today=used, last_at=last_at)
    if isinstance(verdict, Drop):
        await suppress(tx, planned, verdict.reason, at)
        return None
    if isinstance(verdict, Wait):
        await _put_off(tx, planned, verdict, at)
        return None
    wording = await revalidate(tx, planned, at)
    if wording is None:
        await suppress(tx, planned, "reason_gone", at)
        return None
    if planned.channel not in reachable or planned.channel not in tenant.channels:
        await suppress(tx, planned, "no_channel", at)
        return None
    text = as_it_goes(planned.channel, wording.text)
    fresh = replace(planned, subject=wording.subject, text=text, reason=wording.reason)
    permitted = await authorize(
        tx,
        Action.parse(fresh.action),
        at=at,
        local_date=local_date,
        ids=ids,
        approved=await approvals.is_approved(tx, fresh.id, content_hash(fresh)),
    )
    if isinstance(permitted, Decision):
        await _not_permitted(tx, fresh, permitted, at=at, ids=ids, reveal_codes=reveal_codes)
        return None
    claimed = await store.change(
        tx,
        fresh.id,
        from_=State.PLANNED,
        to=State.SENDING,
        attempts=fresh.attempts + 1,
        claimed_at=at,
        lease_until=at + LEASE,
        authorization_id=permitted.id,
        local_date=local_date,
        recipient=tenant.address(fresh.channel),
        subject=fresh.subject,
        text=fresh.text,
        reason=fresh.reason,
    )
    return None if claimed is None else Claimed(intervention=claimed, tenant=tenant)


async def suppress(tx: Transaction, planned: Intervention, reason: str, at: datetime) -> None:
    """Let a planned message go unsent, and say why."""
    dropped = await store.change(
        tx, planned.id, from_=State.PLANNED, to=State.SUPPRESSED, failure=reason
    )
    if dropped is not None:
        await publish(tx, event(dropped, "suppressed", at, why_not=reason))


async def _put_off(tx: Transaction, planned: Intervention, wait: Wait, at: datetime) -> None:
    moved = await store.change(
        tx,
        planned.id,
        from_=State.PLANNED,
        to=State.PLANNED,
        send_at=max(wait.until, at + timedelta(seconds=1)),
    )
    if moved is not None:
        until = wait.until.isoformat()
        await publish(tx, event(moved, "put_off", at, why_not=wait.reason, until=until))


async def _not_permitted(
    tx: Transaction,
    fresh: Intervention,
    decision: Decision,
    *,
    at: datetime,
    ids: Ids,
    reveal_codes: bool,
) -> None:
    if decision.effect is Effect.ASK:
        await store.change(
            tx,
            fresh.id,
            from_=State.PLANNED,
            to=State.AWAITING_APPROVAL,
            subject=fresh.subject,
            text=fresh.text,
            reason=fresh.reason,
        )
        await ask_person(tx, fresh, at=at, ids=ids, reveal_code=reveal_codes)
        return
    refused = await store.change(
        tx, fresh.id, from_=State.PLANNED, to=State.REFUSED, failure=decision.reason.value
    )
    if refused is not None:
        await publish(
            tx,
            event(refused, "refused", at, why_not=decision.reason.value),
            announce.refused(decision, at=at, trace=refused.trace, intervention=str(refused.id)),
        )


async def ask_person(
    tx: Transaction, asked: Intervention, *, at: datetime, ids: Ids, reveal_code: bool
) -> None:
    """Open a question about an intervention that awaits approval, bound to its exact words; the
    loop looks again when it ends."""
    approval, code = await approvals.ask(
        tx,
        subject_kind="intervention",
        subject_id=asked.id,
        content_hash=content_hash(asked),
        at=at,
        ids=ids,
    )
    shown = {"code": code} if reveal_code else {}
    await publish(
        tx,
        event(
            asked,
            "awaiting_approval",
            at,
            approval=str(approval.id),
            expires_at=approval.expires_at.isoformat(),
            **shown,
        ),
    )
    await move_attention(tx, "approval", approval.expires_at)
