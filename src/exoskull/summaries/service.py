"""Planning a summary: read the facts, write them up, and leave it to the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid5

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.grants import service as grants
from exoskull.grants.decide import decide
from exoskull.grants.model import Action
from exoskull.interventions import service as interventions
from exoskull.interventions.model import HOLD, SPACING, Intervention, State
from exoskull.kit.ids import TenantId, TraceId
from exoskull.learning.constraints import SEND, Wish
from exoskull.ledger import preferences
from exoskull.mape import words
from exoskull.mape.loop import Loop
from exoskull.mape.words import Words, digest_of
from exoskull.summaries import subscriptions
from exoskull.summaries.compose import Written, compose
from exoskull.summaries.gather import gather
from exoskull.summaries.model import Facts, SummaryKind, is_worth_sending, span_of
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

ACTION = Action(verb="send_email", scope="summary")

AFTER_REFLECTION = SPACING + timedelta(minutes=5)
"""A day's summary leaves the reflection, which comes at the same hour, its place."""

KEEPS_FOR = {
    SummaryKind.DAILY: timedelta(hours=3),
    SummaryKind.WEEKLY: timedelta(hours=24),
    SummaryKind.MONTHLY: timedelta(hours=48),
}


async def plan_summary(
    tx: Transaction,
    loop: Loop,
    kind: SummaryKind,
    *,
    slot: str,
    at: datetime,
    in_short: Words | None = None,
) -> str:
    """Plan the summary of a slot.

    Args:
        slot: the local date of its job's slot.
        in_short: a paragraph of a model's, used while the facts are those it was made of.

    Returns:
        `planned`, or why there is none: `unsubscribed`, `no_email`, `nothing_to_say`,
        `already_planned`.
    """
    draft = await draft_summary(tx, loop, kind, slot=slot)
    if isinstance(draft, str):
        return draft
    if in_short is not None and in_short.facts != digest_of(draft.written.text):
        in_short = None
    return await _plan(tx, loop, draft, in_short, slot=slot, at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A summary that is worth sending, as the built-in words have it."""

    kind: SummaryKind
    tenant: Tenant
    facts: Facts
    written: Written


async def draft_summary(
    tx: Transaction, loop: Loop, kind: SummaryKind, *, slot: str
) -> Draft | str:
    """The summary of a slot, or why there is none. Changes nothing."""
    tenant = await current(tx)
    if kind in await subscriptions.unwanted(tx):
        return "unsubscribed"
    if not await _has_email(tx, tenant, loop):
        return "no_email"
    span = span_of(kind, date.fromisoformat(slot[:10]), tenant.first_weekday)
    facts = await gather(tx, tenant, span)
    if not is_worth_sending(kind, facts):
        return "nothing_to_say"
    written = compose(kind, facts, tenant.language.value)
    return Draft(kind=kind, tenant=tenant, facts=facts, written=written)


def trace_of(tenant_id: TenantId, kind: SummaryKind, slot: str) -> TraceId:
    """The trace of a summary that a model opens, known before the summary is."""
    return TraceId(uuid5(tenant_id, f"{kind.value}:{slot}"))


async def still_wanted(tx: Transaction, planned: Intervention) -> bool:
    """Whether a planned message may still go: a summary that was unsubscribed from may not."""
    if planned.symptom not in set(SummaryKind):
        return True
    return SummaryKind(planned.symptom) not in await subscriptions.unwanted(tx)


async def _has_email(tx: Transaction, tenant: Tenant, loop: Loop) -> bool:
    email = ChannelName.EMAIL
    if email not in tenant.channels or email not in loop.reachable or tenant.email is None:
        return False
    return not any(
        said.wish == Wish.AVOID
        and (said.factor, said.level) in ((SEND, ""), ("channel", email.value))
        for said in await preferences.corrections(tx)
    )


async def _plan(
    tx: Transaction,
    loop: Loop,
    draft: Draft,
    in_short: Words | None,
    *,
    slot: str,
    at: datetime,
) -> str:
    kind, tenant, written = draft.kind, draft.tenant, draft.written
    if in_short is not None:
        written = compose(kind, draft.facts, tenant.language.value, in_short.text)
    rules = await grants.rules(tx, at=at, ids=loop.ids)
    usage = await grants.usage(tx, tenant.local_date(at))
    earliest = at + (AFTER_REFLECTION if kind is SummaryKind.DAILY else HOLD)
    waiting = [one.send_at for one in await interventions.waiting(tx)]
    summary_id = loop.ids.new()
    planned = await interventions.plan(
        tx,
        Intervention(
            id=summary_id,
            decision_id=None,
            symptom=kind.value,
            subject_key=f"{kind.value}:{slot}",
            action=str(ACTION),
            channel=ChannelName.EMAIL,
            framing="direct",
            option=kind.value,
            subject=written.subject,
            text=written.text,
            html=written.html,
            reason=written.reason,
            state=State.PLANNED,
            idempotency_key=f"{kind.value}:{slot}:{tenant.tenant_id}",
            created_at=at,
            send_at=free_moment(earliest, waiting),
            expires_at=at + KEEPS_FOR[kind],
            trace=trace_of(tx.tenant_id, kind, slot) if in_short else TraceId(loop.ids.new()),
        ),
        decide(ACTION, rules, usage, at),
        at=at,
        ids=loop.ids,
        reveal_code=loop.reveal_codes,
    )
    if planned and in_short is not None:
        await words.keep(tx, "summary", summary_id, in_short)
    return "planned" if planned else "already_planned"


def free_moment(earliest: datetime, taken: Sequence[datetime]) -> datetime:
    """The first moment from `earliest` on that keeps its distance from every one of `taken`."""
    moment = earliest
    for other in sorted(taken):
        if abs(moment - other) < SPACING:
            moment = other + SPACING
    return moment
