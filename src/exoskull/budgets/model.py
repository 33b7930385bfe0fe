"""Amounts, caps, and whether an amount fits under all of them.

Money is whole millionths of a US dollar (micros): a cent is 10,000. Prices of tokens need that,
and integers add up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from exoskull.kit.ids import TraceId

MICROS_A_CENT = 10_000

OPEN_FOR = timedelta(minutes=15)
"""How long a call may be on its way before its reservation counts as stale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Money and tokens, input and output together; never negative."""

    micros: int = 0
    tokens: int = 0

    def __post_init__(self) -> None:
        if self.micros < 0 or self.tokens < 0:
            raise ValueError("an amount is never negative")

    @property
    def is_nothing(self) -> bool:
        return self.micros == 0 and self.tokens == 0

    @property
    def cents(self) -> float:
        """The money in US cents."""
        return self.micros / MICROS_A_CENT


class Cap(StrEnum):
    """What an amount is held against, in the order in which it is."""

    DAY = "day"
    MONTH = "month"
    INSTALLATION = "installation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """What the operator of an installation allows; None: no cap of that kind.

    The cap of a person's own day in money is their setting, `ai_budget_cents`. `day_tokens` and
    `month_tokens` are of each person, and bind models that cost nothing too.
    """

    month_micros: int | None = None
    installation_micros: int | None = None
    day_tokens: int | None = None
    month_tokens: int | None = None
    installation_tokens: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What stands against a cap: on its way, and spent. None for a limit: there is none."""

    cap: Cap
    reserved_micros: int
    spent_micros: int
    reserved_tokens: int
    spent_tokens: int
    limit_micros: int | None
    limit_tokens: int | None

    @property
    def left_micros(self) -> int | None:
        """What may still be reserved; below 0 where the cap was lowered after."""
        if self.limit_micros is None:
            return None
        return self.limit_micros - self.reserved_micros - self.spent_micros

    @property
    def left_tokens(self) -> int | None:
        if self.limit_tokens is None:
            return None
        return self.limit_tokens - self.reserved_tokens - self.spent_tokens


class ReservationState(StrEnum):
    """OPEN: its call is on its way. STALE: nobody said what came of it, so its upper bound counts
    as spent. RELEASED: its call was never made."""

    OPEN = "open"
    SETTLED = "settled"
    RELEASED = "released"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """An upper bound, held for one call. `day` and `month` are the person's, by their clock;
    `month` its first day, `installation_day` by UTC. What it costs counts there, whenever it is
    settled."""

    id: UUID
    feature: str
    state: ReservationState
    day: date
    month: date
    installation_day: date
    upper_micros: int
    upper_tokens: int
    actual_micros: int | None
    actual_tokens: int | None
    reserved_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    trace: TraceId

    @property
    def upper(self) -> Amount:
        return Amount(micros=self.upper_micros, tokens=self.upper_tokens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The call must not be made: the first cap that it does not fit under.

    `left` is what that cap still has of the kind that is short, `asked` what was wanted of it:
    micros, or tokens where `short_of` says so.
    """

    cap: Cap
    short_of: str
    asked: int
    left: int


def refusal(upper: Amount, used: Sequence[Used]) -> Refusal | None:
    """Why `upper` does not fit on top of `used`; None where it does under every cap."""
    for one in used:
        for short_of, asked, left in (
            ("micros", upper.micros, one.left_micros),
            ("tokens", upper.tokens, one.left_tokens),
        ):
            if left is not None and asked > 0 and asked > left:
                return Refusal(cap=one.cap, short_of=short_of, asked=asked, left=max(0, left))
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureCost:
    """What one feature cost on one day. `calls` counts those that were made."""

    feature: str
    calls: int
    micros: int
    tokens: int
