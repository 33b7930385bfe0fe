"""Whether a message may leave now, and if not, when: quiet hours, pause, spacing, daily limit."""

from dataclasses import dataclass
from datetime import datetime

from exoskull.interventions.model import DAILY_MAX, SPACING
from exoskull.tenants.model import Tenant


@dataclass(frozen=True, slots=True, kw_only=True)
class Go:
    """It may leave now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Not yet: not before `until`, for `reason`."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Not at all, for `reason`."""

    reason: str


def when(
    tenant: Tenant,
    at: datetime,
    *,
    expires_at: datetime,
    sent_today: int,
    last_at: datetime | None,
) -> Go | Wait | Drop:
    """Whether a message to `tenant` may leave at `at`.

    Args:
        expires_at: when the message loses its point; waiting past it drops it.
        sent_today: how many left, or may have left, on the tenant's local day.
        last_at: when the last of them was handed over, on whatever day.
    """
    if at >= expires_at:
        return Drop(reason="expired")
    held_until, reason = at, ""
    if tenant.paused_until is not None and at < tenant.paused_until:
        held_until, reason = tenant.paused_until, "paused"
    elif tenant.is_quiet(at):
        reason = "quiet_hours"
    elif sent_today >= DAILY_MAX:
        held_until, reason = tenant.day_end(at), "daily_limit"
    elif last_at is not None and at < last_at + SPACING:
        held_until, reason = last_at + SPACING, "spacing"
    else:
        return Go()
    if held_until >= expires_at:  # a pause for good has no end to reckon with
        return Drop(reason=reason)
    until = tenant.quiet_end(held_until)
    return Wait(until=until, reason=reason) if until < expires_at else Drop(reason=reason)
