"""The rows that are looked at, as far as they matter here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from exoskull.goals.model import Goal
from exoskull.ledger.model import Correction
from exoskull.levers.model import Lever
from exoskull.optimization.model import Gap
from exoskull.signals.daily import Day
from exoskull.tenants.model import Tenant


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """A message that was drawn, sent and is final: `outcome` and `reply` as the ledger has them."""

    id: UUID
    at: datetime
    kind: str
    subject: str
    option: str
    channel: str
    outcome: float | None
    reply: float | None

    @property
    def worked(self) -> bool | None:
        """Whether it was answered, or what it was for happened; None where neither was seen."""
        if self.outcome is None and self.reply is None:
            return None
        return (self.outcome or 0.0) >= 0.5 or (self.reply or 0.0) > 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A message that was to leave: whether it did, and can be shown to."""

    id: UUID
    at: datetime
    channel: str
    arrived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A local day on which the loop looked, and the symptoms (`kind:subject`) that it saw."""

    on: date
    symptoms: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A symptom as it was found."""

    id: UUID
    at: datetime
    key: str
    severity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is to observe and to measure by, each oldest first, of the last 60 days.

    `ways`: the channels by which the person can be reached here. `days`: by metric.
    """

    at: datetime
    tenant: Tenant
    tries: Sequence[Try] = ()
    deliveries: Sequence[Delivery] = ()
    looked: Sequence[Looked] = ()
    found: Sequence[Found] = ()
    days: Mapping[str, Sequence[Day]]
    goals: Sequence[Goal] = ()
    gaps: Sequence[Gap] = ()
    levers: Sequence[Lever] = ()
    corrections: Sequence[Correction] = ()
    ways: frozenset[str] = frozenset()
