"""Which way a digest goes: by the person's word, else by what was learned, else by mail. Pure."""

from collections.abc import Sequence
from datetime import datetime

from exoskull.channels.model import ChannelName
from exoskull.grants.decide import Decision, decide
from exoskull.grants.model import Action
from exoskull.learning.constraints import SEND, Wish
from exoskull.mape.model import Knowledge

ACTIONS: dict[ChannelName, Action] = {
    ChannelName.EMAIL: Action(verb="send_email", scope="summary"),
    ChannelName.IN_APP: Action(verb="send_notification", scope="summary"),
    ChannelName.SMS: Action(verb="send_sms", scope="goal"),
}
"""What sending a digest is, by channel."""

USUAL = (ChannelName.EMAIL, ChannelName.IN_APP)
"""Where nothing is known of what the person likes. SMS goes out to those only who want it."""

CHANNEL = "channel"


def way(known: Knowledge, at: datetime) -> tuple[ChannelName, Action, Decision]:
    """The first way that reaches the person and is allowed; else the last one, with what the gate
    says of it."""
    ways = wanted(known)
    for channel in ways:
        if channel not in known.tenant.channels or channel not in known.reachable:
            continue
        if channel is not ChannelName.IN_APP and known.tenant.address(channel) is None:
            continue
        permission = decide(ACTIONS[channel], known.rules, known.usage, at)
        if permission.is_allowed:
            return channel, ACTIONS[channel], permission
    last = ACTIONS[ways[-1]]
    return ways[-1], last, decide(last, known.rules, known.usage, at)


def wanted(known: Knowledge) -> Sequence[ChannelName]:
    """The ways in the order they are wanted; those that the person ruled out are left out, unless
    nothing would be left: then the app's own page. Who wants no messages at all has that too."""
    if any(one.factor == SEND and one.wish == Wish.AVOID for one in known.corrections):
        return [ChannelName.IN_APP]
    prefer, avoid = _said(known, Wish.PREFER), _said(known, Wish.AVOID)
    liked, disliked = _learned(known)
    middle = [*liked, *(one for one in USUAL if one not in disliked), *disliked]
    order = [*prefer, *(one for one in middle if one not in prefer)]
    kept = [one for one in dict.fromkeys(order) if one not in avoid and one in ACTIONS]
    return kept or [ChannelName.IN_APP]


def _said(known: Knowledge, wish: Wish) -> list[ChannelName]:
    """What the person said, the newest first."""
    return [
        ChannelName(one.level)
        for one in reversed(known.corrections)
        if one.factor == CHANNEL and one.wish == wish and one.level in set(ChannelName)
    ]


def _learned(known: Knowledge) -> tuple[list[ChannelName], list[ChannelName]]:
    """Channels of which a spoken statement says that they work better than others, the best
    first, and those that work worse."""
    said = [
        (one.statement["expected"], one.statement["expected_other"], ChannelName(one.level))
        for one in known.preferences
        if one.spoken and one.factor == CHANNEL and one.level in set(ChannelName)
    ]
    said.sort(key=lambda one: -one[0])
    better = [channel for here, other, channel in said if here > other]
    worse = [channel for here, other, channel in said if here <= other]
    return better, [one for one in worse if one in USUAL]
