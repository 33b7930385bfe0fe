"""Telling the person of their apps, through the outbox: by the channel they prefer, within limits
and quiet hours."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.grants import service as grants
from exoskull.grants.decide import Decision, decide
from exoskull.grants.model import Action
from exoskull.interventions import service as interventions
from exoskull.interventions.model import HOLD, Intervention, State
from exoskull.kit.errors import Conflict
from exoskull.kit.ids import Ids, TraceId
from exoskull.tenants.model import Tenant

KEEPS_FOR = timedelta(hours=20)
NOTICE, QUESTION, REMINDER = "app_notice", "app_question", "app_reminder"
"""What `symptom` says of a message about an app; neither is a try of the learner's."""

ACTIONS = {
    ChannelName.IN_APP: Action(verb="send_notification", scope="app"),
    ChannelName.EMAIL: Action(verb="send_email", scope="summary"),
    ChannelName.SMS: Action(verb="send_sms", scope="wellness"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What telling a person takes.

    `reachable`: the channels that the installation can use. `prefer`: the channels that the person
    was learned to prefer, best first. `reveal_codes`: whether events carry approval codes; in
    replays only.
    """

    ids: Ids
    reachable: frozenset[ChannelName] = frozenset({ChannelName.IN_APP})
    prefer: tuple[ChannelName, ...] = ()
    reveal_codes: bool = False


def subject_key(app_id: UUID) -> str:
    """What messages about this app are about."""
    return f"app:{app_id}"


async def tell(
    tx: Transaction,
    tenant: Tenant,
    app_id: UUID,
    means: Means,
    *,
    kind: str,
    key: str,
    subject: str,
    text: str,
    reason: str,
    at: datetime,
    trace: TraceId,
    send_at: datetime | None = None,
    keeps_for: timedelta = KEEPS_FOR,
) -> bool:
    """Plan a message about an app; False where the same (`key`) was planned before.

    Args:
        send_at: not before; None: as soon as it can no longer be undone.
        keeps_for: how long after that it still has a point.
    """
    leaves = send_at or at + HOLD
    channel, permission, action = await _way(tx, tenant, means, at)
    return await interventions.plan(
        tx,
        Intervention(
            id=means.ids.new(),
            decision_id=None,
            symptom=kind,
            subject_key=subject_key(app_id),
            action=str(action),
            channel=channel,
            framing="direct",
            option=kind,
            subject=subject,
            text=text,
            reason=reason,
            state=State.PLANNED,
            idempotency_key=f"{subject_key(app_id)}:{key}",
            created_at=at,
            send_at=leaves,
            expires_at=leaves + keeps_for,
            trace=trace,
        ),
        permission,
        at=at,
        ids=means.ids,
        reveal_code=means.reveal_codes,
    )


async def _way(
    tx: Transaction, tenant: Tenant, means: Means, at: datetime
) -> tuple[ChannelName, Decision, Action]:
    """The first of the person's channels that reaches them and is allowed; else in the app."""
    rules = await grants.rules(tx, at=at, ids=means.ids)
    usage = await grants.usage(tx, tenant.local_date(at))
    for channel in dict.fromkeys((*means.prefer, *tenant.channels)):
        if channel not in tenant.channels or channel not in means.reachable:
            continue
        permission = decide(ACTIONS[channel], rules, usage, at)
        if permission.is_allowed:
            return channel, permission, ACTIONS[channel]
    action = ACTIONS[ChannelName.IN_APP]
    return ChannelName.IN_APP, decide(action, rules, usage, at), action


async def take_back(tx: Transaction, app_id: UUID, *, at: datetime) -> None:
    """Take back what waits to be said of an app: its reason has gone."""
    for one in await interventions.waiting(tx):
        if one.subject_key == subject_key(app_id):
            try:
                await interventions.undo(tx, one.id, at=at)
            except Conflict:  # it has left meanwhile
                continue
