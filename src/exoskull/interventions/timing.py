"""Whether a message may leave now, and if not, when: quiet hours, pause, spacing, daily limit."""

from dataclasses import dataclass
from datetime import datetime

from exoskull.interventions.model import DAILY_MAX, SPACING
from exoskull.tenants.model import FOR_GOOD, Tenant


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
    if tenant.paused_until is not None and at < tenant.paused_until:
        return _wait_or_drop(_after_quiet(tenant, tenant.paused_until), expires_at, "paused")
    if tenant.is_quiet(at):
        return _wait_or_drop(tenant.quiet_end(at), expires_at, "quiet_hours")
    if sent_today >= DAILY_MAX:
        return Drop(reason="daily_limit")
    if last_at is not None and at < last_at + SPACING:
        return _wait_or_drop(last_at + SPACING, expires_at, "spacing")
    return Go()


def _after_quiet(tenant: Tenant, at: datetime) -> datetime:
    """When quiet hours are over that hold at `at`; a pause for good has no such end."""
    return at if at >= FOR_GOOD else tenant.quiet_end(at)


def _wait_or_drop(until: datetime, expires_at: datetime, reason: str) -> Wait | Drop:
    return Wait(until=until, reason=reason) if until < expires_at else Drop(reason=reason)
