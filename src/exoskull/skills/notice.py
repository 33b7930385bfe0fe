"""Telling the person of their skills, through the outbox: within limits and quiet hours."""

from datetime import datetime, timedelta
from uuid import UUID

from exoskull.apps.notice import Means
from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.grants import service as grants
from exoskull.grants.decide import Decision, decide
from exoskull.grants.model import Action
from exoskull.interventions import approvals
from exoskull.interventions import service as interventions
from exoskull.interventions.model import HOLD, Intervention, State
from exoskull.kit.errors import Conflict
from exoskull.kit.ids import TraceId
from exoskull.tenants.model import Tenant

__all__ = ["NOTICE", "QUESTION", "SAYS", "Means", "still_wanted", "take_back", "tell"]

NOTICE, QUESTION, SAYS = "skill_notice", "skill_question", "skill_says"
"""What `symptom` says of a message about a skill, a question about one, and a skill's own word;
none of them is a try of the learner's."""

KEEPS_FOR = timedelta(hours=20)
ACTIONS = {
    ChannelName.IN_APP: Action(verb="send_notification", scope="skill"),
    ChannelName.EMAIL: Action(verb="send_email", scope="summary"),
    ChannelName.SMS: Action(verb="send_sms", scope="wellness"),
}


def subject_key(skill_id: UUID) -> str:
    """What messages about this skill are about."""
    return f"skill:{skill_id}"


async def tell(
    tx: Transaction,
    tenant: Tenant,
    skill_id: UUID,
    means: Means,
    *,
    kind: str,
    key: str,
    subject: str,
    text: str,
    reason: str,
    at: datetime,
    trace: TraceId,
    first: ChannelName | None = None,
) -> bool:
    """Plan a message about a skill; False where the same (`key`) was planned before.

    Args:
        first: the channel that is tried before the person's own order.
    """
    channel, permission = await _way(tx, tenant, means, at, first)
    return await interventions.plan(
        tx,
        Intervention(
            id=means.ids.new(),
            decision_id=None,
            symptom=kind,
            subject_key=subject_key(skill_id),
            action=str(permission.action),
            channel=channel,
            framing="direct",
            option=kind,
            subject=subject,
            text=text,
            reason=reason,
            state=State.PLANNED,
            idempotency_key=f"{subject_key(skill_id)}:{key}",
            created_at=at,
            send_at=at + HOLD,
            expires_at=at + HOLD + KEEPS_FOR,
            trace=trace,
        ),
        permission,
        at=at,
        ids=means.ids,
        reveal_code=means.reveal_codes,
    )


async def _way(
    tx: Transaction, tenant: Tenant, means: Means, at: datetime, first: ChannelName | None
) -> tuple[ChannelName, Decision]:
    """The first of the person's channels that reaches them and is allowed; else in the app."""
    rules = await grants.rules(tx, at=at, ids=means.ids)
    usage = await grants.usage(tx, tenant.local_date(at))
    ahead = (first,) if first is not None else ()
    for channel in dict.fromkeys((*ahead, *means.prefer, *tenant.channels)):
        if channel not in tenant.channels or channel not in means.reachable:
            continue
        if channel is not ChannelName.IN_APP and tenant.address(channel) is None:
            continue
        permission = decide(ACTIONS[channel], rules, usage, at)
        if permission.is_allowed:
            return channel, permission
    return ChannelName.IN_APP, decide(ACTIONS[ChannelName.IN_APP], rules, usage, at)


async def take_back(tx: Transaction, skill_id: UUID, *, at: datetime) -> None:
    """Take back what waits to be asked of a skill: it has been answered."""
    for one in await interventions.waiting(tx):
        if one.subject_key == subject_key(skill_id) and one.symptom == QUESTION:
            try:
                await interventions.undo(tx, one.id, at=at)
            except Conflict:  # it has left meanwhile
                continue


async def still_wanted(tx: Transaction, planned: Intervention, at: datetime) -> bool:
    """Whether a question about a skill is still one; anything else is."""
    if planned.symptom != QUESTION:
        return True
    about = {subject_key(one.subject_id) for one in await approvals.open_questions(tx, at)}
    return planned.subject_key in about
