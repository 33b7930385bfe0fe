"""Reserving before a call, settling after it.

The order of a call that costs: `reserve` in a transaction of its own, and commit; the call, with
no transaction open; `settle` from what it really used, or `release` where it was not made, in
another. A program that dies between leaves an open reservation, and `sweep_stale` counts its upper
bound as spent: the call may have been made, and a cap holds for the worst case too.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from exoskull.budgets import store
from exoskull.budgets.model import (
    MICROS_A_CENT,
    OPEN_FOR,
    Amount,
    Cap,
    Caps,
    FeatureCost,
    Refusal,
    Reservation,
    ReservationState,
    Used,
    refusal,
)
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.settings import Settings
from exoskull.tenants import service as tenants

NO_CAPS = Caps()


def caps_from(settings: Settings) -> Caps:
    """The caps that the operator set."""
    month, day = settings.ai_month_cents, settings.ai_day_cents
    return Caps(
        month_micros=None if month is None else month * MICROS_A_CENT,
        installation_micros=None if day is None else day * MICROS_A_CENT,
        day_tokens=settings.ai_day_tokens,
        month_tokens=settings.ai_month_tokens,
        installation_tokens=settings.ai_all_day_tokens,
    )


async def reserve(
    tx: Transaction,
    *,
    feature: str,
    upper: Amount,
    at: datetime,
    today: date,
    ids: Ids,
    caps: Caps = NO_CAPS,
    trace: TraceId | None = None,
) -> Reservation | Refusal:
    """Hold `upper` for one call of `feature`, or say which cap it does not fit under.

    Any number of callers at once never hold more together than every cap allows: the sums are
    locked until `tx` ends, so keep it short. A refusal is told in the feed as well.

    Args:
        upper: an upper bound of what the call can cost: all of its input and the most output.
        today: the person's local date.
        caps: the operator's; the person's own daily cap is read from their settings.
        trace: of the chain that the call serves; a new one, where there is none.
    """
    budget = (await tenants.current(tx)).ai_budget_cents * MICROS_A_CENT
    trace = trace or TraceId(ids.new())
    held = Reservation(
        id=ids.new(),
        feature=feature,
        state=ReservationState.OPEN,
        day=today,
        month=today.replace(day=1),
        installation_day=at.astimezone(UTC).date(),
        upper_micros=upper.micros,
        upper_tokens=upper.tokens,
        actual_micros=None,
        actual_tokens=None,
        reserved_at=at,
        expires_at=at + OPEN_FOR,
        ended_at=None,
        trace=trace,
    )
    day = await store.lock_sums(tx, "day", held.day)
    month = await store.lock_sums(tx, "month", held.month)
    all_of_us = await store.lock_installation(tx, held.installation_day)
    used = [
        _used(Cap.DAY, day, budget, caps.day_tokens),
        _used(Cap.MONTH, month, caps.month_micros, caps.month_tokens),
        _used(Cap.INSTALLATION, all_of_us, caps.installation_micros, caps.installation_tokens),
    ]
    refused = refusal(upper, used)
    if refused is not None:
        count = await store.count_refusal(tx, held.day)
        await publish(tx, _refused(feature, refused, count, at, trace))
        return refused
    await store.insert(tx, held)
    await store.move(tx, held, reserved=1)
    await publish(tx, _event(held, "budget.reserved", upper, at))
    return held


async def settle(
    tx: Transaction, reservation_id: UUID, actual: Amount, *, at: datetime
) -> Reservation:
    """Count what the call really cost, in the day and month in which it was reserved.

    Settling twice counts once. A reservation that had been swept as stale is put right.

    Raises:
        NotFound: `budget.no_reservation`.
    """
    held = await _held(tx, reservation_id)
    if held.state in (ReservationState.SETTLED, ReservationState.RELEASED):
        return held
    settled = replace(
        held,
        state=ReservationState.SETTLED,
        actual_micros=actual.micros,
        actual_tokens=actual.tokens,
        ended_at=at,
    )
    if held.state is ReservationState.STALE:
        await store.move(tx, held, spent=actual, unspent=held.upper)
    else:
        await store.move(tx, held, reserved=-1, spent=actual)
    await store.save(tx, settled)
    await publish(tx, _event(settled, "budget.settled", actual, at))
    return settled


async def release(tx: Transaction, reservation_id: UUID, *, at: datetime) -> Reservation:
    """Give back what was held for a call that was not made; an ended reservation stays as it is.

    Raises:
        NotFound: `budget.no_reservation`.
    """
    held = await _held(tx, reservation_id)
    if held.state is not ReservationState.OPEN:
        return held
    released = replace(held, state=ReservationState.RELEASED, ended_at=at)
    await store.move(tx, held, reserved=-1)
    await store.save(tx, released)
    await publish(tx, _event(released, "budget.settled", Amount(), at))
    return released


async def sweep_stale(tx: Transaction, *, at: datetime) -> list[Reservation]:
    """Count the upper bounds of calls that nobody settled in time as spent; returns those."""
    swept = []
    for held in await store.expired(tx, at):
        stale = replace(
            held,
            state=ReservationState.STALE,
            actual_micros=held.upper_micros,
            actual_tokens=held.upper_tokens,
            ended_at=at,
        )
        await store.move(tx, held, reserved=-1, spent=held.upper)
        await store.save(tx, stale)
        await publish(tx, _event(stale, "budget.settled", held.upper, at))
        swept.append(stale)
    return swept


async def close_days(tx: Transaction, *, at: datetime, today: date) -> int:
    """Close the sums of days and months that are over; returns how many were open."""
    return await store.close_before(tx, today, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """A person's budget as it stands on one local day. `refused`: calls that were not made."""

    day: date
    today: Used
    month: Used
    features: tuple[FeatureCost, ...]
    refused: int

    @property
    def left_micros(self) -> int:
        """The least that any cap still has, at least 0."""
        lefts = [one.left_micros for one in (self.today, self.month)]
        return max(0, min(one for one in lefts if one is not None))


async def gauge(tx: Transaction, *, today: date, caps: Caps = NO_CAPS) -> Gauge:
    """The person's budget today; nothing is locked and nothing changed."""
    budget = (await tenants.current(tx)).ai_budget_cents * MICROS_A_CENT
    day = await store.sums(tx, "day", today)
    month = await store.sums(tx, "month", today.replace(day=1))
    return Gauge(
        day=today,
        today=_used(Cap.DAY, day, budget, caps.day_tokens),
        month=_used(Cap.MONTH, month, caps.month_micros, caps.month_tokens),
        features=tuple(await store.by_feature(tx, today)),
        refused=await store.refused(tx, today),
    )


def _used(cap: Cap, sums: store.Sums, micros: int | None, tokens: int | None) -> Used:
    return Used(
        cap=cap,
        reserved_micros=sums.reserved_micros,
        spent_micros=sums.spent_micros,
        reserved_tokens=sums.reserved_tokens,
        spent_tokens=sums.spent_tokens,
        limit_micros=micros,
        limit_tokens=tokens,
    )


async def _held(tx: Transaction, reservation_id: UUID) -> Reservation:
    held = await store.lock(tx, reservation_id)
    if held is None:
        raise NotFound("budget.no_reservation", field="reservation", id=reservation_id)
    return held


def _event(held: Reservation, kind: str, amount: Amount, at: datetime) -> Event:
    data = {
        "id": str(held.id),
        "feature": held.feature,
        "state": held.state.value,
        "micros": amount.micros,
        "cents": round(amount.cents, 4),
        "tokens": amount.tokens,
        "upper_micros": held.upper_micros,
        "day": held.day.isoformat(),
    }
    return Event(at=at, kind=kind, trace=held.trace, data=data)


def _refused(feature: str, refused: Refusal, count: int, at: datetime, trace: TraceId) -> Event:
    data = {
        "feature": feature,
        "cap": refused.cap.value,
        "short_of": refused.short_of,
        "asked": refused.asked,
        "left": refused.left,
        "count": count,
    }
    return Event(at=at, kind="budget.refused", trace=trace, data=data)
