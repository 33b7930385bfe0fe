"""Which arms are possible for the rest of a local day, and why others are not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from exoskull.channels.model import ChannelName
from exoskull.grants.decide import decide
from exoskull.grants.model import Effect
from exoskull.interventions.model import COUNTED, DAILY_MAX, HOLD, SPACING, Intervention
from exoskull.learning import Arm
from exoskull.ledger.arms import FRAMINGS, HOURS
from exoskull.levers.model import is_demoted, is_plain
from exoskull.mape.kinds import action_for
from exoskull.mape.model import Context, Knowledge, Symptom

PLAIN = ("direct",)
"""The framing of a kind that is to be written about plainly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slotted:
    """An arm that is possible now, and when it would leave."""

    arm: Arm
    channel: ChannelName
    send_at: datetime


def eligible(
    symptom: Symptom, context: Context, known: Knowledge, *, taken: Sequence[datetime]
) -> tuple[list[Slotted], Counter[str]]:
    """The arms that are possible for the rest of the local day, and why others are not.

    What is not possible (a channel without address, a denied act, quiet hours, a pause, a place
    or an hour already taken) is left out, never randomised.

    Args:
        taken: when other messages are to leave.
    """
    missing: Counter[str] = Counter()
    slots: list[Slotted] = []
    framings = PLAIN if is_plain(known.levers, symptom.kind.value) else FRAMINGS
    tenant = known.tenant
    left_at = [at for one in known.interventions if (at := _left_at(one)) is not None]
    places = (
        DAILY_MAX
        - _used(known, context.today)
        - sum(1 for at in taken if tenant.local_date(at) == context.today)
    )
    if places <= 0:
        missing["daily_limit"] += 1
        return slots, missing
    for channel in tenant.channels:
        if channel not in known.reachable or (
            channel is not ChannelName.IN_APP and tenant.address(channel) is None
        ):
            missing["no_channel"] += 1
            continue
        if is_demoted(known.levers, channel.value, context.at):
            missing["channel_demoted"] += 1
            continue
        permission = decide(action_for(symptom.kind, channel), known.rules, known.usage, context.at)
        if permission.effect is Effect.DENY:
            missing[permission.reason.value] += 1
            continue
        for hour, wall in HOURS.items():
            send_at = tenant.at_wall(context.today, wall)
            why = _impossible(send_at, context.at, known, [*taken, *left_at])
            if why in ("spacing", "hour_has_passed"):  # an hour has room for two messages
                send_at += SPACING
                why = _impossible(send_at, context.at, known, [*taken, *left_at])
            if why is not None:
                missing[why] += 1
                continue
            slots.extend(
                Slotted(
                    arm=Arm(channel=channel.value, hour=hour, framing=framing),
                    channel=channel,
                    send_at=send_at,
                )
                for framing in framings
            )
    return slots, missing


def _impossible(
    send_at: datetime, at: datetime, known: Knowledge, taken: Sequence[datetime]
) -> str | None:
    if send_at < at + HOLD:
        return "hour_has_passed"
    if known.tenant.is_quiet(send_at):
        return "quiet_hours"
    if known.tenant.is_paused(send_at):
        return "paused"
    if any(abs(send_at - other) < SPACING for other in taken):
        return "spacing"
    return None


def _left_at(one: Intervention) -> datetime | None:
    """When a message left, or may have left."""
    if one.state not in COUNTED:
        return None
    return max((at for at in (one.claimed_at, one.sent_at) if at is not None), default=None)


def _used(known: Knowledge, today: date) -> int:
    return sum(1 for one in known.interventions if one.state in COUNTED and one.local_date == today)
