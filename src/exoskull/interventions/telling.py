"""Telling the person of something of theirs, through the outbox: by a channel that reaches them
and is allowed, within limits and quiet hours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

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

Ways = Mapping[ChannelName, Action]
"""What telling by each channel is to the grants."""


def ways_of(scope: str) -> Ways:
    """The ways of a feature whose messages in the app are `send_notification:<scope>`."""
    return {
        ChannelName.IN_APP: Action(verb="send_notification", scope=scope),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is to be said. `about`: the `subject_key` of what it is about; `key`: which of its
    messages, so that each is planned once. `kind`: what `symptom` says of it. `send_at`: not
    before; None: as soon as it can no longer be undone. `keeps_for`: how long after that it still
    has a point. `first`: the channel that is tried before the person's own order."""

    about: str
    key: str
    kind: str
    subject: str
    text: str
    reason: str
    trace: TraceId
    send_at: datetime | None = None
    keeps_for: timedelta = KEEPS_FOR
    first: ChannelName | None = None


async def tell(
    tx: Transaction, tenant: Tenant, means: Means, ways: Ways, notice: Notice, *, at: datetime
) -> bool:
    """Plan a message; False where the same was planned before."""
    leaves = notice.send_at or at + HOLD
    channel, permission = await _way(tx, tenant, means, ways, at, notice.first)
    return await interventions.plan(
        tx,
        Intervention(
            id=means.ids.new(),
            decision_id=None,
            symptom=notice.kind,
            subject_key=notice.about,
            action=str(permission.action),
            channel=channel,
            framing="direct",
            option=notice.kind,
            subject=notice.subject,
            text=notice.text,
            reason=notice.reason,
            state=State.PLANNED,
            idempotency_key=f"{notice.about}:{notice.key}",
            created_at=at,
            send_at=leaves,
            expires_at=leaves + notice.keeps_for,
            trace=notice.trace,
        ),
        permission,
        at=at,
        ids=means.ids,
        reveal_code=means.reveal_codes,
    )


async def _way(
    tx: Transaction,
    tenant: Tenant,
    means: Means,
    ways: Ways,
    at: datetime,
    first: ChannelName | None,
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
        permission = decide(ways[channel], rules, usage, at)
        if permission.is_allowed:
            return channel, permission
    return ChannelName.IN_APP, decide(ways[ChannelName.IN_APP], rules, usage, at)


async def take_back(tx: Transaction, about: str, *, at: datetime, kind: str | None = None) -> None:
    """Take back what waits to be said of `about`, of that kind where one is named: its reason has
    gone."""
    for one in await interventions.waiting(tx):
        if one.subject_key == about and kind in (None, one.symptom):
            try:
                await interventions.undo(tx, one.id, at=at)
            except Conflict:  # it has left meanwhile
                continue
